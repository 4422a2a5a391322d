import { getKind, type KindName } from '../pipeline/kinds.ts';

/** Where each service answers, without final slash. Only tests give others. */
export interface Bases {
  education: string;
  enseignementSup: string;
  inserjeunes: string;
}

export const BASES: Bases = {
  education: 'https://data.education.gouv.fr',
  enseignementSup: 'https://data.enseignementsup-recherche.gouv.fr',
  inserjeunes: 'https://www.inserjeunes.education.gouv.fr/api/v1.0',
};

interface Source {
  kind: KindName;
  /** Name in the raw folder. */
  fichier: string;
  /** Does every build need it? The sources of figures are optional one by one, and one of them is needed (src/pipeline/reader/folder.ts). */
  requise: boolean;
}

/** A data set that a portal exports whole, as CSV, to anyone. */
export interface SourceOuverte extends Source {
  portail: 'education' | 'enseignementSup';
  jeu: string;
  /** Headers as labels, as in the files that people download by hand, or technical names (RULES and FORMATS name InserSup by those). */
  etiquettes: boolean;
  licence: string;
}

const LICENCE_OUVERTE = 'Licence Ouverte 2.0';

/** A file of a portal is named after its data set. */
const ouverte = (
  kind: KindName,
  jeu: string,
  rest: Pick<SourceOuverte, 'portail' | 'etiquettes'> = { portail: 'education', etiquettes: true },
): SourceOuverte => ({ kind, jeu, fichier: `${jeu}.csv`, requise: false, licence: LICENCE_OUVERTE, ...rest });

/** In the order asked: small lists first, the million rows of InserSup last. */
export const SOURCES_OUVERTES: readonly SourceOuverte[] = [
  ouverte('cfa_etablissement', 'fr-en-inserjeunes-cfa'),
  ouverte('lycee_pro_etablissement', 'fr-en-inserjeunes-lycee_pro'),
  ouverte('lycee_pro_formation_fine', 'fr-en-inserjeunes-lycee_pro-formation-fine'),
  ouverte('annuaire_education', 'fr-en-annuaire-education'),
  ouverte('insersup_open_data', 'fr-esr-insersup', { portail: 'enseignementSup', etiquettes: false }),
];

/** The address of an export: the separator, mark and lists that `src/pipeline/reader` meets in the files published. */
export function adresseDExport(source: SourceOuverte, bases: Bases): string {
  const parametres = new URLSearchParams({
    delimiter: ';',
    list_separator: ',',
    with_bom: 'true',
    use_labels: String(source.etiquettes),
    lang: 'fr',
    timezone: 'Europe/Paris',
  });
  return `${bases[source.portail]}/api/explore/v2.1/catalog/datasets/${source.jeu}/exports/csv?${parametres.toString()}`;
}

/** A file made of the answers of the InserJeunes API. */
export interface SourceApi extends Source {
  kind: 'inserjeunes_national' | 'inserjeunes_regional' | 'inserjeunes_etablissement';
  licence: string;
}

const api = (kind: SourceApi['kind']): SourceApi => ({
  kind,
  fichier: `${kind.replace('_', '-')}.csv`,
  requise: false,
  licence: LICENCE_OUVERTE,
});

/** In the order asked: regions tell which millésimes are worth asking of each school. */
export const SOURCES_API: readonly SourceApi[] = [
  api('inserjeunes_national'),
  api('inserjeunes_regional'),
  api('inserjeunes_etablissement'),
];

/** A file without a public address that we know of: a person puts it in the folder. */
export interface SourceManuelle extends Source {
  /** Where it comes from, for the person who looks for it. */
  origine: string;
  /** Another table that does as well. */
  ou?: KindName;
}

const BCN = 'nomenclatures BCN de la DEPP (export CSV, ou API Omogen avec clé et compte)';

const manuelle = (kind: KindName, origine: string, rest: Partial<SourceManuelle> = {}): SourceManuelle => ({
  ...{ kind, fichier: `${kind}.csv`, requise: false, origine },
  ...rest,
});

const NOMENCLATURES_FACULTATIVES = [
  'v_formation_diplome',
  'n_formation_diplome_enquete_51',
  'n_groupe_formation',
  'n_lien_formation_groupe',
  'n_groupe_specialite',
  'n_domaine_specialite',
  'n_diplome_sise',
  'n_type_diplome_sise',
] as const;

/** By origin, those that a build needs first. */
export const SOURCES_MANUELLES: readonly SourceManuelle[] = [
  manuelle('n_niveau_formation_diplome', BCN, { requise: true }),
  manuelle('n_formation_diplome', BCN, { requise: true, ou: 'v_formation_diplome' }),
  // Needed as soon as a figure is about a MEFSTAT11, which those of schools are.
  manuelle('n_mef', BCN, { requise: true }),
  ...NOMENCLATURES_FACULTATIVES.map((kind) => manuelle(kind, BCN)),
  manuelle('acce_etablissements', 'annuaire ACCE du ministère (export CSV)'),
  manuelle('insersup_etablissement', 'InserSup par établissement (SIES, API Omogen avec clé)', {
    fichier: 'insersup-etablissement.csv',
  }),
  manuelle('catalogue_apprentissage', 'catalogue.apprentissage.education.gouv.fr (export CSV, ou API avec compte)', {
    fichier: 'catalogue-apprentissage.csv',
  }),
  manuelle('kit_apprentissage', 'France compétences, correspondance entre CFD et RNCP'),
  manuelle('certif_info', 'Certif Info, du Carif-Oref et de l’Onisep'),
  ...['pro', 'apprentissage'].map((voie) =>
    manuelle(voie === 'pro' ? 'lycee_pro_etablissement' : 'cfa_etablissement', 'anciens tableaux de la DEPP', {
      fichier: `depp-AAAA-etablissements-AAAA_AAAA-${voie}.csv`,
    }),
  ),
];

/** What a source is, in French. */
export const libelleDe = ({ kind }: Source): string => getKind(kind).libelle;
