import type { Etablissement } from '../etablissement.ts';
import type { Formation } from '../formation.ts';
import type { Absence } from '../publication.ts';
import { urls } from '../../lib/urls.ts';
import { absenceChamp, champ, SEPARATEUR_DE_LISTE, type Champ } from './champs.ts';
import type { TypeDeCode } from '../ressources.ts';

export type LigneDeFormation = Omit<Formation, 'edition' | 'codes' | 'voies' | 'etablissements'>;
export type LigneDEtablissement = Omit<Etablissement, 'edition' | 'ensembles' | 'formations'> & {
  nb_formations: number;
};

/** One pair of an official code and a formation, whether it has a page or not. */
export interface LigneDeCorrespondance {
  code: string;
  type: Exclude<TypeDeCode, 'uai'>;
  formation: string;
  titre?: string | undefined;
  slug?: string | undefined;
  fiche_active?: boolean | undefined;
  terminales: readonly string[];
}

const codes = (liens: readonly { code: string }[]): string | undefined =>
  liens.map(({ code }) => code).join(SEPARATEUR_DE_LISTE) || undefined;
const RAISON = (quoi: string): string =>
  `Raison pour laquelle ${quoi} ne montre aucun chiffre ; vide quand des chiffres sont publiés.`;

export const CHAMPS_DES_FORMATIONS: Champ<LigneDeFormation>[] = [
  champ(
    'code_formation',
    'string',
    'Code de la formation',
    'Code formation diplôme, ou SISE dans le supérieur.',
    ({ code }) => code,
  ),
  champ('titre', 'string', 'Formation', 'Nom de la formation, type de diplôme compris.', ({ titre }) => titre),
  champ(
    'libelle_officiel',
    'string',
    'Libellé officiel',
    'Libellé de la nomenclature.',
    (ligne) => ligne.libelle_officiel,
  ),
  champ(
    'libelle_ancien',
    'string',
    'Ancien nom',
    'Nom du diplôme remplacé, quand il a vraiment changé.',
    (ligne) => ligne.libelle_ancien,
  ),
  champ('slug', 'string', 'Nom de la page', "Partie de l'adresse qui nomme la page.", ({ slug }) => slug),
  champ('page', 'string', 'Page', 'Adresse de la page depuis la racine du site.', ({ slug }) => urls.formation(slug)),
  champ('type_diplome', 'string', 'Type de diplôme', 'Nom court du type de diplôme.', ({ type }) => type.libelle),
  champ(
    'diplome_code',
    'string',
    'Niveau',
    '3 : CAP, 4 : bac, 5 : bac + 2, 6 : bac + 3 ou 4, 7 : bac + 5, 0 : sans niveau.',
    ({ diplome }) => diplome?.code,
  ),
  champ('domaine_code', 'string', 'Code du domaine', 'Domaine de spécialité (NSF).', ({ domaine }) => domaine?.code),
  champ('domaine', 'string', 'Domaine', 'Nom du domaine de spécialité.', ({ domaine }) => domaine?.libelle),
  champ(
    'groupe_specialite',
    'string',
    'Groupe de spécialité',
    'Code du groupe de spécialité (NSF).',
    (ligne) => ligne.groupe_specialite?.code,
  ),
  champ('famille_code', 'string', 'Code de la famille', 'Famille de métiers.', ({ famille }) => famille?.code),
  champ('famille', 'string', 'Famille de métiers', 'Nom de la famille de métiers.', ({ famille }) => famille?.libelle),
  champ(
    'est_annee_commune',
    'boolean',
    'Année commune',
    "true pour la première année commune d'une famille de métiers.",
    ({ famille }) => famille?.est_annee_commune ?? false,
  ),
  champ('date_ouverture', 'date', "Date d'ouverture", 'Dans la nomenclature.', (ligne) => ligne.date_ouverture),
  champ('date_fermeture', 'date', 'Date de fermeture', 'Dans la nomenclature.', (ligne) => ligne.date_fermeture),
  champ('est_fermee', 'boolean', 'Fermée', "Fermée à la date de l'édition.", (ligne) => ligne.est_fermee),
  champ(
    'premiere_session',
    'integer',
    'Première session',
    "Année de la première session d'examen.",
    (ligne) => ligne.premiere_session,
  ),
  champ(
    'derniere_session',
    'integer',
    'Dernière session',
    "Année de la dernière session d'examen.",
    (ligne) => ligne.derniere_session,
  ),
  champ('anciens', 'string', 'Diplômes remplacés', `Codes séparés par « ${SEPARATEUR_DE_LISTE} ».`, ({ anciens }) =>
    codes(anciens),
  ),
  champ(
    'nouveaux',
    'string',
    'Diplômes qui le remplacent',
    `Codes séparés par « ${SEPARATEUR_DE_LISTE} ».`,
    ({ nouveaux }) => codes(nouveaux),
  ),
  absenceChamp(RAISON('la page'), ({ absence }) => absence),
];

