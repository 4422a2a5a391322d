import { quantile } from '../../domain/mesures.ts';
import type { Requete } from './requetes.ts';

/** One request asked: the rank of the first page that was hoped for (1 = first; null = not among those shown), and what it cost. */
export interface Essai extends Requete {
  rang: number | null;
  /** The three first addresses shown. */
  premiers: string[];
  /** Milliseconds from the last key to the answer on the page, the pause while typing included. */
  ms: number;
  /** Bytes over the network for this request, what the former ones left in the cache not counted. */
  octets: number;
}

export interface Bilan {
  genre: string;
  nombre: number;
  hit1: number;
  hit3: number;
  mrr: number;
  ms: { p50: number; p95: number };
  octets: { p50: number; max: number };
}

/** How many requests are named for their bytes. */
const NB_LOURDES = 5;

export function bilanDe(genre: string, essais: readonly Essai[]): Bilan {
  const share = (test: (essai: Essai) => boolean): number => essais.filter(test).length / essais.length;
  const sorted = (of: (essai: Essai) => number): number[] => essais.map(of).sort((left, right) => left - right);
  return {
    genre,
    nombre: essais.length,
    hit1: share(({ rang }) => rang === 1),
    hit3: share(({ rang }) => rang !== null && rang <= 3),
    mrr: essais.reduce((sum, { rang }) => sum + (rang === null ? 0 : 1 / rang), 0) / essais.length,
    ms: {
      p50: quantile(
        sorted(({ ms }) => ms),
        0.5,
      ),
      p95: quantile(
        sorted(({ ms }) => ms),
        0.95,
      ),
    },
    octets: {
      p50: quantile(
        sorted(({ octets }) => octets),
        0.5,
      ),
      max: Math.max(...essais.map(({ octets }) => octets)),
    },
  };
}

/** A line a kind of request, then all of them, the heaviest, then the worst ones with what was shown instead; in Markdown. */
export function formatBilan(essais: readonly Essai[], pires = 10): string {
  const bilans = [
    ...[...Map.groupBy(essais, ({ genre }) => genre)].map(([genre, group]) => bilanDe(genre, group)),
    bilanDe('all', essais),
  ];
  const rank = ({ rang }: Essai): number => rang ?? Infinity;
  const worst = essais.filter((essai) => rank(essai) > 1).sort((left, right) => rank(right) - rank(left));
  return [
    '| kind | requests | hit@1 | hit@3 | MRR | ms p50 | ms p95 | bytes p50 | bytes max |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...bilans.map(
      ({ genre, nombre, hit1, hit3, mrr, ms, octets }) =>
        `| ${genre} | ${nombre} | ${hit1.toFixed(2)} | ${hit3.toFixed(2)} | ${mrr.toFixed(2)} | ${ms.p50.toFixed(0)} | ${ms.p95.toFixed(0)} | ${octets.p50.toFixed(0)} | ${octets.max.toFixed(0)} |`,
    ),
    '',
    `Heaviest: ${essais
      .toSorted((left, right) => right.octets - left.octets)
      .slice(0, NB_LOURDES)
      .map(({ requete, octets }) => `« ${requete} » ${octets}`)
      .join(', ')}. One of them is the first to need the index of schools, and loads its runtime.`,
    '',
    ...worst
      .slice(0, pires)
      .map(
        ({ requete, rang, attendu, premiers }) =>
          `- « ${requete} » (${rang ?? 'not shown'}), hoped for ${attendu[0] ?? ''}: ${premiers.join(' ')}`,
      ),
  ].join('\n');
}

/** A line a kind: the bytes of the first search of a visit, median and most; `octets` in the order of the requests. */
export function formatAFroid(essais: readonly Essai[], octets: readonly number[]): string {
  const lines = [...essais.map(({ genre }, rank) => ({ genre, octets: octets[rank] ?? 0 }))];
  const line = (name: string, group: typeof lines): string => {
    const sorted = group.map((essai) => essai.octets).sort((left, right) => left - right);
    return `| ${name} | ${group.length} | ${quantile(sorted, 0.5).toFixed(0)} | ${(sorted.at(-1) ?? 0).toFixed(0)} |`;
  };
  return [
    '| kind | requests | bytes p50 | bytes max |',
    '| --- | --: | --: | --: |',
    ...[...Map.groupBy(lines, ({ genre }) => genre)].map(([genre, group]) => line(genre, group)),
    line('all', lines),
  ].join('\n');
}
