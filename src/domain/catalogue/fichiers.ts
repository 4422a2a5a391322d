/**
 * The static files that a catalogue is joined with, `/api/catalogue/…`: where they are and their columns. Written by the data step, read by the
 * browser and by `npm run coverage`: no schema nor table of words here (`schema.ts` has the schemas).
 */
export const RACINE_DU_CATALOGUE = '/api/catalogue';

/** Addresses below the root. Schools are split by the three digits that begin an UAI (the département), so that only a few are asked for. */
export const fichiersDuCatalogue = {
  sommaire: 'index.json',
  codes: (type: string) => `codes/${type}.csv`,
  formations: 'formations.csv',
  france: 'france.csv',
  region: (code: string) => `regions/${code}.csv`,
  etablissements: (departement: string) => `etablissements/${departement}.csv`,
} as const;

/** `0350777E` → `035` */
export const departementDe = (uai: string): string => uai.slice(0, 3);

/** Separates the values of a list in one cell; no code holds it. */
export const SEPARATEUR_DE_LISTE = '|';

/** Where each official code leads: the same answer as `/api/resoudre/{code}.json`. Lists of codes in `candidats` and `annee_terminale`. */
export const COLONNES_DES_CODES = ['code', 'chemin', 'page', 'candidats', 'annee_terminale', 'absence'] as const;

export const COLONNES_DES_FORMATIONS = ['code_formation', 'titre', 'slug', 'absence'] as const;

/** A record in the fewest columns that keep it readable alone: denominator, millésime, scope, source and origin go with the shares. */
const COLONNES_DE_FICHE = [
  'code_formation',
  'code_certification',
  'filiere',
  'donnee_source_type',
  'donnee_source_code_certification',
  'millesime',
  'source',
  'nb_annee_term',
  'part_emploi_6_mois',
  'part_formation',
  'part_autre_6_mois',
  'absence',
] as const;

/** The newest record of each track that shows its shares, France and regions; tracks of a formation in the order of its page. */
export const COLONNES_DE_FRANCE = ['maille', 'nb_regions', ...COLONNES_DE_FICHE] as const;
export const COLONNES_DE_REGION = ['maille', 'region', ...COLONNES_DE_FICHE] as const;

/**
 * First one line a school, without `code_formation`: its name, its place and its figures all courses together. Then one line a course that has a
 * record there, or that is measured elsewhere (`absence`, without `code_certification`).
 */
export const COLONNES_DES_ETABLISSEMENTS = [
  'maille',
  'uai',
  'nom',
  'region',
  'perimetre',
  ...COLONNES_DE_FICHE,
  'uai_donnee',
] as const;

type Cellules<Colonnes extends readonly string[]> = Record<Colonnes[number], string>;
export type LigneDeCode = Cellules<typeof COLONNES_DES_CODES>;
export type LigneDeFormation = Cellules<typeof COLONNES_DES_FORMATIONS>;
/** A record as read: cells that its file does not have are absent. */
export type LigneDeFiche = Cellules<typeof COLONNES_DE_FICHE> &
  Partial<Cellules<typeof COLONNES_DES_ETABLISSEMENTS>> & { nb_regions?: string };
export type LigneDEtablissement = Cellules<typeof COLONNES_DES_ETABLISSEMENTS>;

/** `/api/catalogue/index.json`. */
export interface SommaireDuCatalogue {
  edition: string;
  donnees_fictives?: true | undefined;
  /** Bytes of each file, by its address below the root; a file that is not here does not exist. */
  fichiers: Record<string, number>;
}
