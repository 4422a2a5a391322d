import { placeTexts, shortenLines } from './compact.ts';

/** Anything that Plot returns: an SVG element, or a figure around it when there are legends (never asked for here). */
export type Drawing = SVGSVGElement | HTMLElement;

export interface SvgOptions {
  /** What the drawing says, in words: its accessible name. */
  titre: string;
  /** CSS class of the root, for sizes. */
  classe?: string;
}

const SANS_NOM = '<title></title>';

/** The same drawing under another name: it must have been made with an empty one. What the same figures draw is drawn once, whoever they are about. */
export function nommer(svg: string, titre: string): string {
  if (!svg.includes(SANS_NOM)) throw new Error('expected a drawing without a name');
  return svg.replace(SANS_NOM, () => `<title>${escapeXml(titre)}</title>`);
}

const FIN = '</g></svg>';

/** One drawing over another of the same size, whose name it takes: what many have in common is drawn once, and what each one adds apart. */
export function superposer(dessous: string, dessus: string): string {
  const [, viewBox, inside] = /viewBox="([^"]*)"><title>[^<]*<\/title><g [^>]*>([^]*)<\/g><\/svg>$/.exec(dessus) ?? [];
  if (viewBox === undefined || inside === undefined || !dessous.includes(`viewBox="${viewBox}"`)) {
    throw new Error(`expected two drawings of the same size, got ${viewBox ?? 'none'}`);
  }
  return `${dessous.slice(0, -FIN.length)}${inside}${FIN}`;
}

/** Text for an SVG node: `a < b & c` → `a &lt; b &amp; c`. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** `45.45454545` → `45.5`, `60.0` → `60`: a tenth of a pixel is enough, and compresses three times better. */
function roundNumbers(markup: string): string {
  return markup.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

/** Plot numbers its clip paths and markers over the life of the process: same drawing, same names, whatever was drawn before. */
function renumberIds(markup: string): string {
  const names = new Map<string, string>();
  return markup.replace(/plot-(clip|marker)-\d+/g, (name, kind: string) => {
    if (!names.has(name)) names.set(name, `${kind}-${names.size + 1}`);
    return names.get(name) ?? name;
  });
}

/**
 * What a page can carry of Plot's drawing: no `<style>` nor `style=""` (the content security policy refuses them), no label on
 * inner groups (forbidden there by ARIA): the drawing is one image named by its title, its inside is hidden from screen readers.
 */
export function toSvg(drawing: Drawing, options: SvgOptions): string {
  if (drawing.tagName.toLowerCase() !== 'svg') throw new Error(`expected an svg, got ${drawing.tagName}`);
  // Its shape alone: the style sheet, or the sheet that it stands on, gives the size.
  const viewBox = drawing.getAttribute('viewBox') ?? '';
  const inside = drawing.innerHTML
    // HTML writes a no-break space in this way; a file of the drawing is XML, where nothing has that name, and would not open.
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/<style>[^]*?<\/style>/g, '')
    .replace(/ (?:style|aria-label|aria-hidden|aria-description|font-variant)="[^"]*"/g, '');
  const compact = shortenLines(placeTexts(inside)).replace(/<(line|circle|path|rect)([^<>]*)><\/\1>/g, '<$1$2/>');
  const classe = options.classe === undefined ? 'trace' : `trace ${options.classe}`;
  return (
    `<svg class="${classe}" role="img" viewBox="${viewBox}"><title>${escapeXml(options.titre)}</title>` +
    `<g aria-hidden="true" fill="currentColor" text-anchor="middle">${renumberIds(roundNumbers(compact))}${FIN}`
  );
}
