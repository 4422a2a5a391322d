/** Places of `/qualite/` that are filled once the pages exist: `<div data-a-remplir="poids">…words for want of better…</div>`. */
export const PLACES = ['poids', 'accessibilite'] as const;
export type Place = (typeof PLACES)[number];

/**
 * Puts each content (HTML, already escaped) in its place. A place that is missing, or there twice, is a mistake of the page: an error, since
 * the page would otherwise go out without its measures.
 */
export function remplir(html: string, contents: Record<Place, string>): string {
  return PLACES.reduce((filled, place) => {
    const marque = new RegExp(`(<div data-a-remplir="${place}"[^>]*>)[^<]*(</div>)`, 'g');
    const found = [...filled.matchAll(marque)].length;
    if (found !== 1)
      throw new Error(`the page « qualité » has ${found} element(s) <div data-a-remplir="${place}">, 1 is expected`);
    return filled.replace(marque, (_, start: string, end: string) => start + contents[place] + end);
  }, html);
}
