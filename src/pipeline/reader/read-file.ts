import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { DataFault } from '../../lib/errors.ts';
import { colonnesNormalisees, getKind } from '../kinds.ts';
import type { Kind, KindName } from '../kinds.ts';
import { inspect } from './encoding.ts';
import type { Inspection } from './encoding.ts';
import { FaultList, unreadable } from './faults.ts';
import { countRecognised, resolveHeader } from './header.ts';
import type { Header } from './header.ts';
import { millesimeInName } from './recognise.ts';
import { parseText, readHead, readRecords } from './records.ts';
import type { Batch, Dialect } from './records.ts';
import { RowReader } from './rows.ts';
import type { FichierLu, LectureOptions, Separateur } from './types.ts';

export interface FileRequest {
  /** Full path of the raw file. */
  path: string;
  fichier: string;
  kind: KindName;
  /** Where the normalised file goes. */
  cible: string;
  onProgress?: LectureOptions['onProgress'];
}

export interface FileReading {
  /** Absent when nothing could be read; not to be used when there are faults. */
  lu?: FichierLu;
  fautes: DataFault[];
  /** Does it hold figures of a school track (MEFSTAT11 codes)? */
  voieScolaire: boolean;
}

const SEPARATEURS: readonly Separateur[] = [';', '|', '\t', ','];

/** Reads one raw file: encoding, separator, header, then every row, into its normalised CSV. */
export async function readFile(request: FileRequest): Promise<FileReading> {
  const { path, fichier, cible } = request;
  const kind = getKind(request.kind);
  const fautes = new FaultList(fichier);
  const inspection = await inspect(path);
  if (inspection.faute) {
    fautes.add(inspection.faute);
    return { fautes: fautes.toFaults(), voieScolaire: false };
  }
  const { headerLine, dialect, header } = await readHeader(path, kind, inspection);
  for (const faute of header.fautes) fautes.add({ line: headerLine, ...faute });
  const annee = millesimeInName(fichier);
  if (yearIsMissing(kind, header, annee)) fautes.add(NO_YEAR);
  if (header.illisible) return { fautes: fautes.toFaults(), voieScolaire: false };

  const rows = new RowReader({ kind, fichier, header, dialect, annee, illisibles: inspection.illisibles, fautes });
  reportOutsideRows(inspection, headerLine, fautes);
  const sortie = await open(cible, 'w');
  try {
    await sortie.write(`${colonnesNormalisees(kind).join(',')}\n`);
    await copyRows(request, inspection, dialect, rows, sortie);
  } finally {
    await sortie.close();
  }
  if (rows.lues === 0 && !kind.vide_permis) fautes.add(HEADER_ONLY);
  rows.reportEmpty();
  const filtrees = Object.entries(rows.refusees).filter(([raison]) =>
    kind.filtres.some((filtre) => filtre.raison === raison),
  );
  if (rows.lues > 0 && sum(filtrees) === rows.lues) fautes.add(allLeftOut(kind, filtrees));
  rows.accents.report(fautes);
  const { octets, sha256 } = inspection;
  const { encodage, separateur } = dialect;
  const comptes = {
    lignes_lues: rows.lues,
    lignes_ecrites: rows.ecrites,
    lignes_refusees: rows.refusees,
    refus: rows.refus,
  };
  return {
    lu: {
      ...{ fichier, kind: kind.nom, octets, sha256, encodage, separateur, chemin_normalise: cible },
      ...comptes,
      colonnes_ignorees: header.ignorees,
    },
    fautes: fautes.toFaults(),
    voieScolaire: rows.avecMefstat11 > 0,
  };
}

const NO_YEAR = {
  expected: 'the two leaving years, in a column "annee" or in the file name (depp-…-2018_2019-pro.csv)',
  received: 'neither',
  todo: 'Give the file back the name it was published under.',
};

const sum = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((total, [, count]) => total + count, 0);

