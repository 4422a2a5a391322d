import { expect, test } from 'vitest';

import { barePathOf, fileOfBarePath } from '../../../src/deploy/bare-paths.ts';

test.each([
  ['/api', '', '/api/index.json'],
  ['/api/inserjeunes/certifications/50022137', '', '/api/inserjeunes/certifications/50022137.json'],
  [
    '/api/inserjeunes/certifications/CFD:50022137',
    'millesime=2023',
    '/api/inserjeunes/certifications/50022137/2023.json',
  ],
  [
    '/api/inserjeunes/regionales/11/certifications/MEFSTAT11:23830033004',
    'vue=filieres&millesime=2022_2023',
    '/api/inserjeunes/regionales/11/certifications/23830033004/2022_2023/filieres.json',
  ],
  ['/api/inserjeunes/formations/0350778F-50022137', '', '/api/inserjeunes/formations/0350778F-50022137.json'],
])('%s?%s is answered by %s', (path, query, file) => {
  expect(fileOfBarePath(path, query)).toBe(file);
});

test('a parameter that is not understood never leads to another record', () => {
  expect(fileOfBarePath('/api/x/50022137', 'millesime=2021-2022')).toBe('/api/x/50022137/inconnu.json');
  expect(fileOfBarePath('/api/x/50022137', 'vue=../../y')).toBe('/api/x/50022137/inconnu.json');
});

test('a file and a page are their own address', () => {
  expect(fileOfBarePath('/api/inserjeunes/certifications.csv')).toBeUndefined();
  expect(fileOfBarePath('/formations/x')).toBeUndefined();
  expect(barePathOf('/api/resoudre/50022137.json')).toBe('/api/resoudre/50022137');
  expect(barePathOf('/api/inserjeunes/bcn.csv')).toBeUndefined();
  expect(barePathOf('/formations/x.json')).toBeUndefined();
});
