import type { Filiere } from '../domain/fiche.ts';
import { protegerCellules } from '../domain/secret.ts';
import { RELATIONS_DE_SECRET, type Cellule, type GenreDeRelation } from '../domain/secret-relations.ts';
import type { Database } from './database.ts';
import { groupRows } from './outputs/contexte.ts';

/** A row of `int_cellules`. */
interface CelluleRow {
  filiere: Filiere;
  code_certification: string;
  maille: Cellule['maille'];
  millesime: string;
  region: string | null;
  uai: string | null;
  region_du_lieu: string | null;
  effectif: number | null;
  motif: string | null;
}

/** What complementary suppression did, for the report. */
export interface BilanDeProtection {
  /** Cells hidden although they reach the threshold, by the relation that asks for it. */
  protegees: Record<GenreDeRelation, number>;
  relations: number;
  contradictoires: number;
}

const COLONNES = ['maille', 'millesime', 'region', 'cohorte_uai', 'filiere', 'cohorte_code', 'motif'] as const;

/**
 * Makes `secret.cellules`: the records above the threshold that are hidden all the same, because a difference with published records
 * would give a hidden one (docs/decisions/0007). Same key as `int_fiches`; `cohorte_code` and `cohorte_uai` are its code and school,
 * `motif` the relation that asks for it.
 */
export async function hideCells(db: Database): Promise<BilanDeProtection> {
  const protegees = Object.fromEntries(RELATIONS_DE_SECRET.map((genre) => [genre, 0])) as Record<
    GenreDeRelation,
    number
  >;
  const bilan: BilanDeProtection = { protegees, relations: 0, contradictoires: 0 };
  const lignes: Record<(typeof COLONNES)[number], string | null>[] = [];
  const rows = db.stream<CelluleRow>(
    `select * from int_cellules
     order by filiere, code_certification, maille, millesime, region, uai`,
  );
  for await (const [, group] of groupRows(rows, (row) => `${row.filiere} ${row.code_certification}`)) {
    const [first] = group;
    if (first === undefined) continue;
    const lignesDe = new Map(group.map((row) => [toCellule(row), row]));
    const resultat = protegerCellules(first.filiere, [...lignesDe.keys()]);
    bilan.relations += resultat.relations;
    bilan.contradictoires += resultat.contradictoires;
    for (const [cellule, motif] of resultat.protegees) {
      bilan.protegees[motif] += 1;
      const { maille, millesime, region, uai } = lignesDe.get(cellule) ?? first;
      const { filiere, code_certification: cohorte_code } = first;
      lignes.push({ maille, millesime, region, cohorte_uai: uai, filiere, cohorte_code, motif });
    }
  }
  await db.run('create schema secret');
  await db.createFromObjects('secret.cellules', lignes, COLONNES);
  return bilan;
}

function toCellule(row: CelluleRow): Cellule {
  const { maille, millesime, region_du_lieu: region, uai, effectif, motif } = row;
  return {
    cle: `${maille} ${millesime} ${region ?? ''} ${uai ?? ''}`,
    maille,
    millesime,
    region,
    uai,
    effectif,
    cachee: motif !== null,
  };
}
