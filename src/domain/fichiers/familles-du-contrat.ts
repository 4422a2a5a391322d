import type { FamilleDeFichiers } from '../ressources.ts';
import type { NomDeSchema } from './schemas.ts';

const RACINE = '/api/inserjeunes';

const json = (nom: string, modele: string, schema: NomDeSchema, contenu: string): FamilleDeFichiers => ({
  nom: `contrat_${nom}`,
  modele: `${RACINE}/${modele}.json`,
  format: 'json',
  contenu,
  schema,
});

/** A whole list in its three formats. */
function liste(nom: string, modele: string, schema: NomDeSchema, contenu: string): FamilleDeFichiers[] {
  const entiere = json(nom, modele, schema, contenu);
  const autres = (['csv', 'parquet'] as const).map((format) => ({
    nom: `${entiere.nom}_${format}`,
    modele: `${RACINE}/${modele}.${format}`,
    format,
    contenu,
  }));
  return [entiere, ...autres];
}

/** The same list for the default millésimes, and for one. */
const listes = (nom: string, modele: string, schema: NomDeSchema, contenu: string): FamilleDeFichiers[] => [
  ...liste(nom, modele, schema, `${contenu}, derniers millésimes`),
  ...liste(`${nom}_millesime`, `{millesime}/${modele}`, schema, `${contenu}, un millésime`),
];

const REGION = 'regionales/{region}/certifications';

/** The files of the contract of the former API (docs/decisions/0008). */
export const FAMILLES_DU_CONTRAT: readonly FamilleDeFichiers[] = [
  json('france', 'certifications/{code}', 'contrat_fiche', "Le chiffre de la France d'un code (dernier millésime)"),
  json('france_millesime', 'certifications/{code}/{millesime}', 'contrat_fiche', "Le chiffre de la France d'un code"),
  json(
    'france_millesimes',
    'certifications/{code}/millesimes',
    'contrat_millesimes',
    "Les millésimes d'un code, en France",
  ),
  json(
    'france_filieres',
    'certifications/{code}/filieres',
    'contrat_filieres',
    'Scolaire et apprentissage, côte à côte, en France (dernier millésime)',
  ),
  json(
    'france_filieres_millesime',
    'certifications/{code}/{millesime}/filieres',
    'contrat_filieres',
    'Scolaire et apprentissage, côte à côte, en France',
  ),
  json('region', REGION, 'contrat_regionales', "Tous les chiffres d'une région (code Insee), tous millésimes"),
  json(
    'region_code',
    `${REGION}/{code}`,
    'contrat_fiche',
    "Le chiffre d'un code dans une région (dernier millésime) ; pas dans le profil léger",
  ),
  json(
    'region_code_millesime',
    `${REGION}/{code}/{millesime}`,
    'contrat_fiche',
    "Le chiffre d'un code dans une région ; profil complet seulement",
  ),
  json(
    'region_millesimes',
    `${REGION}/{code}/millesimes`,
    'contrat_millesimes',
    "Les millésimes d'un code, dans une région",
  ),
  json(
    'region_filieres',
    `${REGION}/{code}/filieres`,
    'contrat_filieres',
    'Scolaire et apprentissage, côte à côte, dans une région (dernier millésime)',
  ),
  json(
    'region_filieres_millesime',
    `${REGION}/{code}/{millesime}/filieres`,
    'contrat_filieres',
    'Scolaire et apprentissage, côte à côte, dans une région ; profil complet seulement',
  ),
  json(
    'etablissement',
    'formations/{uai}',
    'contrat_formations',
    "Tous les chiffres d'un établissement, tous millésimes (code UAI en majuscules)",
  ),
  json(
    'etablissement_code',
    'formations/{uai}-{code}',
    'contrat_fiche',
    "Le chiffre d'un code dans un établissement (dernier millésime) ; pas dans le profil léger",
  ),
  json(
    'etablissement_code_millesime',
    'formations/{uai}-{code}/{millesime}',
    'contrat_fiche',
    "Le chiffre d'un code dans un établissement ; profil complet seulement",
  ),
  ...listes('certifications', 'certifications', 'contrat_certifications', 'Toutes les fiches de la France'),
  ...listes('regionales', 'regionales', 'contrat_regionales', 'Toutes les fiches des régions'),
  ...listes('regionales_region', 'regionales/{region}', 'contrat_regionales', "Les fiches d'une région"),
  ...listes('formations', 'formations', 'contrat_formations', 'Toutes les fiches des établissements'),
  ...listes(
    'formations_region',
    'formations/regions/{region}',
    'contrat_formations',
    "Les fiches des établissements d'une région",
  ),
  ...listes(
    'formations_academie',
    'formations/academies/{academie}',
    'contrat_formations',
    "Les fiches des établissements d'une académie",
  ),
  ...liste('bcn', 'bcn', 'contrat_bcn', 'Les codes de la nomenclature du secondaire'),
  json('prefixes', 'regions/prefixes-postaux', 'contrat_prefixes', 'La région de chaque début de code postal'),
];
