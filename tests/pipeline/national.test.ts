import { expect, test } from 'vitest';

import { generate } from '../../src/generator/generate.ts';
import { build, temporaryFolder } from './build-folder.ts';

/** Rows of InserSup that are not ours: other breakdowns, schools, two promotions together (decision 0009). */
const NON_RETENUES = [
  'ventilation_non_retenue',
  'etablissement_non_retenu',
  'tous_diplomes_ensemble',
  'deux_promotions',
];

test('a small fraction of the country builds; only the rows that are false on purpose are refused', async () => {
  const rawDir = temporaryFolder();
  generate({ out: rawDir, seed: 1, fraction: 1 / 200 });
  const { rapport } = await build(rawDir);
  const refused: Record<string, number> = {};
  for (const { lignes_refusees: lignes } of rapport.sources)
    for (const [raison, nombre] of Object.entries(lignes))
      if (!NON_RETENUES.includes(raison)) refused[raison] = (refused[raison] ?? 0) + nombre;
  expect(refused).toEqual({
    code_inconnu: 7,
    doublon: 1,
    mesure_inconnue: 1,
    sans_code: 3,
    uai_inconnu: 3,
    uai_invalide: 7,
  });
  expect(rapport.fiches.map(({ maille }) => maille)).toContain('etablissement');
});
