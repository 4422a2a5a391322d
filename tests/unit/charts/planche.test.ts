import { describe, expect, test } from 'vitest';

import { drawPlanche, type Planche } from '../../../src/charts/planche.ts';

const planche: Planche = {
  titre: 'CAP Cuisine : salaire',
  panneaux: [
    {
      titre: 'Au lycée & ailleurs',
      mention: 'France.',
      mots: 'La moitié gagnait entre 1 330 € et 1 620 €.',
      svg: '<svg class="trace" role="img" viewBox="0 0 320 94"><title>t</title></svg>',
      identite: { 'data-code': '50022137', 'data-millesime': '2022_2023', 'data-region': undefined },
    },
  ],
  signature: 'Et après ? Édition.',
  fictif: false,
  couleurs: ':root{--encre:#000}',
};

describe('a drawing as a file of its own', () => {
  const svg = drawPlanche(planche);

  test('says in words what it draws, who publishes it, and which record it shows', () => {
    expect(svg).toContain('<desc>La moitié gagnait entre 1 330 € et 1 620 €.</desc>');
    expect(svg).toContain('Et après ? Édition.');
    expect(svg).toContain('<g data-code="50022137" data-millesime="2022_2023">');
  });

  test('escapes the words that come from the data', () => {
    expect(svg).toContain('Au lycée &amp; ailleurs');
  });

  test('keeps the proportions of the drawing', () => {
    expect(svg).toMatch(/x="24" y="\d+" width="480" height="141" viewBox="0 0 320 94"/);
  });

  test('says that demonstration figures are fictional, in sight and in its text alternative', () => {
    const demonstration = drawPlanche({ ...planche, fictif: true });
    expect(demonstration.match(/[Ff]ictives/g)?.length).toBe(2);
    expect(svg).not.toMatch(/[Ff]ictives/);
  });
});