/** Filters leave out the other scopes of a file, not the file: headers that slid by one column look like that. */
const allLeftOut = ({ filtres }: Kind, counts: readonly (readonly [string, number])[]): Omit<DataFault, 'source'> => ({
  expected: `at least one row of the scope that is published (${[...new Set(filtres.map(({ colonne }) => colonne))].join(', ')})`,
  received: `rows of other scopes only: ${counts.map(([raison, count]) => `${raison} ${count}`).join(', ')}`,
  todo: 'Check the headers, or download the whole export again.',
});

const HEADER_ONLY = {
  expected: 'at least one row under the header',
  received: 'a header alone',
  todo: 'Download the export again, or remove the file.',
};

function yearIsMissing(kind: Kind, header: Header, annee: string | undefined): boolean {
  const position = kind.colonnes.findIndex((colonne) => colonne.nom === 'annee' && !colonne.obligatoire);
  return position >= 0 && (header.indices[position] ?? -1) < 0 && annee === undefined;
}

interface FoundHeader {
  headerLine: number;
  dialect: Dialect;
  header: Header;
}

/** The first line that is not blank, cut by the separator that finds most of the columns wanted. */
export async function readHeader(path: string, kind: Kind, { encodage }: Inspection): Promise<FoundHeader> {
  const lines = (await readHead(path, encodage)).split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const text = (lines[first] ?? '').trim();
  // BCN tables never quote, except those that were exported again by a tool which quotes the header as well.
  const guillemets = !kind.reference || text.startsWith('"');
  const tries = SEPARATEURS.map((separateur) => {
    const cells = parseText(text, { separateur, guillemets })[0] ?? text.split(separateur);
    return { separateur, cells, score: countRecognised(kind, cells) };
  });
  const best = tries.reduce((left, right) =>
    right.score > left.score || (right.score === left.score && right.cells.length > left.cells.length) ? right : left,
  );
  return {
    headerLine: first + 1,
    dialect: { encodage, separateur: best.separateur, guillemets },
    header: resolveHeader(kind, best.cells),
  };
}

/** Unreadable bytes of the header and of the blank lines above: the rows report theirs. */
function reportOutsideRows({ illisibles, encodage }: Inspection, headerLine: number, fautes: FaultList): void {
  for (const [line, byte] of illisibles) {
    if (line <= headerLine) fautes.add({ line, ...unreadable(byte, encodage, 'the header') });
  }
}

async function copyRows(
  { path, fichier, onProgress }: FileRequest,
  { octets }: Inspection,
  dialect: Dialect,
  rows: RowReader,
  sortie: FileHandle,
): Promise<void> {
  const position = { ligne: 1, headerSeen: false };
  for await (const batch of readRecords(path, dialect)) {
    const text = readBatch(batch, rows, position);
    if (text !== '') await sortie.write(text);
    onProgress?.({ fichier, octetsLus: batch.octetsLus, octets });
  }
}

interface Position {
  /** Line of the raw file where the next record starts. */
  ligne: number;
  headerSeen: boolean;
}

/** The normalised lines of one batch; moves the position to the end of it. */
function readBatch(
  { rows, multiline, malformed, endless, unended }: Batch,
  reader: RowReader,
  position: Position,
): string {
  let text = '';
  for (const [index, row] of rows.entries()) {
    const { ligne } = position;
    const fin = multiline ? ligne + lineBreaks(row) : ligne;
    position.ligne = fin + 1;
    if (row.length === 1 && row[0]?.trim() === '') continue;
    const message = malformed.size > 0 ? malformed.get(index) : undefined;
    if (!position.headerSeen) position.headerSeen = true;
    else if (message === undefined) text += reader.read(row, ligne, fin, unended && index === rows.length - 1);
    else reader.malformed(ligne, message);
  }
  if (endless)
    reader.malformed(position.ligne, 'a quote that is opened and not closed in the next 4 million characters');
  return text;
}

/** Line breaks inside the cells of a record. */
function lineBreaks(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
