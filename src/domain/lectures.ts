import { comparer } from './comparaison.ts';
import type { Fiche, FicheEnsemble } from './fiche.ts';
import type { Lecture, LectureDEcole, LectureDEnsemble, Proche, Repartition } from './lecture.ts';
import { mesuresEnMots, phrasesSur100 } from './legendes.ts';
import { comptageEmploiPublic } from './millesime.ts';
import { precisionDe } from './precision.ts';
import { selectDerniere } from './selection.ts';

/** How to read a record that shows its shares. `titre`: of the diploma, null for a whole school. */
function lire(fiche: Fiche | FicheEnsemble, titre: string | null): LectureDEnsemble {
  const precision = precisionDe(fiche);
  return {
    millesime: fiche.millesime,
    phrases: phrasesSur100(fiche, titre),
    mesures: mesuresEnMots(fiche),
    emploi_public: comptageEmploiPublic(fiche.millesime, fiche.source),
    ...(precision === undefined ? {} : { precision }),
  };
}

/** How to read the newest record of a place: alone, then among the courses of its type, when they can be compared, then beside those close to it. */
export function toLecture(
  fiche: Fiche,
  titre: string,
  { repartition, proches }: { repartition: Repartition | undefined; proches: readonly Proche[] },
): Lecture {
  const comparaison = repartition && comparer(fiche, repartition);
  return {
    maille: fiche.maille,
    ...(fiche.region === undefined ? {} : { region: fiche.region }),
    ...lire(fiche, titre),
    ...(comparaison === undefined ? {} : { comparaison }),
    ...(proches.length === 0 ? {} : { proches: [...proches] }),
  };
}

/** How to read a course of a school: its newest record that shows its shares, with the track and the code that say which one it is. */
export function toLectureDEcole(fiches: readonly Fiche[], titre: string): LectureDEcole | undefined {
  const fiche = selectDerniere(fiches);
  if (fiche === undefined || fiche.parts === null) return undefined;
  return { filiere: fiche.filiere, code_certification: fiche.code_certification, ...lire(fiche, titre) };
}

/** The same for a whole school. */
export function toLectureDEnsemble(fiches: readonly FicheEnsemble[]): LectureDEnsemble | undefined {
  const fiche = selectDerniere(fiches);
  return fiche === undefined || fiche.parts === null ? undefined : lire(fiche, null);
}
