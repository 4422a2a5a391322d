/** A published record, whatever its scope. */
export type Fiche = Record<string, unknown> & {
  millesime: string;
  maille: string;
  parts: Record<string, number | string> | null;
};

/** The published records of a file, wherever they stand. */
export function* fichesOf(value: unknown): Generator<Fiche> {
  if (typeof value !== 'object' || value === null) return;
  if ('millesime' in value && 'parts' in value) yield value as Fiche;
  else for (const child of Object.values(value)) yield* fichesOf(child);
}

interface Rapport {
  sources: { octets?: number; sha256?: string }[];
}

/** A tree without what the report says of the bytes of the raw files (their size and fingerprint). */
export function withoutBytes(tree: ReadonlyMap<string, string>): Map<string, string> {
  const rapport = JSON.parse(tree.get('rapport.json') ?? '') as Rapport;
  const sources = rapport.sources.map(({ octets, sha256, ...source }) => source);
  return new Map(tree).set('rapport.json', JSON.stringify({ ...rapport, sources }));
}

/** Paths whose text differs, in one tree or the other. */
export function differences(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path)).sort();
}
