import Papa from 'papaparse';

import type { MailleDuContrat } from '../../../domain/contrat.ts';
import type { LigneContrat } from './lignes.ts';

const STATISTIQUES = [
  'nb_annee_term',
  'nb_en_emploi_12_mois',
  'nb_en_emploi_18_mois',
  'nb_en_emploi_24_mois',
  'nb_en_emploi_6_mois',
  'nb_poursuite_etudes',
  'nb_sortant',
  'salaire_12_mois_q1',
  'salaire_12_mois_q2',
  'salaire_12_mois_q3',
  'taux_autres_12_mois',
  'taux_autres_18_mois',
  'taux_autres_24_mois',
  'taux_autres_6_mois',
  'taux_en_emploi_12_mois',
  'taux_en_emploi_18_mois',
  'taux_en_emploi_24_mois',
  'taux_en_emploi_6_mois',
  'taux_en_formation',
  'taux_rupture_contrats',
] as const;

const COMMUNES = [
  'code_certification',
  'code_formation_diplome',
  'filiere',
  'millesime',
  'donnee_source_type',
  'donnee_source_code_certification',
] as const;

const SANS_SALAIRE = STATISTIQUES.filter((name) => !name.startsWith('salaire_'));

/** The columns of each level, in the order of API § 4; `region` is its name. */
const COLONNES: Record<MailleDuContrat, readonly (keyof LigneContrat | 'region')[]> = {
  nationale: [...COMMUNES, ...STATISTIQUES],
  regionale: ['region', ...COMMUNES, ...SANS_SALAIRE],
  etablissement: ['uai', 'uai_type', 'uai_donnee', 'uai_donnee_type', ...COMMUNES, ...SANS_SALAIRE],
};

/** Last column of a file of fictional figures (PRODUCT § 5.7). */
const FICTIVES = 'donnees_fictives';

/** A text that a spreadsheet would run; papaparse puts an apostrophe before it. */
const FORMULE = /^[=+\-@\t\r]/;
/** Cells that papaparse would write as they are, which it takes ten times as long to see: codes, names, nothing. */
const ORDINAIRE = /^[\p{L}\d_ ]*$/u;
const estOrdinaire = (cell: string | number): boolean =>
  typeof cell === 'number' || (ORDINAIRE.test(cell) && cell === cell.trim());

/** One line of a CSV: `;`, `\n`, RFC 4180 quotes, formulas neutralised (RULES § 22). */
export function toCsv(cells: readonly (string | number)[]): string {
  if (cells.every(estOrdinaire)) return `${cells.join(';')}\n`;
  return `${Papa.unparse([[...cells]], { delimiter: ';', newline: '\n', escapeFormulae: FORMULE })}\n`;
}

/** The header of a list. */
export function enteteCsv(maille: MailleDuContrat, fictives: boolean): string {
  return toCsv([...COLONNES[maille], ...(fictives ? [FICTIVES] : [])]);
}

/** One record: unknown = an empty cell, hidden = the four letters `null` (API § 4). */
export function ligneCsv(ligne: LigneContrat, fictives: boolean): string {
  const cells = COLONNES[ligne.maille].map((name) => {
    const value = name === 'region' ? ligne.region_nom : ligne[name];
    if (typeof value === 'number' || typeof value === 'string') return value;
    return ligne.champs_masques.includes(name) ? 'null' : '';
  });
  return toCsv([...cells, ...(fictives ? ['true'] : [])]);
}

const COLONNES_BCN = [
  'code_certification',
  'type',
  'code_formation_diplome',
  'libelle',
  'libelle_long',
  'diplome_libelle',
  'date_ouverture',
  // The misspelt name of the original, kept as an alias of the last column (API §§ 4, 7).
  'date_fermerture',
  'date_premiere_session',
  'date_derniere_session',
  'date_fermeture',
] as const;

/** A row of the mart `contrat_bcn`. */
export interface LigneBcn {
  code_certification: string;
  type: 'cfd' | 'mef';
  code_formation_diplome: string;
  libelle: string | null;
  libelle_long: string | null;
  libelle_ancien: string | null;
  diplome_code: string | null;
  diplome_libelle: string | null;
  date_ouverture: string | null;
  date_fermeture: string | null;
  date_premiere_session: string | null;
  date_derniere_session: string | null;
}

export function enteteCsvBcn(fictives: boolean): string {
  return toCsv([...COLONNES_BCN, ...(fictives ? [FICTIVES] : [])]);
}

export function ligneCsvBcn(ligne: LigneBcn, fictives: boolean): string {
  const cells = COLONNES_BCN.map((name) => {
    const value = name === 'date_fermerture' ? ligne.date_fermeture : ligne[name];
    if (value === null) return '';
    return name.startsWith('date_ouv') || name.startsWith('date_ferm') ? heureDeParis(value) : value;
  });
  return toCsv([...cells, ...(fictives ? ['true'] : [])]);
}

const paris = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
  hour12: false,
});

/** An instant as Europe/Paris writes it, with its offset (API § 4): `2023-01-01T00:00:00.000Z` → `2023-01-01T01:00:00+01:00`. */
export function heureDeParis(instant: string): string {
  const date = new Date(instant);
  const local = /^(\d{2})\/(\d{2})\/(\d{4}), ([\d:]{8})$/.exec(paris.format(date));
  if (local === null) throw new Error(`invalid instant: ${instant}`);
  const [, day = '', month = '', year = '', time = ''] = local;
  const minutes = Math.round((Date.parse(`${year}-${month}-${day}T${time}Z`) - date.getTime()) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}-${month}-${day}T${time}+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
