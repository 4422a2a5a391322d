/** A line of a BCN table, by column. */
type Ligne = Partial<Record<string, string>>;

/** Codes that each code replaces, and that replace it. */
interface Graphe {
  anciens: Map<string, Set<string>>;
  nouveaux: Map<string, Set<string>>;
}

export interface Nomenclature {
  formations: readonly Ligne[];
  mefs: readonly Ligne[];
  /** Every code of the reference tables, CFD and MEFSTAT11. */
  connus: ReadonlySet<string>;
}

/** Whose figures a code without its own shows, and the `donnee_source` that says so. */
export interface Copie {
  type: 'ancienne' | 'nouvelle';
  code: string;
  cohorte: string;
}

const RANGS = [1, 2, 3, 4, 5, 6, 7];

function link({ anciens, nouveaux }: Graphe, ancien: string, nouveau: string): void {
  anciens.set(nouveau, (anciens.get(nouveau) ?? new Set()).add(ancien));
  nouveaux.set(ancien, (nouveaux.get(ancien) ?? new Set()).add(nouveau));
}

/** RULES § 10, as a walk over the lines of N_FORMATION_DIPLOME. */
function graphOfCfd(formations: readonly Ligne[]): Graphe {
  const graphe: Graphe = { anciens: new Map(), nouveaux: new Map() };
  for (const ligne of formations) {
    const cfd = ligne.FORMATION_DIPLOME ?? '';
    for (const rang of RANGS) {
      const [ancien = '', nouveau = ''] = [ligne[`ANCIEN_DIPLOME_${rang}`], ligne[`NOUVEAU_DIPLOME_${rang}`]];
      if (ancien !== '' && ancien !== cfd) link(graphe, ancien, cfd);
      if (nouveau !== '' && nouveau !== cfd) link(graphe, cfd, nouveau);
    }
  }
  return graphe;
}

/** RULES § 11, MEF by MEF; adds its links to the graph. */
function addMefs(graphe: Graphe, { mefs, connus }: Nomenclature): void {
  const detail = new Map(mefs.map((ligne) => [ligne.MEF_STAT_11 ?? '', ligne]));
  const codes = [...detail.keys()].sort();
  const byCfd = Map.groupBy(codes, (code) => detail.get(code)?.FORMATION_DIPLOME ?? '');
  const find = (mef: string, cfd: string, voisin: string): string | undefined => {
    const candidates = byCfd.get(voisin) ?? [];
    if (candidates.length === 1 && byCfd.get(cfd)?.length === 1) return candidates[0];
    return candidates.find(
      (code) =>
        detail.get(code)?.DISPOSITIF_FORMATION === detail.get(mef)?.DISPOSITIF_FORMATION &&
        code.slice(0, 4) === mef.slice(0, 4),
    );
  };
  for (const [cfd, members] of byCfd) {
    if (!connus.has(cfd)) continue;
    for (const mef of members) {
      for (const voisin of graphe.anciens.get(cfd) ?? []) {
        const found = find(mef, cfd, voisin);
        if (found !== undefined) link(graphe, found, mef);
      }
      for (const voisin of graphe.nouveaux.get(cfd) ?? []) {
        const found = find(mef, cfd, voisin);
        if (found !== undefined) link(graphe, mef, found);
      }
    }
  }
}

/** The codes after one along links 1 to 1, nearest first. */
function walk(
  code: string,
  from: Map<string, Set<string>>,
  back: Map<string, Set<string>>,
  connus: ReadonlySet<string>,
): string[] {
  const path: string[] = [];
  for (let current = code; ;) {
    const [next, ...others] = from.get(current) ?? [];
    if (next === undefined || others.length > 0 || back.get(next)?.size !== 1) return path;
    if (!connus.has(next) || !connus.has(current) || next === code || path.includes(next)) return path;
    path.push(next);
    current = next;
  }
}

/**
 * RULES § 12 for one scope, as the rule tells it: each walk up writes « nouvelle », then each walk down « ancienne » where nothing is. Written without
 * looking at the SQL.
 */
export function continuumOf(nomenclature: Nomenclature): (propres: ReadonlySet<string>) => Map<string, Copie> {
  const graphe = graphOfCfd(nomenclature.formations);
  addMefs(graphe, nomenclature);
  const { anciens, nouveaux } = graphe;
  const up = (code: string): string[] => walk(code, anciens, nouveaux, nomenclature.connus);
  const down = (code: string): string[] => walk(code, nouveaux, anciens, nomenclature.connus);
  return (propres) => {
    const copies = new Map<string, Copie>();
    for (const propre of propres) {
      for (const code of up(propre)) {
        if (propres.has(code)) break;
        const cohorte = down(code).findLast((other) => propres.has(other)) ?? propre;
        copies.set(code, { type: 'nouvelle', code: cohorte, cohorte });
      }
    }
    for (const propre of propres) {
      let precedent = propre;
      for (const code of down(propre)) {
        if (propres.has(code) || copies.get(code)?.type === 'nouvelle') break;
        copies.set(code, { type: 'ancienne', code: precedent, cohorte: propre });
        precedent = code;
      }
    }
    return copies;
  };
}
