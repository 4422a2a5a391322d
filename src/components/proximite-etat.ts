import type { Filiere } from '../domain/fiche.ts';
import type { Recherche } from '../domain/proximite-regles.ts';
import { NOMS_DES_VOIES } from '../domain/phrases-fiche.ts';

/**
 * What is looked for near a town. It lives in the fragment of the address only, never sent to anyone:
 * `#commune=rennes&type=cap&voie=pro&formation=cap-cuisine-50022139`.
 */
export interface EtatDeProximite extends Recherche {
  /** Slug of the name of a town. */
  commune?: string | undefined;
}

/** Longer fragments are cut: the longest slugs fit in. */
const LONGUEUR_MAX = 600;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const estUneVoie = (text: string): text is Filiere => Object.hasOwn(NOMS_DES_VOIES, text);

/** Reads a fragment, with or without `#`; what is not of the grammar is left out. Nothing that it returns can leave this site. */
export function lireEtat(hash: string): EtatDeProximite {
  const params = new URLSearchParams(hash.replace(/^#/, '').slice(0, LONGUEUR_MAX));
  const read = (name: string): string | undefined => {
    const value = params.get(name)?.toLowerCase() ?? '';
    return SLUG.test(value) ? value : undefined;
  };
  const voie = read('voie');
  return {
    commune: read('commune'),
    type: read('type'),
    filiere: voie !== undefined && estUneVoie(voie) ? voie : undefined,
    formation: read('formation'),
  };
}

/** The fragment of a search, without `#`; empty when nothing is asked. */
export function ecrireEtat({ commune, type, filiere, formation }: EtatDeProximite): string {
  return Object.entries({ commune, type, voie: filiere, formation })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('&');
}
