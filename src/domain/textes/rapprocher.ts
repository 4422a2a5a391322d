import { urls } from '../../lib/urls.ts';
import type { Resolution, TypeDeCode } from '../ressources.ts';
import { code, definitions, liste, paragraphe, tableau, type PageDeTexte, type Section } from './page-de-texte.ts';
import { composerPage } from './typographie.ts';

const NOMS: Record<TypeDeCode, string> = {
  cfd: 'CFD (code formation diplôme)',
  mef11: 'MEFSTAT11',
  sise: 'SISE',
  rncp: 'Fiche RNCP',
  uai: 'UAI (établissement)',
};
/** Names shown for a code that leads to several courses. */
const NB_CANDIDATS = 4;

/** Codes of this edition that serve as examples: the first of each type that leads to one page with figures, and the first that leads to several. */
export class ExemplesDeRapprochement {
  readonly simples = new Map<TypeDeCode, Resolution>();
  multiple: Resolution | undefined;

  add(resolution: Resolution): void {
    const { type, page, candidats, absence } = resolution;
    if (page !== undefined && absence === undefined && !this.simples.has(type)) this.simples.set(type, resolution);
    if (candidats !== undefined && page === undefined) this.multiple ??= resolution;
  }
}

/** A name of the sources inside a text where brackets and back quotes mean something. */
const nomSeul = (nom: string): string => nom.replace(/[[\]`]/g, ' ');
const lien = ({ titre, url }: { titre: string; url: string }): string => `[${nomSeul(titre)}](${url})`;

const chemin: Section = {
  id: 'chemin',
  titre: 'Le principe',
  blocs: [
    paragraphe(
      "Un catalogue de formations se joint à ce site par un code officiel. Repérez celui que porte votre fichier, gardez-le en texte (un zéro peut être en tête), puis cherchez-le dans la table des correspondances. Les noms, eux, s'écrivent de trop de façons pour servir de clé.",
    ),
    liste(
      'Pour un code : `/api/resoudre/{code}.json`.',
      'Pour tout un fichier : [correspondances.csv](/telechargements/correspondances.csv) ou [correspondances.parquet](/telechargements/correspondances.parquet), une ligne par code et par formation désignée.',
      `Sans rien programmer : [Mon catalogue](${urls.monCatalogue()}) fait la jointure dans votre navigateur.`,
    ),
  ],
};

const catalogues: Section = {
  id: 'catalogues',
  titre: 'Catalogue par catalogue',
  blocs: [
    definitions(
      [
        'rncp',
        'France Compétences : fiche RNCP',
        "Le numéro, écrit `RNCP12345`. Une fiche peut certifier plusieurs diplômes, et un diplôme a souvent plusieurs fiches, anciennes et nouvelles. La colonne `fiche_active` dit si elle était en cours à la date de l'édition.",
      ],
      [
        'apprentissage',
        "Catalogue de l'apprentissage",
        "La colonne `cfd`, et les UAI de l'organisme : `uai_formation`, `etablissement_formateur_uai`, `etablissement_gestionnaire_uai`. Joignez d'abord par CFD. Pour un chiffre d'établissement, essayez le lieu de formation, puis le formateur, puis le gestionnaire : la colonne `uai_donnee` dit où les jeunes ont été comptés.",
      ],
      [
        'onisep',
        'Onisep',
        "Aucune de nos sources ne donne l'identifiant propre à l'Onisep (`FOR.` suivi d'un numéro) : il ne se joint pas directement. Les fichiers de l'Onisep portent aussi un code scolarité ou un code RNCP selon les lignes : passez par celui-là.",
      ],
      [
        'parcoursup',
        'Parcoursup',
        "Aucune de nos sources ne donne le numéro de formation de Parcoursup. Ses fichiers nomment l'établissement par son UAI : joignez par UAI, puis par le code du diplôme (RNCP, CFD ou SISE) si votre fichier l'a. Sinon, choisissez à la main parmi les formations de l'établissement, dans `/etablissements/{uai}.json`. Les colonnes changent d'une année à l'autre : vérifiez les vôtres.",
      ],
      [
        'mefstat11',
        'Lycée : MEFSTAT11',
        "Chaque année d'un diplôme a son code. Seul celui de la dernière année porte les chiffres : pour un autre, la colonne `annee_terminale` dit lequel prendre.",
      ],
      [
        'sise',
        'Enseignement supérieur : SISE',
        "Le code SISE du diplôme, sept caractères. Il désigne une licence professionnelle, un master ou un autre diplôme d'université.",
      ],
    ),
  ],
};

const plusieurs = (multiple: Resolution | undefined): Section => ({
  id: 'plusieurs',
  titre: 'Quand un code mène à plusieurs formations',
  blocs: [
    paragraphe(
      "Aucune n'est choisie à votre place, et aucun chiffre n'est donné : un seul nombre n'aurait pas de sens. Ne les additionnez pas. Montrez les formations possibles, ou demandez une précision (la voie, le diplôme, l'année).",
    ),
    ...(multiple?.candidats === undefined
      ? []
      : [
          paragraphe(
            `Exemple de cette édition : \`${multiple.code}\` mène à ${String(multiple.candidats.length)} pages, dont ${multiple.candidats.slice(0, NB_CANDIDATS).map(lien).join(', ')}. Voir \`/api/resoudre/${multiple.code}.json\`.`,
          ),
        ]),
    paragraphe(
      "Dans l'autre sens, un diplôme peut avoir plusieurs voies : un chiffre au lycée, un autre en apprentissage. La colonne `filiere` les sépare ; ne les additionnez pas.",
    ),
  ],
});

