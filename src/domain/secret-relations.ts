import type { Filiere } from './fiche.ts';

/** Which difference of published figures would give a hidden one (docs/decisions/0007). */
export const RELATIONS_DE_SECRET = ['promotions_cumulees', 'nationale_regions', 'region_etablissements'] as const;
export type GenreDeRelation = (typeof RELATIONS_DE_SECRET)[number];

/** One own record of a code and track, as secrecy sees it: where, when, how many pupils; never its figures. */
export interface Cellule {
  /** Unique among the cells of a code and track; orders cells of the same size. */
  cle: string;
  maille: 'nationale' | 'regionale' | 'etablissement';
  millesime: string;
  /** Code of the region: of a regional record, or where the school is. */
  region: string | null;
  uai: string | null;
  /** Pupils in the final year: public, even when the figures are not. Null = unknown. */
  effectif: number | null;
  /** Hidden already, by the threshold. */
  cachee: boolean;
}

/** The figures of `tout` are the sum of those of `parts`, and of what the sources leave out. */
export interface Relation {
  genre: GenreDeRelation;
  tout: readonly Cellule[];
  parts: readonly Cellule[];
}

/**
 * Every sum between the cells of one code and track, from wide to narrow. In higher education France is not the sum of its schools: they
 * count registered students, France counts leavers and continuers (RULES §§ 16.1, 16.2).
 */
export function relationsEntre(filiere: Filiere, cellules: readonly Cellule[]): Relation[] {
  const relations = [...sommesDePromotions(cellules), ...(filiere === 'superieur' ? [] : sommesDeLieux(cellules))];
  // Nothing can be taken from a whole that shows rates of an unknown number of pupils.
  const utiles = relations.filter(({ tout }) => tout.every(({ cachee, effectif }) => cachee || effectif !== null));
  return utiles.map((relation) => ({ ...relation, parts: [...relation.parts].sort(plusPetiteDAbord) }));
}

/** Two pooled years = one + the other, in one place (RULES § 7). One of the two is enough: the difference gives the other. */
function sommesDePromotions(cellules: readonly Cellule[]): Relation[] {
  const lieux = Map.groupBy(cellules, ({ maille, region, uai }) => `${maille} ${uai ?? region ?? ''}`);
  return [...lieux.values()].flatMap((lieu) => {
    if (lieu.length === 1) return [];
    const parMillesime = new Map(lieu.map((cellule) => [cellule.millesime, cellule]));
    return lieu.flatMap((cumul): Relation[] => {
      const parts = annees(cumul.millesime).flatMap((annee) => parMillesime.get(annee) ?? []);
      return cumul.millesime.length === 4 || parts.length === 0
        ? []
        : [{ genre: 'promotions_cumulees', tout: [cumul], parts }];
    });
  });
}

/** France = its regions, a region = its schools. Schools of a region without a record of its own count for it. */
function sommesDeLieux(cellules: readonly Cellule[]): Relation[] {
  const nationales = new Map(
    cellules.filter(({ maille }) => maille === 'nationale').map((cellule) => [cellule.millesime, cellule]),
  );
  const locales = Map.groupBy(
    cellules.filter(({ maille }) => maille !== 'nationale'),
    ({ millesime }) => millesime,
  );
  return [...locales].flatMap(([millesime, group]): Relation[] => {
    const regions = group.filter(({ maille }) => maille === 'regionale');
    const connues = new Set(regions.map(({ region }) => region));
    const ecoles = Map.groupBy(
      group.filter(({ maille }) => maille === 'etablissement'),
      ({ region }) => (connues.has(region) ? region : null),
    );
    const parts = [...regions, ...(ecoles.get(null) ?? [])];
    return [
      ...touts(nationales, millesime).map((tout) => ({ genre: 'nationale_regions' as const, tout, parts })),
      ...regions.flatMap((region): Relation[] => {
        const siennes = ecoles.get(region.region) ?? [];
        return siennes.length === 0 ? [] : [{ genre: 'region_etablissements', tout: [region], parts: siennes }];
      }),
    ];
  });
}

/** The national figures that cover a millésime: its own record; and for two pooled years, both years together. */
function touts(nationales: ReadonlyMap<string, Cellule>, millesime: string): Cellule[][] {
  const propre = nationales.get(millesime);
  const deux = annees(millesime).map((annee) => nationales.get(annee));
  return [
    ...(propre === undefined ? [] : [[propre]]),
    ...(deux.length === 2 && deux.every((cellule) => cellule !== undefined) ? [deux] : []),
  ];
}

const annees = (millesime: string): string[] => millesime.split('_');

/** Smallest first, then the order of keys. */
export const plusPetiteDAbord = (left: Cellule, right: Cellule): number =>
  (left.effectif ?? 0) - (right.effectif ?? 0) || (left.cle < right.cle ? -1 : 1);
