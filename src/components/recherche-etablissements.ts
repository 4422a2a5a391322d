import { lireLesMots } from '../lib/mots-marques.ts';
import { cheminInterne, correspond, ecartDeNom } from './recherche-etat.ts';

/** The part of the Pagefind bundle that is used; `/pagefind/pagefind.js` is fetched when schools are asked for. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string | null, options: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  id: string;
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

/** A school found; its page is read when it is shown. */
export interface EtablissementTrouve {
  id: string;
  lire(): Promise<{ url: string; titre: string; precision: string } | null>;
}

/**
 * `pageLength` and `termFrequency` at 0: equal names keep the order of the index (src/search/order.ts). `diacriticSimilarity` at 0: official
 * labels have no accents, people type some. A word of the name counts five times more than one of the town.
 * Without its worker Pagefind costs 12 KB less and blocks the page for 0.1 s at most (slow phone, 6,085 schools).
 */
const OPTIONS_PAGEFIND = {
  noWorker: true,
  ranking: {
    pageLength: 0,
    termFrequency: 0,
    diacriticSimilarity: 0,
    metaWeights: { nom: 5, sigles: 5 },
  },
};

let loading: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  try {
    const path = '/pagefind/pagefind.js';
    const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
    await pagefind.options(OPTIONS_PAGEFIND);
    await pagefind.init();
    return pagefind;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

/**
 * Schools that hold the words, best first, in a region or anywhere; all of the region without words. None when even the best one does not hold the
 * words (see `correspond`). Loads the runtime the first time.
 */
export async function chercherEtablissements(
  requete: string,
  region: string | undefined,
): Promise<EtablissementTrouve[]> {
  const pagefind = await (loading ??= load());
  const filters: Record<string, string> = region === undefined ? {} : { region };
  const { results } = await pagefind.search(requete === '' ? null : requete, { filters });
  const [best] = results;
  if (best === undefined) return [];
  if (requete !== '') {
    const { content, meta } = await best.data();
    if (!correspond(requete, [meta.nom, meta.sigles, content].join(' '))) return [];
  }
  return results.map((result) => ({
    id: result.id,
    lire: async () => {
      const { url, content, meta } = await result.data();
      const path = cheminInterne(url);
      if (path === null || meta.nom === undefined) return null;
      return { url: path, titre: lireLesMots(meta.nom), precision: lireLesMots(content) };
    },
  }));
}

/** Reads a batch; the very name comes before names that only hold its words. */
export async function lireEtablissements(requete: string, trouves: readonly EtablissementTrouve[]) {
  const read = (await Promise.all(trouves.map((trouve) => trouve.lire()))).filter((page) => page !== null);
  const ecarts = new Map(read.map((page) => [page, ecartDeNom(requete, page.titre)]));
  return read.sort((left, right) => (ecarts.get(left) ?? 2) - (ecarts.get(right) ?? 2));
}
