import MiniSearch from 'minisearch';

import { removeAccents, slugDeTitre } from '../lib/slug.ts';

/** A line of `/recherche/noms.json` (src/search/noms.ts). */
type LigneDeNom = readonly [titre: string, adresse: string, type: number, rang: 0 | 1 | 2, autres: string];
export interface Noms {
  types: readonly string[];
  noms: readonly LigneDeNom[];
}

/** A name that answers, with the page that bears it. */
export interface NomTrouve {
  url: string;
  titre: string;
  /** Type of diploma, or of page. */
  precision: string;
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

/** Names, asked while typing: the start of a word is enough, and mistakes are forgiven when nothing answers without them. */
export interface AnnuaireDeNoms {
  /** Names that hold every word; the last one may be unfinished. */
  exacts(requete: string, nombre: number): NomTrouve[];
  /** Names that hold words near those of the request: one mistake in a word of 4 to 5 letters, one in five letters after. */
  proches(requete: string, nombre: number): NomTrouve[];
}

/** Names read between two breaths of the page: nothing it does is held up for longer. */
const PAR_LOT = 100;

export async function creerAnnuaire({ types, noms }: Noms): Promise<AnnuaireDeNoms> {
  const index = new MiniSearch<{ id: number; titre: string; autres: string; type: string }>({
    fields: ['titre', 'autres', 'type'],
    tokenize: mots,
    processTerm: terme,
  });
  await index.addAllAsync(
    noms.map(([titre, , type, , autres], id) => ({ id, titre, autres, type: types[type] ?? '' })),
    { chunkSize: PAR_LOT },
  );

  const chercher = (requete: string, nombre: number, fuzzy: (term: string) => number | boolean): NomTrouve[] =>
    index
      .search(requete, {
        combineWith: 'AND',
        prefix: (_, rank, all) => rank === all.length - 1,
        fuzzy,
        boost: { titre: 2, type: 0.2 },
        boostDocument: (id) => POIDS[noms[id as number]?.[3] ?? 0],
      })
      .map(({ id, score }) => ({ id: id as number, score: score * bonus(requete, noms[id as number]) }))
      // Equal scores keep the order of the file: shortest name, diplomas nearest to school age.
      .sort((left, right) => right.score - left.score || left.id - right.id)
      .slice(0, nombre)
      .flatMap(({ id }) => {
        const nom = noms[id];
        return nom === undefined ? [] : [{ url: adresseDe(nom), titre: nom[0], precision: types[nom[2]] ?? '' }];
      });

  return {
    exacts: (requete, nombre) => chercher(requete, nombre, () => false),
    proches: (requete, nombre) =>
      chercher(requete, nombre, (term) => (term.length < 4 || /\d/.test(term) ? false : term.length < 6 ? 1 : 0.2)),
  };
}

const normal = (texte: string): string =>
  mots(texte)
    .flatMap((mot) => terme(mot) ?? [])
    .join(' ');

/** The very name, or one of the other names, comes before names that only hold its words. */
function bonus(requete: string, nom: LigneDeNom | undefined): number {
  if (nom === undefined) return 1;
  const wanted = normal(requete);
  const [titre, , , , autres] = nom;
  const title = normal(titre);
  if (title === wanted) return 8;
  const others = autres.split(' | ').map(normal);
  if (others.includes(wanted) || [1, 2].some((skipped) => title.split(' ').slice(skipped).join(' ') === wanted))
    return 4;
  return 1;
}

const adresseDe = ([titre, adresse]: LigneDeNom): string =>
  adresse.startsWith('/') ? adresse : `/formations/${slugDeTitre(titre)}-${adresse}/`;

let loading: Promise<AnnuaireDeNoms> | undefined;

/** Loads the names once. Rejects when they cannot be had; the next call tries again. */
export function chargerNoms(): Promise<AnnuaireDeNoms> {
  loading ??= fetch('/recherche/noms.json')
    .then((response) => {
      if (!response.ok) throw new Error(`names: HTTP ${response.status}`);
      return response.json() as Promise<Noms>;
    })
    .then(creerAnnuaire)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}
