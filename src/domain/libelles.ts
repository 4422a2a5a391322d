import { capitalize } from '../lib/format-leger.ts';
import { removeAccents } from '../lib/slug.ts';

/**
 * Official labels are in capitals without accents (`METIERS DE L'ELECTRICITE (BAC PRO)`). Accents and acronyms are put back with
 * a dictionary learned from the labels of the same edition that have them (certif_info, N_GROUPE_FORMATION).
 */
export type Dictionnaire = ReadonlyMap<string, string>;

const WORD = /[\p{L}\d]+/gu;

const keyOf = (word: string): string => removeAccents(word).toLowerCase();

/**
 * Learns how each word is written from accented labels: the most frequent spelling wins. The capital of a first word comes from its place,
 * so that word teaches its lower case, and only when no other place tells (`Préparation` → `préparation`; `BTP` stays).
 */
export function learnDictionnaire(labels: Iterable<string>): Dictionnaire {
  const spellings = new Map<string, Map<string, number>>();
  const firstWords = new Map<string, string>();
  for (const label of labels) {
    for (const match of label.matchAll(WORD)) {
      const [word] = match;
      if (match.index === 0 && /^\p{Lu}[^\p{Lu}]*$/u.test(word)) {
        firstWords.set(keyOf(word), word.toLowerCase());
        continue;
      }
      const counts = spellings.get(keyOf(word)) ?? new Map<string, number>();
      counts.set(word, (counts.get(word) ?? 0) + 1);
      spellings.set(keyOf(word), counts);
    }
  }
  const best = (counts: Map<string, number>): string =>
    [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
  return new Map([...firstWords, ...[...spellings].map(([key, counts]) => [key, best(counts)] as const)]);
}

/** Words of the labels of higher education that no accented label of the schools teaches. */
const LIBELLES_DU_SUPERIEUR: readonly string[] = [
  "diplôme d'ingénieur spécialité mécanique, électronique, télécommunications et multimédia, réseaux et systèmes embarqués",
  'licence administration économique et sociale, mathématiques, sciences de l’éducation, littérature, géographie, philosophie',
  'licence langues étrangères appliquées, théâtre, civilisations régionales, archéologie, théologie, généraliste',
  'master MEEF 1er degré, création, interprétation, évaluation, géologie, océanographie, écologie, épidémiologie',
  'licence pro révision comptable, métiers de la GRH, du BTP, efficacité énergétique, propriété intellectuelle',
  'sciences et techniques des activités physiques et sportives (STAPS), programme grande école, ingénierie',
];

/**
 * The dictionary of higher education: that of the schools, completed by the accented labels of InserSup (domains, disciplines) and by a few
 * words that no source of an edition may hold. What the schools teach wins.
 */
export function completerPourLeSuperieur(dictionnaire: Dictionnaire, labels: Iterable<string>): Dictionnaire {
  return new Map([...learnDictionnaire([...LIBELLES_DU_SUPERIEUR, ...labels]), ...dictionnaire]);
}

/**
 * An official label as a person would write it: `BOULANGER (CAP)` → `Boulanger`; the final parenthesis (the diploma type) goes.
 *
 * `METIERS DE LA COIFFURE OPTION A COUPE` → `Métiers de la coiffure option A coupe`
 */
export function ecrireLibelle(officiel: string, dictionnaire: Dictionnaire): string {
  return ecrireMots(officiel.replace(/\s*\([^()]*\)\s*$/, '').trim() || officiel.trim(), dictionnaire);
}

/** The same, with its final parenthesis: `LETTRES (EDITION)` → `Lettres (édition)`. */
export function ecrireMots(officiel: string, dictionnaire: Dictionnaire): string {
  const words = officiel.trim().replace(WORD, (word, offset: number) => {
    if (word.length === 1) return ecrireLettre(word, officiel.trim().slice(0, offset));
    return dictionnaire.get(keyOf(word)) ?? word.toLowerCase();
  });
  return capitalize(words.replace(/\s+/g, ' '));
}

/** One letter alone: the name of an option keeps its capital, `A` between words is the preposition, others are elisions. */
function ecrireLettre(letter: string, before: string): string {
  if (/\b(option|opt|dominante|specialite|categorie|niveau)\s*:?\s*$/i.test(before)) return letter;
  return letter === 'A' && /\s$/.test(before) ? 'à' : letter.toLowerCase();
}

/** Openings that repeat the diploma type in the labels of certif_info; they are removed, the type is said once. */
const OPENINGS =
  /^(CAP agricole|CAPa|CAP|Bac pro agricole|Bac pro|Bac techno|BTSA|BTS|BTM|BP agricole|BPA|BP JEPS|BPJEPS|BP|DT|MC|BMA|BUT|DUT|DEUST|DMA|DN MADE|DE ?JEPS|DES ?JEPS|CS agricole|CS|Certificat de spécialisation|Titre pro(?:fessionnel)?|Licence pro(?:fessionnelle)?|Licence|Master|BT|Doctorat)(?: mention| spécialité| option(?= \p{L}{2}))?\s+/iu;

/** `CAP boulanger` → `Boulanger`, `BUT spécialité génie biologique` → `Génie biologique`. */
export function retirerType(libelle: string): string {
  const rest = libelle.replace(OPENINGS, '').trim();
  return capitalize(rest === '' ? libelle : rest);
}

/** The title of a formation: its type then its name, unless the name already says what it is. */
export function titreDeFormation(type: string, libelle: string): string {
  const saysNothing =
    type === 'Autre formation' || keyOf(libelle).startsWith(keyOf(type)) || keyOf(libelle).startsWith('diplome');
  return saysNothing ? libelle : `${type} ${libelle}`;
}
