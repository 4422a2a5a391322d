import { correction, generate } from 'lean-qr';

const SVG = 'http://www.w3.org/2000/svg';
/** Modules of white around a code, without which readers miss it. */
const MARGE = 4;

/** A QR code of a text, as a drawing named by `nom`: black on white in every theme. Throws above 2,953 bytes. */
export function codeQr(texte: string, nom: string): SVGSVGElement {
  const code = generate(texte, { minCorrectionLevel: correction.L });
  const size = code.size + 2 * MARGE;
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': nom }))
    svg.setAttribute(name, value);
  svg.append(trait(`M0 0h${size}v${size}h-${size}z`, '#fff'), trait(dessin(code), '#000'));
  return svg;
}

function trait(d: string, fill: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  path.setAttribute('fill', fill);
  return path;
}

/** A square for each black module. */
function dessin({ size, get }: { size: number; get: (x: number, y: number) => boolean }): string {
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (get(x, y) ? `M${x + MARGE} ${y + MARGE}h1v1h-1z` : '')).join(''),
  );
  return rows.join('');
}
