import { formatEntier, joinFrench, NARROW_NBSP, NBSP } from '../lib/format-leger.ts';
import type { FauteDeLecture } from '../lib/csv-lecture.ts';
import { NOMS_DE_COLONNES, type ColonneReconnue, type GenreDeColonne } from './catalogue/colonnes.ts';
import { STATUTS_AVEC_CHIFFRE, type Statut, type StatutAvecChiffre } from './catalogue/joindre.ts';
import { LIMITES, type Bilan, type FauteDeCatalogue } from './catalogue/bilan.ts';
import type { Absence } from './publication.ts';

/** The sentences of « Mon catalogue », for the page and the command. The browser loads this module: it imports neither tables, schemas nor d3. */

export interface Motif {
  titre: string;
  conseil: string;
}
/** The words of the reasons come from `ABSENCES_EN_MOTS`, which is heavy: who calls brings them. */
export type MotsDesAbsences = Record<Absence, Motif>;

const STATUTS_EN_MOTS: Record<StatutAvecChiffre | 'sans_code', Motif> = {
  chiffre_etablissement: {
    titre: "Chiffre de la formation dans l'établissement",
    conseil: 'Le montrer avec son effectif et son millésime.',
  },
  chiffre_region: {
    titre: 'Chiffre de la formation dans la région',
    conseil: "Le montrer avec le nom de la région, jamais comme celui de l'établissement.",
  },
  chiffre_france: {
    titre: 'Chiffre de la formation en France, ou dans les régions additionnées',
    conseil: "Le montrer avec son échelle. Une colonne UAI dans votre fichier permet d'aller plus près.",
  },
  chiffre_ensemble_etablissement: {
    titre: "Chiffre de l'établissement, toutes formations réunies",
    conseil: 'La ligne ne nomme pas de formation. Ajouter son code pour avoir un chiffre plus précis.',
  },
  sans_code: {
    titre: 'Ligne sans code',
    conseil: `Compléter le fichier${NBSP}: CFD, MEFSTAT11, SISE, RNCP ou UAI.`,
  },
};

export interface LigneDeCouverture extends Motif {
  statut: Statut;
  avecChiffre: boolean;
  nombre: number;
  /** Share of the rows, in words: « 12 % », « moins de 1 % ». */
  part: string;
}

/** The coverage table: rows with a figure first, from near to wide, then each reason, most frequent first. The numbers add up to all the rows. */
export function tableDeCouverture({ statuts, lignes }: Bilan, absences: MotsDesAbsences): LigneDeCouverture[] {
  const rows = (Object.entries(statuts) as [Statut, number][]).map(([statut, nombre]) => ({
    statut,
    avecChiffre: isAvecChiffre(statut),
    nombre,
    part: partEnMots(nombre, lignes),
    ...(isAvecChiffre(statut) || statut === 'sans_code' ? STATUTS_EN_MOTS[statut] : absences[statut]),
  }));
  const rang = ({ statut }: LigneDeCouverture): number => {
    const found = STATUTS_AVEC_CHIFFRE.indexOf(statut as StatutAvecChiffre);
    return found === -1 ? STATUTS_AVEC_CHIFFRE.length : found;
  };
  return rows.sort((left, right) => rang(left) - rang(right) || right.nombre - left.nombre);
}

const isAvecChiffre = (statut: Statut): statut is StatutAvecChiffre =>
  STATUTS_AVEC_CHIFFRE.some((one) => one === statut);

/** `(3, 1000)` → « moins de 1 % »; never « 0 % » for some rows nor « 100 % » for less than all. */
export function partEnMots(nombre: number, total: number): string {
  const part = (100 * nombre) / total;
  if (nombre > 0 && part < 1) return `moins de 1${NBSP}%`;
  if (nombre < total && part > 99) return `plus de 99${NBSP}%`;
  return `${Math.round(part)}${NBSP}%`;
}

const lignesEnMots = (nombre: number): string => `${formatEntier(nombre)}${NBSP}ligne${nombre > 1 ? 's' : ''}`;

export const LEGENDE_DE_COUVERTURE = 'Ce que vos lignes ont trouvé, et pourquoi les autres non';
export const COLONNES_DE_COUVERTURE = ['Résultat', 'Lignes', 'Part'] as const;

/** « 20 000 lignes lues, 14 350 avec un chiffre. » */
export function phraseDeBilan({ statuts, lignes }: Bilan): string {
  const nombre = STATUTS_AVEC_CHIFFRE.reduce((sum, statut) => sum + (statuts[statut] ?? 0), 0);
  return `${lignesEnMots(lignes)} lue${lignes > 1 ? 's' : ''}, ${formatEntier(nombre)} avec un chiffre publié.`;
}

