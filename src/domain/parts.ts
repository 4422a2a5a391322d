import { roundHalfEven } from '../lib/round.ts';
import type { Parts } from './fiche.ts';
import { ETATS, type Etat, type Mesure } from './indicateurs.ts';
import { SEUIL_PUBLICATION, type Absence } from './publication.ts';

/**
 * Integer shares out of 100 that add up to exactly 100, by largest remainder (PRODUCT § 4.2); ties go to the first state.
 * Counts are persons: employed, studying, other; their sum is the cohort and must be positive.
 *
 * `{emploi: 9, formation: 31, autre: 12}` → `{emploi: 17, formation: 60, autre: 23}`
 */
export function repartirSur100(counts: Record<Etat, number>): Record<Etat, number> {
  const total = ETATS.reduce((sum, etat) => sum + counts[etat], 0);
  if (!(total > 0) || ETATS.some((etat) => counts[etat] < 0))
    throw new Error(`invalid counts: ${JSON.stringify(counts)}`);
  // Whole quotients and remainders, without floating point: 100 × count = quotient × total + remainder.
  const shares = { emploi: 0, formation: 0, autre: 0 };
  const remainders = ETATS.map((etat, rank) => {
    const remainder = (100 * counts[etat]) % total;
    shares[etat] = (100 * counts[etat] - remainder) / total;
    return { etat, rank, remainder };
  });
  const missing = 100 - ETATS.reduce((sum, etat) => sum + shares[etat], 0);
  remainders.sort((left, right) => right.remainder - left.remainder || left.rank - right.rank);
  for (const { etat } of remainders.slice(0, missing)) shares[etat] += 1;
  return shares;
}

/** The figures of one record after the threshold: a missing or null figure is unknown here. */
export type Mesures = Partial<Record<Mesure | 'nb_annee_term', number | null | undefined>>;

/**
 * The three shares of one record, or why there are none. In this order: the publisher's own shares (never recomputed, RULES § 4.2); the
 * counts; the two published rates, part en emploi = (100 − poursuite) × taux / 100 (FORMATS). Counts that contradict each other give nothing.
 * `calcul`: who made the shares `taux_…`; in higher education it is us, from the counts (RULES § 4.4).
 */
export function calculerParts(
  mesures: Mesures,
  calcul: Parts['calcul'] = 'source',
): { parts: Parts } | { absence: Absence } {
  const parts = partsDeLaSource(mesures, calcul) ?? partsDesEffectifs(mesures) ?? partsDesTaux(mesures);
  return parts ? { parts } : { absence: motifSansParts(mesures) };
}

function partsDeLaSource(
  { taux_en_emploi_6_mois: emploi, taux_en_formation: formation, taux_autres_6_mois: autre }: Mesures,
  calcul: Parts['calcul'],
): Parts | undefined {
  if (emploi == null || formation == null || emploi + formation > 100) return undefined;
  if (autre == null) return { emploi, formation, autre: 100 - emploi - formation, calcul: 'derive' };
  return emploi + formation + autre === 100 ? { emploi, formation, autre, calcul } : undefined;
}

function partsDesEffectifs({
  nb_annee_term: eleves,
  nb_poursuite_etudes: formation,
  nb_en_emploi_6_mois: emploi,
}: Mesures): Parts | undefined {
  if (eleves == null || formation == null || emploi == null || eleves === 0 || emploi + formation > eleves)
    return undefined;
  return { ...repartirSur100({ emploi, formation, autre: eleves - emploi - formation }), calcul: 'derive' };
}

/** Only without counts: rates made from counts that contradict each other would hide it. */
function partsDesTaux({
  nb_poursuite_etudes: poursuivants,
  nb_en_emploi_6_mois: enEmploi,
  taux_poursuite_etudes: formation,
  taux_emploi_6_mois: taux,
}: Mesures): Parts | undefined {
  if (poursuivants != null && enEmploi != null) return undefined;
  if (formation == null || (taux == null && formation < 100)) return undefined;
  const emploi = roundHalfEven(((100 - formation) * (taux ?? 0)) / 100);
  return { emploi, formation, autre: 100 - formation - emploi, calcul: 'derive' };
}

/**
 * A source that tells further study but not employment hides the latter because the leavers are too few (FACTS, « Règles à
 * reproduire »); one that tells nothing at all about a cohort of unknown size does so because the cohort is.
 */
function motifSansParts(mesures: Mesures): Absence {
  const {
    nb_annee_term: eleves,
    nb_sortant: sortants,
    taux_poursuite_etudes: poursuite,
    taux_emploi_6_mois: emploi,
  } = mesures;
  if (eleves == null) return emploi == null ? 'sous_le_seuil' : 'pas_encore_publiee';
  if (sortants != null) return sortants < SEUIL_PUBLICATION ? 'sous_le_seuil' : 'pas_encore_publiee';
  return poursuite != null && emploi == null ? 'sous_le_seuil' : 'pas_encore_publiee';
}
