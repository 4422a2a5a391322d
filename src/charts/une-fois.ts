/** Drawings kept, of a few kilobytes each: those of a formation are asked for one after the other (src/site/parties.ts), and many stand on the same one. */
const RETENUS = 4096;
const dessins = new Map<string, string>();

/**
 * What `dessiner` draws of `donnees`, drawn once: the page of a formation and the files of its drawings show the same, and so do formations with the same figures.
 * Each drawing has a `nom` of its own; `donnees` is all that it depends on, and can be written as JSON.
 */
export function uneFois(nom: string, donnees: unknown, dessiner: () => string): string {
  const cle = `${nom} ${JSON.stringify(donnees)}`;
  const connu = dessins.get(cle);
  if (connu !== undefined) return connu;
  const svg = dessiner();
  const [ancien] = dessins.keys();
  if (dessins.size >= RETENUS && ancien !== undefined) dessins.delete(ancien);
  dessins.set(cle, svg);
  return svg;
}
