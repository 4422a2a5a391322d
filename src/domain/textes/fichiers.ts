import type { Parametre } from '../fichiers/adresses.ts';
import { FAMILLES_DU_CONTRAT } from '../fichiers/familles-du-contrat.ts';
import { SCHEMAS, type NomDeSchema } from '../fichiers/schemas.ts';
import { FLUX } from '../flux.ts';
import type { FamilleDeFichiers as Famille } from '../ressources.ts';

/** What a family says beside its address: the schema of its files when they share one, values written another way than usual. */
interface Precisions {
  schema?: NomDeSchema;
  parametres?: Record<string, Parametre>;
}
const isSchema = (nom: string): nom is NomDeSchema => Object.hasOwn(SCHEMAS, nom);

/** The schema of a JSON family bears its name, unless it says another one. */
function json(nom: string, modele: string, contenu: string, { schema, parametres }: Precisions = {}): Famille {
  const sien = schema ?? nom;
  if (!isSchema(sien)) throw new Error(`no schema for the files of ${nom}`);
  return { nom, modele, format: 'json', contenu, schema: sien, ...(parametres && { parametres }) };
}
const csv = (nom: string, modele: string, contenu: string, parametres?: Record<string, Parametre>): Famille => ({
  nom,
  modele,
  format: 'csv',
  contenu,
  ...(parametres && { parametres }),
});

const svg = (nom: string, modele: string, contenu: string): Famille => ({ nom, modele, format: 'svg', contenu });

/** A family whose files are written with the pages, after the data step. */
const dePage = (famille: Famille): Famille => ({ ...famille, avecLesPages: true });

const CODE_A_RESOUDRE = {
  motif: '(?:[0-9A-Z]{7,11}|RNCP[0-9]{1,7})',
  description: 'Code officiel en majuscules : CFD, MEFSTAT11, SISE, UAI, ou fiche RNCP (`RNCP12345`).',
};
const TYPE_DE_CODE = { motif: 'cfd|mef11|sise|rncp', description: 'Sorte de code.' };
const DEPARTEMENT_UAI = { motif: '[0-9]{3}', description: 'Les trois premiers chiffres du code UAI.' };
const UAI_EN_MINUSCULES = { motif: '[0-9]{7}[a-z]', description: "Code UAI de l'établissement, en minuscules." };

/**
 * Every family of files beside the pages: the pages « Données » and « API », `/api/index.json` and `/api/openapi.json` list the same. `{…}` stands
 * for a value. Each JSON file of the site belongs to one of them.
 */
