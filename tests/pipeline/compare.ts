/** A published record, whatever its scope. */
export type Fiche = Record<string, unknown> & {
  millesime: string;
  maille: string;
  parts: Record<string, number | string> | null;
};

/** The published records of a file, wherever they stand; a schema describes the same keys, but its millésime is no text. */
export function* fichesOf(value: unknown): Generator<Fiche> {
  if (typeof value !== 'object' || value === null) return;
  if ('millesime' in value && 'parts' in value && typeof value.millesime === 'string') yield value as Fiche;
  else for (const child of Object.values(value)) yield* fichesOf(child);
}

/** The published records of every JSON file of a tree. */
export function fichesOfTree(tree: ReadonlyMap<string, string>): Fiche[] {
  return [...tree].filter(([path]) => path.endsWith('.json')).flatMap(([, text]) => [...fichesOf(JSON.parse(text))]);
}

interface AvecSources {
  sources: { octets?: number; sha256?: string }[];
}

/** The two files that say of the raw files their size and fingerprint. */
const DISENT_LES_OCTETS = ['rapport.json', 'api/index.json'];

/** A tree without what is said of the bytes of the raw files. */
export function withoutBytes(tree: ReadonlyMap<string, string>): Map<string, string> {
  const others = DISENT_LES_OCTETS.map((path): [string, string] => {
    const file = JSON.parse(tree.get(path) ?? '') as AvecSources;
    const sources = file.sources.map(({ octets, sha256, ...source }) => source);
    return [path, JSON.stringify({ ...file, sources })];
  });
  // The list of SHA-256 tells of them too, and the edition of the list.
  const list = (tree.get('empreintes.txt') ?? '').split('\n');
  const edition = JSON.parse(tree.get('index.json') ?? '') as object;
  return new Map([
    ...tree,
    ...others,
    ['empreintes.txt', list.filter((line) => !/ {2}(?:api\/index|revisions)\.json$/.test(line)).join('\n')],
    ['index.json', JSON.stringify({ ...edition, empreinte: undefined })],
  ]);
}

/** Paths whose text differs, in one tree or the other. */
export function differences(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path)).sort();
}
