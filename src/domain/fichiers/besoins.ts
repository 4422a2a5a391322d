import type { FamilleDeFichiers } from '../ressources.ts';
import { FAMILLES_DE_FICHIERS } from '../textes/fichiers.ts';

/** What someone comes for, and the families that answer; the order of the reference. */
interface Besoin {
  id: string;
  titre: string;
  description: string;
  familles: readonly FamilleDeFichiers[];
}

const PAR_BESOIN: readonly [id: string, titre: string, description: string, familles: readonly string[]][] = [
  [
    'diplome',
    'Un diplôme',
    "Tout ce que le site sait d'une formation : chiffres, voies, établissements, dessins.",
    [
      'formation',
      'formation_csv',
      'formation_svg',
      'formation_dessin_svg',
      'formation_zip',
      'comparaisons',
      'comparaisons_csv',
      'legendes',
    ],
  ],
  [
    'etablissement',
    'Un établissement',
    "Les chiffres d'un établissement et de ses formations.",
    ['etablissement', 'etablissement_csv', 'etablissements'],
  ],
  [
    'lieu',
    'Une région, un département',
    "Les formations et les établissements d'un lieu.",
    ['regions', 'region', 'proximite', 'proximite_departement'],
  ],
  [
    'code',
    'Un code officiel',
    'Du code (CFD, MEFSTAT11, SISE, RNCP, UAI) à la page, un par un ou par catalogue entier.',
    [
      ...['resoudre', 'catalogue', 'catalogue_codes', 'catalogue_formations', 'catalogue_france', 'catalogue_region'],
      'catalogue_etablissements',
    ],
  ],
  [
    'listes',
    'Une liste de formations',
    'Par type de diplôme, domaine, famille de métiers, ou par nom.',
    ['sommaire', 'diplome', 'domaine', 'famille', 'recherche', 'recherche_chiffres'],
  ],
  [
    'telecharger',
    'Tout télécharger',
    'Des jeux complets, entiers ou millésime par millésime, en CSV et en Parquet.',
    [
      ...['telechargement_csv', 'telechargement_parquet', 'telechargement_millesime_csv'],
      ...['telechargement_millesime_parquet', 'telechargement_colonnes', 'datapackage', 'catalogue_dcat'],
      'empreintes',
    ],
  ],
  [
    'cartes',
    'Une carte sur un autre site',
    'Des images, et de quoi montrer une carte à partir de son adresse ; la page « Mettre une carte sur votre site » écrit le code.',
    [
      ...['carte_formation', 'carte_region', 'carte_etablissement', 'carte_cours'],
      ...['oembed_formation', 'oembed_region', 'oembed_etablissement', 'widget'],
    ],
  ],
  [
    'qualite',
    "L'édition et sa qualité",
    'La date, les sources, ce qui a été caché ou refusé, les schémas.',
    [
      'edition',
      'index',
      'rapport',
      'mesures',
      'revisions',
      'flux',
      'flux_atom',
      'schemas',
      'openapi',
      'fichier_absent',
    ],
  ],
];
const ANCIENNE_API = 'contrat_';
const nommees = new Set(PAR_BESOIN.flatMap(([, , , noms]) => noms));

export const BESOINS: readonly Besoin[] = [
  ...PAR_BESOIN.map(([id, titre, description, noms]) => ({
    id,
    titre,
    description,
    familles: noms.flatMap((nom) => FAMILLES_DE_FICHIERS.filter((famille) => famille.nom === nom)),
  })),
  {
    id: 'ancienne-api',
    titre: "Les adresses de l'ancienne API",
    description: "Les mêmes champs que l'API Exposition InserJeunes, en fichiers.",
    familles: FAMILLES_DE_FICHIERS.filter(({ nom }) => nom.startsWith(ANCIENNE_API)),
  },
  {
    id: 'pages',
    titre: 'Ce que les pages du site lisent',
    description: 'Les fichiers des autres pages : quiz, comparaison, textes.',
    familles: FAMILLES_DE_FICHIERS.filter(({ nom }) => !nom.startsWith(ANCIENNE_API) && !nommees.has(nom)),
  },
];
