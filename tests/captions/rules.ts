/**
 * The rules of what readers are told beside a figure (UNDERSTANDABLE §§ 4.6-4.8, PRODUCT §§ 5-6), one text at a time. Shared by the test of the
 * functions that make sentences and by the test of every built page.
 */

export interface Regle {
  nom: string;
  /** What is wrong in a sentence: the words that break the rule. */
  faute: RegExp;
  /** Words that say the contrary of the fault, or that are somebody else's name; each with its reason. */
  permis?: readonly (readonly [mots: RegExp, raison: string])[];
}

/** Words and tenses: for sentences with plain spaces. */
const REGLES_DES_MOTS: readonly Regle[] = [
  {
    nom: 'a median is « le milieu », never an average',
    faute: /\bmoyennes?\b|\b(?:salaires?|revenus?|taux) moyens?\b|\baverages?\b|\bmean\b/i,
    permis: [
      [/moyennes? (?:entreprises?|montagne|tension|industries?)/gi, 'in the names of diplomas'],
      [/cycle moyen/gi, 'in the names of diplomas'],
    ],
  },
  {
    nom: '« taux d’emploi » is out of leavers, never out of all pupils',
    faute:
      /taux d'emploi[^,;:()«»]*\b(?:sur 100|des élèves|de tous|tous les)|\b(?:sur 100|part des)\b[^,;:()«»]*taux d'emploi|employment rate[^,;:]*out of 100/i,
  },
  {
    nom: 'states are told in the past: they were measured',
    faute:
      /\b(?:travaillent|étudient|continuent (?:leurs études|d'étudier)|poursuivent (?:leurs|des) études|sont en (?:emploi|formation|études)|sont dans une autre situation|ont un (?:travail|emploi))\b|\bare (?:working|studying|employed)\b/i,
  },
  {
    nom: '« autre situation » is neither unemployment nor failure',
    faute: /chômage|chômeur|\béchecs?\b|\béchou|sans[- ]emploi|inactif|unemploy|jobless|\bfail(?:ed|ure)/i,
    permis: [
      [/(?:n'est|veut) pas (?:dire )?(?:le|un taux de) chômage/gi, 'says that it is not'],
      [/\(le chômage autour…\)/gi, 'what the expected rate takes into account around a school'],
      [/lutte contre le (?:chômage|décrochage)|prévention de l'échec/gi, 'in the names of diplomas'],
    ],
  },
  { nom: 'precision is told in plain counts, never « marge d’erreur »', faute: /marges? d'erreur|margin of error/i },
  { nom: 'nothing ranks', faute: /\b(?:meilleurs? (?:lycées?|établissements?|formations?)|palmarès|top \d)/i },
];

/** Signs and spaces: for French texts as they are. */
const REGLES_DES_SIGNES: readonly Regle[] = [
  { nom: 'high signs are held by a no-break space', faute: / [:;?!%€»]/ },
  { nom: 'an opening quote is held by a no-break space', faute: /«(?![\u00a0\u202f])/ },
  { nom: 'a closing quote, « ? » and « ! » have their no-break space', faute: /[^\s?!…([][?!»](?=[\s.,;)]|$)/u },
  { nom: 'apostrophes are straight, as everywhere on the site', faute: /[\u2018\u2019]/ },
  {
    nom: 'decimals have a comma',
    faute: /\d\.\d/,
    permis: [
      [/(?:Ouverte|RGAA|WCAG|version|UTF|norme|EN) ?\d+\.\d+(?:\.\d+)*/g, 'numbers of versions'],
      [/\d+\.\d+\.\d+/g, 'numbers of versions'],
    ],
  },
];

const plain = (texte: string): string => texte.replace(/[\u00a0\u202f\s]+/g, ' ').replace(/\u2019/g, "'");

function breaks(texte: string, { faute, permis = [] }: Regle): string | undefined {
  const judged = permis.reduce((words, [mots]) => words.replace(mots, ''), texte);
  const found = faute.exec(judged);
  if (found === null) return undefined;
  return judged.slice(Math.max(0, found.index - 40), found.index + found[0].length + 20);
}

/** Cuts a text where a sentence ends; « 2.0 » is not an end. */
const sentencesOf = (texte: string): string[] =>
  texte.split(/(?<=[.!?…])\s+|\n+/).filter((sentence) => sentence.trim() !== '');

/** The faults of a text, « rule: words around »; none when it is fit to publish. `langue`: the signs are those of French. */
export function fautesDe(texte: string, langue: 'fr' | 'en' = 'fr'): string[] {
  const mots = sentencesOf(texte).flatMap((sentence) =>
    REGLES_DES_MOTS.flatMap((regle) => {
      const words = breaks(plain(sentence), regle);
      return words === undefined ? [] : [`${regle.nom}: ${words}`];
    }),
  );
  if (langue === 'en') return mots;
  const signes = REGLES_DES_SIGNES.flatMap((regle) => {
    const words = breaks(texte, regle);
    return words === undefined ? [] : [`${regle.nom}: ${words}`];
  });
  return [...mots, ...signes];
}

export const NOMS_DES_REGLES = [...REGLES_DES_MOTS, ...REGLES_DES_SIGNES].map(({ nom }) => nom);
