import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import * as pagefind from 'pagefind';
import { z } from 'zod';

import type { DocumentDeRecherche } from '../domain/recherche.ts';
import { compareDocuments } from './order.ts';
import { toRecord } from './record.ts';

export interface SearchIndexOptions {
  /** Pages of schools. */
  documents: readonly DocumentDeRecherche[];
  /** Folder of the bundle, `…/pagefind`; created when absent, its former files must be gone. */
  outputDir: string;
  /** Called from time to time with the number of pages added so far. */
  onProgress?: (added: number, total: number) => void;
  /**
   * At most this many fragment files: hosts that limit the number of files need it. Measured on 16,368 pages: 1,018 files
   * rather than 16,423, but 23 KB more before the first results. Without it, one file a page.
   */
  maxFragments?: number;
}

/** Records sent to Pagefind without waiting for their answers; it answers in the order of the questions. */
const BATCH = 256;

/**
 * Size of the files of words, before compression: what each word of a request costs. By default 12 KB reach the browser for each word; here 4 KB
 * (7 KB for « lycée », which 3,000 schools bear). The service of Pagefind reads it in its environment, and calls it unstable: a test holds it.
 */
const TAILLE_DES_MOTS = '3000';

/** Interfaces that Pagefind always writes and that this site does not use (0.5 MB); its worker costs 12 KB and saves little. */
const UNUSED = [
  'component-ui.css',
  'component-ui.js',
  'highlight.js',
  'modular-ui.css',
  'modular-ui.js',
  'ui.css',
  'ui.js',
  'worker.js',
];

/**
 * Writes the search bundle of a site. The same documents give the same bytes, whatever their order.
 *
 * One index at a time in a process: the service of Pagefind is closed at the end.
 */
export async function buildSearchIndex(options: SearchIndexOptions): Promise<{ pages: number }> {
  const documents = [...options.documents].sort(compareDocuments);
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = TAILLE_DES_MOTS;
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: 'fr',
      ...(options.maxFragments === undefined ? {} : { maxFragments: options.maxFragments }),
    });
    if (index === undefined) throw new Error(`Pagefind cannot start: ${errors.join('; ')}`);
    for (let added = 0; added < documents.length; added += BATCH) {
      const batch = documents.slice(added, added + BATCH);
      await Promise.all(batch.map((document) => addDocument(index, document)));
      options.onProgress?.(added + batch.length, documents.length);
    }
    const written = await index.writeFiles({ outputPath: options.outputDir });
    if (written.errors.length > 0) throw new Error(`Pagefind cannot write: ${written.errors.join('; ')}`);
    checkPages(options.outputDir, documents.length);
  } finally {
    await pagefind.close();
  }
  for (const name of UNUSED) await rm(join(options.outputDir, `pagefind-${name}`), { force: true });
  return { pages: documents.length };
}

/** Pagefind leaves out, without a word, a page whose text is empty. */
function checkPages(outputDir: string, expected: number): void {
  const { languages } = entrySchema.parse(JSON.parse(readFileSync(join(outputDir, 'pagefind-entry.json'), 'utf8')));
  const pages = Object.values(languages).reduce((sum, { page_count: count }) => sum + count, 0);
  if (pages !== expected) throw new Error(`Pagefind holds ${pages} pages, ${expected} were given to it`);
}
const entrySchema = z.object({ languages: z.record(z.string(), z.object({ page_count: z.int() })) });

async function addDocument(index: pagefind.PagefindIndex, document: DocumentDeRecherche): Promise<void> {
  const { errors } = await index.addCustomRecord(toRecord(document));
  if (errors.length > 0) throw new Error(`Pagefind refuses ${document.url}: ${errors.join('; ')}`);
}
