import type { DocumentDeRecherche } from '../domain/edition.ts';
import { removeAccents, slugify } from '../lib/slug.ts';

/** What the index holds for one page. `meta` comes back raw to the browser: it is shown as text only (ENGINEERING § 0.6). */
export interface SearchRecord {
  url: string;
  language: 'fr';
  content: string;
  meta: {
    titre: string;
    precision: string;
    genre: DocumentDeRecherche['genre'];
    /** The title in separate words: this one is searched, `titre` is shown. */
    nom: string;
    sigles?: string;
  };
  filters: Record<string, string[]>;
}

/**
 * A page as a record of the index: words to find it by, the texts that a result shows, and its filters as slugs (`Grand Est` →
 * `grand-est`), so that the values in addresses hold no accent. The name of the domain is a filter and no word of the page:
 * « électricité » would find every course of « Mécanique, électricité, électronique ».
 */
export function toRecord(document: DocumentDeRecherche): SearchRecord {
  const domaines = document.filtres.domaine ?? [];
  const words = [document.precision, ...document.mots.filter((mot) => !domaines.includes(mot))];
  const filters = Object.entries(document.filtres).map(([name, values]): [string, string[]] => [name, slugs(values)]);
  const initiales = sigles(document);
  // A browse page has few words: said three times, its name comes before the schools that bear it (« Bretagne »).
  const isBrowsePage = document.genre !== 'formation' && document.genre !== 'etablissement';
  const title = separateWords(document.titre);
  return {
    url: document.url,
    language: 'fr',
    content: [
      ...(isBrowsePage ? [title, title, title] : [title]),
      ...unique([...words.map(separateWords), ...document.codes.flatMap(codeVariants)]),
    ].join('. '),
    meta: {
      titre: document.titre,
      precision: document.precision,
      genre: document.genre,
      nom: title,
      ...(initiales.length === 0 ? {} : { sigles: initiales.join(' ') }),
    },
    filters: { ...Object.fromEntries(filters), genre: [document.genre] },
  };
}

/**
 * The ways in which people write one code: as it is, without its leading zeros, without the prefix of its kind.
 *
 * `01022103` → `01022103`, `1022103`; `RNCP37537` → `RNCP37537`, `37537`
 */
export function codeVariants(code: string): string[] {
  const bare = code.trim().replace(/^(?:CFD|MEFSTAT11|MEF|SISE|UAI)[\s:]+/i, '');
  return unique([bare, bare.replace(/^0+(?=.{5})/, ''), bare.replace(/^RNCP(?=\d)/i, '')]);
}

const SMALL_WORDS = new Set(
  'a au aux d dans de des du en et l la le les leur leurs ou par pour ses son sur un une'.split(' '),
);

/** Diploma types, by slug, whose courses people call by an acronym. */
const TYPES_A_SIGLES = new Set([
  'cap',
  'bac-pro',
  'bts',
  'cap-agricole',
  'bac-pro-agricole',
  'btsa',
  'bp',
  'but',
  'dut',
]);

/**
 * The acronyms that pupils use, made of the initials of the names of a formation, present, old and official:
 * `MANAGEMENT COMMERCIAL OPERATIONNEL (BTS)` → `MCO`. Two to six initials; what follows « option » is left out.
 */
export function sigles(document: Pick<DocumentDeRecherche, 'genre' | 'titre' | 'mots' | 'filtres'>): string[] {
  const type = document.filtres.type?.[0] ?? '';
  if (document.genre !== 'formation' || !TYPES_A_SIGLES.has(slugify(type))) return [];
  const names = [document.titre, ...document.mots].flatMap((label) => {
    if (label.startsWith(`${type} `)) return [label.slice(type.length)];
    return label.endsWith(')') || label === document.titre ? [label] : [];
  });
  return unique(names.map(initials).filter((sigle) => sigle.length >= 2 && sigle.length <= 6));
}

function initials(label: string): string {
  const bare = removeAccents(label).replace(/\([^()]*\)/g, ' ');
  const name = bare.split(/\b(?:options?|specialite)\b|:/i)[0] ?? '';
  const words = slugify(name, 400).split('-');
  return words
    .filter((word) => word !== '' && !SMALL_WORDS.has(word) && !/^\d/.test(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

/** `l'électricité` and `Bourg-en-Bresse` are several words: Pagefind would make one of each. */
const separateWords = (text: string): string => text.replace(/['’-]/g, ' ');

const slugs = (values: readonly string[]): string[] => unique(values.map((value) => slugify(value)));

const unique = (values: readonly string[]): string[] => [...new Set(values)].filter((value) => value !== '');
