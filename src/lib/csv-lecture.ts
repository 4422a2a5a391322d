import Papa from 'papaparse';

/** How a CSV file that somebody else made is written. */
export interface FormatCsv {
  encodage: 'utf-8' | 'windows-1252';
  separateur: string;
  finDeLigne: '\r\n' | '\n' | '\r';
}

export interface RangeeCsv {
  cellules: string[];
  /** The row as it stands in the file, quotes included, without its line feed. */
  brut: string;
  /** Line of the file where the row begins, from 1 on. */
  ligne: number;
}

export const FAUTES_DE_LECTURE = [
  'vide',
  'classeur',
  'utf_16',
  'binaire',
  'page_web',
  'json',
  'guillemet',
  'guillemet_ouvert',
] as const;
export type FauteDeLecture = (typeof FAUTES_DE_LECTURE)[number];

/** The file cannot be read as a table: why, and from which line. */
export class CsvIllisible extends Error {
  override readonly name = 'CsvIllisible';
  readonly faute: FauteDeLecture;
  readonly ligne: number | undefined;

  constructor(faute: FauteDeLecture, ligne?: number) {
    super(ligne === undefined ? faute : `${faute}, line ${ligne}`);
    this.faute = faute;
    this.ligne = ligne;
  }
}

const SEPARATEURS = [';', ',', '\t', '|'];
/** Bytes read at once. */
const PAS = 1 << 20;
/** Bytes that tell what a file is: its header line is shorter. */
const TETE = 1 << 16;
/** A row longer than this comes from a quotation mark that nothing closes: characters. */
const RANGEE_MAX = 4 << 20;

const SIGNATURES: readonly [faute: FauteDeLecture, ...octets: number[]][] = [
  ['classeur', 0x50, 0x4b, 3, 4],
  ['classeur', 0xd0, 0xcf, 0x11, 0xe0],
  ['utf_16', 0xff, 0xfe],
  ['utf_16', 0xfe, 0xff],
  ['binaire', 0x1f, 0x8b],
  ['binaire', 0x25, 0x50, 0x44, 0x46],
];

/** Encoding, separator and line feed of a file. Throws `CsvIllisible` when it is no text table. */
export async function detecterFormat(source: Blob): Promise<FormatCsv> {
  const octets = new Uint8Array(await source.slice(0, TETE).arrayBuffer());
  const signature = SIGNATURES.find(([, ...bytes]) => bytes.every((byte, rank) => octets[rank] === byte));
  if (signature !== undefined) throw new CsvIllisible(signature[0]);
  if (octets.includes(0)) throw new CsvIllisible('binaire');
  const encodage = await detecterEncodage(source);
  const texte = new TextDecoder(encodage).decode(octets, { stream: true });
  const debut = texte.trimStart();
  if (debut === '') throw new CsvIllisible('vide');
  if (/^<(?:!doctype|html|\?xml)/i.test(debut)) throw new CsvIllisible('page_web');
  if (/^[[{]\s*["{[]/.test(debut)) throw new CsvIllisible('json');
  return { encodage, ...detecterSignes(texte) };
}

/** UTF-8 is tried first: Windows-1252 never fails, and would read it with broken accents. */
async function detecterEncodage(source: Blob): Promise<FormatCsv['encodage']> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < source.size; start += PAS)
      decoder.decode(await source.slice(start, start + PAS).arrayBuffer(), { stream: start + PAS < source.size });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The most frequent separator of the first line, and how that line ends; what stands between quotation marks does not count. */
function detecterSignes(texte: string): Pick<FormatCsv, 'separateur' | 'finDeLigne'> {
  const dehors = texte.replace(/"[^"]*(?:"|$)/g, '');
  const finDeLigne = (/\r\n|\n|\r/.exec(dehors)?.[0] ?? '\n') as FormatCsv['finDeLigne'];
  const [premiere = ''] = dehors.split(finDeLigne, 1);
  const count = (sign: string): number => premiere.split(sign).length - 1;
  const separateur = SEPARATEURS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  return { separateur, finDeLigne };
}

/** The rows of a file in batches, in constant memory; blank lines are left out. Throws `CsvIllisible` at a quotation mark out of place. */
export async function* lireRangees(
  source: Blob,
  format: FormatCsv,
  pas = PAS,
): AsyncGenerator<{ rangees: RangeeCsv[]; octetsLus: number }> {
  const decoder = new TextDecoder(format.encodage);
  let reste = '';
  let ligne = 1;
  for (let start = 0; start < source.size; start += pas) {
    const dernier = start + pas >= source.size;
    const octets = await source.slice(start, start + pas).arrayBuffer();
    const texte = reste + decoder.decode(octets, { stream: !dernier });
    const lot = decouper(texte, format, ligne, dernier);
    reste = texte.slice(lot.fin);
    ligne = lot.ligne;
    if (reste.length > RANGEE_MAX) throw new CsvIllisible('guillemet_ouvert', ligne);
    yield { rangees: lot.rangees, octetsLus: Math.min(start + pas, source.size) };
  }
}

interface Resultat {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}

function decouper(
  texte: string,
  { separateur, finDeLigne }: FormatCsv,
  premiere: number,
  dernier: boolean,
): { rangees: RangeeCsv[]; fin: number; ligne: number } {
  const rangees: RangeeCsv[] = [];
  let fin = 0;
  let ligne = premiere;
  const step = ({ data, errors, meta }: Resultat): void => {
    const [error] = errors;
    if (error !== undefined)
      throw new CsvIllisible(error.code === 'MissingQuotes' ? 'guillemet_ouvert' : 'guillemet', ligne);
    const entier = texte.slice(fin, meta.cursor);
    const brut = entier.endsWith(finDeLigne) ? entier.slice(0, -finDeLigne.length) : entier;
    if (brut !== '') rangees.push({ cellules: data[0] ?? [], brut, ligne });
    ligne += compter(entier, finDeLigne === '\r' ? '\r' : '\n');
    fin = meta.cursor;
  };
  // The low-level parser: it says where each row ends, and leaves the last one when it may be cut.
  new Papa.Parser({ delimiter: separateur, newline: finDeLigne, step: step as (results: unknown) => void }).parse(
    texte,
    0,
    !dernier,
  );
  return { rangees, fin, ligne };
}

function compter(texte: string, signe: string): number {
  let total = 0;
  for (let at = texte.indexOf(signe); at !== -1; at = texte.indexOf(signe, at + 1)) total += 1;
  return total;
}