export const CHAMPS_DES_ETABLISSEMENTS: Champ<LigneDEtablissement>[] = [
  champ('uai', 'string', 'Établissement', "Code UAI de l'établissement.", ({ uai }) => uai),
  champ('nom', 'string', 'Nom', "Nom dans l'annuaire.", ({ nom }) => nom),
  champ('page', 'string', 'Page', 'Adresse de la page depuis la racine du site.', ({ uai }) => urls.etablissement(uai)),
  champ('nature', 'string', 'Nature', 'lycee, cfa, superieur ou autre.', ({ nature }) => nature),
  champ('secteur', 'string', 'Secteur', 'public ou prive.', ({ secteur }) => secteur),
  champ('adresse', 'string', 'Adresse', 'Numéro et voie.', ({ adresse }) => adresse),
  champ('code_postal', 'string', 'Code postal', 'Cinq caractères.', (ligne) => ligne.code_postal),
  champ('commune', 'string', 'Commune', 'Nom de la commune.', ({ commune }) => commune),
  champ('departement', 'string', 'Département', 'Code du département.', ({ departement }) => departement?.code),
  champ(
    'departement_nom',
    'string',
    'Nom du département',
    'Nom du département.',
    ({ departement }) => departement?.nom,
  ),
  champ('region', 'string', 'Région', 'Code Insee de la région.', ({ region }) => region?.code),
  champ('region_nom', 'string', 'Nom de la région', 'Nom de la région.', ({ region }) => region?.libelle),
  champ('academie', 'string', 'Académie', "Code de l'académie.", ({ academie }) => academie?.code),
  champ('academie_nom', 'string', "Nom de l'académie", "Nom de l'académie.", ({ academie }) => academie?.nom),
  champ('latitude', 'number', 'Latitude', 'Degrés décimaux, WGS 84.', ({ latitude }) => latitude),
  champ('longitude', 'number', 'Longitude', 'Degrés décimaux, WGS 84.', ({ longitude }) => longitude),
  champ(
    'nb_formations',
    'integer',
    'Formations suivies',
    'Nombre de formations qui ont une fiche dans cet établissement.',
    (ligne) => ligne.nb_formations,
  ),
  absenceChamp(RAISON("l'établissement"), ({ absence }) => absence),
];

export const CHAMPS_DES_CORRESPONDANCES: Champ<LigneDeCorrespondance & { absence?: Absence | undefined }>[] = [
  champ(
    'code',
    'string',
    'Code',
    'Code officiel : CFD, MEFSTAT11, SISE ou fiche RNCP (RNCP12345).',
    ({ code }) => code,
  ),
  champ('type', 'string', 'Type de code', 'cfd, mef11, sise ou rncp.', ({ type }) => type),
  champ(
    'code_formation',
    'string',
    'Code de la formation',
    'Code formation diplôme (ou SISE) que ce code désigne.',
    ({ formation }) => formation,
  ),
  champ('titre', 'string', 'Formation', 'Nom de la formation, quand la nomenclature le donne.', ({ titre }) => titre),
  champ(
    'slug',
    'string',
    'Nom de la page',
    "Partie de l'adresse qui nomme la page ; vide quand la formation n'a pas de page.",
    ({ slug }) => slug,
  ),
  champ(
    'annee_terminale',
    'string',
    'Codes de dernière année',
    `Pour un code de lycée d'une année qui n'est pas la dernière : les codes de la dernière année, séparés par « ${SEPARATEUR_DE_LISTE} ».`,
    ({ terminales }) => terminales.join(SEPARATEUR_DE_LISTE) || undefined,
  ),
  champ(
    'fiche_active',
    'boolean',
    'Fiche en cours',
    'Pour une fiche RNCP : true quand elle est encore en cours.',
    (ligne) => ligne.fiche_active,
  ),
  absenceChamp(RAISON('la page, ou le code,'), ({ absence }) => absence),
];
