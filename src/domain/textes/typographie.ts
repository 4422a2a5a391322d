import { NARROW_NBSP, NBSP } from '../../lib/format.ts';
import type { Arbre, Bloc, Etape, PageDeTexte, PhraseChiffree } from './page-de-texte.ts';

/**
 * No-break spaces where French wants them, so that the texts can be typed with plain ones. Pieces between backticks stay as they are.
 *
 * `Pourquoi 48 % ?` → `Pourquoi 48<nbsp>%<narrow nbsp>?`
 */
export function composer(texte: string): string {
  return texte
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : composePiece(piece)))
    .join('');
}

function composePiece(texte: string): string {
  return (
    texte
      .replace(/ ([;?!])/g, `${NARROW_NBSP}$1`)
      .replace(/ ([:%€»])/g, `${NBSP}$1`)
      .replace(/« /g, `«${NBSP}`)
      .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW_NBSP}`)
      // A number stays with what it counts; years, of four digits, do not need it.
      .replace(/(?<![\d\p{L}\u202f])(\d{1,3}) (?=\p{Ll})/gu, `$1${NBSP}`)
  );
}

/** A whole page, each of its texts composed; lines of code are left alone. */
export function composerPage(page: PageDeTexte): PageDeTexte {
  return {
    slug: page.slug,
    titre: composer(page.titre),
    chapeau: composer(page.chapeau),
    sections: page.sections.map(({ id, titre, partie, blocs }) => ({
      id,
      titre: composer(titre),
      ...(partie === undefined ? {} : { partie: composer(partie) }),
      blocs: blocs.map(composerBloc),
    })),
  };
}

function composerBloc(bloc: Bloc): Bloc {
  switch (bloc.genre) {
    case 'paragraphe':
      return { ...bloc, texte: composer(bloc.texte) };
    case 'liste':
      return { ...bloc, elements: bloc.elements.map(composer) };
    case 'definitions':
      return {
        ...bloc,
        elements: bloc.elements.map(({ id, terme, definition }) => ({
          id,
          terme: composer(terme),
          definition: composer(definition),
        })),
      };
    case 'tableau':
      return {
        ...bloc,
        legende: composer(bloc.legende),
        entetes: bloc.entetes.map(composer),
        lignes: bloc.lignes.map((ligne) => ligne.map(composer)),
      };
    case 'exemple':
    case 'repli':
      return { ...bloc, titre: composer(bloc.titre), textes: bloc.textes.map(composer) };
    case 'suivi':
      return { ...bloc, titre: composer(bloc.titre), etapes: bloc.etapes.map(composerEtape) };
    case 'code':
      return { ...bloc, titre: composer(bloc.titre) };
  }
}

const composerPhrase = (phrase: PhraseChiffree): PhraseChiffree =>
  phrase.map((morceau) =>
    typeof morceau === 'string' ? composer(morceau) : { ...morceau, texte: composer(morceau.texte) },
  );

const composerArbre = ({ tronc, branches }: Arbre): Arbre => ({
  tronc: composerPhrase(tronc),
  branches: branches.map(({ branche, feuilles }) => ({
    branche: composerPhrase(branche),
    feuilles: feuilles.map(composerPhrase),
  })),
});

const composerEtape = ({ titre, phrases, arbre }: Etape): Etape => ({
  titre: composer(titre),
  phrases: phrases.map(composerPhrase),
  ...(arbre === undefined ? {} : { arbre: composerArbre(arbre) }),
});

/** A piece of a text: words, a link or code. */
export type Segment =
  { genre: 'mots'; texte: string } | { genre: 'lien'; texte: string; href: string } | { genre: 'code'; texte: string };

/** Links lead into this site, to a section, by mail, or to an https address; anything else is a fault of the text. */
const HREF = /^(?:\/(?!\/)|#|https:\/\/|mailto:)/;

/** Cuts a text at its links and its code: `Voir [ici](/a/).` → words, link, words. */
export function segmenter(texte: string): Segment[] {
  return texte
    .split(/(\[[^\]]+\]\([^)\s]+\)|`[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece): Segment => {
      const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece);
      if (link?.[1] !== undefined && link[2] !== undefined) {
        if (!HREF.test(link[2])) throw new Error(`invalid link in a text: ${link[2]}`);
        return { genre: 'lien', texte: link[1], href: link[2] };
      }
      if (piece.startsWith('`')) return { genre: 'code', texte: piece.slice(1, -1) };
      return { genre: 'mots', texte: piece };
    });
}
