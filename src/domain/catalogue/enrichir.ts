import { csvLine, type CelluleCsv } from '../../lib/csv.ts';
import type { FormatCsv, RangeeCsv } from '../../lib/csv-lecture.ts';
import { jsonTwin } from '../../lib/urls.ts';
import type { LigneDeFiche } from './fichiers.ts';
import type { Jonction } from './joindre.ts';

/** Columns that are copied from the record as its file writes them. */
const DE_LA_FICHE = [
  'code_certification',
  'filiere',
  'perimetre',
  'maille',
  'region',
  'nb_regions',
  'uai',
  'millesime',
  'source',
  'nb_annee_term',
  'part_emploi_6_mois',
  'part_formation',
  'part_autre_6_mois',
  'donnee_source_type',
  'donnee_source_code_certification',
  'uai_donnee',
] as const satisfies readonly (keyof LigneDeFiche)[];

/** Columns put after those of the catalogue, without their prefix. */
export const COLONNES_AJOUTEES = [
  'statut',
  'absence',
  'absence_etablissement',
  'code',
  'chemin',
  'titre',
  'page',
  'json',
  ...DE_LA_FICHE,
  'autres_voies',
] as const;
export type ColonneAjoutee = (typeof COLONNES_AJOUTEES)[number];

export const PREFIXE = 'et_apres_';

/** The prefix of the added columns: another one for a catalogue that was joined already, so that no name comes twice. */
export function choisirPrefixe(entetes: readonly string[]): string {
  let prefixe = PREFIXE;
  for (let rang = 2; entetes.some((nom) => nom.startsWith(prefixe)); rang += 1) prefixe = `${PREFIXE}${rang}_`;
  return prefixe;
}

/** The cells of one row, in the order of `COLONNES_AJOUTEES`. `adresse`: address of the site without final slash. */
export function cellulesAjoutees(jonction: Jonction, adresse: string): CelluleCsv[] {
  const { statut, code, chemin, page, fiche, autresVoies, absenceEtablissement } = jonction;
  const absence = fiche === undefined && statut !== 'sans_code' ? statut : '';
  return [
    ...[statut, absence, absenceEtablissement, code, chemin, page?.titre],
    ...(page === undefined ? ['', ''] : [adresse + page.url, adresse + jsonTwin(page.url)]),
    ...DE_LA_FICHE.map((colonne) => fiche?.[colonne]),
    autresVoies.join('|'),
  ];
}

/**
 * The row of the file, byte for byte, then our cells: only ours are neutralised (lib/csv.ts), those of the catalogue belong to who made it. A short row
 * is filled up. Undefined when the row has more cells than there are headers, unless they are empty.
 */
export function completerRangee(
  { brut, cellules }: Pick<RangeeCsv, 'brut' | 'cellules'>,
  largeur: number,
  ajouts: readonly CelluleCsv[],
  { separateur, finDeLigne }: Pick<FormatCsv, 'separateur' | 'finDeLigne'>,
): string | undefined {
  const manque = largeur - cellules.length;
  const surplus = separateur.repeat(Math.max(0, -manque));
  if (!brut.endsWith(surplus) || cellules.slice(largeur).some((cellule) => cellule !== '')) return undefined;
  const rangee = brut.slice(0, brut.length - surplus.length) + separateur.repeat(Math.max(0, manque));
  return rangee + separateur + csvLine(ajouts, { separateur }).slice(0, -1) + finDeLigne;
}
