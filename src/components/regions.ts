import type { PageRegion, Rubrique, Sommaire } from '../domain/listes.ts';
import { slugify } from '../lib/slug.ts';
import { hasParts, type TypeDeListe } from './listes.ts';

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

export interface EcolesDUnDepartement {
  /** Anchor on the page of the schools of the region. */
  id: string;
  nom: string;
  etablissements: PageRegion['etablissements'];
}

/** The schools of a region by département, in the order of the French alphabet; within one, the order of the file (town, name). */
export function ecolesParDepartement({ etablissements }: Pick<PageRegion, 'etablissements'>): EcolesDUnDepartement[] {
  return [...Map.groupBy(etablissements, ({ departement = 'Autres' }) => departement)]
    .sort(([left], [right]) => left.localeCompare(right, 'fr'))
    .map(([nom, ecoles]) => ({ id: `dep-${slugify(nom)}`, nom, etablissements: ecoles }));
}
