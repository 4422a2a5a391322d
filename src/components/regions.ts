import type { PageRegion, Rubrique, Sommaire } from '../domain/listes.ts';
import { removeAccents, slugify } from '../lib/slug.ts';
import { SANS_COMMUNE } from '../domain/phrases-proximite.ts';
import { hasParts, type TypeDeListe } from './listes.ts';

/** Title of the schools of a region whose département no source tells: it has no page « Près de chez moi ». */
export const SANS_DEPARTEMENT = 'Autres';

export interface NiveauDeTypes {
  libelle: string;
  types: Rubrique[];
}

/** The diploma types of a region, or of a domain, under the levels of the summary, in its order; nothing is left out. */
export function typesParNiveau(
  typesDeLaPage: readonly TypeDeListe[],
  { niveaux }: Pick<Sommaire, 'niveaux'>,
): NiveauDeTypes[] {
  const types = typesDeLaPage.map(({ slug, libelle, formations }): Rubrique => ({
    slug,
    libelle,
    nb_formations: formations.length,
    nb_avec_chiffres: formations.filter(hasParts).length,
  }));
  const niveauOf = new Map(niveaux.flatMap((niveau) => niveau.types.map(({ slug }) => [slug, niveau.libelle])));
  const byNiveau = Map.groupBy(types, ({ slug }) => niveauOf.get(slug) ?? 'Autres diplômes');
  const order = [...niveaux.map(({ libelle }) => libelle), 'Autres diplômes'];
  return order.flatMap((libelle) => {
    const group = byNiveau.get(libelle);
    return group === undefined ? [] : [{ libelle, types: group }];
  });
}

/** Schools under the name of a place. */
export interface GroupeDEcoles<T> {
  /** Anchor on the page. */
  id: string;
  nom: string;
  etablissements: T[];
}

function grouper<T>(ecoles: readonly T[], placeOf: (ecole: T) => string, prefixe: string): GroupeDEcoles<T>[] {
  return [...Map.groupBy(ecoles, (ecole) => slugify(placeOf(ecole)))]
    .map(([slug, group]) => ({
      id: `${prefixe}-${slug}`,
      nom: group[0] === undefined ? slug : placeOf(group[0]),
      etablissements: group,
    }))
    .sort((left, right) => left.nom.localeCompare(right.nom, 'fr'));
}

/** The schools of a region by département, in the order of the French alphabet; within one, the order of the file (town, name). */
export function ecolesParDepartement({
  etablissements,
}: Pick<PageRegion, 'etablissements'>): GroupeDEcoles<PageRegion['etablissements'][number]>[] {
  return grouper(etablissements, ({ departement = SANS_DEPARTEMENT }) => departement, 'dep');
}

/** The schools of a département by town, in the order of the alphabet; those whose town no source tells come last. */
export function ecolesParCommune<T extends { commune?: string | undefined }>(
  etablissements: readonly T[],
): (GroupeDEcoles<T> & { lettre: string })[] {
  const situees = etablissements.filter(({ commune }) => commune !== undefined);
  const autres = etablissements.filter(({ commune }) => commune === undefined);
  const groupes = grouper(situees, ({ commune = '' }) => commune, 'commune');
  return [
    ...groupes.map((groupe) => ({ ...groupe, lettre: removeAccents(groupe.nom).charAt(0).toUpperCase() })),
    ...(autres.length === 0
      ? []
      : [{ id: 'commune-inconnue', nom: SANS_COMMUNE, lettre: '?', etablissements: autres }]),
  ];
}
