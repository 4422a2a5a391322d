import { urls } from '../../lib/urls.ts';
import { SEUIL_PUBLICATION } from '../publication.ts';
import { code, liste, paragraphe, tableau, type PageDeTexte, type Section } from './page-de-texte.ts';

const RACINE = '/api/inserjeunes/';

const pareil: Section = {
  id: 'pareil',
  titre: 'Ce qui ne change pas',
  blocs: [
    liste(
      'Les codes : CFD, MEFSTAT11, SISE, UAI, code Insee des régions, millésimes (`2024`, `2023_2024`).',
      'Les noms des champs, leur type et leur unité : `nb_…` est un nombre de jeunes, `taux_…` un entier sur 100, `salaire_…` des euros nets par mois.',
      `Une clé absente : la source ne donne pas ce chiffre. \`null\` : il est masqué, car il y a moins de ${SEUIL_PUBLICATION} jeunes en dernière année, ou pour en protéger un autre.`,
      "L'enveloppe des listes : `pagination`, puis `certifications`, `regionales`, `formations` ou `bcn`.",
      "Un code d'une autre année que la dernière mène à sa dernière année, ou les donne toutes dans `certificationsTerminales`.",
      "Dans un établissement, `2024` et `2023_2024` se valent ; l'année seule passe d'abord.",
      'Le CSV : les mêmes colonnes dans le même ordre, séparées par des points-virgules ; une case vide pour un chiffre absent, `null` pour un chiffre masqué.',
    ),
  ],
};

const adresses: Section = {
  id: 'adresses',
  titre: "De l'ancienne adresse au nouveau fichier",
  blocs: [
    paragraphe(
      `Deux gestes suffisent dans la plupart des cas : changer le début de l'adresse, et ajouter \`.json\`. Les adresses du tableau suivent \`${RACINE}\`. Un paramètre devient un morceau de l'adresse.`,
    ),
    tableau(
      'Anciennes adresses et nouveaux fichiers',
      ['Avant', 'Maintenant'],
      [
        ['`certifications/{code}`', '`certifications/{code}.json`'],
        ['`certifications/{code}?millesime=2023`', '`certifications/{code}/2023.json`'],
        ['`certifications/{code}?vue=filieres`', '`certifications/{code}/filieres.json`'],
        ['`certifications/{code}?vue=filieres&millesime=2023`', '`certifications/{code}/2023/filieres.json`'],
        ['`regionales/{region}/certifications/{code}`', '`regionales/{region}/certifications/{code}.json`'],
        [
          '`regionales/{region}/certifications/{code}?millesime=2022_2023`',
          '`regionales/{region}/certifications.json` : toutes les fiches de la région, tous millésimes',
        ],
        [
          '`regionales/{region}/certifications/{code}?vue=filieres`',
          '`regionales/{region}/certifications/{code}/filieres.json`',
        ],
        ['`formations/{uai}-{code}`', '`formations/{uai}-{code}.json`'],
        [
          '`formations/{uai}-{code}?millesime=2023`',
          "`formations/{uai}.json` : toutes les fiches de l'établissement, tous millésimes",
        ],
        [
          '`certifications`, `regionales`, `formations`',
          '`certifications.json`, `.csv` ou `.parquet` ; de même pour les deux autres',
        ],
        ['`certifications?millesimes=2023`', '`2023/certifications.json`, `.csv` ou `.parquet`'],
        ['`regionales/{region}`, `regionales?regions=53`', '`regionales/53.json`, `.csv` ou `.parquet`'],
        ['`formations?regions=53`', '`formations/regions/53.json`, `.csv` ou `.parquet`'],
        ['`formations?academies=14`', '`formations/academies/14.json`, `.csv` ou `.parquet`'],
        ['`formations?uais=…`', '`formations/{uai}.json`, un établissement à la fois'],
        ['`bcn`', '`bcn.json`, `.csv` ou `.parquet`'],
        ['`/api`', '`/api/index.json`'],
        ['`/api/doc`', `[la page de l'API](${urls.api()}) et \`/api/openapi.json\``],
        ['`certifications/{code}.svg`', '`/formations/{slug}.svg` ; `/api/resoudre/{code}.json` donne le `slug`'],
        ['`auth/login`, `apiKey`', 'plus rien : tout est public, les listes aussi'],
      ],
    ),
  ],
};