export const NOMS_DES_GENRES: Record<GenreDeColonne, string> = {
  mef11: 'MEFSTAT11',
  cfd: 'CFD',
  sise: 'SISE',
  rncp: 'fiche RNCP',
  code: 'code de formation',
  uai: 'UAI',
};

/** « Colonnes reconnues : « cfd » (CFD), « lieu » (UAI, d'après ses valeurs). » In the order in which a row is read. */
export function phraseDesColonnes(colonnes: readonly ColonneReconnue[]): string {
  const said = colonnes.map(({ nom, genre, par }) => {
    const comment = par === 'nom' ? '' : ", d'après ses valeurs";
    return `«${NBSP}${nom.trim() === '' ? 'sans nom' : nom}${NBSP}» (${NOMS_DES_GENRES[genre]}${comment})`;
  });
  const plural = said.length > 1 ? 's' : '';
  return `Colonne${plural} reconnue${plural}${NBSP}: ${joinFrench(said)}.`;
}

const SEPARATEURS: Record<string, string> = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
  '|': 'barre verticale',
};

/** « Fichier lu en UTF-8, séparateur point-virgule. » */
export function phraseDuFormat({ encodage, separateur }: Bilan['format']): string {
  const encoding = encodage === 'utf-8' ? 'UTF-8' : 'Windows-1252';
  return `Fichier lu en ${encoding}, séparateur ${SEPARATEURS[separateur] ?? separateur}.`;
}

/** Remarks that not every catalogue needs, one sentence each. */
export function remarques({ abimes, absencesEtablissement, donnees_fictives, statuts }: Bilan): string[] {
  const ecoles = Object.values(absencesEtablissement).reduce((sum, nombre) => sum + nombre, 0);
  const wider = (statuts.chiffre_region ?? 0) + (statuts.chiffre_france ?? 0);
  return [
    ...(donnees_fictives
      ? [`Cette édition est une démonstration${NBSP}: ses chiffres sont inventés, et chaque ligne du fichier le dit.`]
      : []),
    ...(abimes > 0
      ? [
          `${lignesEnMots(abimes)} ${abimes > 1 ? 'portent' : 'porte'} un code abîmé par un tableur, comme «${NBSP}2,32E+10${NBSP}»${NBSP}: mettez la colonne au format texte et reprenez le fichier d'origine.`,
        ]
      : []),
    ...(wider > 0 && ecoles > 0
      ? [
          `Quand la ligne nomme un établissement qui n'a pas son propre chiffre, la colonne «${NBSP}absence_etablissement${NBSP}» dit pourquoi.`,
        ]
      : []),
  ];
}

/** The unknown codes, as written, with their lines; cells are cut, they may hold anything. */
export function inconnusEnMots({ inconnus, statuts }: Bilan): { titre: string; elements: string[] } {
  const autres = (statuts.code_inconnu ?? 0) - inconnus.length;
  const cut = (texte: string): string => (texte.length > 40 ? `${texte.slice(0, 40)}…` : texte);
  return {
    titre: `${inconnus.length > 1 ? 'Les premiers codes inconnus' : 'Le code inconnu'}, avec ${inconnus.length > 1 ? 'leur' : 'sa'} ligne`,
    elements: [
      ...inconnus.map(({ texte, ligne }) => `Ligne ${formatEntier(ligne)}${NBSP}: ${cut(texte)}`),
      ...(autres > 0 ? [`et ${lignesEnMots(autres)} de plus`] : []),
    ],
  };
}

/** What went wrong, as everywhere: expected, received, what to do; and where, when one line is meant. */
export interface FauteEnMots {
  attendu: string;
  recu: string;
  conseil: string;
  /** Lines of the file, from 1 on. */
  lignes: number[];
}

const TABLE_ATTENDUE = 'un fichier CSV (UTF-8 ou Windows-1252), une ligne de titres puis une ligne par formation';
const ENREGISTRER_EN_CSV = `L'ouvrir dans un tableur, puis «${NBSP}Enregistrer sous${NBSP}» au format CSV UTF-8.`;

const LECTURES: Record<FauteDeLecture, { recu: string; conseil: string }> = {
  vide: { recu: 'un fichier vide', conseil: 'Vérifier que le bon fichier a été choisi.' },
  classeur: { recu: 'un classeur de tableur (.xlsx, .ods, .xls) ou une archive', conseil: ENREGISTRER_EN_CSV },
  utf_16: { recu: 'un texte en UTF-16', conseil: ENREGISTRER_EN_CSV },
  binaire: { recu: "un fichier qui n'est pas un texte", conseil: 'Choisir un fichier CSV.' },
  page_web: { recu: 'une page web', conseil: `Le téléchargement a sans doute échoué${NBSP}: reprendre le fichier.` },
  json: { recu: 'du JSON', conseil: 'Choisir la version CSV du fichier.' },
  guillemet: {
    recu: "un guillemet au milieu d'une cellule entre guillemets",
    conseil: `Doubler ce guillemet ("") ou l'enlever.`,
  },
  guillemet_ouvert: {
    recu: 'un guillemet ouvert que rien ne ferme',
    conseil: 'Fermer ce guillemet, ou le doubler ("").',
  },
};

