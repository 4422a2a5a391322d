import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { isUai } from '../domain/uai.ts';
import { csvLine } from '../lib/csv.ts';
import { recognise } from '../pipeline/reader/recognise.ts';
import { columnValues } from './check.ts';
import { FetchFault } from './faults.ts';
import type { InserJeunesApi, Page } from './inserjeunes-api.ts';
import {
  ENTETES,
  pagesDEtablissements,
  pagesNationales,
  pagesRegionales,
  toRows,
  type PageDemandee,
} from './inserjeunes-pages.ts';
import { draftOf, knownVersion, partOf, place, type Outcome, type Workshop } from './place.ts';
import type { SourceApi } from './sources.ts';

/** The service publishes three times a year and dates nothing: what is younger than this is not asked again. */
const FRESH_MS = 30 * 24 * 3600 * 1000;
/** Requests under way at a time; the service is slow, and allows five a second. */
const WORKERS = 4;
/** Files whose schools are asked for one by one. */
const LISTES_D_ECOLES = ['lycee_pro_etablissement', 'cfa_etablissement', 'lycee_pro_formation_fine'] as const;

/** Makes one file of the answers of the API, a page at a time: pages received by a run that was stopped are not asked again. */
export async function collect(
  source: SourceApi,
  { api, base, workshop }: { api: InserJeunesApi; base: string; workshop: Workshop },
): Promise<Outcome> {
  const { net } = workshop;
  const pages = await listPages(source, workshop);
  const demande = createHash('sha256')
    .update(pages.map(({ chemin }) => chemin).join('\n'))
    .digest('hex');
  const known = await knownVersion(source.fichier, base, workshop);
  if (known?.demande === demande && net.clock.now() - Date.parse(known.date) < FRESH_MS)
    return { etat: 'inchangé', octets: known.octets, lignes: known.lignes };
  const partial = await PagesRecues.open(partOf(workshop, source.fichier), base, net.clock.now());
  try {
    await askMissing(source.fichier, pages, { api, partial, workshop });
  } finally {
    await partial.close();
  }
  const sansChiffre = pages.filter(({ chemin }) => partial.rows.get(chemin) === '').length;
  if (sansChiffre > 0) net.log(`  ${source.fichier} : ${sansChiffre} pages sans chiffre sur ${pages.length}`);
  const from = draftOf(workshop, source.fichier);
  await assemble(source, pages, partial, from);
  const { fichier, kind, licence } = source;
  const locked = { url: base, etag: null, derniere_modification: null, licence, demande };
  return place(workshop, { fichier, kind, from, locked });
}

async function listPages({ kind }: SourceApi, { dir, net }: Workshop): Promise<PageDemandee[]> {
  const annee = new Date(net.clock.now()).getUTCFullYear();
  if (kind === 'inserjeunes_national') return pagesNationales(annee);
  if (kind === 'inserjeunes_regional') return pagesRegionales(annee);
  const uais = (await valuesOf(dir, LISTES_D_ECOLES, 'uai')).map((uai) => uai.toUpperCase()).filter(isUai);
  if (uais.length === 0)
    throw new FetchFault([
      {
        expected: 'a list of schools in the folder (fr-en-inserjeunes-lycee_pro, fr-en-inserjeunes-cfa)',
        received: 'none',
        todo: 'Download one of them first, with the same command.',
      },
    ]);
  return pagesDEtablissements(annee, [...new Set(uais)], await valuesOf(dir, ['inserjeunes_regional'], 'millesime'));
}

/** The distinct values of one column in all the files of some kinds. */
async function valuesOf(dir: string, kinds: readonly string[], colonne: string): Promise<string[]> {
  const values: string[] = [];
  for (const fichier of readdirSync(dir).sort()) {
    const recognised = recognise(fichier);
    if (!('kind' in recognised) || !kinds.includes(recognised.kind)) continue;
    values.push(...(await columnValues(join(dir, fichier), recognised.kind, colonne)));
  }
  return [...new Set(values)].sort();
}

