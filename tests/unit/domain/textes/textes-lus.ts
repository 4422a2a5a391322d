import type { Bloc, Etape, PageDeTexte, PhraseChiffree } from '../../../../src/domain/textes/page-de-texte.ts';

/** The words of a page as a reader meets them, for the tests: one text for each sentence or cell. */
const lire = (phrase: PhraseChiffree): string =>
  phrase.map((morceau) => (typeof morceau === 'string' ? morceau : morceau.texte)).join('');

const lireEtape = ({ titre, phrases, arbre }: Etape): string[] => [
  titre,
  ...phrases.map(lire),
  ...(arbre === undefined
    ? []
    : [lire(arbre.tronc), ...arbre.branches.flatMap(({ branche, feuilles }) => [branche, ...feuilles].map(lire))]),
];

/** Every text of a block that people read; lines of code are not texts. */
function textsOf(bloc: Bloc): string[] {
  switch (bloc.genre) {
    case 'paragraphe':
      return [bloc.texte];
    case 'liste':
      return bloc.elements;
    case 'definitions':
      return bloc.elements.flatMap(({ terme, definition }) => [terme, definition]);
    case 'tableau':
      return [bloc.legende, ...bloc.entetes, ...bloc.lignes.flat()];
    case 'exemple':
    case 'repli':
      return [bloc.titre, ...bloc.textes];
    case 'suivi':
      return [bloc.titre, ...bloc.etapes.flatMap(lireEtape)];
    case 'code':
      return [bloc.titre];
  }
}

export const textsOfPage = (page: PageDeTexte): string[] => [
  page.titre,
  page.chapeau,
  ...page.sections.flatMap(({ titre, blocs }) => [titre, ...blocs.flatMap(textsOf)]),
];

export const anchorsOf = (page: PageDeTexte): string[] =>
  page.sections.flatMap(({ id, blocs }) => [
    id,
    ...blocs.flatMap((bloc) => (bloc.genre === 'definitions' ? bloc.elements.map((element) => element.id) : [])),
  ]);
