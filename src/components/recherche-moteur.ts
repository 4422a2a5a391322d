import {
  cheminInterne,
  correspond,
  ecartDeNom,
  elargirRequete,
  normaliserRequete,
  type EtatDeRecherche,
} from './recherche-etat.ts';
import { chargerNoms, type AnnuaireDeNoms, type NomTrouve } from './recherche-noms.ts';

/** The part of the Pagefind bundle that is used; `/pagefind/pagefind.js` is fetched when a search begins. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(term: string | null, options: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  id: string;
  data(): Promise<{ url: string; content: string; meta: Record<string, string> }>;
}

/** A page found, ready to be shown as text. */
export interface Resultat {
  url: string;
  titre: string;
  precision: string;
  genre: string;
}

export interface Reponse {
  /** Pages that hold the words of the request. */
  exacts: number;
  /** Pages found by names or words near those of the request. */
  proches: number;
  /** The pages from `debut` (included) to `fin` (excluded), loaded when they are not yet. */
  charger(debut: number, fin: number): Promise<Resultat[]>;
}

/**
 * `pageLength` and `termFrequency` at 0: a page with many codes is not worth less; equal names keep the order of the index
 * (src/search/order.ts). `diacriticSimilarity` at 0: official labels have no accents, people type some. A word of the name counts
 * five times more than another, a whole acronym more than a word that begins like it.
 * Without its worker Pagefind costs 12 KB less and blocks the page for 0.2 s at most (slow phone, 9,289 pages).
 */
export const OPTIONS_PAGEFIND = {
  noWorker: true,
  ranking: {
    pageLength: 0,
    termFrequency: 0,
    diacriticSimilarity: 0,
    metaWeights: { nom: 5, sigles: 20, titre: 0, precision: 0, genre: 0 },
  },
};

/** Fewer exact answers than this and the wider request is asked too. */
const PEU = 5;

let loading: Promise<Pagefind> | undefined;

/** Loads the runtime of the search once; called when the field gets the focus, so that it is there when the words come. */
export function prechauffer(): Promise<Pagefind> {
  loading ??= load();
  return loading;
}

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
 * Asks the names first, because a name says what a page is about, then the index, that knows the rest: schools, towns, codes. Words and facets
 * can each be empty; with neither, nothing is found. With facets, the index alone answers: it knows them.
 */
export async function chercher({ q, filtres }: EtatDeRecherche): Promise<Reponse> {
  const requete = normaliserRequete(q);
  const filters = Object.fromEntries(Object.entries(filtres).filter(([, value]) => value !== ''));
  const hasFilters = Object.keys(filters).length > 0;
  if (requete === '' && !hasFilters) return suite({ requete, premiers: [], index: [], proches: [], exacts: 0 });
  const [pagefind, annuaire] = await Promise.all([prechauffer(), hasFilters ? undefined : annuaireOuRien(requete)]);
  const premiers = (annuaire?.exacts(requete, NOMS_EN_TETE) ?? []).map(toResultat);
  const index = await plausibles(pagefind, requete, filters);
  const exacts = Math.max(index.length, premiers.length);
  if (requete === '' || exacts >= PEU) return suite({ requete, premiers, index, proches: [], exacts });
  const known = new Set([...premiers, ...(await lire(index))].map(({ url }) => url));
  const near = (annuaire?.proches(requete, NOMS_EN_TETE) ?? []).map(toResultat).filter(({ url }) => !known.has(url));
  if (near.length > 0) return suite({ requete, premiers, index, proches: near, exacts });
  return suite({ requete, premiers, index, proches: await elargir(pagefind, requete, filters, index), exacts });
}

/** Names shown before the answers of the index, at most. */
const NOMS_EN_TETE = 10;

/** Codes are no names; without the names, the index answers alone. */
function annuaireOuRien(requete: string): Promise<AnnuaireDeNoms | undefined> {
  if (requete === '' || /^(?:rncp)?\d{4,}/i.test(requete)) return Promise.resolve(undefined);
  return chargerNoms().catch(() => undefined);
}

const toResultat = ({ url, titre, precision }: NomTrouve): Resultat => ({
  url,
  titre,
  precision,
  genre: /^\/(\w+?)s\//.exec(url)?.[1] ?? '',
});

/** The answers of the first wider request that has some; those already found are left out. */
async function elargir(
  pagefind: Pagefind,
  requete: string,
  filters: Record<string, string>,
  exact: readonly PagefindResult[],
): Promise<PagefindResult[]> {
  const known = new Set(exact.map(({ id }) => id));
  for (const wider of elargirRequete(requete)) {
    const near = (await plausibles(pagefind, wider, filters)).filter(({ id }) => !known.has(id));
    if (near.length > 0 || exact.length > 0) return near;
  }
  return [];
}

/** The answers, or none when even the best one does not hold the words (see `correspond`). */
async function plausibles(
  pagefind: Pagefind,
  requete: string,
  filters: Record<string, string>,
): Promise<PagefindResult[]> {
  const { results } = await pagefind.search(requete === '' ? null : requete, { filters });
  const [best] = results;
  if (requete === '' || best === undefined) return results;
  const { content, meta } = await best.data();
  return correspond(requete, [content, ...Object.values(meta)].join(' ')) ? results : [];
}

async function lire(results: readonly PagefindResult[]): Promise<Resultat[]> {
  const pages = await Promise.all(results.map((result) => result.data()));
  return pages.flatMap(({ url, meta }): Resultat[] => {
    const path = cheminInterne(url);
    if (path === null || meta.titre === undefined) return [];
    return [{ url: path, titre: meta.titre, precision: meta.precision ?? '', genre: meta.genre ?? '' }];
  });
}

interface Trouve {
  requete: string;
  premiers: readonly Resultat[];
  index: readonly PagefindResult[];
  proches: readonly (Resultat | PagefindResult)[];
  exacts: number;
}

const isRead = (result: Resultat | PagefindResult): result is Resultat => 'url' in result;
const isUnread = (result: Resultat | PagefindResult): result is PagefindResult => !isRead(result);

/** Names, then the index, then what is near, each page once; the pages of the index are read as they are asked for. */
function suite({ requete, premiers, index, proches, exacts }: Trouve): Reponse {
  const waiting: (Resultat | PagefindResult)[] = [...index, ...proches];
  const shown = [...premiers];
  const known = new Set(shown.map(({ url }) => url));
  return {
    exacts,
    proches: proches.length,
    charger: async (debut, fin) => {
      while (shown.length < fin && waiting.length > 0) {
        const batch = waiting.splice(0, fin - shown.length);
        const read = [...(await lire(batch.filter(isUnread))), ...batch.filter(isRead)];
        const ecarts = new Map(read.map((page) => [page, ecartDeNom(requete, page.titre)]));
        for (const page of read.sort((left, right) => (ecarts.get(left) ?? 2) - (ecarts.get(right) ?? 2))) {
          if (known.has(page.url)) continue;
          known.add(page.url);
          shown.push(page);
        }
      }
      return shown.slice(debut, fin);
    },
  };
}