interface Asking {
  api: InserJeunesApi;
  partial: PagesRecues;
  workshop: Workshop;
}

async function askMissing(
  fichier: string,
  pages: readonly PageDemandee[],
  { api, partial, workshop }: Asking,
): Promise<void> {
  const missing = pages.filter(({ chemin }) => !partial.rows.has(chemin));
  if (missing.length < pages.length)
    workshop.net.log(`  ${fichier} : reprise, ${pages.length - missing.length} pages sur ${pages.length} déjà là`);
  // One queue for all workers.
  const queue = missing.values();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const page of queue) {
      if (failed) return;
      try {
        await partial.add(page.chemin, rowsOf(await api.page(page.chemin), page));
      } catch (error) {
        failed = true;
        throw error;
      }
      workshop.onProgress(fichier, partial.rows.size, pages.length, 'pages');
    }
  };
  const results = await Promise.allSettled(Array.from({ length: WORKERS }, work));
  // Those under way have ended: what they brought is kept.
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

function rowsOf(answer: Page, page: PageDemandee): string {
  if ('contenu' in answer) return toRows(answer.contenu, page);
  if (page.estAbsence(answer.refus)) return '';
  throw new FetchFault([
    {
      expected: `measures from ${page.chemin}`,
      received: `a refusal: "${answer.refus.slice(0, 200)}"`,
      todo: 'Compare with the documentation of the API; if it has changed, src/fetch/inserjeunes-pages.ts has to follow.',
    },
  ]);
}

async function assemble(
  source: SourceApi,
  pages: readonly PageDemandee[],
  partial: PagesRecues,
  path: string,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(csvLine(ENTETES[source.kind]));
    for (const { chemin } of pages) await file.writeFile(partial.rows.get(chemin) ?? '');
  } finally {
    await file.close();
  }
}

const firstLineSchema = z.strictObject({ base: z.string(), debut: z.string() });
const pageSchema = z.strictObject({ page: z.string(), lignes: z.string() });

/** Pages received so far, one JSON line each, added as they come. A line that a stop has cut is dropped. */
class PagesRecues {
  /** Path of the page → its rows, as lines of CSV. */
  readonly rows: Map<string, string>;
  private readonly file: Awaited<ReturnType<typeof open>>;
  private queue: Promise<void> = Promise.resolve();

  private constructor(file: PagesRecues['file'], rows: Map<string, string>) {
    this.file = file;
    this.rows = rows;
  }

  /** Goes on with what is there, unless it comes from another address or is too old to be mixed with what is asked now. */
  static async open(path: string, base: string, now: number): Promise<PagesRecues> {
    const { rows, bytes } = existsSync(path)
      ? await readPartial(path, base, now)
      : { rows: new Map<string, string>(), bytes: 0 };
    if (bytes > 0) {
      await truncate(path, bytes);
      return new PagesRecues(await open(path, 'a'), rows);
    }
    const file = await open(path, 'w');
    await file.appendFile(`${JSON.stringify({ base, debut: new Date(now).toISOString() })}\n`);
    return new PagesRecues(file, rows);
  }

  /** One line at a time, whoever asks. */
  async add(page: string, lignes: string): Promise<void> {
    this.queue = this.queue.then(() => this.file.appendFile(`${JSON.stringify({ page, lignes })}\n`));
    await this.queue;
    this.rows.set(page, lignes);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** The pages of a partial file, and how many of its bytes are sound. */
async function readPartial(
  path: string,
  base: string,
  now: number,
): Promise<{ rows: Map<string, string>; bytes: number }> {
  const rows = new Map<string, string>();
  const [first = '', ...lines] = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  const start = parseLine(firstLineSchema, first);
  if (start?.base !== base || now - Date.parse(start.debut) > FRESH_MS) return { rows, bytes: 0 };
  let bytes = Buffer.byteLength(first) + 1;
  for (const line of lines) {
    const page = parseLine(pageSchema, line);
    if (page === undefined) break;
    rows.set(page.page, page.lignes);
    bytes += Buffer.byteLength(line) + 1;
  }
  return { rows, bytes };
}

function parseLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
