import { prefixesPostauxSchema, type ProfilApi } from '../../domain/contrat.ts';
import { REGIONS } from '../../domain/regions.ts';
import type { Database } from '../database.ts';
import { writeAgregats } from './contrat/agregats.ts';
import { writeBcn } from './contrat/bcn.ts';
import { RACINE, type ContexteContrat } from './contrat/contexte.ts';
import { writeFiches } from './contrat/fiches.ts';
import { cleDeDefaut, defautDemande, type Defauts } from './contrat/lieu.ts';
import type { LigneContrat } from './contrat/lignes.ts';
import { writeListes } from './contrat/listes.ts';
import type { Contexte } from './contexte.ts';
import { writeJson } from './write.ts';

/** Writes `api/inserjeunes/…`, the contract of the original API as files (API §§ 2-8), with the files of the profile. */
export async function writeContrat(
  { db, effects, entete }: Pick<Contexte, 'db' | 'effects' | 'entete'>,
  profil: ProfilApi,
): Promise<void> {
  const contexte: ContexteContrat = {
    db,
    effects,
    profil,
    entete: entete.donnees_fictives === true ? { donnees_fictives: true } : {},
    defauts: await loadDefauts(db),
  };
  await writeFiches(contexte);
  await writeAgregats(contexte);
  await writeListes(contexte);
  await writeBcn(contexte);
  writePrefixesPostaux(contexte);
}

async function loadDefauts(db: Database): Promise<Defauts> {
  const rows = await db.all<Pick<LigneContrat, 'maille' | 'filiere' | 'millesime'>>(
    `select maille, filiere, max(millesime) as millesime from contrat_fiches where est_defaut group by all order by all`,
  );
  return new Map(rows.map((row) => [cleDeDefaut(row), defautDemande(row)]));
}

/** Two characters of a postal code, or three overseas (97, 98), give the region; Corse is 20 there, never 2A nor 2B (RULES § 17). */
function writePrefixesPostaux({ effects, entete }: ContexteContrat): void {
  const prefixes = REGIONS.flatMap(({ code: region, departements }) =>
    departements.map(({ code }) => [code, region] as const),
  )
    .filter(([prefixe]) => /^\d+$/.test(prefixe))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  writeJson(effects, `${RACINE}/regions/prefixes-postaux.json`, prefixesPostauxSchema, {
    ...entete,
    prefixes: Object.fromEntries(prefixes),
  });
}
