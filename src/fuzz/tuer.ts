import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createRandom } from '../generator/random.ts';
import { couper, type Dossier } from './base.ts';

export interface TuerOptions {
  /** Root of the project. */
  root: string;
  /** Raw folder that the small one is cut from. */
  source: string;
  graine: number;
  fois: number;
  today: string;
  log: (line: string) => void;
}

/**
 * What a kill left at the target.
 * - `ancien`, `nouveau`: the former site or the new one, whole
 * - `fenetre`: nothing under its name, the former one whole beside, as between the two renames of the swap; the next build puts it back
 * - `melange`: anything else, which must never be
 */
export type Reste = 'ancien' | 'nouveau' | 'fenetre' | 'melange';

export interface Coup {
  numero: number;
  /** The whole group of processes, or the first one only. */
  groupe: boolean;
  ms: number;
  /** The last thing that the build said. */
  etape: string;
  site: Reste;
  donnees: Reste;
}

export interface Tuerie {
  coups: Coup[];
  /** Seconds of one build that nobody kills. */
  construction: number;
  /** What the last clean build left beside its outputs, or has wrong; nothing when all is well. */
  fautes: string[];
}

interface Edition {
  rawDir: string;
  site: string;
  donnees: string;
}

/** A process that outlives the one that started it for longer than this is lost: milliseconds. */
const PATIENCE = 120_000;

