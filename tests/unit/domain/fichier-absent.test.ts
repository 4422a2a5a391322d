import { expect, test } from 'vitest';

import { fichierAbsent, fichierAbsentSchema } from '../../../src/domain/fichier-absent.ts';

test('the answer of an absent file keeps the keys of the original API and says what to do', () => {
  const body = fichierAbsentSchema.parse(fichierAbsent({ edition: 'Édition du 24 novembre 2026' }));
  expect(body).toMatchObject({ statusCode: 404, error: 'Not Found' });
  expect(body.que_faire).toContain('/api/resoudre/{code}.json');
  expect(body.message).toMatch(/adresse\u00a0:/);
});
