import type { MailleDuContrat } from '../../../domain/contrat.ts';
import { millesimeEquivalent } from '../../../domain/millesime.ts';
import { REGIONS } from '../../../domain/regions.ts';

/** Which rows a list holds. */
export interface Liste {
  maille: MailleDuContrat;
  /** Path below the root, without extension. */
  chemin: string;
  /** The asked millésime; the default ones when absent (API § 2.1, « Lists »). */
  millesime?: string;
  region?: string;
  academie?: string;
}

/** Rows that go to the same lists. */
export interface Groupe {
  maille: MailleDuContrat;
  millesime: string;
  region_code: string | null;
  academie_code: string | null;
  est_defaut: boolean;
  lignes: number;
}

const REGIONALES = REGIONS.map(({ code }) => code).sort();
const ACADEMIES = REGIONS.flatMap(({ academies }) => academies.map(({ code }) => code)).sort();

/** The lists of every place, for one millésime (`2023/certifications`) or for the default ones (`certifications`). */
export function listesPossibles(maille: MailleDuContrat, millesime?: string): Liste[] {
  const prefixe = millesime === undefined ? '' : `${millesime}/`;
  const asked = millesime === undefined ? {} : { millesime };
  const liste = (chemin: string, place: Partial<Liste> = {}): Liste => ({
    maille,
    chemin: prefixe + chemin,
    ...asked,
    ...place,
  });
  if (maille === 'nationale') return [liste('certifications')];
  if (maille === 'regionale')
    return [liste('regionales'), ...REGIONALES.map((region) => liste(`regionales/${region}`, { region }))];
  return [
    liste('formations'),
    ...REGIONALES.map((region) => liste(`formations/regions/${region}`, { region })),
    ...ACADEMIES.map((academie) => liste(`formations/academies/${academie}`, { academie })),
  ];
}

/** Is a row of this group in the list? In schools a millésime also means its other spelling (API § 2.1). */
export function contient(liste: Liste, groupe: Omit<Groupe, 'lignes'>): boolean {
  const { maille, millesime, region, academie } = liste;
  if (maille !== groupe.maille) return false;
  if (region !== undefined && region !== groupe.region_code) return false;
  if (academie !== undefined && academie !== groupe.academie_code) return false;
  return millesime === undefined ? groupe.est_defaut : graphies(maille, millesime).includes(groupe.millesime);
}

/** The spellings of a millésime that a list of this level accepts. */
export function graphies(maille: MailleDuContrat, millesime: string): string[] {
  const equivalent = maille === 'etablissement' ? millesimeEquivalent(millesime) : undefined;
  return equivalent === undefined ? [millesime] : [millesime, equivalent];
}

/** The first of the lists that hold the same groups of rows, and the paths of the others beside that of the first: `[path, other path]`. */
export function distinguer(
  listes: readonly Liste[],
  groupes: readonly Groupe[],
): { listes: Liste[]; doubles: [chemin: string, double: string][] } {
  const memes = [
    ...Map.groupBy(listes, (liste) =>
      groupes.flatMap((groupe, rang) => (contient(liste, groupe) ? [rang] : [])).join(' '),
    ).values(),
  ];
  return {
    listes: memes.flatMap(([premiere]) => premiere ?? []),
    doubles: memes.flatMap(([premiere, ...autres]) =>
      autres.map(({ chemin }): [string, string] => [premiere?.chemin ?? '', chemin]),
    ),
  };
}
