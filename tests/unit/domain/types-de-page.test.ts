import { expect, test } from 'vitest';

import { NOMS_DE_TYPES_DE_PAGE, typeDePage } from '../../../src/domain/types-de-page.ts';

const EXEMPLES = [
  ['/', 'accueil'],
  ['/formations/cap-boulanger-50022137/', 'formation'],
  ['/formations/cap-boulanger-50022137/bretagne/', 'formation_region'],
  ['/etablissements/0352476p/', 'etablissement'],
  ['/regions/bretagne/', 'region'],
  ['/regions/bretagne/cap/', 'region_type'],
  ['/pres-de-chez-moi/ille-et-vilaine/', 'proximite'],
  ['/diplomes/bts/', 'diplome'],
  ['/domaines/sante/', 'domaine'],
  ['/familles/metiers-de-la-mode/', 'famille'],
  ['/formations/', 'liste'],
  ['/regions/', 'liste'],
  ['/etablissements/', 'liste'],
  ['/comprendre/', 'comprendre'],
  ['/comprendre/exemple/', 'comprendre'],
  ['/qualite/', 'qualite'],
  ['/donnees/', 'donnees'],
  ['/donnees/mon-catalogue/', 'donnees'],
  ['/donnees/api/', 'donnees'],
  ['/recherche/', 'recherche'],
  ['/devine/', 'devine'],
  ['/devine/3/reponse/', 'devine'],
  ['/comparer/', 'comparer'],
  ['/widget/', 'widget'],
  ['/integrer/formations/50022137/', 'integrer'],
  ['/mentions-legales/', 'autre'],
  ['/404.html', 'autre'],
  ['/formations/x/y/z/', 'autre'],
  ['/constructor/', 'autre'],
] as const;

test.each(EXEMPLES)('%s is a page of the type %s', (url, type) => {
  expect(typeDePage(url)).toBe(type);
});

test('every type has an address', () => {
  expect(new Set(EXEMPLES.map(([, type]) => type))).toEqual(new Set(NOMS_DE_TYPES_DE_PAGE));
});
