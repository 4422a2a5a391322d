import type { DocumentDeRecherche } from '../domain/recherche.ts';
import { removeAccents, slugify } from '../lib/slug.ts';

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
  return [...new Set(names.map(initials))].filter((sigle) => sigle.length >= 2 && sigle.length <= 6);
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
