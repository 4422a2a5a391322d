/** The drawings of a few formations: those of one are asked for one after the other (src/site/parties.ts). */
const RETENUS = 64;
const dessins = new Map<string, string>();

/**
 * What `dessiner` draws of `donnees`, drawn once: the page of a formation and the files of its drawings show the same.
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
