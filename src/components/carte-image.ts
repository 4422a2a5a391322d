import { drawCard, type BlocDeCarte } from '../charts/card.ts';
import { absenceBilingue } from '../domain/phrases-integrer.ts';
import { serrerCss } from '../lib/css.ts';
import { joinFrench } from '../lib/format.ts';
import type { CarteIntegree, CartesIntegrees } from './integrer.ts';

/** The colours of the site (`src/styles/tokens.css`), light and dark, for images that stand alone. */
export const couleursDesImages = (tokens: string): string => serrerCss(tokens).replace(/@media screen and/g, '@media');

function toBloc({ titre, badge, phrase, absence, mentions, fiche }: CarteIntegree): BlocDeCarte {
  if (phrase === undefined || badge === undefined || fiche?.parts == null) {
    const mots = absenceBilingue(absence ?? 'pas_encore_publiee');
    return {
      titre: titre.fr,
      phrase: `${mots.titre.fr}. ${mots.explication.fr}`,
      parts: null,
      mentions: mentions.map(({ fr }) => fr),
    };
  }
  return {
    titre: `${titre.fr} (${badge.fr})`,
    phrase: phrase.fr,
    parts: fiche.parts,
    mentions: mentions.map(({ fr }) => fr),
  };
}

/** Last line of an image: who publishes, which edition, from which sources. */
export function signatureDImage(edition: string, sources: readonly string[]): string {
  return `Et après\u202f? ${edition}.${sources.length === 0 ? '' : ` Source\u00a0: ${joinFrench(sources)}.`}`;
}

/** Cards as an image file: the same records and sentences as the page that they come from. */
export function dessinerCartes(
  { titre, lieu, edition, fictif, sources, cartes }: CartesIntegrees,
  couleurs: string,
): string {
  return drawCard({
    titre: lieu === undefined ? titre : `${titre} (${lieu})`,
    blocs: cartes.map(toBloc),
    signature: signatureDImage(edition, sources),
    fictif,
    couleurs,
  });
}
