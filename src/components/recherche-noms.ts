import MiniSearch, { type SearchOptions } from 'minisearch';

import type { LigneDeNom, Noms } from '../domain/recherche.ts';
import { removeAccents, slugDeTitre } from '../lib/slug.ts';
import type { Proposition } from './propositions.ts';

/** A name, with the page that bears it. `precision`: type of diploma, or of page. Facets are slugs, empty = none. */
export interface NomTrouve extends Proposition {
  genre: string;
  type: string;
  niveau: string;
  domaine: string;
  famille: string;
  rang: 0 | 1 | 2;
}

/** What a request found: `estEntier` = the first one bears the very name asked, not only its words. */
export interface NomsTrouves {
  noms: NomTrouve[];
  estEntier: boolean;
}

/** A name counts more when its page shows figures, and more still when its diploma can still be prepared: by `rang`. */
const POIDS = [1, 1.5, 3] as const;

const SMALL_WORDS = new Set('a au aux d dans de des du en et l la le les ou par pour sur un une'.split(' '));

/** Without accents nor the mark of the plural: `Électriciens` → `electricien`. Small words say nothing. */
export function terme(mot: string): string | null {
  const bare = removeAccents(mot).toLowerCase();
  if (SMALL_WORDS.has(bare)) return null;
  return bare.length > 3 ? bare.replace(/[sx]$/, '') : bare;
}

const mots = (texte: string): string[] => texte.split(/[^\p{L}\p{N}]+/u).filter((mot) => mot !== '');

type Garder = (nom: NomTrouve) => boolean;

/** Names of one file, best first. `garder`: which ones may answer; all, by default. */
export interface AnnuaireDeNoms {
  /** Names that hold every word; the last one may be unfinished. */
  exacts(requete: string, garder?: Garder): NomsTrouves;
  /** The same with one letter wrong in each long word (two in a very long one), or its end missing: surely a mistake. */
  fautes(requete: string, garder?: Garder): NomTrouve[];
  /** Names that hold words near those of the request: one mistake in a word of 4 to 5 letters, one in five letters after. */
  proches(requete: string, garder?: Garder): NomTrouve[];
  /** Names that hold a word that begins like each word. */
  debuts(requete: string, garder?: Garder): NomTrouve[];
  /** The last resort: names that hold a word that looks like one of the request, a few letters apart; a handful. */
  voisins(requete: string, garder?: Garder): NomTrouve[];
  /** In the order of the file: shortest name, diplomas nearest to school age. */
  tous(garder?: Garder): NomTrouve[];
}

/** Letters from which a word with one wrong is not another word. */
export const MOT_LONG = 7;
/** Letters from which a word with two wrong is not another word. */
const MOT_TRES_LONG = 10;
/** Letters from which the start of a word stands for it, wherever it is. */
const MOT_COURT = 4;

const MODES = {
  exacts: { prefix: (_: string, rank: number, all: string[]) => rank === all.length - 1 },
  fautes: {
    prefix: (term: string) => term.length >= MOT_COURT,
    fuzzy: (term: string) => (/\d/.test(term) || term.length < MOT_LONG ? false : term.length < MOT_TRES_LONG ? 1 : 2),
  },
  proches: {
    prefix: (_: string, rank: number, all: string[]) => rank === all.length - 1,
    fuzzy: (term: string) => (term.length < 4 || /\d/.test(term) ? false : term.length < 6 ? 1 : 0.2),
  },
  debuts: { prefix: true },
  voisins: {
    prefix: true,
    combineWith: 'OR',
    fuzzy: (term: string) => (term.length < 4 || /\d/.test(term) ? false : 0.34),
  },
} satisfies Record<string, SearchOptions>;

/** How many names the last resort shows. */
const NB_VOISINS = 5;

/** Names read between two breaths of the page: nothing it does is held up for longer. */
const PAR_LOT = 100;

