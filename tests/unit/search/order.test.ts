import { expect, test } from 'vitest';

import { compareDocuments } from '../../../src/search/order.ts';
import { makeDocument } from './documents.ts';

const formation = (titre: string, type: string, url = `/formations/${titre}/`) =>
  makeDocument({ titre, url, filtres: { type: [type] } });

test('equal names stand by diploma type, then newest code; short names, browse pages and formations come before the others', () => {
  const school = makeDocument({ titre: 'Boulanger', genre: 'etablissement', url: '/etablissements/0010001w/' });
  const expected = [
    makeDocument({ titre: 'Bretagne', genre: 'region', url: '/regions/bretagne/' }),
    makeDocument({ titre: "Métiers de l'alimentation", genre: 'famille', url: '/familles/alimentation/' }),
    formation('CAP Boulanger', 'CAP', '/formations/cap-boulanger-50022137/'),
    formation('CAP Boulanger', 'CAP', '/formations/cap-boulanger-50022131/'),
    formation('Bac pro Boulanger', 'Bac pro'),
    formation('BP Boulanger', 'BP'),
    formation('Titre Boulanger', 'Titre'),
    formation('CAP Commis boulanger', 'CAP'),
    school,
  ];
  const shuffled = expected.map((document, rank) => ({ document, key: (rank * 7) % expected.length }));
  shuffled.sort((left, right) => left.key - right.key);
  expect(shuffled.map(({ document }) => document).sort(compareDocuments)).toEqual(expected);
});
