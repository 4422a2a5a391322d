import { removeAccents } from '../lib/slug.ts';

/** One diploma in the lines of succession: its official label and the diplomas that it replaces (RULES § 10). */
export interface Maillon {
  libelle: string;
  anciens: readonly string[];
}

const clean = (libelle: string): string => removeAccents(libelle.trim());

/**
 * The previous label of a diploma and the code that bore it (RULES § 9): going up while a diploma replaces exactly one other, the first label that the present one does
 * not contain, accents ignored and case kept. Undefined when the name never really changed; an ancestor that `find` does not know ends the line.
 *
 * `CAP FLEURISTE DECORATEUR` ← `CAP FLEURISTE` ← `CAP HORTICULTURE` → `CAP HORTICULTURE`
 */
export function findNomAncien(
  code: string,
  find: (code: string) => Maillon | undefined,
): { code: string; libelle: string } | undefined {
  const present = find(code);
  if (present === undefined) return undefined;
  const seen = new Set([code]);
  let current: Maillon | undefined = present;
  while (current?.anciens.length === 1) {
    const [ancien] = current.anciens;
    if (ancien === undefined || seen.has(ancien)) return undefined;
    seen.add(ancien);
    current = find(ancien);
    if (current !== undefined && !clean(present.libelle).includes(clean(current.libelle)))
      return { code: ancien, libelle: current.libelle };
  }
  return undefined;
}