export async function creerAnnuaire(fichier: Noms): Promise<AnnuaireDeNoms> {
  const noms = fichier.noms.map((ligne) => lire(ligne, fichier));
  const index = new MiniSearch<{ id: number; titre: string; autres: string; famille: string; type: string }>({
    fields: ['titre', 'autres', 'famille', 'type'],
    tokenize: mots,
    processTerm: terme,
  });
  await index.addAllAsync(
    fichier.noms.map(([titre, , type, , famille, , autres], id) => ({
      ...{ id, titre, autres },
      famille: fichier.familles[famille]?.[1] ?? '',
      type: fichier.types[type]?.[0] ?? '',
    })),
    { chunkSize: PAR_LOT },
  );

  const chercher = (requete: string, mode: SearchOptions, garder: Garder): NomsTrouves => {
    const found = index
      .search(requete, {
        combineWith: 'AND',
        ...mode,
        boost: { titre: 2, famille: 0.5, type: 0.2 },
        boostDocument: (id) => POIDS[noms[id as number]?.rang ?? 0],
      })
      .flatMap(({ id, score }) => {
        const nom = noms[id as number];
        const bonus = bonusDe(requete, fichier.noms[id as number]);
        return nom !== undefined && garder(nom) ? [{ nom, bonus, rank: id as number, score: score * bonus }] : [];
      })
      // Equal scores keep the order of the file.
      .sort((left, right) => right.score - left.score || left.rank - right.rank);
    return { noms: found.map(({ nom }) => nom), estEntier: (found[0]?.bonus ?? 1) > 1 };
  };

  const tous: Garder = () => true;
  return {
    exacts: (requete, garder = tous) => chercher(requete, MODES.exacts, garder),
    fautes: (requete, garder = tous) => chercher(requete, MODES.fautes, garder).noms,
    proches: (requete, garder = tous) => chercher(requete, MODES.proches, garder).noms,
    debuts: (requete, garder = tous) => chercher(requete, MODES.debuts, garder).noms,
    voisins: (requete, garder = tous) => chercher(requete, MODES.voisins, garder).noms.slice(0, NB_VOISINS),
    tous: (garder = tous) => noms.filter(garder),
  };
}

function lire([titre, adresse, rank, domaine, famille, rang]: LigneDeNom, fichier: Noms): NomTrouve {
  const [precision = '', type = '', niveau = ''] = fichier.types[rank] ?? [];
  const url = adresse.startsWith('/') ? adresse : `/formations/${slugDeTitre(titre)}-${adresse}/`;
  return {
    ...{ url, titre, precision, type, niveau, rang },
    genre: /^\/(\w+?)s\//.exec(url)?.[1] ?? '',
    domaine: fichier.domaines[domaine] ?? '',
    famille: fichier.familles[famille]?.[0] ?? '',
  };
}

const normal = (texte: string): string =>
  mots(texte)
    .flatMap((mot) => terme(mot) ?? [])
    .join(' ');

/** The very name, or one of the other names, comes before names that only hold its words. */
function bonusDe(requete: string, nom: LigneDeNom | undefined): number {
  if (nom === undefined) return 1;
  const wanted = normal(requete);
  const [titre, , , , , , autres] = nom;
  const title = normal(titre);
  if (title === wanted) return 8;
  const others = autres.split(' | ').map(normal);
  if (others.includes(wanted) || [1, 2].some((skipped) => title.split(' ').slice(skipped).join(' ') === wanted))
    return 4;
  return 1;
}

const loading = new Map<string, Promise<AnnuaireDeNoms>>();

function charger(path: string): Promise<AnnuaireDeNoms> {
  const known = loading.get(path);
  if (known !== undefined) return known;
  const started = lireFichier<Noms>(path)
    .then(creerAnnuaire)
    .catch((error: unknown) => {
      loading.delete(path);
      throw error;
    });
  loading.set(path, started);
  return started;
}

/** A file of this site. Rejects when it cannot be had. */
export async function lireFichier<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return (await response.json()) as T;
}

/** Loads once the names whose pages show figures, and the lists. Rejects when they cannot be had; the next call tries again. */
export const chargerNoms = (): Promise<AnnuaireDeNoms> => charger('/recherche/noms.json');

/** The same for the other names. */
export const chargerNomsSansChiffre = (): Promise<AnnuaireDeNoms> => charger('/recherche/noms-sans-chiffre.json');
