import { TRIS, type Tri } from '../domain/phrases-recherche.ts';

/** Names of the facets, in the address and in the index: the values are slugs. */
export const FACETTES = ['genre', 'type', 'niveau', 'voie', 'domaine', 'famille', 'region'] as const;
export type Facette = (typeof FACETTES)[number];

/** What is being looked for. It lives in the address only: `/recherche/?q=cuisine&region=bretagne`. */
export interface EtatDeRecherche {
  q: string;
  filtres: Partial<Record<Facette, string>>;
  /** Order of the results; absent = by relevance. */
  tri?: Tri;
}

/** Longer requests are cut: nobody types them, and each word costs a download. */
const LONGUEUR_MAX = 200;

const isTri = (value: string): value is Tri => Object.hasOwn(TRIS, value);

export function lireEtat(search: string): EtatDeRecherche {
  const params = new URLSearchParams(search);
  const filtres: EtatDeRecherche['filtres'] = {};
  for (const facette of FACETTES) {
    const value = params.get(facette) ?? '';
    if (/^[a-z0-9-]+$/.test(value)) filtres[facette] = value;
  }
  const tri = params.get('tri') ?? '';
  return { q: (params.get('q') ?? '').slice(0, LONGUEUR_MAX), filtres, ...(isTri(tri) && { tri }) };
}

/** The query string of a state, empty when nothing is looked for: `?q=cuisine&region=bretagne`. */
export function ecrireEtat({ q, filtres, tri }: EtatDeRecherche): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q.trim());
  for (const facette of FACETTES) {
    const value = filtres[facette];
    if (value !== undefined && value !== '') params.set(facette, value);
  }
  if (tri !== undefined) params.set('tri', tri);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What is asked of the indexes: without elisions nor hyphens, saints in full. `l'électricité` → `électricité`, `St-Malo` → `saint Malo` */
export function normaliserRequete(q: string): string {
  return q
    .trim()
    .slice(0, LONGUEUR_MAX)
    .replace(/['’-]/g, ' ')
    .split(/\s+/)
    .filter((word) => !/^[cdjlmnst]$/i.test(word))
    .map((word) => word.replace(/^st(e?)\.?$/i, 'saint$1'))
    .join(' ');
}

/** Does the request begin as the name of a school does, or hold what only schools are called? « institut Lumière », « btp cfa Toulouse » */
export function nommeUneEcole(requete: string): boolean {
  const words = motsDe(requete);
  return DEBUTS_D_ECOLE.has(words[0] ?? '') || words.some((word) => MOTS_D_ECOLE.has(word));
}
/** Does it begin as the name of a course does? « bac pro cuisine », « bts » */
export function nommeUnDiplome(requete: string): boolean {
  const [first = ''] = motsDe(requete);
  return MOTS_DE_DIPLOME.has(first);
}
const MOTS_DE_DIPLOME = new Set(
  'cap capa bac bp bpa bts btsa btm bma mc cs but dut deust licence master titre brevet'.split(' '),
);
const DEBUTS_D_ECOLE = new Set('lp lpo ecole institut campus greta universite iut erea'.split(' '));
const MOTS_D_ECOLE = new Set('lycee lycees cfa mfr'.split(' '));

/**
 * Wider requests, to be tried in order. First the roots of the long words, because names of trades differ from names of courses;
 * then the longest word alone, because a diploma that does not exist in a trade says nothing of the others.
 *
 * `coiffeur` → [`coiff`]; `bts cuisine` → [`bts cuisi`, `cuisine`, `cuisi`]
 */
export function elargirRequete(requete: string): string[] {
  const words = requete.split(' ');
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const wider = [
    words.map(racine).join(' '),
    ...(words.length > 1 && longest.length > 3 ? [longest, racine(longest)] : []),
  ];
  return [...new Set(wider)].filter((candidate) => candidate !== requete);
}

/** `électricien` → `électri`: the part that a trade, its course and its place have in common. Codes and short words stay. */
function racine(word: string): string {
  return /\d/.test(word) || word.length < 7 ? word : word.slice(0, Math.max(5, word.length - 4));
}

/** `L'Électricité (BTS)` → `l`, `electricite`, `bts`. */
const motsDe = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/**
 * Does a page hold a word that begins like each word of the request? Pagefind shortens a word that it does not know until it
 * finds something (« menuisrie » could give « mention »): such answers are worse than none.
 */
export function correspond(requete: string, contenu: string): boolean {
  const words = motsDe(contenu);
  return motsDe(requete).every((asked) =>
    words.some((word) =>
      word.startsWith(asked.slice(0, /\d/.test(asked) ? asked.length : Math.max(4, asked.length - 2))),
    ),
  );
}

/**
 * How near a title is to the request: 0 = the same words, 1 = the same after a diploma type of one or two words, 2 = anything else.
 * Pagefind knows words, not whole names: « cuisine » must show CAP Cuisine and Bac pro Cuisine before CAP Commis de cuisine.
 */
export function ecartDeNom(requete: string, titre: string): 0 | 1 | 2 {
  const wanted = motsDe(requete).join(' ');
  const words = motsDe(titre);
  if (words.join(' ') === wanted) return 0;
  return [1, 2].some((skipped) => words.slice(skipped).join(' ') === wanted) ? 1 : 2;
}

/** Only addresses of this site become links: `/formations/…`, never `//other.example` nor `javascript:`. */
export function cheminInterne(url: string): string | null {
  return /^\/(?!\/)[\w%./-]*$/.test(url) ? url : null;
}
