import tokens from '../styles/tokens.css?raw';

import { drawCard, type BlocDeCarte } from '../charts/card.ts';
import type { Formation } from '../domain/formation.ts';
import {
  ABSENCES_EN_MOTS,
  badgeDeMaille,
  deTitre,
  mentionCalcul,
  mentionContinuum,
  mentionMesure,
  phraseEnTexte,
  phraseSur100,
} from '../domain/phrases.ts';
import { nomsDesSources } from './sources.ts';
import { titresDesOrigines, toVoies, type VoieAffichee } from './voies.ts';
import { joinFrench } from '../lib/format.ts';

/** The colours of the site, light and dark, for images that stand alone. */
export const COULEURS_DES_IMAGES = tokens
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/@media screen and/g, '@media')
  .trim();

function toBloc({ voie, carte, titre }: VoieAffichee, quoi: string, titres: ReadonlyMap<string, string>): BlocDeCarte {
  if (carte?.parts == null) {
    const { titre: why, explication } = ABSENCES_EN_MOTS[carte?.absence ?? voie.absence ?? 'pas_encore_publiee'];
    return { titre, phrase: `${why}. ${explication}`, parts: null, mentions: [] };
  }
  return {
    titre: `${titre} (${badgeDeMaille(carte)})`,
    phrase: phraseEnTexte(phraseSur100(carte, quoi)),
    parts: carte.parts,
    mentions: [mentionMesure(carte), mentionCalcul(carte), mentionContinuum(carte, (code) => titres.get(code))].filter(
      (mention) => mention !== null,
    ),
  };
}

/** Last line of an image: who publishes, which edition, from which sources. */
export function signatureDImage({ edition }: Formation, voies: readonly VoieAffichee[]): string {
  const sources = nomsDesSources(voies.flatMap(({ carte }) => carte ?? []));
  return `Et après\u202f? ${edition}.${sources.length === 0 ? '' : ` Source\u00a0: ${joinFrench(sources)}.`}`;
}

/** The card of a formation as a file: the same records and sentences as its page. */
export function dessinerCarte(formation: Formation): string {
  const voies = toVoies(formation);
  const quoi = deTitre(formation.titre);
  const absence = ABSENCES_EN_MOTS[formation.absence ?? 'pas_encore_publiee'];
  const blocs =
    voies.length > 0
      ? voies.map((voie) => toBloc(voie, quoi, titresDesOrigines(formation)))
      : [{ titre: absence.titre, phrase: absence.explication, parts: null, mentions: [] }];
  return drawCard({
    titre: formation.titre,
    blocs,
    signature: signatureDImage(formation, voies),
    fictif: formation.donnees_fictives === true,
    couleurs: COULEURS_DES_IMAGES,
  });
}
