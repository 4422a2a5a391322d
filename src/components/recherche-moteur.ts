import {
  cheminInterne,
  correspond,
  ecartDeNom,
  elargirRequete,
  normaliserRequete,
  type EtatDeRecherche,
} from './recherche-etat.ts';

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
  /** Pages found by the roots of the words only. */
  proches: number;
  /** Loads the pages from `debut` (included) to `fin` (excluded); among them, those whose name is the request come first. */
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

/** Asks the index. Words and facets can each be empty; with neither, nothing is found. */
export async function chercher({ q, filtres }: EtatDeRecherche): Promise<Reponse> {
  const requete = normaliserRequete(q);
  const filters = Object.fromEntries(Object.entries(filtres).filter(([, value]) => value !== ''));
  if (requete === '' && Object.keys(filters).length === 0) return reponse(requete, [], []);
  const pagefind = await prechauffer();
  const exact = await plausibles(pagefind, requete, filters);
  if (requete === '' || exact.length >= PEU) return reponse(requete, exact, []);
  const known = new Set(exact.map(({ id }) => id));
  for (const wider of elargirRequete(requete)) {
    const near = (await plausibles(pagefind, wider, filters)).filter(({ id }) => !known.has(id));
    if (near.length > 0 || exact.length > 0) return reponse(requete, exact, near);
  }
  return reponse(requete, exact, []);
}

/** The answers, or none when even the best one does not hold the words (see `correspond`). */
async function plausibles(pagefind: Pagefind, requete: string, filters: Record<string, string>) {
  const { results } = await pagefind.search(requete === '' ? null : requete, { filters });
  const [best] = results;
  if (requete === '' || best === undefined) return results;
  const { content, meta } = await best.data();
  return correspond(requete, [content, ...Object.values(meta)].join(' ')) ? results : [];
}

function reponse(requete: string, exact: PagefindResult[], near: PagefindResult[]): Reponse {
  const all = [...exact, ...near];
  return {
    exacts: exact.length,
    proches: near.length,
    charger: async (debut, fin) => {
      const pages = await Promise.all(all.slice(debut, fin).map((result) => result.data()));
      const found = pages.flatMap(({ url, meta }): Resultat[] => {
        const path = cheminInterne(url);
        if (path === null || meta.titre === undefined) return [];
        return [{ url: path, titre: meta.titre, precision: meta.precision ?? '', genre: meta.genre ?? '' }];
      });
      const ecarts = new Map(found.map((page) => [page, ecartDeNom(requete, page.titre)]));
      return found.sort((left, right) => (ecarts.get(left) ?? 2) - (ecarts.get(right) ?? 2));
    },
  };
}
