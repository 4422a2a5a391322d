import { strToU8, zipSync, type Zippable } from 'fflate';

import type { Formation } from '../../../domain/formation.ts';
import { textesDuPaquet } from '../../../domain/telechargements/paquet.ts';
import { ADRESSE_PAR_DEFAUT } from '../../../domain/textes/donnees.ts';
import type { Contexte } from '../contexte.ts';
import type { JumeauEcrit } from './jumeaux.ts';

/**
 * Writes `formations/{slug}.zip`: the JSON and the CSV beside the page, byte for byte, with what is needed to read and quote them far from the site.
 * The clock inside is the day of the edition, at noon wherever the build runs: the same edition makes the same bytes.
 */
export function writePaquet(
  { effects, date, siteUrl = ADRESSE_PAR_DEFAUT }: Pick<Contexte, 'effects' | 'date' | 'siteUrl'>,
  formation: Formation,
  json: string,
  { csv, lignes }: JumeauEcrit,
): void {
  const textes = {
    ...textesDuPaquet({ formation, lignes, date, site: siteUrl }),
    [`${formation.slug}.csv`]: csv,
    [`${formation.slug}.json`]: json,
  };
  const fichiers: Zippable = Object.fromEntries(Object.entries(textes).map(([nom, texte]) => [nom, strToU8(texte)]));
  const [annee = 0, mois = 1, jour = 1] = date.split('-').map(Number);
  // fflate writes the local time of its date.
  const zip = zipSync(fichiers, { level: 6, mtime: new Date(annee, mois - 1, jour, 12) });
  effects.writeBytes(`formations/${formation.slug}.zip`, zip);
}