/** Builds a small site, then starts builds of another edition of it and kills them at random moments. */
export async function tuer(options: TuerOptions): Promise<Tuerie> {
  const scratch = mkdtempSync(join(tmpdir(), 'tuer-'));
  try {
    return await new Abattoir(options, scratch).run();
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Abattoir {
  readonly #options: TuerOptions;
  readonly #scratch: string;
  readonly #site: string;
  readonly #donnees: string;

  constructor(options: TuerOptions, scratch: string) {
    this.#options = options;
    this.#scratch = scratch;
    this.#site = join(scratch, 'site');
    this.#donnees = join(scratch, 'donnees');
  }

  async run(): Promise<Tuerie> {
    const { fois, graine, log } = this.#options;
    const dossier = couper(this.#options.source);
    const seconde = await this.#edition('seconde', autreEdition(dossier));
    const start = performance.now();
    const premiere = await this.#edition('premiere', dossier);
    const duree = performance.now() - start;
    log(`  one build: ${(duree / 1000).toFixed(0)} s`);
    const coups: Coup[] = [];
    let [posee, prochaine] = [premiere, seconde];
    for (let numero = 0; numero < fois; numero += 1) {
      const random = createRandom(graine, 'tuer', numero);
      const coup = await this.#frapper(numero, Math.round(random.next() * duree * 1.05), posee, prochaine);
      coups.push(coup);
      log(
        `  ${numero + 1}. ${coup.groupe ? 'group' : 'parent'} killed after ${coup.ms} ms, « ${coup.etape} »: site ${coup.site}, data ${coup.donnees}`,
      );
      if (coup.site === 'nouveau') [posee, prochaine] = [prochaine, posee];
    }
    await this.#construire(premiere.rawDir);
    return { coups, construction: duree / 1000, fautes: this.#fautes(premiere) };
  }

  /** Writes a raw folder, builds it, and remembers what it gives. */
  async #edition(nom: string, dossier: Dossier): Promise<Edition> {
    const rawDir = join(this.#scratch, nom);
    mkdirSync(rawDir);
    for (const [fichier, octets] of dossier) writeFileSync(join(rawDir, fichier), octets);
    await this.#construire(rawDir);
    return { rawDir, site: empreinte(this.#site), donnees: empreinte(this.#donnees) };
  }

  async #construire(rawDir: string): Promise<void> {
    const { fin } = this.#lancer(rawDir);
    const { code, stderr } = await fin;
    if (code !== 0) throw new Error(`a build that nobody kills ends with ${code ?? 'a signal'}:\n${stderr}`);
  }

  #lancer(rawDir: string): { pid: number; fin: Promise<{ code: number | null; stderr: string }> } {
    const { root, today } = this.#options;
    const child = spawn(process.execPath, [join(root, 'scripts/build.ts'), '--today', today, '--api', 'leger'], {
      // A group of its own, so that its children can be killed with it.
      detached: true,
      cwd: root,
      env: { ...process.env, RAW_DIR: rawDir, OUT_DIR: this.#site, DATA_DIR: this.#donnees, SITE_URL: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const fin = new Promise<{ code: number | null; stderr: string }>((done, fail) => {
      child.once('error', fail).once('exit', (code) => done({ code, stderr }));
    });
    return { pid: child.pid ?? 0, fin };
  }

  /** One build, killed after `ms` milliseconds: every second time its first process only, whose children must end by themselves. */
  async #frapper(numero: number, ms: number, posee: Edition, prochaine: Edition): Promise<Coup> {
    const groupe = numero % 2 === 0;
    const { pid, fin } = this.#lancer(prochaine.rawDir);
    await Promise.race([sleep(ms), fin]);
    kill(groupe ? -pid : pid, 'SIGKILL');
    const { stderr } = await fin;
    const limit = performance.now() + PATIENCE;
    while (kill(-pid, 0) && performance.now() < limit) await sleep(50);
    if (kill(-pid, 'SIGKILL')) throw new Error(`children of a killed build still run after ${PATIENCE / 1000} s`);
    const etape = derniereEtape(stderr);
    const site = resteDe(this.#site, posee.site, prochaine.site);
    return { numero, groupe, ms, etape, site, donnees: resteDe(this.#donnees, posee.donnees, prochaine.donnees) };
  }

  /** What is wrong after a last clean build. */
  #fautes({ site, donnees }: Edition): string[] {
    const known = new Set(['premiere', 'seconde', 'site', 'donnees']);
    const parties = join(this.#options.root, '.astro/parties');
    return [
      ...readdirSync(this.#scratch).filter((nom) => !known.has(nom)),
      ...(existsSync(parties) ? readdirSync(parties).map((nom) => join(parties, nom)) : []),
      ...(empreinte(this.#site) === site ? [] : ['the site of a clean build differs from the first one']),
      ...(empreinte(this.#donnees) === donnees ? [] : ['the data of a clean build differ from the first ones']),
    ];
  }
}

/** What stands at a folder, by the fingerprints of the former output and of the new one. */
function resteDe(folder: string, former: string, next: string): Reste {
  const here = existsSync(folder);
  const found = empreinte(here ? folder : `${folder}.ancien`);
  if (found === former) return here ? 'ancien' : 'fenetre';
  return here && found === next ? 'nouveau' : 'melange';
}

/** The same folder with other figures: one pupil more in each national cohort. */
function autreEdition(dossier: Dossier): Dossier {
  const nom = 'inserjeunes-national.csv';
  const text = dossier.get(nom)?.toString('latin1') ?? '';
  const changed = text.replace(
    /(;nb_annee_term;)(\d+)/g,
    (_, debut: string, eleves: string) => `${debut}${Number(eleves) + 1}`,
  );
  if (changed === text) throw new Error(`${nom} holds no headcount`);
  return new Map([...dossier, [nom, Buffer.from(changed, 'latin1')]]);
}

/** Fingerprint of every path and byte below a folder; of nothing when it is not there. */
function empreinte(folder: string): string {
  const hash = createHash('sha256');
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of files)
    hash
      .update(`${relative(folder, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

const derniereEtape = (stderr: string): string => stderr.trim().split('\n').at(-1)?.trim() ?? '';

/** Sends a signal; false when nobody is there to receive it. */
function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** How many kills fell in each step, and what they left, in Markdown. */
export function formatTuerie({ coups }: Tuerie): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const RESTES: readonly Reste[] = ['ancien', 'nouveau', 'fenetre', 'melange'];
  const groups = Map.groupBy(coups, ({ etape }) => etape.replace(/\s*: [\d.]+ s$/, '') || '(nothing said yet)');
  return [
    line(['after', 'kills', ...RESTES.map((reste) => `site ${reste}`), ...RESTES.map((reste) => `data ${reste}`)]),
    line(['---', ...Array.from({ length: 9 }, () => '--:')]),
    ...[...groups].map(([etape, group]) =>
      line([
        etape,
        group.length,
        ...RESTES.map((reste) => group.filter(({ site }) => site === reste).length),
        ...RESTES.map((reste) => group.filter(({ donnees }) => donnees === reste).length),
      ]),
    ),
  ].join('\n');
}
