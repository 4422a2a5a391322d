/* The drawings of Plot in fewer bytes: most of a page of figures is charts, and it has 14 KB. On their text, as they are written: one element at a
time, it was a third of the time of a chart. */

type Point = readonly [number, number];

/** What a tag says of itself: ` x1="28" x2="314"` → `{x1: '28', x2: '314'}`. */
const readAttributes = (tag: string): Record<string, string | undefined> =>
  Object.fromEntries(Array.from(tag.matchAll(/ ([\w-]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]));

/** `translate(54,108)` → `[54, 108]`; undefined for any other transform, `[0, 0]` for none. */
function readTranslation(transform: string | undefined): Point | undefined {
  if (transform === undefined) return [0, 0];
  const [, x, y] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(transform) ?? [];
  return x === undefined ? undefined : [Number(x), Number(y)];
}

/** `0.7em` in a group of 14 pixels → 9.8; undefined where the size is not said in pixels. */
function readEms(y: string | undefined, fontSize: string | undefined): number | undefined {
  if (y === undefined) return 0;
  const pixels = Number(y.replace(/em$/, '')) * Number(fontSize);
  return Number.isNaN(pixels) ? undefined : pixels;
}

const TEXTES = '(?:<text[^<>]*>[^<]*</text>)+';
const GROUPE_DE_TEXTES = new RegExp(`<g([^<>]*)>(${TEXTES})</g>`, 'g');
const GROUPES_PAREILS = new RegExp(`(<g[^<>]*>)${TEXTES}(?:</g>\\1${TEXTES})+</g>`, 'g');
const TEXTE_OUVERT = /<text([^<>]*)>/g;

/**
 * Writes the place of each text as `x` and `y`: Plot moves the group, then each text in it, then a part of a line, which is twice the bytes. To the
 * pixel: no eye sees less in a text.
 * Groups that then say the same, one after the other, become one.
 */
export function placeTexts(markup: string): string {
  const placed = markup.replace(GROUPE_DE_TEXTES, (group, ofGroup: string, texts: string) => {
    const { transform, 'font-size': fontSize } = readAttributes(ofGroup);
    const moved = readTranslation(transform);
    let isPlaced = moved !== undefined;
    const inside = texts.replace(TEXTE_OUVERT, (text, ofText: string) => {
      const { transform: place, y: ems } = readAttributes(ofText);
      const own = readTranslation(place);
      const down = readEms(ems, fontSize);
      if (own === undefined || down === undefined || moved === undefined) isPlaced = false;
      else {
        const [x, y] = [own[0] + moved[0], own[1] + moved[1] + down].map(Math.round);
        return `<text${ofText.replace(/ (?:transform|x|y)="[^"]*"/g, '')} x="${x}" y="${y}">`;
      }
      return text;
    });
    return isPlaced ? `<g${ofGroup.replace(/ transform="[^"]*"/, '')}>${inside}</g>` : group;
  });
  return placed.replace(GROUPES_PAREILS, (groups, head: string) => groups.replaceAll(`</g>${head}`, ''));
}

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

const LIGNE_BRISEE = /(?<= d=")M([\d.-]+,[\d.-]+(?:L[\d.-]+,[\d.-]+)*)(?=")/g;
/** A rule that says where its ends are, and nothing else: anything else would be lost. */
const REGLE = '<line x1="([^"]*)" x2="([^"]*)" y1="([^"]*)" y2="([^"]*)"></line>';
const REGLES = new RegExp(`(?<=<g[^<>]*>)(?:${REGLE})+(?=</g>)`, 'g');

/** Writes broken lines step by step, and the rules of a group as one path: half the bytes, the same strokes. */
export function shortenLines(markup: string): string {
  return markup
    .replace(LIGNE_BRISEE, (_d, points: string) =>
      toRelativePath(points.split('L').map((point) => point.split(',').map(Number) as unknown as Point)),
    )
    .replace(REGLES, (rules) => {
      const paths = [...rules.matchAll(new RegExp(REGLE, 'g'))].map(([, ...ends]) => {
        const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = ends.map(Number);
        return toRelativePath([
          [x1, y1],
          [x2, y2],
        ]);
      });
      return `<path d="${paths.join('')}"></path>`;
    });
}
