import type { FamilleDeFichiers } from '../ressources.ts';
import { FAMILLES_DE_FICHIERS } from '../textes/fichiers.ts';

/** What someone comes for, and the families that answer; the order of the reference. */
interface Besoin {
  id: string;
  titre: string;
  familles: readonly FamilleDeFichiers[];
}

const PAR_BESOIN: readonly [id: string, titre: string, familles: readonly string[]][] = [
  [
    'diplome',
    'Un diplôme',
    [
      'formation',
      'formation_csv',
      'formation_svg',
      'formation_dessin_svg',
      'comparaisons',
      'comparaisons_csv',
      'legendes',
    ],
  ],
  ['etablissement', 'Un établissement', ['etablissement', 'etablissement_csv', 'etablissements']],
  ['lieu', 'Une région, un département', ['regions', 'region', 'proximite', 'proximite_departement']],
  [
    'code',
    'Un code officiel',
    [
      ...['resoudre', 'catalogue', 'catalogue_codes', 'catalogue_formations', 'catalogue_france', 'catalogue_region'],
      'catalogue_etablissements',
    ],
  ],
  [
    'listes',
    'Une liste de formations',
    ['sommaire', 'diplome', 'domaine', 'famille', 'recherche', 'recherche_chiffres'],
  ],
  ['telecharger', 'Tout télécharger', ['telechargement_csv', 'telechargement_parquet', 'datapackage']],
  ['qualite', "L'édition et sa qualité", ['edition', 'index', 'rapport', 'mesures', 'revisions', 'schemas', 'openapi']],
];
const ANCIENNE_API = 'contrat_';
const nommees = new Set(PAR_BESOIN.flatMap(([, , noms]) => noms));

export const BESOINS: readonly Besoin[] = [
  ...PAR_BESOIN.map(([id, titre, noms]) => ({
    id,
    titre,
    familles: noms.flatMap((nom) => FAMILLES_DE_FICHIERS.filter((famille) => famille.nom === nom)),
  })),
  {
    id: 'ancienne-api',
    titre: "Les adresses de l'ancienne API",
    familles: FAMILLES_DE_FICHIERS.filter(({ nom }) => nom.startsWith(ANCIENNE_API)),
  },
  {
    id: 'pages',
    titre: 'Ce que les pages du site lisent',
    familles: FAMILLES_DE_FICHIERS.filter(({ nom }) => !nom.startsWith(ANCIENNE_API) && !nommees.has(nom)),
  },
];
