import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import Papa from 'papaparse';

/** A published record: what names it, and what it shows. */
export interface Publie {
  code: string;
  /** Courses and schools that it speaks of or comes from. */
  noms: string[];
  /** Its figures and reasons of absence, by field, each in one form; all that any file shows. */
  champs: Map<string, string>;
}
export type Chiffres = ReadonlyMap<string, Publie>;

type Objet = Record<string, unknown>;
const isObjet = (value: unknown): value is Objet =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Who a record is, in its own fields. */
const IDENTITE = ['maille', 'filiere', 'perimetre', 'code_certification', 'millesime', 'region', 'uai'] as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const cleDe = (fiche: Objet): string => IDENTITE.map((nom) => text(fiche[nom])).join(' ');

function* fichesOf(value: unknown): Generator<Objet> {
  if (Array.isArray(value)) for (const child of value as unknown[]) yield* fichesOf(child);
  else if (isObjet(value)) {
    if (typeof value.millesime === 'string' && 'parts' in value && 'maille' in value) yield value;
    else for (const child of Object.values(value)) yield* fichesOf(child);
  }
}

function toPublie(fiche: Objet): Publie {
  const shown = Object.entries(fiche).filter(
    ([nom, value]) => typeof value === 'number' || value === null || /^(?:parts|absences?)$/.test(nom),
  );
  const source = isObjet(fiche.donnee_source) ? text(fiche.donnee_source.code_certification) : '';
  const code = text(fiche.code_certification);
  const schools = [fiche.uai, fiche.uai_donnee].map(text);
  return {
    code,
    noms: [code, source, ...schools].filter((nom) => nom !== ''),
    champs: new Map(shown.map(([nom, value]) => [nom, JSON.stringify(value)])),
  };
}

/** The figures of a record as one text, in the order of their names. */
export const texteDe = (publie: Publie | undefined): string =>
  publie === undefined
    ? 'nothing'
    : [...publie.champs]
        .map(([nom, value]) => `${nom} ${value}`)
        .sort()
        .join(', ');

/** Adds what one file shows of a record to what others show; what they contradict comes back. */
function ajouter(chiffres: Map<string, Publie>, cle: string, publie: Publie): string[] {
  const known = chiffres.get(cle);
  if (known === undefined) {
    chiffres.set(cle, publie);
    return [];
  }
  return [...publie.champs].flatMap(([nom, value]) => {
    const other = known.champs.get(nom);
    known.champs.set(nom, value);
    return other === undefined || other === value ? [] : [`${cle}: ${nom} is ${value}, and ${other} elsewhere`];
  });
}

/** What a tree of files says that should not be said: two files that differ on one record, a text that attacks, an address that leaves the tree. */
export interface Relecture {
  chiffres: Chiffres;
  fautes: string[];
}

/** Reads a tree back: the figures of its JSON files, and every text of its JSON and CSV files. */
export function relire(racine: string): Relecture {
  const chiffres = new Map<string, Publie>();
  const fautes: string[] = [];
  const fichiers = readdirSync(racine, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  for (const entry of fichiers) {
    const path = join(entry.parentPath, entry.name);
    const nom = relative(racine, path);
    if (!/^[A-Za-z0-9_./-]+$/.test(nom) || nom.length > 250)
      fautes.push(`${nom.slice(0, 300)}: not a name for an address`);
    if (!/\.(?:json|jsonld|csv|geojson|atom)$/.test(nom)) continue;
    const texte = readFileSync(path, 'utf8');
    fautes.push(...textesHostiles(nom, texte));
    if (nom.endsWith('.csv')) fautes.push(...formules(nom, texte));
    if (!nom.endsWith('.json')) continue;
    for (const fiche of fichesOf(JSON.parse(texte)))
      fautes.push(...ajouter(chiffres, cleDe(fiche), toPublie(fiche)).map((faute) => `${nom}: ${faute}`));
  }
  return { chiffres, fautes };
}

/** Characters that nobody sees, or that turn the text around. */
const INVISIBLES = /(?![\t\n\r\x80-\x9f])[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufffe\uffff]/u;

function textesHostiles(nom: string, texte: string): string[] {
  const propre = texte.replace(/^\ufeff/, '');
  const found = INVISIBLES.exec(propre) ?? /\ufeff|\\u(?:00[01]|d[89a-f])/i.exec(propre);
  if (found === null) return [];
  const code = found[0].charCodeAt(0).toString(16).padStart(4, '0');
  return [`${nom}: U+${code} in ${JSON.stringify(propre.slice(Math.max(0, found.index - 30), found.index + 30))}`];
}

/** Cells that a spreadsheet would run. */
function formules(nom: string, texte: string): string[] {
  const { data } = Papa.parse<string[]>(texte.replace(/^\ufeff/, ''), {
    delimiter: texte.slice(0, 2000).includes(';') ? ';' : ',',
  });
  return data
    .flat()
    .filter((cell) => /^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$|$)/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell))
    .map((cell) => `${nom}: a spreadsheet runs ${JSON.stringify(cell.slice(0, 60))}`);
}
