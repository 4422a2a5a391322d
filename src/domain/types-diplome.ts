import { slugify } from '../lib/slug.ts';

export interface TypeDiplome {
  slug: string;
  /** Short name, which opens the title of a formation: `Bac pro`. */
  libelle: string;
  /** Long name, for headings: `Baccalauréat professionnel`. */
  nom: string;
}

/** First three characters of a CFD → how people call the diploma (meaning of the prefixes: N_NIVEAU_FORMATION_DIPLOME). */
const BY_PREFIX: Record<string, [libelle: string, nom: string]> = {
  '010': ['MC', 'Mention complémentaire'],
  '100': ['Doctorat', 'Doctorat'],
  '140': ['DSAA', 'Diplôme supérieur des arts appliqués'],
  '146': ['Diplôme Cnam', 'Diplôme du Conservatoire national des arts et métiers'],
  '155': ['Diplôme grade master', 'Diplôme de grand établissement, grade de master'],
  '165': ['Diplôme grade master', 'Diplôme visé, grade de master'],
  '135': ['Master', 'Master'],
  '170': ['Ingénieur', "Diplôme d'ingénieur"],
  '205': ['Licence', 'Licence'],
  '236': ['DES JEPS', "Diplôme d'État supérieur de la jeunesse, de l'éducation populaire et du sport"],
  '241': ['DN MADE', "Diplôme national des métiers d'art et du design"],
  '246': ['Diplôme Cnam', 'Diplôme du Conservatoire national des arts et métiers'],
  '250': ['Licence pro', 'Licence professionnelle'],
  '251': ['BUT', 'Bachelor universitaire de technologie'],
  '255': ['Diplôme grade licence', 'Diplôme de grand établissement, grade de licence'],
  '265': ['Diplôme grade licence', 'Diplôme visé, grade de licence'],
  '320': ['BTS', 'Brevet de technicien supérieur'],
  '321': ['DMA', "Diplôme des métiers d'art"],
  '322': ['Diplôme assimilé au BTS', 'Diplôme assimilé au BTS (DTS…)'],
  '323': ['BTSA', 'Brevet de technicien supérieur agricole'],
  '336': ['DE JEPS', "Diplôme d'État de la jeunesse, de l'éducation populaire et du sport"],
  '346': ['Diplôme Cnam', 'Diplôme du Conservatoire national des arts et métiers'],
  '350': ['DUT', 'Diplôme universitaire de technologie'],
  '355': ['DEUST', "Diplôme d'études universitaires scientifiques et techniques"],
  '363': ['CS agricole', 'Certificat de spécialisation agricole'],
  '370': ['CPGE', 'Classe préparatoire aux grandes écoles'],
  '381': ['FCIL', "Formation complémentaire d'initiative locale"],
  '400': ['Bac pro', 'Baccalauréat professionnel'],
  '401': ['BMA', "Brevet des métiers d'art"],
  '403': ['Bac pro agricole', 'Baccalauréat professionnel agricole'],
  '420': ['BT', 'Brevet de technicien'],
  '430': ['Bac techno', 'Baccalauréat technologique'],
  '433': ['Bac techno agricole', 'Baccalauréat technologique agricole'],
  '446': ['BP JEPS', "Brevet professionnel de la jeunesse, de l'éducation populaire et du sport"],
  '450': ['BP', 'Brevet professionnel'],
  '453': ['BP agricole', 'Brevet professionnel agricole (niveau bac)'],
  '461': ['CS', 'Certificat de spécialisation'],
  '463': ['CS agricole', 'Certificat de spécialisation agricole'],
  '470': ['Bac général', 'Baccalauréat général'],
  '481': ['FCIL', "Formation complémentaire d'initiative locale"],
  '500': ['CAP', "Certificat d'aptitude professionnelle"],
  '503': ['CAP agricole', "Certificat d'aptitude professionnelle agricole"],
  '553': ['BPA', 'Brevet professionnel agricole (niveau CAP)'],
  '561': ['CS', 'Certificat de spécialisation'],
  '563': ['CS agricole', 'Certificat de spécialisation agricole'],
  '581': ['FCIL', "Formation complémentaire d'initiative locale"],
};

/** Third character of the prefixes of « titres »: T = ministry of labour, M = chambers of trades, others = various bodies. */
const TITRES: Record<string, [libelle: string, nom: string]> = {
  T: ['Titre pro', 'Titre professionnel du ministère du Travail'],
  M: ['Titre des métiers', 'Titre des chambres de métiers (BTM, BM…)'],
};

/**
 * The diploma type of a CFD. `libelleNiveau` is the short official label of its prefix, used when we have no better name.
 *
 * `50022137` → `{slug: 'cap', libelle: 'CAP', …}`; `36T33402` → `titre-pro`.
 */
