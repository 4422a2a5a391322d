import type { Fiche, FicheEnsemble } from '../fiche.ts';
import { CHAMPS_DE_FICHE } from '../textes/dictionnaire.ts';
import { champ, chiffresChamps, type Champ } from './champs.ts';

/** One record of a course, with the names that the files beside it would tell. */
export interface LigneDeFiche {
  fiche: Fiche;
  /** Code of the page. */
  formation: string;
  titre: string;
  region?: string | undefined;
  region_nom?: string | undefined;
  etablissement_nom?: string | undefined;
}

export interface LigneDEnsemble {
  fiche: FicheEnsemble;
  nom: string;
  region?: string | undefined;
  region_nom?: string | undefined;
}

const nu = (texte: string): string => texte.replaceAll('`', '');
const TEXTES = Object.fromEntries(
  Object.entries(CHAMPS_DE_FICHE).map(([nom, texte]) => [nom, nu(texte)]),
) as typeof CHAMPS_DE_FICHE;

const formation: Champ<LigneDeFiche>[] = [
  champ(
    'code_certification',
    'string',
    'Code officiel',
    TEXTES.code_certification,
    ({ fiche }) => fiche.code_certification,
  ),
  champ(
    'code_certification_type',
    'string',
    'Type de code',
    TEXTES.code_certification_type,
    ({ fiche }) => fiche.code_certification_type,
  ),
  champ(
    'code_formation',
    'string',
    'Code de la page',
    'Code formation diplôme (ou SISE) de la page qui montre la fiche.',
    (ligne) => ligne.formation,
  ),
  champ('titre', 'string', 'Formation', 'Nom de la formation, type de diplôme compris.', ({ titre }) => titre),
  champ('filiere', 'string', 'Voie', TEXTES.filiere, ({ fiche }) => fiche.filiere),
  champ('duree_ans', 'integer', 'Durée', TEXTES.duree_ans, ({ fiche }) => fiche.duree_ans),
  champ('maille', 'string', 'Maille', TEXTES.maille, ({ fiche }) => fiche.maille),
];

const region: Champ<{ region?: string | undefined; region_nom?: string | undefined }>[] = [
  champ('region', 'string', 'Région', 'Code Insee de la région.', (ligne) => ligne.region),
  champ('region_nom', 'string', 'Nom de la région', 'Nom de la région.', (ligne) => ligne.region_nom),
];

const provenance: Champ<LigneDeFiche>[] = [
  champ(
    'donnee_source_type',
    'string',
    'Chiffres venus du même diplôme ou non',
    "self : chiffres du diplôme lui-même ; ancienne ou nouvelle : chiffres d'un autre diplôme de la même lignée, celui qu'il remplace ou qui le remplace.",
    ({ fiche }) => fiche.donnee_source?.type ?? 'self',
  ),
  champ(
    'donnee_source_code_certification',
    'string',
    "Code d'où viennent les chiffres",
    "Code officiel du diplôme d'où viennent les chiffres.",
    ({ fiche }) => fiche.donnee_source?.code_certification ?? fiche.code_certification,
  ),
];

const etablissement: Champ<LigneDeFiche>[] = [
  champ('uai', 'string', 'Établissement', "Code UAI de l'établissement.", ({ fiche }) => fiche.uai),
  champ(
    'etablissement_nom',
    'string',
    "Nom de l'établissement",
    "Nom de l'établissement dans l'annuaire.",
    (ligne) => ligne.etablissement_nom,
  ),
];

const roles: Champ<LigneDeFiche>[] = [
  champ('uai_type', 'string', "Rôle de l'établissement", TEXTES.uai_type, ({ fiche }) => fiche.uai_type),
  champ(
    'uai_donnee',
    'string',
    "Établissement d'où viennent les chiffres",
    TEXTES.uai_donnee,
    ({ fiche }) => fiche.uai_donnee ?? fiche.uai,
  ),
  champ('uai_donnee_type', 'string', 'Rôle de celui-ci', TEXTES.uai_donnee_type, ({ fiche }) => fiche.uai_donnee_type),
];

const ficheDe = ({ fiche }: { fiche: Fiche }): Fiche => fiche;

export const CHAMPS_NATIONAUX: Champ<LigneDeFiche>[] = [
  ...formation,
  champ('nb_regions', 'integer', 'Régions additionnées', TEXTES.nb_regions, ({ fiche }) => fiche.nb_regions),
  ...provenance,
  ...chiffresChamps(ficheDe),
];
export const CHAMPS_REGIONAUX: Champ<LigneDeFiche>[] = [
  ...formation,
  ...region,
  ...provenance,
  ...chiffresChamps(ficheDe),
];
export const CHAMPS_D_ETABLISSEMENT: Champ<LigneDeFiche>[] = [
  ...etablissement,
  ...region,
  ...formation,
  ...provenance,
  ...roles,
  ...chiffresChamps(ficheDe),
];

export const CHAMPS_D_ENSEMBLE: Champ<LigneDEnsemble>[] = [
  champ('uai', 'string', 'Établissement', "Code UAI de l'établissement.", ({ fiche }) => fiche.uai),
  champ(
    'etablissement_nom',
    'string',
    "Nom de l'établissement",
    "Nom de l'établissement dans l'annuaire.",
    ({ nom }) => nom,
  ),
  ...region,
  champ(
    'perimetre',
    'string',
    'Périmètre',
    'Qui est compté : lycee_ensemble, lycee_scolaire, lycee_apprentis ou cfa.',
    ({ fiche }) => fiche.perimetre,
  ),
  ...chiffresChamps<LigneDEnsemble>(({ fiche }) => fiche),
];
