import type { Fiche } from '../domain/fiche.ts';
import { retirerType } from '../domain/libelles.ts';
import type { Liste, ResumeFormation, Sommaire } from '../domain/listes.ts';
import { badgeDeMaille, nomDeVoie, NOMS_DES_VOIES } from '../domain/phrases.ts';
import type { Absence } from '../domain/publication.ts';
import { removeAccents } from '../lib/slug.ts';
import { urls } from '../lib/urls.ts';
import type { LignePart } from './lignes.ts';

/** A heading of a long list and what stands under it. */
export interface Groupe {
  /** Anchor and end of the heading's id. */
  id: string;
  titre: string;
  formations: ResumeFormation[];
}

/** Where a formation of a list leads: to its page, or to its regional version. */
export type LienDeFormation = (formation: ResumeFormation) => string;

export const hasParts = (formation: ResumeFormation): boolean => formation.cartes.some(({ parts }) => parts !== null);

/** Lists of this length or less need no headings. */
const HEADINGS_FROM = 30;

const firstLetter = ({ titre }: ResumeFormation): string => removeAccents(retirerType(titre)).charAt(0).toUpperCase();

/** A-Z by name without the type (« CAP Boulanger » stands at B); one group without heading when the list is short. */
export function groupByLetter(formations: readonly ResumeFormation[]): Groupe[] {
  if (formations.length < HEADINGS_FROM) return [{ id: '', titre: '', formations: [...formations] }];
  return [...Map.groupBy(formations, firstLetter)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([titre, group]) => ({ id: `lettre-${titre.toLowerCase()}`, titre, formations: group }));
}

/** By diploma type, in the order and with the names of the summary (by level, nearest to school age first). */
export function groupByType(formations: readonly ResumeFormation[], sommaire: Pick<Sommaire, 'niveaux'>): Groupe[] {
  const groups = Map.groupBy(formations, ({ type }) => type);
  const types = sommaire.niveaux.flatMap((niveau) => niveau.types);
  const known = types.flatMap(({ slug, libelle }) => {
    const group = groups.get(slug);
    return group === undefined ? [] : [{ id: `type-${slug}`, titre: libelle, formations: group }];
  });
  const rest = formations.filter(({ type }) => !types.some(({ slug }) => slug === type));
  return rest.length === 0 ? known : [...known, { id: 'type-autres', titre: 'Autres diplômes', formations: rest }];
}

/** A domain with more formations than this is read one diploma type at a time, on pages of their own: a longer list is no use on a phone. */
const DOMAINE_EN_UNE_PAGE = 120;

export function estDecoupee({ genre, formations }: Pick<Liste, 'genre' | 'formations'>): boolean {
  return genre === 'domaine' && formations.length > DOMAINE_EN_UNE_PAGE;
}

export interface TypeDeListe {
  slug: string;
  libelle: string;
  formations: ResumeFormation[];
}

/** The formations of a list by diploma type, with the names of the summary; a type that it does not know keeps its slug. */
export function typesDeListe(
  formations: readonly ResumeFormation[],
  { niveaux }: Pick<Sommaire, 'niveaux'>,
): TypeDeListe[] {
  const names = new Map(niveaux.flatMap(({ types }) => types.map(({ slug, libelle }) => [slug, libelle])));
  return [...Map.groupBy(formations, ({ type }) => type)].map(([slug, group]) => ({
    slug,
    libelle: names.get(slug) ?? slug,
    formations: group,
  }));
}

/** « au lycée »; « au lycée, en 2 ans » where two records of the list are of the same track, with the code when that is not enough. */
function nomDeVoieDansLaListe(fiche: Fiche, beside: readonly Fiche[]): string {
  const sameTrack = beside.filter(({ filiere }) => filiere === fiche.filiere);
  if (sameTrack.length < 2) return NOMS_DES_VOIES[fiche.filiere];
  const sameLength = sameTrack.filter(({ duree_ans }) => duree_ans === fiche.duree_ans);
  return sameLength.length < 2 ? nomDeVoie(fiche) : `${nomDeVoie(fiche)} (${fiche.code_certification})`;
}

/** One line for each track of each formation; `hrefOf` leads to the page, or to its regional version. */
export function toLignesFormation(
  formations: readonly ResumeFormation[],
  hrefOf: LienDeFormation,
  { avecMaille }: { avecMaille: boolean },
): LignePart[] {
  return formations.flatMap((formation) => {
    const shown = formation.cartes.filter(({ parts }) => parts !== null);
    return shown.map((fiche, rank) => {
      const pieces = [
        formation.est_fermee && rank === 0 ? 'diplôme fermé' : '',
        nomDeVoieDansLaListe(fiche, shown),
        avecMaille ? badgeDeMaille(fiche) : '',
      ];
      const precision = pieces.filter((piece) => piece !== '').join(' · ');
      const link = rank === 0 ? { href: hrefOf(formation) } : { suite: true };
      return { nom: formation.titre, ...link, precision, fiche };
    });
  });
}

/** The formations that show no share, by reason. */
export function groupByAbsence(formations: readonly ResumeFormation[]): Map<Absence, ResumeFormation[]> {
  return Map.groupBy(
    formations.filter((formation) => !hasParts(formation)),
    ({ cartes, absence }) => absence ?? cartes[0]?.absence ?? 'pas_encore_publiee',
  );
}

export const toPageFormation: LienDeFormation = ({ slug }) => urls.formation(slug);

/** In the order of the French alphabet. */
export function sortByName<T extends { libelle: string }>(items: readonly T[]): T[] {
  return [...items].sort((left, right) => left.libelle.localeCompare(right.libelle, 'fr'));
}