export function lectureEnMots(faute: FauteDeLecture, ligne: number | undefined): FauteEnMots {
  return { attendu: TABLE_ATTENDUE, ...LECTURES[faute], lignes: ligne === undefined ? [] : [ligne] };
}

/** Longest list of headers that a message quotes. */
const ENTETES_CITEES = 12;

export function fauteEnMots(faute: FauteDeCatalogue): FauteEnMots {
  switch (faute.genre) {
    case 'trop_gros':
      return {
        attendu: `${formatEntier(LIMITES.octets / 1e6)}${NBSP}Mo au plus`,
        recu: `${formatEntier(faute.octets / 1e6)}${NBSP}Mo`,
        conseil: 'Couper le fichier, ou ne garder que les colonnes de codes.',
        lignes: [],
      };
    case 'trop_de_lignes':
      return {
        attendu: `${lignesEnMots(LIMITES.lignes)} au plus`,
        recu: `plus de ${lignesEnMots(LIMITES.lignes)}`,
        conseil: 'Couper le fichier en plusieurs.',
        lignes: [],
      };
    case 'sans_ligne':
      return {
        attendu: TABLE_ATTENDUE,
        recu: 'une ligne de titres sans rien dessous',
        conseil: 'Vérifier que le bon fichier a été choisi.',
        lignes: [],
      };
    case 'sans_colonne':
      return {
        attendu: `une colonne de codes, par exemple ${joinFrench(
          EXEMPLES_DE_COLONNES.map((nom) => `«${NBSP}${nom}${NBSP}»`),
          'ou',
        )}`,
        recu: `${citer(faute.entetes)}, dont aucune ne porte un code que ce site connaît`,
        conseil: `Renommer la colonne des codes, par exemple «${NBSP}cfd${NBSP}», et vérifier la ligne de titres.`,
        lignes: [1],
      };
    case 'rangees_trop_longues':
      return {
        attendu: `${formatEntier(faute.attendues)}${NBSP}cellule${faute.attendues > 1 ? 's' : ''} par ligne, comme la ligne de titres`,
        recu: `${lignesEnMots(faute.total)} plus longue${faute.total > 1 ? 's' : ''}, la première de ${formatEntier(faute.rangees[0]?.cellules ?? 0)}${NBSP}cellules`,
        conseil: 'Mettre entre guillemets les cellules qui contiennent le séparateur.',
        lignes: faute.rangees.map(({ ligne }) => ligne),
      };
  }
}

/** Names of columns that a message proposes: the first of each kind. */
export const EXEMPLES_DE_COLONNES = (['cfd', 'mef11', 'sise', 'rncp', 'uai'] as const).map(
  (genre) => NOMS_DE_COLONNES[genre].find((nom) => nom === genre) ?? NOMS_DE_COLONNES[genre][0] ?? genre,
);

function citer(entetes: readonly string[]): string {
  const shown = entetes.slice(0, ENTETES_CITEES).map((nom) => `«${NBSP}${nom}${NBSP}»`);
  const more = entetes.length - shown.length;
  const list = more > 0 ? `${shown.join(', ')} et ${more}${NBSP}autres` : joinFrench(shown);
  return `${entetes.length > 1 ? 'les colonnes' : 'la colonne'} ${list}`;
}

/** « lignes 3, 8 et 12 » */
export function lieuEnMots(lignes: readonly number[]): string {
  return `ligne${lignes.length > 1 ? 's' : ''} ${joinFrench(lignes.map(formatEntier))}`;
}

export const FICHIER_UNIQUE: FauteEnMots = {
  attendu: 'un seul fichier',
  recu: 'plusieurs fichiers',
  conseil: 'Les déposer un par un.',
  lignes: [],
};

/** The files of the site could not be read. */
export const RESEAU = `Les fichiers de ce site n'ont pas pu être lus. Vérifiez la connexion, puis choisissez votre fichier de nouveau.`;
export const ANNULEE = "Jonction annulée. Rien n'a été gardé.";
export const EN_COURS = 'Lecture du fichier…';
export const PANNE = `Le fichier n'a pas pu être lu jusqu'au bout${NBSP}: le navigateur s'est arrêté en route. Essayez un fichier plus petit${NARROW_NBSP}; la commande ci-dessous lit les plus gros.`;

/** « 45 %, 9 000 lignes » */
export function progressionEnMots(octets: number, total: number, lignes: number): string {
  return `${Math.floor((100 * octets) / Math.max(1, total))}${NBSP}%, ${lignesEnMots(lignes)}`;
}
