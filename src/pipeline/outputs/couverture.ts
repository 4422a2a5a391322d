import { ajouter, compteVide, motifDeVoie, type Couverture } from '../../domain/couverture.ts';
import { MAILLES } from '../../domain/fiche.ts';
import type { Contexte } from './contexte.ts';

/** Coverage of the pages by diploma type, track and maille, from what each page says of itself; `fiches`: that of the records. */
export function toCouverture(contexte: Contexte, fiches: Couverture['fiches']): Couverture {
  const formations = new Map<string, Couverture['formations'][number]>();
  const voies = new Map<string, Couverture['voies'][number]>();
  for (const { code, type } of contexte.identites.values()) {
    const cle = { type: type.slug, libelle: type.libelle };
    const page = entryOf(formations, type.slug, () => ({ ...cle, ...compteVide() }));
    ajouter(page, contexte.resumes.get(code)?.absence);
    for (const voie of contexte.couverture.get(code)?.voies ?? []) {
      const { filiere } = voie;
      const counts = entryOf(voies, `${type.slug} ${filiere}`, (): Couverture['voies'][number] => ({
        ...cle,
        filiere,
        ...compteVide(),
        mailles: {},
      }));
      ajouter(counts, motifDeVoie(voie));
      for (const maille of MAILLES) {
        const motif = voie.mailles[maille];
        if (motif !== undefined) ajouter((counts.mailles[maille] ??= compteVide()), motif);
      }
    }
  }
  return {
    formations: sortedValues(formations).sort(mostShownFirst),
    voies: sortedValues(voies).map(widestFirst).sort(mostShownFirst),
    fiches,
    etablissements: countSchools(contexte),
  };
}

function widestFirst(voie: Couverture['voies'][number]): Couverture['voies'][number] {
  const mailles = MAILLES.flatMap((maille) => {
    const counts = voie.mailles[maille];
    return counts === undefined ? [] : [[maille, counts] as const];
  });
  return { ...voie, mailles: Object.fromEntries(mailles) };
}

function countSchools({ etablissements }: Contexte): Couverture['etablissements'] {
  const counts = new Map<string, Couverture['etablissements'][number]>();
  for (const { nature, absence } of etablissements.values()) {
    ajouter(
      entryOf(counts, nature, () => ({ nature, ...compteVide() })),
      absence,
    );
  }
  return sortedValues(counts).sort(mostShownFirst);
}

const mostShownFirst = (left: { avec_chiffres: number }, right: { avec_chiffres: number }): number =>
  right.avec_chiffres - left.avec_chiffres;

/** The value of a key, made the first time that it is asked for. */
export function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Values in the order of their keys, so that two builds say the same. */
export function sortedValues<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}
