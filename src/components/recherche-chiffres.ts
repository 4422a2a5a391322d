import type { CarteDeRecherche, ChiffresDeRecherche } from '../domain/recherche.ts';
import { codeDeLaPage } from '../lib/slug.ts';
import { lireFichier } from './recherche-noms.ts';

/** The cards of one place, by address of formation: those of the results, and what sorts them. */
export interface Chiffres {
  cartesDe(url: string): readonly CarteDeRecherche[];
}

const loading = new Map<string, Promise<Chiffres>>();

/** Loads once what the formations show in a place: `france`, or the slug of a region. */
export function chargerChiffres(lieu: string): Promise<Chiffres> {
  const known = loading.get(lieu);
  if (known !== undefined) return known;
  const started = lireFichier<ChiffresDeRecherche>(`/recherche/chiffres/${lieu}.json`)
    .then(({ formations }) => ({ cartesDe: (url: string) => formations[codeDeLaPage(url)] ?? [] }))
    .catch((error: unknown) => {
      loading.delete(lieu);
      throw error;
    });
  loading.set(lieu, started);
  return started;
}
