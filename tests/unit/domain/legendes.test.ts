import { describe, expect, test } from 'vitest';

import { mesuresEnMots, phrasesSur100 } from '../../../src/domain/legendes.ts';
import { aFiche } from '../site/records.ts';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
const bretagne = aFiche({ maille: 'regionale', region: '53', nb_annee_term: 1234 });

describe('captions in three versions', () => {
  test('the English sentence has the same scope, horizon and shares, with past verbs', () => {
    expect(plain(phrasesSur100(bretagne, 'CAP Cuisine').en)).toBe(
      'Out of 100 apprentices in the final year of CAP Cuisine in the region Bretagne, 23 were working 6 months after leaving, 52 were studying, 25 were in another situation.',
    );
  });

  test('the easy sentence says one idea at a time', () => {
    expect(plain(phrasesSur100(bretagne, 'CAP Cuisine').facile)).toBe(
      "Imaginez 100 apprentis en dernière année de CAP Cuisine en Bretagne. Voici ce qu'ils faisaient 6 mois après leur sortie. 23 avaient un travail. 52 faisaient des études ou une formation. 25 étaient dans une autre situation.",
    );
  });

  test('one young person is singular in every version', () => {
    const { fr, en, facile } = phrasesSur100(
      aFiche({ parts: { emploi: 1, formation: 98, autre: 1, calcul: 'source' } }),
      'CAP Cuisine',
    );
    expect(plain(fr)).toContain('1 travaillait ');
    expect(plain(en)).toContain('1 was working ');
    expect(plain(facile)).toContain('1 avait un travail.');
  });

  test('how many were measured and when is said in every version, also when the source does not tell', () => {
    expect(Object.values(mesuresEnMots(bretagne)).map(plain)).toEqual([
      'Mesuré sur 1\u202f234 apprentis en dernière année, sortants de 2022 et 2023.',
      'Measured on 1,234 apprentices in the final year, who left in 2022 and 2023.',
      'En vrai, il y avait 1\u202f234 apprentis. Ces jeunes sont sortis en 2022 et 2023.',
    ]);
    const unknown = aFiche({ nb_annee_term: undefined });
    for (const text of Object.values(mesuresEnMots(unknown))) expect(text).toContain('20');
  });
});
