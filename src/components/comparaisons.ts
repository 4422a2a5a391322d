import type { Fiche } from '../domain/fiche.ts';
import type { Repartition } from '../domain/lecture.ts';

/** The distribution that a record belongs to: same track, place and millésime, in the file of its diploma type. */
export function findRepartition(repartitions: readonly Repartition[], fiche: Fiche): Repartition | undefined {
  return repartitions.find(
    ({ filiere, maille, region, millesime }) =>
      filiere === fiche.filiere &&
      maille === fiche.maille &&
      region === (maille === 'regionale' ? fiche.region : undefined) &&
      millesime === fiche.millesime,
  );
}
