import type { Fiche } from '../domain/fiche.ts';
import type { Proche } from '../domain/lecture.ts';
import type { LignePart } from './lignes.ts';

/** The record of a close course, as its own page shows it: same track, place and millésime as the record beside it. */
export function toLigneProche(
  { code_certification, libelle, slug, rapport, emploi, formation, autre, nb_annee_term }: Proche,
  carte: Fiche,
  hrefOf: (slug: string) => string,
  nomDuRapport: (rapport: Proche['rapport']) => string,
): LignePart {
  const { code_certification_type, filiere, maille, region, nb_regions, millesime, source } = carte;
  const fiche: Fiche = {
    ...{ code_certification, code_certification_type, filiere, maille, millesime, source, nb_annee_term },
    ...(region === undefined ? {} : { region }),
    ...(nb_regions === undefined ? {} : { nb_regions }),
    parts: { emploi, formation, autre, calcul: 'source' },
  };
  return { nom: libelle, href: hrefOf(slug), precision: nomDuRapport(rapport), fiche };
}
