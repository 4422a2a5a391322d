import type { Etablissement, FormationDEtablissement } from '../domain/etablissement.ts';
import type { Sommaire } from '../domain/listes.ts';
import { nomDeVoie } from '../domain/phrases.ts';
import { lienVersLaRegion } from '../domain/phrases-listes.ts';
import { dansLaRegion, getRegion } from '../domain/regions.ts';
import { estRepris, selectDerniere } from '../domain/selection.ts';
import { urls } from '../lib/urls.ts';
import type { GroupeDeLignes, LignePart } from './lignes.ts';

/** Up to this number of courses, one table is read at a glance; beyond, one table a diploma type. */
const SANS_TITRES = 12;

/** The courses of a school as lines of tables: one line for each code of each course, which can be taken in several ways in one school. */
export function groupFormations(
  etablissement: Pick<Etablissement, 'formations' | 'region' | 'ecoles'>,
  { niveaux }: Pick<Sommaire, 'niveaux'>,
): GroupeDeLignes[] {
  const formations = etablissement.formations.filter(({ est_fermee, fiches }) => !estRepris(est_fermee, fiches));
  const toLignes = (group: readonly FormationDEtablissement[]): LignePart[] =>
    group.flatMap((formation) => toLignesDeFormation(formation, etablissement));
  if (formations.length === 0) return [];
  if (formations.length <= SANS_TITRES) return [{ id: '', titre: '', lignes: toLignes(formations) }];
  const byType = Map.groupBy(formations, ({ type }) => type);
  const known = niveaux.flatMap(({ types }) => types);
  const order = [...known, ...[...byType.keys()].map((slug) => ({ slug, libelle: 'Autres diplômes' }))];
  return order.flatMap(({ slug, libelle }) => {
    const group = byType.get(slug);
    byType.delete(slug);
    return group === undefined ? [] : [{ id: `type-${slug}`, titre: libelle, lignes: toLignes(group) }];
  });
}

function toLignesDeFormation(
  { titre, slug, fiches, chiffres_dans_la_region }: FormationDEtablissement,
  { region, ecoles }: Pick<Etablissement, 'region' | 'ecoles'>,
): LignePart[] {
  const cards = [...Map.groupBy(fiches, (fiche) => fiche.code_certification).values()]
    .map((group) => selectDerniere(group))
    .filter((fiche) => fiche !== undefined);
  return cards.map((fiche, rank) => {
    const link = rank === 0 ? { href: urls.formation(slug) } : { suite: true };
    const regional =
      rank === 0 && chiffres_dans_la_region === true && region?.slug !== undefined
        ? {
            href: urls.formationRegion(slug, region.slug),
            lieu: lienVersLaRegion(dansLaRegion(getRegion(region.code)), fiche.parts !== null),
          }
        : undefined;
    return { nom: titre, ...link, precision: nomDeVoie(fiche), fiche, ecoles, ailleurs: regional };
  });
}
