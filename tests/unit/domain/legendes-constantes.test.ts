import { describe, expect, test } from 'vitest';

import { LEGENDES, legendesSchema } from '../../../src/domain/legendes-constantes.ts';
import { LANGUES, type Phrases } from '../../../src/domain/lecture.ts';
import { ABSENCES_EN_MOTS } from '../../../src/domain/phrases.ts';
import { ABSENCES } from '../../../src/domain/publication.ts';

/** Every sentence in three languages, wherever it stands, with its path. */
function* phrasesOf(value: unknown, path = ''): Generator<[path: string, phrases: Phrases]> {
  if (typeof value !== 'object' || value === null) return;
  if ('facile' in value) yield [path, value as Phrases];
  else for (const [name, child] of Object.entries(value)) yield* phrasesOf(child, `${path}/${name}`);
}
const phrases = [...phrasesOf(LEGENDES)];

describe('the constant captions', () => {
  test('follow their schema, which asks for each state, reason and label', () => {
    expect(legendesSchema.safeParse({ edition: 'x', ...LEGENDES }).error).toBeUndefined();
    expect(phrases.length).toBe(3 * 2 + 1 + 3 + 1 + ABSENCES.length * 2 + 1 + 1 + 6 + 1 + 1);
  });

  test.each(phrases)('%s is said in three ways', (_, { fr, en, facile }) => {
    for (const texte of [fr, en, facile]) expect(texte.trim().length).toBeGreaterThan(5);
    expect(new Set([fr, en, facile]).size).toBe(3);
  });

  test('in French they are those of the pages', () => {
    for (const absence of ABSENCES)
      expect(LEGENDES.absences[absence].explication.fr).toBe(ABSENCES_EN_MOTS[absence].explication);
  });

  test('« autre situation » is never unemployment or failure, in any language (PRODUCT § 5.5)', () => {
    const textes = phrases.flatMap(([, versions]) => LANGUES.map((langue) => versions[langue]));
    expect(textes.filter((texte) => /chôm|échec|sans emploi|unemploy|jobless|failure/i.test(texte))).toEqual([]);
  });

  test('easy sentences are short: 20 words at most', () => {
    const longues = phrases
      .flatMap(([path, { facile }]) => facile.split(/(?<=[.?!])\s/).map((sentence) => ({ path, sentence })))
      .filter(({ sentence }) => sentence.split(/\s/).length > 20);
    expect(longues).toEqual([]);
  });
});
