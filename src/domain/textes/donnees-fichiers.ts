import { urls } from '../../lib/urls.ts';
import { JEUX } from '../telechargements/jeux.ts';
import { FAMILLES_DE_FICHIERS } from './fichiers.ts';
import { terme } from './glossaire.ts';
import { liste, paragraphe, tableau, type Section } from './page-de-texte.ts';

export const fichiers: Section = {
  id: 'fichiers',
  titre: 'Un fichier par page',
  blocs: [
    paragraphe(
      "Chaque page de chiffres a un fichier JSON qui dit la même chose qu'elle. Son adresse est celle de la page, sans la barre finale, suivie de `.json`. Les formations et les établissements ont aussi un CSV (`.csv`), qui s'ouvre dans un tableur. Pas de clé, pas de compte, pas de limite posée par nous.",
    ),
    tableau(
      'Adresses des fichiers',
      ['Adresse', 'Contenu'],
      [
        ...FAMILLES_DE_FICHIERS.filter(({ nom }) => !nom.startsWith('contrat_')).map(({ modele, contenu }) => [
          `\`${modele}\``,
          contenu,
        ]),
        ['`/api/inserjeunes/…`', "Les adresses de l'ancienne API"],
      ],
    ),
    paragraphe(
      `[La page de l'API](${urls.api()}) dit tout de ces fichiers : chaque adresse, chaque champ, des exemples et des lignes à copier. [Venir de l'ancienne API](${urls.ancienneApi()}) aide qui lisait l'API Exposition InserJeunes. Les programmes lisent [la description OpenAPI](/api/openapi.json) et les schémas qu'elle nomme.`,
    ),
    paragraphe(
      "Le `slug` est la partie de l'adresse qui nomme la page. On le trouve dans les listes : `/formations.json` mène aux types, `/diplomes/{type}.json` aux formations.",
    ),
  ],
};

export const telechargements: Section = {
  id: 'telechargements',
  titre: 'Tout télécharger',
  blocs: [
    paragraphe(
      'Chaque jeu est complet, en deux formats qui contiennent les mêmes lignes : CSV pour un tableur, Parquet pour les outils de données. Un tableur ouvre le CSV sans réglage : UTF-8, séparateur point-virgule, point pour les décimales.',
    ),
    tableau(
      'Jeux complets',
      ['Jeu', 'Contenu', 'CSV', 'Parquet'],
      Object.entries(JEUX).map(([nom, { titre, description }]) => [
        titre,
        description,
        `[${nom}.csv](/telechargements/${nom}.csv)`,
        `[${nom}.parquet](/telechargements/${nom}.parquet)`,
      ]),
    ),
    paragraphe(
      'Chaque jeu de chiffres existe aussi promotion par promotion : `/telechargements/{jeu}/{millesime}.csv` et `.parquet`, avec les mêmes colonnes. La liste est en bas de cette page, dans « Une promotion à la fois ».',
    ),
    liste(
      'Case vide et raison dans la colonne `absence` : les chiffres de la ligne sont masqués ou manquants. Case vide sans raison : la source ne donne pas ce chiffre. `0` est un vrai chiffre.',
      'Un chiffre masqué seul a sa raison dans la colonne `absences`, avec son nom : `taux_emploi_6_mois:sous_le_seuil`.',
      "Un texte qui commence par `=`, `+`, `-` ou `@` est précédé d'une apostrophe, pour qu'un tableur ne le prenne pas pour une formule.",
      'Gardez les codes en texte : certains commencent par un zéro.',
    ),
    paragraphe(
      'Colonnes, unités, tailles et empreintes de chaque fichier : [datapackage.json](/telechargements/datapackage.json), au format Frictionless Data Package. Pour un catalogue de données ouvertes : [catalogue.jsonld](/donnees/catalogue.jsonld), au format DCAT-AP. Chaque formation a aussi son dossier : `/formations/{slug}.zip`, avec ses chiffres, leur description, la licence et les citations. Être prévenu des éditions et des changements : [flux Atom](/flux/editions.atom), [flux JSON](/flux/editions.json).',
    ),
  ],
};

export const codes: Section = {
  id: 'codes',
  titre: "Partir d'un code officiel",
  blocs: [
    paragraphe(
      `\`/api/resoudre/{code}.json\` dit où mène un code : ${terme('cfd', 'CFD')}, ${terme('mefstat11', 'MEFSTAT11')}, ${terme('sise', 'SISE')}, fiche ${terme('rncp', 'RNCP')} (\`RNCP12345\`) ou ${terme('uai', 'UAI')}, en majuscules. Les anciens codes y sont aussi.`,
    ),
    liste(
      "`page` : la page trouvée, son JSON et son CSV. `chemin` dit comment : le code lui-même (`code`), un diplôme qui l'a remplacé (`succession`), une fiche RNCP (`fiche_rncp`) ou une première année commune (`annee_commune`).",
      "`candidats` : plusieurs pages sont possibles. Aucune n'est choisie à votre place, et `absence` vaut `plusieurs_formations_possibles`.",
      "`annee_terminale` : pour un code de lycée d'une autre année que la dernière, les codes qui portent les chiffres.",
      '`anciens` et `nouveaux` : les diplômes remplacés et ceux qui remplacent.',
      "Pas de fichier à cette adresse : le code n'est dans aucune nomenclature de cette édition (`code_inconnu`).",
    ),
    paragraphe(
      `Venir d'un autre catalogue (RNCP, Onisep, Parcoursup, apprentissage) : [Rapprocher un autre catalogue](${urls.rapprocher()}). Pour un catalogue entier : [Mon catalogue](${urls.monCatalogue()}) lit votre fichier CSV dans votre navigateur, joint chaque ligne au chiffre le plus proche et compte les raisons d'absence. Rien n'est envoyé. La même jonction se fait par la commande \`npm run coverage\`, ou à la main avec les fichiers de \`/api/catalogue/\`.`,
    ),
  ],
};
