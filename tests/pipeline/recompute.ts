/** The measures of one record, as the InserJeunes API names them. */
export type Counts = Partial<Record<string, number>>;

const THRESHOLD = 20;
const HORIZONS = [6, 12, 18, 24];

/** RULES § 4.1, written without looking at the SQL: half to even, in IEEE doubles, in this order of operations. */
function percent(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole === 0) return undefined;
  const value = (part / whole) * 100;
  const [below, above] = [Math.floor(value), Math.ceil(value)];
  if (value - below !== above - value) return value - below < above - value ? below : above;
  return below % 2 === 0 ? below : above;
}

/** Three integers that add up to 100, by largest remainder, ties to the first. */
function outOf100(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const floors = counts.map((count) => Math.floor((count * 100) / total));
  const order = counts
    .map((count, rank) => ({ rank, rest: (count * 100) % total }))
    .sort((left, right) => right.rest - left.rest || left.rank - right.rank);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  for (const { rank } of order.slice(0, missing)) floors[rank] = (floors[rank] ?? 0) + 1;
  return floors;
}

/** RULES § 3: leavers are pupils less continuers; nobody is in employment when all continue. */
function derive(raw: Counts): Counts {
  const counts = { ...raw };
  const { nb_annee_term: eleves, nb_poursuite_etudes: poursuivants } = raw;
  if (eleves === undefined || poursuivants === undefined) return counts;
  counts.nb_sortant ??= eleves - poursuivants;
  if (poursuivants === eleves) for (const mois of HORIZONS) counts[`nb_en_emploi_${mois}_mois`] ??= 0;
  return counts;
}

/**
 * What must be published of one regional record with its counts and the rates of the source, no DEVENIR share: RULES §§ 3, 4.2, 5, and
 * the shares from counts. Keys without figure are absent, hidden ones are null.
 */
export function recomputeFiche(raw: Counts): Record<string, unknown> {
  const counts = derive(raw);
  const {
    nb_annee_term: eleves,
    nb_sortant: sortants,
    nb_poursuite_etudes: poursuivants,
    nb_en_emploi_6_mois: enEmploi,
  } = counts;
  if (eleves === undefined || eleves < THRESHOLD || poursuivants === undefined || enEmploi === undefined) {
    throw new Error('not a record of the regional export, which holds 20 pupils or more and the counts of the shares');
  }
  const [emploi, formation, autre] = outOf100([enEmploi, poursuivants, eleves - enEmploi - poursuivants]);
  const absences: Record<string, string> = {};
  const fiche: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(counts).filter(([name]) => name.startsWith('nb_'))),
    parts: { emploi, formation, autre, calcul: 'derive' },
    taux_poursuite_etudes: raw.taux_poursuite_etudes ?? percent(poursuivants, eleves),
    taux_rupture_contrats: raw.taux_rupture_contrats,
  };
  for (const mois of HORIZONS) {
    const count = counts[`nb_en_emploi_${mois}_mois`];
    if (mois > 6) fiche[`taux_en_emploi_${mois}_mois`] = percent(count, eleves);
    const name = `taux_emploi_${mois}_mois`;
    fiche[name] = raw[name] ?? percent(count, sortants);
    if (fiche[name] === undefined || sortants === undefined || sortants >= THRESHOLD) continue;
    fiche[name] = null;
    absences[name] = 'sous_le_seuil';
  }
  if (Object.keys(absences).length > 0) fiche.absences = absences;
  return Object.fromEntries(Object.entries(fiche).filter(([, value]) => value !== undefined));
}

const SUMMED = ['annee_term', 'sortant', 'poursuite_etudes', ...HORIZONS.map((mois) => `en_emploi_${mois}_mois`)];

/** The counts of a sum of regions (decision 0006), or nothing when fewer than two regions can be added. */
export function recomputeSum(regions: readonly Counts[]): Counts | undefined {
  const added = regions
    .map(derive)
    .filter(
      ({ nb_annee_term: eleves = 0, nb_poursuite_etudes: poursuivants, nb_en_emploi_6_mois: enEmploi }) =>
        eleves >= THRESHOLD && poursuivants !== undefined && enEmploi !== undefined,
    );
  if (added.length < 2) return undefined;
  const sum: Counts = { nb_regions: added.length };
  for (const name of SUMMED.map((count) => `nb_${count}`)) {
    const values = added.map((counts) => counts[name]).filter((value) => value !== undefined);
    if (values.length === added.length) sum[name] = values.reduce((total, value) => total + value, 0);
  }
  return sum;
}
