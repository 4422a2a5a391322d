import { ABSENCES_EN_MOTS } from '../domain/phrases.ts';
import { ABSENCES, type Absence } from '../domain/publication.ts';
import { REGIONS } from '../domain/regions.ts';

/** Words that the comparison needs and that modules of the site hold with heavy tables: the page and its JSON twin carry them. */
export interface MotsDeComparaison {
  /** Names of regions by INSEE code. */
  regions: Record<string, string>;
  absences: Record<Absence, string>;
}

export function motsDeComparaison(): MotsDeComparaison {
  return {
    regions: Object.fromEntries(REGIONS.map(({ code, nom }) => [code, nom])),
    absences: Object.fromEntries(
      ABSENCES.map((absence) => [absence, ABSENCES_EN_MOTS[absence].titre]),
    ) as MotsDeComparaison['absences'],
  };
}
