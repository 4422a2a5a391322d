import type { Fiche } from '../domain/fiche.ts';
import { dernieresMontrees } from '../domain/selection.ts';
import type { Database } from './database.ts';
import { groupRows } from './outputs/contexte.ts';
import { toFiche, type FicheRow } from './outputs/fiches.ts';
import { loadIdentites } from './outputs/identites.ts';

const COLONNES = [
  ...([
    'formation',
    'donnee_formation',
    'type',
    'code_certification',
    'filiere',
    'maille',
    'region',
    'millesime',
  ] as const),
  ...(['nb_annee_term', 'part_emploi', 'part_formation', 'part_autre', 'est_propre', 'est_derniere'] as const),
] as const;
type Ligne = Record<(typeof COLONNES)[number], string | null>;

/** Rows handed to DuckDB at once. */
const LOT = 20_000;

/**
 * Makes `parts.fiches`: the three shares of every record of France, of the sum of regions and of regions that shows them, computed as the pages do
 * (`toFiche`), so that the marts that compare courses hold no formula of their own. `est_propre`: not a copy of the continuum. `est_derniere`: the
 * newest of its place that shows its shares, which a page reads. After the marts `fiches_publiees` and `formations`.
 */
export async function loadParts(db: Database): Promise<void> {
  const identites = await loadIdentites(db);
  await db.run('create schema parts');
  await db.createFromObjects('parts.fiches', [], COLONNES);
  let lignes: Ligne[] = [];
  const rows = db.stream<FicheRow>(
    `select * from fiches_publiees
     where maille <> 'etablissement' and masquage is null
     order by formation, filiere, code_certification, maille, region, millesime`,
  );
  for await (const [, group] of groupRows(rows, (row) => `${row.formation} ${row.filiere} ${row.code_certification}`)) {
    lignes.push(...toLignes(group, (formation) => identites.get(formation)?.type.slug));
    if (lignes.length < LOT) continue;
    await db.insertObjects('parts.fiches', lignes, COLONNES);
    lignes = [];
  }
  await db.insertObjects('parts.fiches', lignes, COLONNES);
}

/** The records of one track. */
function toLignes(rows: readonly FicheRow[], typeDe: (formation: string) => string | undefined): Ligne[] {
  const fiches = new Map(rows.map((row): [FicheRow, Fiche] => [row, toFiche(row)]));
  const dernieres = new Set(dernieresMontrees([...fiches.values()]));
  return [...fiches].flatMap(([{ formation, donnee_formation, donnee_type }, fiche]): Ligne[] => {
    const { code_certification, filiere, maille, region = null, millesime, nb_annee_term, parts } = fiche;
    if (parts === null) return [];
    const type = typeDe(formation);
    if (type === undefined) throw new Error(`figures without a formation: ${formation}`);
    return [
      {
        ...{ formation, donnee_formation, type, code_certification, filiere, maille, region, millesime },
        nb_annee_term: nb_annee_term === undefined ? null : String(nb_annee_term),
        part_emploi: String(parts.emploi),
        part_formation: String(parts.formation),
        part_autre: String(parts.autre),
        est_propre: String(donnee_type === 'self'),
        est_derniere: String(dernieres.has(fiche)),
      },
    ];
  });
}
