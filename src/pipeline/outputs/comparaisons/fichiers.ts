import { COLONNES_DES_COMPAREES, comparaisonsSchema, type Comparee } from '../../../domain/comparaisons.ts';
import type { TypeDiplome } from '../../../domain/types-diplome.ts';
import { FICTIF } from '../../../domain/telechargements/champs.ts';
import { BOM, csvLine } from '../../../lib/csv.ts';
import { followGroups, type Contexte } from '../contexte.ts';
import { writeJson } from '../write.ts';
import { ORDRE_DES_COMPAREES, Repartitions } from './repartitions.ts';

type CompareeRow = Omit<Comparee, 'code' | 'titre' | 'slug'> & { formation: string };

/** Writes `comparaisons/{type}.json` and `.csv` for every diploma type: the distributions, and the records that they count, one a line. */
export async function writeComparaisons(contexte: Contexte): Promise<void> {
  const { db, effects, entete, identites } = contexte;
  const repartitions = await Repartitions.load(db);
  const compareesDe = followGroups(
    db.stream<CompareeRow>(
      `select * from comparees
       semi join repartitions
         on repartitions.type = comparees.type
         and repartitions.filiere = comparees.filiere
         and repartitions.maille = comparees.maille
         and repartitions.region is not distinct from comparees.region
         and repartitions.millesime = comparees.millesime
       order by ${ORDRE_DES_COMPAREES}, formation`,
    ),
    ({ type }) => type,
  );
  const types = new Map([...identites.values()].map(({ type }): [string, TypeDiplome] => [type.slug, type]));
  for (const [slug, type] of [...types].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const chemin = `comparaisons/${slug}`;
    writeJson(effects, `${chemin}.json`, comparaisonsSchema, {
      ...entete,
      type,
      repartitions: [...repartitions.duType(slug)],
    });
    const lignes = (await compareesDe(slug)).map((row) => toComparee(row, identites));
    effects.writeText(`${chemin}.csv`, toCsv(lignes, entete.donnees_fictives === true));
  }
}

function toComparee({ formation, ...row }: CompareeRow, identites: Contexte['identites']): Comparee {
  const identite = identites.get(formation);
  if (identite === undefined) throw new Error(`a compared course without a page: ${formation}`);
  return { ...row, code: formation, titre: identite.titre, slug: identite.slug };
}

function toCsv(lignes: readonly Comparee[], estFictif: boolean): string {
  const entetes = [...COLONNES_DES_COMPAREES, ...(estFictif ? [FICTIF.nom] : [])];
  const textes = lignes.map((ligne) => {
    const cellules = COLONNES_DES_COMPAREES.map((colonne) => ligne[colonne]);
    return csvLine(estFictif ? [...cellules, true] : cellules);
  });
  return `${BOM}${csvLine(entetes)}${textes.join('')}`;
}
