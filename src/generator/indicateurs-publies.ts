import { repartirSur100 } from '../domain/parts.ts';
import { type Cohorte, sortantsOf } from './cohortes.ts';
import { clamp, type Random } from './random.ts';
import { pct } from './taux.ts';

/** Below this many pupils, or leavers, the open data show nothing (FACTS, « Règles à reproduire »). */
const SEUIL = 20;

/** Shares of all final-year pupils, whole and adding up to 100. */
export function repartirCohorte(cohorte: Cohorte): { emploi: number; formation: number; autre: number } {
  const { term, poursuite, emploi6 } = cohorte;
  return repartirSur100({ emploi: emploi6, formation: poursuite, autre: term - poursuite - emploi6 });
}

/** What the open data say of one school: rates only, and nothing under the threshold. */
export interface IndicateursPublies {
  parts: { emploi: number; formation: number; autre: number } | null;
  poursuite: number | null;
  emploi6: number | null;
  emploi12: number | null;
  emploi18: number | null;
  emploi24: number | null;
  attendu: number | null;
  valeurAjoutee: number | null;
  interrompus: number | null;
}

const RIEN: IndicateursPublies = {
  parts: null,
  poursuite: null,
  emploi6: null,
  emploi12: null,
  emploi18: null,
  emploi24: null,
  attendu: null,
  valeurAjoutee: null,
  interrompus: null,
};

/** VA = rate − expected rate, one point off at times because of roundings, cut at ±12 (FACTS, « Règles à reproduire »). */
function valeurAjoutee(taux: number, attendu: number, random: Random): number {
  const rounding = random.chance(0.2) ? (random.chance(0.5) ? 1 : -1) : 0;
  return clamp(taux - attendu + rounding, -12, 12);
}

/** Indicators of a pooled cohort, as published. The caller drops those that its year or file does not have. */
export function publish(cohorte: Cohorte, random: Random): IndicateursPublies {
  const { term, poursuite } = cohorte;
  if (term < SEUIL) return RIEN;
  const leavers = sortantsOf(cohorte);
  const general = {
    ...RIEN,
    parts: repartirCohorte(cohorte),
    poursuite: pct(poursuite, term),
    interrompus: pct(cohorte.ruptures, term),
  };
  if (leavers < SEUIL) return general;
  const emploi6 = pct(cohorte.emploi6, leavers);
  const attendu = clamp(Math.round((cohorte.attendus6 / leavers) * 100 + random.normal() * 2), 5, 95);
  return {
    ...general,
    emploi6,
    emploi12: pct(cohorte.emploi12, leavers),
    emploi18: pct(cohorte.emploi18, leavers),
    emploi24: pct(cohorte.emploi24, leavers),
    attendu,
    valeurAjoutee: valeurAjoutee(emploi6, attendu, random),
  };
}
