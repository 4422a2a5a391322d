import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { formatFault, UserError, type DataFault } from '../lib/errors.ts';
import { formatNumber } from '../lib/format.ts';
import { formatTable } from '../lib/table.ts';
import type { KindName } from '../pipeline/kinds.ts';
import { recognise } from '../pipeline/reader/recognise.ts';
import { download } from './download.ts';
import { toFaults } from './faults.ts';
import { CLOCK, type Net } from './http.ts';
import { collect } from './inserjeunes.ts';
import { InserJeunesApi, type Identifiants } from './inserjeunes-api.ts';
import { Lock } from './lock.ts';
import { partOf, sizeOf, type Outcome, type Workshop } from './place.ts';
import { Affichage, type Output } from './progress.ts';
import {
  adresseDExport,
  BASES,
  libelleDe,
  SOURCES_API,
  SOURCES_MANUELLES,
  SOURCES_OUVERTES,
  type Bases,
  type SourceApi,
  type SourceManuelle,
  type SourceOuverte,
} from './sources.ts';

export interface FetchOptions {
  outDir: string;
  /** Names of files, with or without `.csv`; all of them when empty. */
  only: readonly string[];
  /** Says what would be asked, and asks nothing. */
  dryRun: boolean;
  /** Account of the InserJeunes API; without it, its files are left out. */
  identifiants: Identifiants | undefined;
  output: Output;
  bases?: Bases;
  net?: Partial<Pick<Net, 'clock' | 'random' | 'silenceMs'>>;
}

type Source = SourceOuverte | SourceApi;
const SOURCES: readonly Source[] = [...SOURCES_OUVERTES, ...SOURCES_API];
const SILENCE_MS = 120_000;
const SANS_COMPTE =
  'API InserJeunes : laissée de côté (INSERJEUNES_USERNAME et INSERJEUNES_PASSWORD ne sont pas donnés)';

/**
 * `npm run fetch`: brings the official exports into the raw folder, and returns the table of what was done. Throws `UserError` with the faults of
 * every source that could not be had; the others are in place.
 */
export async function fetchSources(options: FetchOptions): Promise<string> {
  const { outDir, dryRun, output, identifiants, bases = BASES } = options;
  const chosen = chooseSources(options.only, identifiants);
  const clock = options.net?.clock ?? CLOCK;
  const { log, progress } = new Affichage(output, clock);
  const net: Net = { clock, random: Math.random, silenceMs: SILENCE_MS, ...options.net, log };
  const lock = new Lock(outDir);
  const workshop: Workshop = { dir: outDir, lock, net, onProgress: progress };
  if (dryRun) return planOf(chosen, workshop, bases);
  checkFolder(lock, outDir);
  const api = identifiants && new InserJeunesApi(bases.inserjeunes, identifiants, net);
  const rows: string[][] = [];
  const faults: DataFault[] = [];
  for (const source of chosen) {
    log(`${source.fichier} (${libelleDe(source)})`);
    try {
      rows.push(rowOf(source.fichier, await bring(source, { api, bases, workshop })));
    } catch (error) {
      faults.push(...toFaults(error, source.fichier));
      rows.push([source.fichier, 'erreur', '', '']);
    }
  }
  const report = [
    '',
    formatTable(['fichier', 'état', 'octets', 'lignes'], rows),
    ...(identifiants === undefined ? ['', SANS_COMPTE] : []),
    ...listByHand(outDir),
  ].join('\n');
  if (faults.length === 0) return report;
  throw new UserError(
    `${report}\n\n${faults.map(formatFault).join('\n')}\n\n${faults.length} error(s). What is said to be in place is kept; run the same command again once the rest is mended.`,
  );
}

const rowOf = (fichier: string, { etat, octets, lignes }: Outcome): string[] => [
  ...[fichier, etat, formatNumber(octets), formatNumber(lignes)],
];

interface Means {
  api: InserJeunesApi | undefined;
  bases: Bases;
  workshop: Workshop;
}

async function bring(source: Source, { api, bases, workshop }: Means): Promise<Outcome> {
  if ('jeu' in source) return download({ ...source, url: adresseDExport(source, bases) }, workshop);
  if (api === undefined) throw new Error(`no account for ${source.fichier}`);
  return collect(source, { api, base: bases.inserjeunes, workshop });
}

/** The sources asked for. Throws `UserError` on a name that is not one, or on the API without an account. */
function chooseSources(only: readonly string[], identifiants: Identifiants | undefined): Source[] {
  const names = only.map((name) => (name.endsWith('.csv') ? name : `${name}.csv`));
  const unknown = names.filter((name) => !SOURCES.some(({ fichier }) => fichier === name));
  const list = SOURCES.map(({ fichier }) => fichier).join(', ');
  if (unknown.length > 0) throw new UserError(`--only expects one of ${list}, received ${unknown.join(', ')}.`);
  const chosen = names.length === 0 ? SOURCES : SOURCES.filter(({ fichier }) => names.includes(fichier));
  if (identifiants !== undefined) return [...chosen];
  if (names.length > 0 && chosen.some((source) => !('jeu' in source)))
    throw new UserError(
      '--only names a file of the InserJeunes API, which expects INSERJEUNES_USERNAME and INSERJEUNES_PASSWORD in the environment.',
    );
  return chosen.filter((source) => 'jeu' in source);
}

function checkFolder(lock: Lock, outDir: string): void {
  try {
    lock.save();
  } catch (cause) {
    throw new UserError(toFaults(cause, outDir).map(formatFault).join('\n'), { cause });
  }
}

function planOf(chosen: readonly Source[], workshop: Workshop, bases: Bases): string {
  return [
    ...chosen.flatMap((source) => [
      `${source.fichier} : ${stateOf(source, workshop)}`,
      `  ${'jeu' in source ? adresseDExport(source, bases) : bases.inserjeunes}`,
    ]),
    ...(chosen.some((source) => !('jeu' in source)) ? [] : ['', SANS_COMPTE]),
    ...listByHand(workshop.dir),
    '',
    'Rien n’a été demandé (--dry-run)',
  ].join('\n');
}

function stateOf({ fichier }: Source, workshop: Workshop): string {
  const size = sizeOf(partOf(workshop, fichier));
  if (size > 0) return `reprendre (${formatNumber(size)} octets)`;
  if (!existsSync(join(workshop.dir, fichier))) return 'télécharger';
  return workshop.lock.file(fichier) === undefined ? 'remplacer' : 'vérifier';
}

/** What no known address gives, by origin, and whether it is there. */
function listByHand(dir: string): string[] {
  const names = existsSync(dir) ? readdirSync(dir) : [];
  const isThere = (kind: KindName | undefined, begins = ''): boolean =>
    names.some((name) => {
      const found = recognise(name);
      return 'kind' in found && found.kind === kind && name.startsWith(begins);
    });
  const stateOf = ({ fichier, kind, requise, ou }: SourceManuelle): string => {
    if (isThere(kind, fichier.startsWith('depp-') ? 'depp-' : '')) return 'présent';
    return requise && !isThere(ou) ? 'ABSENT, nécessaire' : 'absent';
  };
  const groups = Map.groupBy(SOURCES_MANUELLES, ({ origine }) => origine);
  return [
    '',
    `À mettre à la main dans ${dir}, faute d’adresse publique connue :`,
    ...[...groups].flatMap(([origine, sources]) => [
      `  ${origine}`,
      ...sources.map((source) => `    ${source.fichier} : ${stateOf(source)}`),
    ]),
  ];
}
