/* The drawings of Plot in fewer bytes: most of a page of figures is charts, and it has 14 KB. */

const TRANSLATION = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;

/** `translate(54,108)` → `[54, 108]`; undefined for any other transform, `[0, 0]` for none. */
function readTranslation(element: Element): [number, number] | undefined {
  const transform = element.getAttribute('transform');
  if (transform === null) return [0, 0];
  const [, x, y] = TRANSLATION.exec(transform) ?? [];
  return x === undefined ? undefined : [Number(x), Number(y)];
}

/** `0.7em` in a group of 14 pixels → 9.8; undefined where the size is not said in pixels. */
function readEms(text: Element, group: Element): number | undefined {
  const y = text.getAttribute('y');
  if (y === null) return 0;
  const pixels = Number(y.replace(/em$/, '')) * Number(group.getAttribute('font-size') ?? Number.NaN);
  return Number.isNaN(pixels) ? undefined : pixels;
}

/**
 * Writes the place of each text as `x` and `y`: Plot moves the group, then each text in it, then a part of a line, which is twice the bytes. To the
 * pixel: no eye sees less in a text.
 * Groups that then say the same, one after the other, become one.
 */
export function placeTexts(drawing: Element): void {
  for (const group of drawing.querySelectorAll('g')) {
    const texts = [...group.children];
    const moved = readTranslation(group);
    const places = texts.map((text) => {
      const own = readTranslation(text);
      const ems = readEms(text, group);
      if (text.tagName !== 'text' || own === undefined || ems === undefined || moved === undefined) return undefined;
      return [own[0] + moved[0], own[1] + moved[1] + ems] as const;
    });
    if (texts.length === 0 || !places.every((place) => place !== undefined)) continue;
    group.removeAttribute('transform');
    for (const [rank, [x, y]] of places.entries()) {
      for (const former of ['transform', 'y']) texts[rank]?.removeAttribute(former);
      texts[rank]?.setAttribute('x', String(Math.round(x)));
      texts[rank]?.setAttribute('y', String(Math.round(y)));
    }
    joinPrevious(group);
  }
}

/** Moves what a group holds into the one before it when both say the same. */
function joinPrevious(group: Element): void {
  const previous = group.previousElementSibling;
  const shape = (element: Element): string => (element.cloneNode(false) as Element).outerHTML;
  const isOfTexts = previous?.firstElementChild?.tagName === 'text';
  for (const element of [group, previous]) element?.removeAttribute('aria-label');
  if (previous === null || !isOfTexts || shape(previous) !== shape(group)) return;
  previous.append(...group.childNodes);
  group.remove();
}

type Point = readonly [number, number];

/** Tenths of a pixel, as the numbers of the drawing are: the sums of a relative path then fall where the points are. */
const tenth = (number: number): number => Math.round(number * 10) / 10;

/** `[[0, 5], [10, 7], [20, 7]]` → `M0,5l10,2l10,0`: equal steps are equal texts. */
function toRelativePath([first = [0, 0], ...points]: readonly Point[]): string {
  let [x, y] = first.map(tenth) as [number, number];
  let path = `M${x},${y}`;
  for (const point of points) {
    const [nextX, nextY] = point.map(tenth) as [number, number];
    path += `l${tenth(nextX - x)},${tenth(nextY - y)}`;
    [x, y] = [nextX, nextY];
  }
  return path;
}

const COMPLETE = /^M[\d.-]+,[\d.-]+(?:L[\d.-]+,[\d.-]+)*$/;

/** Writes broken lines step by step, and the rules of a group as one path: half the bytes, the same strokes. */
export function shortenLines(drawing: Element): void {
  for (const path of drawing.querySelectorAll('path')) {
    const d = path.getAttribute('d') ?? '';
    if (!COMPLETE.test(d)) continue;
    const points = d.slice(1).split('L');
    path.setAttribute('d', toRelativePath(points.map((point) => point.split(',').map(Number) as unknown as Point)));
  }
  for (const group of drawing.querySelectorAll('g')) {
    const lines = [...group.children];
    const [first] = lines;
    // What a line says of itself alone would be lost.
    const isPlain = ({ tagName, attributes }: Element): boolean => tagName === 'line' && attributes.length === 4;
    if (first === undefined || !lines.every(isPlain)) continue;
    const numbers = (line: Element, ...names: string[]): Point =>
      names.map((name) => Number(line.getAttribute(name))) as unknown as Point;
    const path = first.ownerDocument.createElementNS(first.namespaceURI, 'path');
    const paths = lines.map((line) => toRelativePath([numbers(line, 'x1', 'y1'), numbers(line, 'x2', 'y2')]));
    path.setAttribute('d', paths.join(''));
    group.replaceChildren(path);
  }
}
