import type { DocumentDeRecherche } from '../../../src/domain/recherche.ts';

/** A record of the search index, with what the test does not care about left empty. */
export function makeDocument(given: Partial<DocumentDeRecherche> & { titre: string }): DocumentDeRecherche {
  return {
    url: `/formations/${given.titre}/`,
    genre: 'formation',
    precision: '',
    mots: [],
    codes: [],
    filtres: {},
    ...given,
  };
}