export function typeDiplome(cfd: string, libelleNiveau?: string): TypeDiplome {
  const prefix = cfd.slice(0, 3);
  const known = BY_PREFIX[prefix] ?? titre(prefix) ?? autre(prefix, libelleNiveau);
  return { slug: slugify(known[0]), libelle: known[0], nom: known[1] };
}

/** Type of a SISE code → prefix of the CFD of the same type, so that one name leads to one browse page (FACTS § 4, « SISE »). */
const PREFIX_BY_SISE: Record<string, string> = {
  ...{ DR: '251', DP: '250', DL: '250', CB: '350', CD: '355', YA: '100', YB: '100' },
  ...{ XA: '205', DA: '205', DB: '205', DC: '205', LP: '205', XB: '135', XC: '135', XD: '135' },
  ...{ FI: '170', FM: '170', FN: '170', UP: '255', RG: '265', QD: '265', UH: '155', RA: '165', QC: '165' },
};

/** Types of higher education that have no CFD of the same name. */
const BY_SISE: Record<string, [libelle: string, nom: string]> = {
  '07': ['Mastère spécialisé', 'Mastère spécialisé'],
  AC: ['Capacité en droit', 'Capacité en droit'],
  DJ: ['Licence IUP', "Licence d'institut universitaire professionnalisé"],
  RD: ['Diplôme visé bac + 3', 'Diplôme visé de management, niveau bac + 3'],
  RB: ['Diplôme visé bac + 5', 'Diplôme visé de management, niveau bac + 5'],
};

/**
 * The diploma type of a SISE code, from its own type; `libelleCourt` is the official short label, used when we have no better name.
 *
 * `('DR', 'But')` → `{slug: 'but', libelle: 'BUT', …}`
 */
export function typeDiplomeSise(typeSise: string, libelleCourt: string): TypeDiplome {
  const known = BY_PREFIX[PREFIX_BY_SISE[typeSise] ?? ''] ?? BY_SISE[typeSise] ?? [libelleCourt, libelleCourt];
  return { slug: slugify(known[0]), libelle: known[0], nom: known[1] };
}

function titre(prefix: string): [string, string] | undefined {
  if (!/^[12345]6[A-Z4]$/.test(prefix)) return undefined;
  return TITRES[prefix.charAt(2)] ?? ['Titre', 'Autre titre à finalité professionnelle'];
}

function autre(prefix: string, libelleNiveau: string | undefined): [string, string] {
  if (/^[6789]|^[1-5]99|^551/.test(prefix)) return ['Autre formation', 'Autres formations, attestations et brevets'];
  if (/^[12345]60$/.test(prefix) || libelleNiveau === undefined) return ['Diplôme', 'Autre diplôme'];
  return [libelleNiveau, libelleNiveau];
}

/** Levels of RULES § 8 in words, in the order in which a pupil meets them. */
export const NIVEAUX: readonly { code: string; libelle: string }[] = [
  { code: '3', libelle: 'Niveau CAP' },
  { code: '4', libelle: 'Niveau bac' },
  { code: '5', libelle: 'Niveau bac + 2' },
  { code: '6', libelle: 'Niveau bac + 3 ou 4' },
  { code: '7', libelle: 'Niveau bac + 5' },
  { code: 'divers', libelle: 'Spécialisations, titres et autres diplômes' },
  { code: '', libelle: 'Sans niveau' },
];

/** The level of a diploma for readers: `{code: '4', libelle: 'BAC PRO'}` → « Niveau 4 (bac) »; one of RULES § 8 that we have no words for keeps its own. */
export function nomDeNiveau({ code, libelle }: { code: string; libelle: string }): string {
  const known = NIVEAUX.find((niveau) => niveau.code === code && niveau.libelle.startsWith('Niveau '));
  return `Niveau ${code} (${known === undefined ? libelle : known.libelle.slice('Niveau '.length)})`;
}

/** Types that exist at several levels (or at level 0 of RULES § 8): they are browsed together, under `divers`. */
const TYPES_DE_PLUSIEURS_NIVEAUX = new Set([
  'mc',
  'cs',
  'cs-agricole',
  'titre-pro',
  'titre-des-metiers',
  'titre',
  'diplome',
  'diplome-cnam',
  'fcil',
  'autre-formation',
]);

/** Types that the reference table of higher education puts at another level than the one of secondary education (RULES § 8: masters and engineers are 6 there). */
const NIVEAUX_CONNUS: Partial<Record<string, string>> = { master: '7', ingenieur: '7' };

/** Under which heading of `NIVEAUX` a type is browsed, one for each: `('bts', '5')` → `5`, `('titre-pro', '5')` → `divers`, `('master', '6')` → `7`. */
export function niveauDeRubrique(typeSlug: string, diplomeCode: string | undefined): string {
  if (TYPES_DE_PLUSIEURS_NIVEAUX.has(typeSlug) || diplomeCode === '0') return 'divers';
  return NIVEAUX_CONNUS[typeSlug] ?? diplomeCode ?? '';
}
