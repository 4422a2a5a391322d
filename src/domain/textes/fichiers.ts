import type { IndexApi } from '../ressources.ts';

type Famille = IndexApi['liens'][number];
const json = (nom: string, modele: string, contenu: string): Famille => ({ nom, modele, format: 'json', contenu });
const csv = (nom: string, modele: string, contenu: string): Famille => ({ nom, modele, format: 'csv', contenu });

/** Every family of files beside the pages: the page « Données » and `/api/index.json` list the same. `{…}` stands for a value. */
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
  ),
  json('sommaire', '/formations.json', 'Le sommaire : types de diplôme par niveau, domaines, familles de métiers'),
  json('formation', '/formations/{slug}.json', 'Une formation : codes, voies, tous ses chiffres, ses établissements'),
  csv('formation_csv', '/formations/{slug}.csv', 'Les mêmes chiffres, une ligne par chiffre'),
  {
    nom: 'formation_svg',
    modele: '/formations/{slug}.svg',
    format: 'svg',
    contenu: 'La carte « sur 100 » de la formation, en image',
  },
  {
    nom: 'formation_dessin_svg',
    modele: '/formations/{slug}/{dessin}.svg',
    format: 'svg',
    contenu: 'Chaque dessin de sa page, quand il existe : `comparaison`, `mois`, `promotions`, `salaire`',
  },
  json('diplome', '/diplomes/{type}.json', "Les formations d'un type de diplôme, avec leur chiffre principal"),
  json('domaine', '/domaines/{slug}.json', "Les formations d'un domaine"),
  json('famille', '/familles/{slug}.json', "Les formations d'une famille de métiers"),
  json('regions', '/regions.json', 'La liste des régions'),
  json('region', '/regions/{slug}.json', 'Une région : ses formations avec leurs chiffres, ses établissements'),
  json('proximite', '/pres-de-chez-moi.json', 'Les départements qui ont des établissements, par région'),
  json(
    'proximite_departement',
    '/pres-de-chez-moi/{departement}.json',
    'Un département : ses communes, la position et les formations de ses établissements, les départements voisins',
  ),
  json('devine', '/devine.json', 'Les questions du quiz, avec les chiffres qui y répondent, et la liste des feuilles'),
  json('etablissements', '/etablissements.json', 'La liste des établissements'),
  json(
    'etablissement',
    '/etablissements/{uai}.json',
    'Un établissement : ses chiffres et ceux de ses formations (code UAI en minuscules)',
  ),
  csv('etablissement_csv', '/etablissements/{uai}.csv', 'Les mêmes chiffres, une ligne par chiffre'),
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
  json('rapport', '/rapport.json', "Ce que l'édition a lu, gardé, refusé, masqué et publié"),
  json(
    'mesures',
    '/qualite/mesures.json',
    'Le poids des pages du site, et les défauts que des programmes y ont trouvés',
  ),
  json(
    'revisions',
    '/revisions.json',
    "Ce qui a changé depuis l'édition précédente ; absent quand aucune n'a été comparée",
  ),
  json(
    'contrat_france',
    '/api/inserjeunes/certifications/{code}.json',
    "Le chiffre de la France d'un code, sous la forme de l'ancienne API (dernier millésime)",
  ),
  json(
    'contrat_region',
    '/api/inserjeunes/regionales/{region}/certifications.json',
    "Tous les chiffres d'une région (code Insee), sous la forme de l'ancienne API",
  ),
  json(
    'contrat_etablissement',
    '/api/inserjeunes/formations/{uai}.json',
    "Tous les chiffres d'un établissement (code UAI en majuscules), sous la forme de l'ancienne API",
  ),
  csv(
    'contrat_listes',
    '/api/inserjeunes/{liste}.csv',
    "Les listes complètes de l'ancienne API ; aussi en JSON et en Parquet",
  ),
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
];
