import { crc32, deflateRawSync } from 'node:zlib';

import { Zip, type ZipInputFile } from 'fflate';

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
  { csv, fiches }: JumeauEcrit,
): void {
  const textes = {
    ...textesDuPaquet({ formation, fiches, date, site: siteUrl }),
    [`${formation.slug}.csv`]: csv,
    [`${formation.slug}.json`]: json,
  };
  const [annee = 0, mois = 1, jour = 1] = date.split('-').map(Number);
  // fflate writes the local time of its date.
  effects.writeBytes(`formations/${formation.slug}.zip`, archiver(textes, new Date(annee, mois - 1, jour, 12)));
}

/** The bytes of an archive. zlib compresses, three times as fast as fflate, which knows the format. */
function archiver(textes: Readonly<Record<string, string>>, mtime: Date): Buffer {
  const morceaux: Uint8Array[] = [];
  const zip = new Zip((error, morceau) => {
    if (error !== null) throw error;
    morceaux.push(morceau);
  });
  for (const [filename, texte] of Object.entries(textes)) {
    const bytes = Buffer.from(texte);
    const fichier: ZipInputFile = { filename, compression: 8, crc: crc32(bytes), size: bytes.length, mtime };
    zip.add(fichier);
    fichier.ondata?.(null, deflateRawSync(bytes), true);
  }
  zip.end();
  return Buffer.concat(morceaux);
}
