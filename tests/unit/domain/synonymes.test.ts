import { describe, expect, test } from 'vitest';

import { synonymesDe } from '../../../src/domain/synonymes.ts';

describe('words for a course that no official name holds', () => {
  test.each([
    ["Bac pro Métiers de l'électricité et de ses environnements connectés", 'melec'],
    ['CAP Monteur en installations sanitaires', 'plombier'],
    ['CAP Boulanger', 'boulangerie'],
    ['BTS Cybersécurité, informatique et réseaux, électronique option A informatique et réseaux', 'ciel'],
  ])('%s is asked as « %s »', (nom, mot) => {
    expect(synonymesDe([nom])).toContain(mot);
  });

  test('an old name is enough, accents and capitals aside', () => {
    expect(synonymesDe(['CAP Cuisine', 'GESTION DE LA PME (BTS)'])).toContain('gpme');
  });

  test('a name holds whole words: « Cuisiniste » is no « cuisine », and another trade has no word of this one', () => {
    expect(synonymesDe(['Titre Cuisiniste'])).toEqual([]);
    expect(synonymesDe(['CAP Boulanger'])).not.toContain('plombier');
  });
});
