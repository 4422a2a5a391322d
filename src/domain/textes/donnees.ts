import { urls } from '../../lib/urls.ts';
import { MESURES } from '../indicateurs.ts';
import { ABSENCES, SEUIL_PUBLICATION } from '../publication.ts';
import { CHAMPS_DE_FICHE, DICTIONNAIRE } from './dictionnaire.ts';
import { codes, fichiers, telechargements } from './donnees-fichiers.ts';
import { code, definitions, liste, paragraphe, type PageDeTexte, type Section } from './page-de-texte.ts';

/** Public address used in the lines to copy when none is given; the same as `site` in astro.config.mjs. */
export const ADRESSE_PAR_DEFAUT = 'https://et-apres.example';

/** The whole address of a path of this site. */
export const adresseEntiere = (path: string, site: URL | undefined): string =>
  new URL(path, site ?? ADRESSE_PAR_DEFAUT).href;

const lire: Section = {
  id: 'lire',
  titre: 'Lire un fichier sans se tromper',
  blocs: [
    liste(
      'Les nombres sont des nombres. Les trois parts (`parts`) sont des entiers qui font 100.',
      "Clé absente : la source ne donne pas ce chiffre. `null` : il est masqué ou manquant, et la raison est à côté, dans `absence` ou `absences`. `0` : on a compté, il n'y en a aucun.",
      '`taux_en_emploi_6_mois` est une part de tous les jeunes en dernière année. `taux_emploi_6_mois` est une part des sortants seulement. Ne les mélangez pas : voir [pourquoi les deux diffèrent](/comprendre/#deux-chiffres).',
      "Au-delà de 6 mois, `taux_autres_…` ne se publie pas sans dire que les études ne sont mesurées qu'une fois : voir [les horizons](/comprendre/#horizons).",
      "`donnees_fictives` vaut `true` quand l'édition est une démonstration : ses chiffres sont inventés.",
    ),
    paragraphe(
      `Raisons possibles d'une absence : ${ABSENCES.map((absence) => `[${absence}](/comprendre/#${absence})`).join(', ')}.`,
    ),
  ],
};

const dictionnaire: Section = {
  id: 'dictionnaire',
  titre: 'Dictionnaire des chiffres',
  blocs: [
    paragraphe('Chaque fiche (un code, une voie, un lieu, un millésime) peut porter ces chiffres.'),
    definitions(
      ...MESURES.map((mesure): [string, string, string] => {
        const { libelle, unite, denominateur, definition, source } = DICTIONNAIRE[mesure];
        const surQui = denominateur === null ? '' : ` Calculé sur : ${denominateur}.`;
        return [mesure, `\`${mesure}\` : ${libelle}`, `${definition}${surQui} Unité : ${unite}. Source : ${source}.`];
      }),
    ),
  ],
};

const champs: Section = {
  id: 'champs',
  titre: "Les autres champs d'une fiche",
  blocs: [
    definitions(
      ...Object.entries(CHAMPS_DE_FICHE).map(([champ, texte]): [string, string, string] => [
        champ,
        `\`${champ}\``,
        texte,
      ]),
    ),
  ],
};

const licence: Section = {
  id: 'licence',
  titre: 'Licence et citation',
  blocs: [
    paragraphe(
      "Les données sont réutilisables librement, y compris pour vendre un service, sous la [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence/). Elle demande de nommer le producteur et la date des données, et de ne pas laisser croire qu'il approuve votre usage.",
    ),
    liste(
      "InserJeunes : DEPP (ministère chargé de l'Éducation nationale) et Dares (ministère chargé du Travail).",
      "InserSup : SIES (ministère chargé de l'Enseignement supérieur).",
      "Nomenclatures des formations et annuaire des établissements : ministère chargé de l'Éducation nationale.",
    ),
    paragraphe("Phrase à reprendre, avec la date de l'édition, écrite en bas de chaque page et dans `/index.json` :"),
    code(
      'Citation',
      'text',
      'Source : InserJeunes (DEPP, Dares) et InserSup (SIES), Licence Ouverte 2.0 ; mise en forme « Et après ? », édition du [date].',
    ),
    paragraphe(
      "Quand l'édition est une démonstration, ses chiffres sont inventés : ils ne se citent pas. Le code du site est sous licence MIT.",
    ),
  ],
};

const vieprivee: Section = {
  id: 'secret',
  titre: 'Ce qui ne sort jamais',
  blocs: [
    paragraphe(
      `Aucun fichier ne parle d'une personne. En dessous de ${SEUIL_PUBLICATION} jeunes en dernière année, rien d'autre que leur nombre n'est écrit, nulle part : ni page, ni fichier, ni index de recherche. Merci de ne pas chercher à retrouver un chiffre masqué en soustrayant des chiffres publiés.`,
    ),
  ],
};

const cartes: Section = {
  id: 'cartes',
  titre: 'Une carte sur un autre site',
  blocs: [
    paragraphe(
      `La carte d'une formation ou d'un établissement se met dans n'importe quelle page : en cadre sans script, en image, ou avec un petit élément. [Choisir une carte et copier le code](${urls.widget()}).`,
    ),
  ],
};

const exemples = (site: string): Section => ({
  id: 'exemples',
  titre: 'Lignes à copier',
  blocs: [
    paragraphe('Toutes lisent la région Bretagne. Remplacez `bretagne` par une autre région de `/regions.json`.'),
    code(
      'Dans un terminal, avec curl',
      'bash',
      `curl --silent --fail ${site}/regions/bretagne.json --output bretagne.json`,
    ),
    code(
      'En Python, sans bibliothèque',
      'python',
      `import json, urllib.request

with urllib.request.urlopen("${site}/regions/bretagne.json") as reponse:
    page = json.load(reponse)
for diplome in page["types"]:
    for formation in diplome["formations"]:
        for fiche in formation["cartes"]:
            if fiche["parts"] is not None:
                print(formation["titre"], fiche["filiere"], fiche["millesime"], fiche["parts"])`,
    ),
    code(
      'En R, avec jsonlite',
      'r',
      `page <- jsonlite::fromJSON("${site}/regions/bretagne.json", simplifyVector = FALSE)
for (diplome in page$types) for (formation in diplome$formations) for (fiche in formation$cartes)
  if (!is.null(fiche$parts))
    cat(formation$titre, fiche$filiere, fiche$millesime, unlist(fiche$parts[c("emploi", "formation", "autre")]), "\\n")`,
    ),
    code(
      'Avec DuckDB',
      'sql',
      `select formation.titre, fiche.filiere, fiche.millesime, fiche.nb_annee_term,
       fiche.parts.emploi, fiche.parts.formation, fiche.parts.autre
from (
  select formation, unnest(formation.cartes) as fiche
  from (
    select unnest(diplome.formations) as formation
    from (select unnest(types) as diplome from read_json('${site}/regions/bretagne.json'))
  )
)
where fiche.parts is not null;`,
    ),
  ],
});

/** `/donnees/`, with lines to copy that name the public address of the site, without a final slash. */
export const donnees = (site: string): PageDeTexte => ({
  slug: 'donnees',
  titre: 'Données',
  chapeau:
    "Tout ce que montre ce site se télécharge, dans les mêmes mots et avec les mêmes raisons d'absence. C'est gratuit, sans clé et sans inscription.",
  sections: [fichiers, telechargements, cartes, codes, exemples(site), lire, licence, vieprivee, dictionnaire, champs],
});