const exemples = (simples: ReadonlyMap<TypeDeCode, Resolution>): Section => ({
  id: 'exemples',
  titre: 'Exemples de cette édition',
  blocs: [
    tableau(
      'Un code de chaque sorte, et la page où il mène',
      ['Code', 'Sorte', 'Page'],
      [...simples.values()].flatMap(({ code: valeur, type, page }) =>
        page === undefined ? [] : [[`\`${valeur}\``, NOMS[type], lien(page)]],
      ),
    ),
  ],
});

/** Lines to copy, run by a test: they read `mon-catalogue.csv`, whose column `code` holds official codes. */
export const lignesACopier = (site: string): Record<'python' | 'sql', string> => ({
  python: `import csv, io, urllib.request

adresse = "${site}/telechargements/correspondances.csv"
pages = {}
for ligne in csv.DictReader(io.TextIOWrapper(urllib.request.urlopen(adresse), "utf-8-sig"), delimiter=";"):
    pages.setdefault(ligne["code"], []).append(ligne)
for ligne in csv.DictReader(open("mon-catalogue.csv", encoding="utf-8-sig"), delimiter=";"):
    for page in pages.get(ligne["code"], []):
        print(ligne["code"], page["code_formation"], page["titre"], page["absence"], sep=" | ")`,
  sql: `select m.code, c.code_formation, c.titre, f.filiere, f.millesime, f.nb_annee_term,
       f.part_emploi_6_mois, f.part_formation, f.part_autre_6_mois, coalesce(f.absence, c.absence) as absence
from read_csv('mon-catalogue.csv', all_varchar = true) as m
left join read_parquet('${site}/telechargements/correspondances.parquet') as c using (code)
left join read_parquet('${site}/telechargements/fiches-nationales.parquet') as f using (code_formation);`,
});

const copier = (site: string): Section => {
  const { python, sql } = lignesACopier(site);
  return {
    id: 'copier',
    titre: 'Lignes à copier',
    blocs: [
      paragraphe('`mon-catalogue.csv` est votre fichier ; sa colonne `code` contient les codes officiels.'),
      code('En Python, sans bibliothèque', 'python', python),
      code('Avec DuckDB, les chiffres de la France en plus', 'sql', sql),
    ],
  };
};

/** `/donnees/rapprocher/`: from the codes of other catalogues to ours, with codes of this edition as examples. */
export const pageRapprocher = (site: string, { simples, multiple }: ExemplesDeRapprochement): PageDeTexte =>
  composerPage({
    slug: 'rapprocher',
    titre: 'Rapprocher un autre catalogue',
    chapeau:
      "Vous avez un catalogue de formations et vous voulez y montrer ce que sont devenus les jeunes. Voici comment passer de ses codes aux nôtres, et ce qu'il ne faut pas faire.",
    sections: [
      chemin,
      catalogues,
      ...(simples.size === 0 ? [] : [exemples(simples)]),
      plusieurs(multiple),
      copier(site),
    ],
  });
