import { z } from 'zod';

import { REGIONS, REGIONS_HORS_INSERJEUNES } from '../domain/regions.ts';
import { csvLine } from '../lib/csv.ts';
import { FetchFault } from './faults.ts';
import type { SourceApi } from './sources.ts';

/** One page of the API, and what its rows begin with in the file. */
export interface PageDemandee {
  chemin: string;
  millesime: string;
  /** Cells that the page gives to each of its rows: millésime, then region or school. */
  debut: readonly string[];
  /** Track of a row that does not say its own. */
  filiere: string;
  /** Is this refusal an absence of figures? */
  estAbsence: (refus: string) => boolean;
}

export const ENTETES: Record<SourceApi['kind'], readonly string[]> = {
  inserjeunes_national: entete([]),
  inserjeunes_regional: entete(['code_region_academique']),
  inserjeunes_etablissement: entete(['uai']),
};

function entete(cles: readonly string[]): string[] {
  return ['millesime', ...cles, 'filiere', 'id_formation_apprentissage', 'id_mefstat11', 'id_mesure', 'valeur_mesure'];
}

/** First leaving years that the service has: `2020`, and `2019_2020` (RULES § 7). */
const PREMIERE_ANNEE = 2020;
const FILIERES_NATIONALES = ['apprentissage', 'voie_pro_sco_educ_nat'];
/** Said with status 400 for a school that has no figure (RULES § 2). */
const SANS_CHIFFRE = 'uai incorrect ou agricole';

/** Leaving years that may be published on a day of `annee`: those before it. */
const anneesAvant = (annee: number): number[] =>
  Array.from({ length: Math.max(0, annee - PREMIERE_ANNEE) }, (_, rank) => PREMIERE_ANNEE + rank);

/** The last two may not be out yet: in January nothing is about the year before, nor always about the one before that. */
const estRecente = (sortie: number, annee: number): boolean => sortie >= annee - 2;

const paire = (derniere: number): string => `${derniere - 1}_${derniere}`;

export function pagesNationales(annee: number): PageDemandee[] {
  return anneesAvant(annee).flatMap((sortie) =>
    FILIERES_NATIONALES.map((filiere) => ({
      ...page(`/france/millesime/${sortie}/filiere/${filiere}`, String(sortie), [], estRecente(sortie, annee)),
      filiere,
    })),
  );
}

export function pagesRegionales(annee: number): PageDemandee[] {
  const regions = REGIONS.filter(({ code }) => !REGIONS_HORS_INSERJEUNES.includes(code));
  return anneesAvant(annee).flatMap((sortie) =>
    regions
      .map((region) => region.code_region_academique)
      .sort()
      .map((code) =>
        page(`/region/${code}/millesime/${paire(sortie)}`, paire(sortie), [code], estRecente(sortie, annee)),
      ),
  );
}

/** Of each school, the millésimes that regions have; all of them when none is known. */
export function pagesDEtablissements(
  annee: number,
  uais: readonly string[],
  millesimes: readonly string[],
): PageDemandee[] {
  const demandes = anneesAvant(annee).filter((sortie) => millesimes.length === 0 || millesimes.includes(paire(sortie)));
  return uais.flatMap((uai) =>
    demandes.map((sortie) => {
      const demandee = page(`/UAI/${uai}/millesime/${paire(sortie)}`, paire(sortie), [uai], estRecente(sortie, annee));
      const { estAbsence } = demandee;
      return {
        ...demandee,
        estAbsence: (refus: string) => refus.trim().toLowerCase() === SANS_CHIFFRE || estAbsence(refus),
      };
    }),
  );
}

/** Refusals are faults, but for the newest millésimes. */
function page(chemin: string, millesime: string, cles: readonly string[], recente: boolean): PageDemandee {
  return { chemin, millesime, debut: [millesime, ...cles], filiere: '', estAbsence: () => recente };
}

const reponseSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      id_mesure: z.string(),
      valeur_mesure: z.union([z.number(), z.string(), z.null()]).optional(),
      filiere: z.string().nullish(),
      dimensions: z.array(
        z.looseObject({ id_formation_apprentissage: z.string().nullish(), id_mefstat11: z.string().nullish() }),
      ),
    }),
  ),
});

/** The rows of one answer, as the reader wants them (FORMATS, « The raw folder »); totals, which have no code, are left out. */
export function toRows(contenu: unknown, { chemin, debut, filiere }: PageDemandee): string {
  const reponse = reponseSchema.safeParse(contenu);
  if (!reponse.success) {
    const [issue] = reponse.error.issues;
    throw new FetchFault([
      {
        expected: `measures with their dimensions from ${chemin}`,
        received: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
        todo: 'Compare with the documentation of the API; if it has changed, src/fetch/inserjeunes-pages.ts has to follow.',
      },
    ]);
  }
  return reponse.data.data
    .map((mesure) => {
      const [dimension] = mesure.dimensions;
      const cfd = dimension?.id_formation_apprentissage ?? '';
      const mefstat11 = cfd === '' ? (dimension?.id_mefstat11 ?? '') : '';
      if (cfd === '' && mefstat11 === '') return '';
      return csvLine([...debut, mesure.filiere ?? filiere, cfd, mefstat11, mesure.id_mesure, mesure.valeur_mesure]);
    })
    .join('');
}
