import type { Fiche } from './modele.ts';
import { createRandom } from './random.ts';

type Medianes = readonly (readonly [prefix: RegExp, euros: number])[];

/** Net monthly full-time equivalent 12 months after leaving, middle of the distribution, in euros of 2022, by CFD. */
const MEDIANES: Medianes = [
  [/^(2|1)/, 1810],
  [/^3/, 1660],
  [/^4[4-6]/, 1590],
  [/^4/, 1530],
  [/^0/, 1510],
];
/** The same by MEFSTAT11, in the school track. */
const MEDIANES_SCOLAIRES: Medianes = [
  [/^3/, 1620],
  [/^251/, 1550],
  [/^238/, 1490],
  [/^239/, 1470],
];
const MEDIANE_DES_CAP = 1430;
/** Fewer pay slips than this and no quartile is published. */
const FICHES_DE_PAIE = 30;
/** Pay of the last cohort is not known yet, only that of the one before (`…_prec`). */
const DERNIERE_ANNEE_PAYEE = 2023;

function quartiles(seed: number, { code, voie }: Fiche, annee: number): number[] {
  const medianes = voie === 'apprentissage' ? MEDIANES : MEDIANES_SCOLAIRES;
  const mediane = medianes.find(([prefix]) => prefix.test(code))?.[1] ?? MEDIANE_DES_CAP;
  const trade = createRandom(seed, 'salaire', code.slice(-5));
  const q2 = (mediane + trade.normal() * 60) * (1 + 0.028 * (annee - 2022));
  return [q2 * (0.87 + trade.next() * 0.04), q2, q2 * (1.12 + trade.next() * 0.08)].map(
    (euros) => Math.round(euros / 10) * 10,
  );
}

/** Quartiles of pay, at national level only (RULES § 6), for the cohorts and sizes that have them. */
export function* salairesOf(seed: number, fiche: Fiche, annee: number): Generator<readonly [string, number]> {
  if (annee < 2021 || fiche.cohorte.emploi12 < FICHES_DE_PAIE) return;
  if (annee <= DERNIERE_ANNEE_PAYEE) {
    for (const [rank, euros] of quartiles(seed, fiche, annee).entries()) {
      yield [`salaire_TS_Q${rank + 1}_12_mois`, euros];
    }
  }
  const median = quartiles(seed, fiche, annee - 1)[1];
  if (annee > DERNIERE_ANNEE_PAYEE && median !== undefined) yield ['salaire_TS_Q2_12_mois_prec', median];
}