export const FAMILLES_DE_FICHIERS: readonly Famille[] = [
  json('edition', '/index.json', "L'édition : sa date, ce qu'elle couvre, et si ses chiffres sont fictifs"),
  json(
    'index',
    '/api/index.json',
    'Sommaire des fichiers : sources avec leur empreinte, nombres, licence, adresses de toutes les familles de fichiers',
  ),
  json(
    'resoudre',
    '/api/resoudre/{code}.json',
    'Un code officiel : la page où il mène, sa lignée, ou la liste des formations possibles',
    { parametres: { code: CODE_A_RESOUDRE } },
  ),
  json(
    'catalogue',
    '/api/catalogue/index.json',
    'De quoi joindre un catalogue entier en quelques fichiers : leur liste et leur taille. La page « Mon catalogue » les lit',
  ),
  csv(
    'catalogue_codes',
    '/api/catalogue/codes/{type}.csv',
    "Où mène chaque code d'un type (`cfd`, `mef11`, `sise`, `rncp`)",
    { type: TYPE_DE_CODE },
  ),
  csv('catalogue_formations', '/api/catalogue/formations.csv', 'Le nom et la page de chaque formation'),
  csv('catalogue_france', '/api/catalogue/france.csv', 'Le dernier chiffre de la France pour chaque voie de formation'),
  csv(
    'catalogue_region',
    '/api/catalogue/regions/{region}.csv',
    "Le dernier chiffre d'une région (code Insee) pour chaque voie de formation",
  ),
  csv(
    'catalogue_etablissements',
    '/api/catalogue/etablissements/{departement}.csv',
    "Le dernier chiffre de chaque formation dans les établissements d'un département (les trois premiers chiffres du code UAI)",
    { departement: DEPARTEMENT_UAI },
  ),
  json('sommaire', '/formations.json', 'Le sommaire : types de diplôme par niveau, domaines, familles de métiers'),
  json('formation', '/formations/{slug}.json', 'Une formation : codes, voies, tous ses chiffres, ses établissements'),
  csv('formation_csv', '/formations/{slug}.csv', 'Les mêmes chiffres, une ligne par chiffre'),
  dePage({
    nom: 'formation_svg',
    modele: '/formations/{slug}.svg',
    format: 'svg',
    contenu: 'La carte « sur 100 » de la formation, en image',
  }),
  dePage({
    nom: 'formation_dessin_svg',
    modele: '/formations/{slug}/{dessin}.svg',
    format: 'svg',
    contenu: 'Chaque dessin de sa page, quand il existe : `comparaison`, `mois`, `promotions`, `salaire`',
  }),
  {
    nom: 'formation_zip',
    modele: '/formations/{slug}.zip',
    format: 'zip',
    contenu: 'Le JSON et le CSV de la formation, avec de quoi les lire et les citer loin du site',
  },
  json('diplome', '/diplomes/{type}.json', "Les formations d'un type de diplôme, avec leur chiffre principal", {
    schema: 'liste',
  }),
  json('domaine', '/domaines/{slug}.json', "Les formations d'un domaine", { schema: 'liste' }),
  json('famille', '/familles/{slug}.json', "Les formations d'une famille de métiers", { schema: 'liste' }),
  json('regions', '/regions.json', 'La liste des régions'),
  json('region', '/regions/{slug}.json', 'Une région : ses formations avec leurs chiffres, ses établissements'),
  json('proximite', '/pres-de-chez-moi.json', 'Les départements qui ont des établissements, par région'),
  json(
    'proximite_departement',
    '/pres-de-chez-moi/{departement}.json',
    'Un département : ses communes, la position et les formations de ses établissements, les départements voisins',
  ),
  dePage(
    json(
      'devine',
      '/devine.json',
      'Les questions du quiz, avec les chiffres qui y répondent, et la liste des feuilles',
    ),
  ),
  json('etablissements', '/etablissements.json', 'La liste des établissements'),
  json(
    'etablissement',
    '/etablissements/{uai}.json',
    'Un établissement : ses chiffres et ceux de ses formations (code UAI en minuscules)',
    { parametres: { uai: UAI_EN_MINUSCULES } },
  ),
  csv('etablissement_csv', '/etablissements/{uai}.csv', 'Les mêmes chiffres, une ligne par chiffre', {
    uai: UAI_EN_MINUSCULES,
  }),
  json(
    'comparaisons',
    '/comparaisons/{type}.json',
    "À quoi chaque part est comparée : la répartition des formations d'un type de diplôme, par voie, lieu et promotion",
  ),
  csv('comparaisons_csv', '/comparaisons/{type}.csv', 'Les formations ainsi comparées, une ligne par formation'),
  json(
    'legendes',
    '/legendes.json',
    'Les phrases qui accompagnent les chiffres et ne dépendent pas de la formation : en français, en anglais et en français facile à lire',
  ),
  json('recherche', '/recherche.json', 'Tous les noms, anciens noms et codes du site, et la page où chacun mène'),
  json(
    'recherche_chiffres',
    '/recherche/chiffres/{lieu}.json',
    'Les parts que les résultats de la recherche montrent, par formation : `france`, ou une région (`bretagne`)',
  ),
  dePage(json('recherche_noms', '/recherche/noms.json', 'Les noms que la recherche propose, pages avec chiffres')),
  dePage(
    json('recherche_noms_sans_chiffre', '/recherche/noms-sans-chiffre.json', 'Les noms des pages sans chiffre', {
      schema: 'recherche_noms',
    }),
  ),
  dePage(
    json(
      'reference',
      '/donnees/api.json',
      'Ce que montre la page « API » : les adresses, les champs, les lignes à copier',
    ),
  ),
  dePage(json('widget', '/widget.json', 'Les formes des cartes à mettre sur un autre site, et leurs réglages')),
  dePage(
    json(
      'oembed_formation',
      '/integrer/formations/{code}.json',
      "La description oEmbed de la carte d'une formation : de quoi la montrer à partir de son adresse",
      { schema: 'oembed' },
    ),
  ),
  dePage(
    json('oembed_region', '/integrer/formations/{code}/{region}.json', 'La même, pour une région', {
      schema: 'oembed',
    }),
  ),
  dePage(
    json('oembed_etablissement', '/integrer/etablissements/{uai}.json', 'La même, pour un établissement', {
      schema: 'oembed',
    }),
  ),
  dePage(svg('carte_formation', '/integrer/formations/{code}.svg', "La carte d'une formation en image, par son code")),
  dePage(svg('carte_region', '/integrer/formations/{code}/{region}.svg', 'La même, pour une région')),
  dePage(svg('carte_etablissement', '/integrer/etablissements/{uai}.svg', 'La même, pour un établissement')),
  dePage(
    svg('carte_cours', '/integrer/etablissements/{uai}/{code}.svg', 'La même, pour une formation de cet établissement'),
  ),
  dePage(json('comparer', '/comparer.json', 'Les mots dont la page « Comparer » a besoin')),
  dePage(
    json(
      'mon_catalogue',
      '/donnees/mon-catalogue.json',
      'Ce que la page « Mon catalogue » sait avant de lire un fichier',
    ),
  ),
  json('textes', '/{texte}.json', 'Les textes des pages qui expliquent : `comprendre`, `donnees`…'),
  json('ancienne_api', '/donnees/ancienne-api.json', "Le texte de la page pour qui vient de l'ancienne API", {
    schema: 'textes',
  }),
  json(
    'rapprocher',
    '/donnees/rapprocher.json',
    'Le texte de la page qui mène des codes des autres catalogues aux nôtres',
    {
      schema: 'textes',
    },
  ),
  json('schemas', '/api/schemas/{schema}.json', "Le schéma d'une famille de fichiers (JSON Schema 2020-12)"),
  json('openapi', '/api/openapi.json', 'Toutes les adresses du site, pour les programmes (OpenAPI)'),
  json('rapport', '/rapport.json', "Ce que l'édition a lu, gardé, refusé, masqué et publié"),
  dePage(
    json(
      'mesures',
      '/qualite/mesures.json',
      'Le poids des pages du site, et les défauts que des programmes y ont trouvés',
    ),
  ),
  json(
    'revisions',
    '/revisions.json',
    "Ce qui a changé depuis l'édition précédente ; absent quand aucune n'a été comparée",
  ),
  {
    nom: 'empreintes',
    modele: '/empreintes.txt',
    format: 'txt',
    contenu: "L'empreinte SHA-256 de chaque fichier de données, comme `sha256sum` les écrit",
  },
  {
    nom: 'flux_atom',
    modele: FLUX.atom,
    format: 'atom',
    contenu: 'Les éditions et les changements des données, du plus récent au plus ancien, pour un lecteur de flux',
  },
  json('flux', FLUX.json, 'Le même flux, en JSON Feed'),
  dePage(
    json('fichier_absent', '/404.json', "Ce que répond le site sous `/api/` quand il n'y a pas de fichier à l'adresse"),
  ),
  ...FAMILLES_DU_CONTRAT,
  json(
    'datapackage',
    '/telechargements/datapackage.json',
    'La description des fichiers complets : colonnes, unités, tailles, empreintes (Frictionless Data Package)',
  ),
  csv('telechargement_csv', '/telechargements/{jeu}.csv', 'Un jeu complet, en CSV'),
  {
    nom: 'telechargement_parquet',
    modele: '/telechargements/{jeu}.parquet',
    format: 'parquet',
    contenu: 'Le même, en Parquet',
  },
  csv(
    'telechargement_millesime_csv',
    '/telechargements/{jeu}/{millesime}.csv',
    "Les lignes d'un seul millésime d'un jeu de chiffres, en CSV",
  ),
  {
    nom: 'telechargement_millesime_parquet',
    modele: '/telechargements/{jeu}/{millesime}.parquet',
    format: 'parquet',
    contenu: 'Les mêmes, en Parquet',
  },
  json(
    'telechargement_colonnes',
    '/telechargements/{jeu}/schema.json',
    "Les colonnes d'un jeu de chiffres (Frictionless Table Schema)",
  ),
  {
    nom: 'catalogue_dcat',
    modele: '/donnees/catalogue.jsonld',
    format: 'jsonld',
    contenu: 'La description des jeux complets pour les catalogues de données ouvertes (DCAT-AP)',
  },
];