const change: Section = {
  id: 'change',
  titre: 'Ce qui change',
  blocs: [
    liste(
      'Ni clé, ni compte, ni limite posée par nous. Les listes, qui demandaient une clé, sont ouvertes.',
      "Les préfixes `CFD:`, `MEFSTAT11:` et `SISE:` s'enlèvent. Un code SISE s'écrit donc seul : la longueur suffit à distinguer les trois (8, 11 et 7 caractères).",
      `Un code postal ne nomme plus une région : \`${RACINE}regions/prefixes-postaux.json\` donne la région de ses deux premiers chiffres, ou des trois premiers outre-mer.`,
      "Plusieurs codes en une seule demande : ce n'est plus possible. Lisez chaque fichier, ou la liste complète en Parquet. N'additionnez que des effectifs publiés.",
      'Les listes sont complètes, sur une seule page : `page` vaut 1, `items_par_page` vaut `total`. Les paramètres `page` et `items_par_page` ne servent plus.',
      'Les filtres (`regions`, `uais`, `code_certifications`…) deviennent des fichiers, ou une requête sur le Parquet.',
      'Ce qui suit le « ? » est ignoré : `?millesime=2023` répond le dernier millésime, sans erreur.',
      "`formation_fermee` est calculé le jour de l'édition. `date_fermeture` permet de le recalculer.",
      '`vue=filieres` : une somme dont un membre est masqué est masquée aussi.',
      'Les phrases de `_meta` (`titre`, `details`, `messages`) sont les nôtres.',
      'CSV : les textes qui contiennent un séparateur sont entre guillemets ; une fiche sans `donnee_source` a deux cases vides. Dans `bcn.csv`, `date_fermerture` est remplie, et `date_fermeture` la répète sous son vrai nom.',
      "Les listes ont un ordre, toujours le même. Dans une démonstration, `donnees_fictives` s'ajoute.",
    ),
  ],
};

const erreurs: Section = {
  id: 'erreurs',
  titre: 'Les erreurs',
  blocs: [
    paragraphe(
      "Un fichier existe, ou non : la réponse est 200 ou 404. Il n'y a plus de 400 ni de 401, et le corps de la réponse 404 est le même partout : `/404.json`, ou une page chez les hébergeurs qui n'en permettent pas d'autre. Regardez donc le statut avant de lire.",
    ),
    tableau(
      'Que faire après une réponse 404',
      ['Avant', 'Maintenant'],
      [
        [
          '`Pas de données pour le millésime`, avec `millesimesDisponible`',
          '`certifications/{code}/millesimes.json` : les millésimes qui ont un fichier, et celui qui est cherché par défaut (`defaut`)',
        ],
        [
          '`Certification inconnue`, `Formation inconnue`',
          "`/api/resoudre/{code}.json` : le code est-il connu, et pourquoi n'a-t-il pas de chiffre (`absence`)",
        ],
        ['`Etablissement inconnu`', '`/api/resoudre/{uai}.json`'],
        ['400 : paramètre invalide', 'les motifs de chaque valeur sont dans `/api/openapi.json`'],
      ],
    ),
  ],
};

const profils: Section = {
  id: 'profils',
  titre: 'Quels fichiers existent sur cette copie du site',
  blocs: [
    paragraphe(
      'Qui met le site en ligne choisit combien de fichiers écrire. `/api/openapi.json` ne décrit que ceux qui existent ici.',
    ),
    tableau(
      'Les trois profils',
      ['Profil', 'Fichiers'],
      [
        [
          '`leger`',
          'La fiche de chaque code pour la France, tous les chiffres par région et par établissement, les listes.',
        ],
        [
          '`standard`, le choix par défaut',
          'En plus : chaque millésime et `filieres.json` pour la France ; le dernier millésime de chaque code dans chaque région et chaque établissement.',
        ],
        [
          '`complet`',
          'En plus : chaque millésime de chaque code, dans chaque région et chaque établissement, sous ses deux écritures.',
        ],
      ],
    ),
  ],
};

/** `site`: address without a final slash. */
const passer = (site: string): Section => ({
  id: 'passer',
  titre: 'Lignes à copier',
  blocs: [
    paragraphe("Une fonction qui répond comme l'ancienne adresse `certifications/{code}`, préfixe compris :"),
    code(
      'En JavaScript',
      'js',
      `async function certification(code, millesime) {
  const nu = code.replace(/^(CFD|MEFSTAT11|SISE):/, "");
  const fichier = millesime === undefined ? nu : \`\${nu}/\${millesime}\`;
  const reponse = await fetch(\`${site}${RACINE}certifications/\${fichier}.json\`);
  return reponse.ok ? reponse.json() : null;
}
console.log(await certification("CFD:50022137"));`,
    ),
    code(
      'Dans un terminal : toutes les fiches de Bretagne',
      'bash',
      `curl --silent --fail ${site}${RACINE}regionales/53.csv --output bretagne.csv`,
    ),
  ],
});

/** `/donnees/ancienne-api/`: for those who come from the original service. `site`: address without a final slash. */
export const ancienneApi = (site: string): PageDeTexte => ({
  slug: 'donnees/ancienne-api',
  titre: "Venir de l'ancienne API",
  chapeau:
    "Vous lisiez l'API Exposition InserJeunes ? Les mêmes données sont ici, sous les mêmes noms, en fichiers. Voici ce qui reste, ce qui change, et comment passer de l'une à l'autre.",
  sections: [pareil, adresses, change, erreurs, profils, passer(site)],
});
