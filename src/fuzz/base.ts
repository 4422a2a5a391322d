import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { normalizeHeader } from '../pipeline/reader/header.ts';

/** The bytes of each file of a raw folder, by name. */
export type Dossier = ReadonlyMap<string, Buffer>;

/** How many schools and courses of each sort the small folder keeps, and how many years and regions of each file. */
const ECOLES = 2;
const CODES = 3;
const ANNEES = 2;
const REGIONS = 2;

const COLONNES = {
  code: /^(id_formation_apprentissage|id_mefstat11|code_formation_mefstat11|formation_diplome|mef_stat_11|cfd|code_diplome|code_scolarite|diplome|diplome_sise)$/,
  uai: /^(uai|n_uai_de_l_etablissement|etablissement|numero_uai|identifiant_de_l_etablissement|uai_formation)$/,
  annee: /^(millesime|annee|promo|annee_universitaire)$/,
  region: /^code_region_academique$/,
  lien: /^(ancien|nouveau)_diplome_\d$/,
} as const;
type Sorte = keyof typeof COLONNES;

/** A file as lines of cells; `latin1` keeps each byte as a character, whatever its encoding. */
interface Table {
  nom: string;
  entete: string;
  rangees: { ligne: string; cellules: string[] }[];
  places: Record<Sorte, number[]>;
}

/**
 * A raw folder that a data step reads in a moment: a few schools and courses of `source` (the demonstration), in every file that it has, byte for
 * byte. Reference tables that name no course or school are kept whole.
 */
export function couper(source: string): Dossier {
  const noms = readdirSync(source).sort();
  const tables = noms.filter((nom) => nom.endsWith('.csv')).map((nom) => lireTable(source, nom));
  const ecoles = choisirEcoles(tables);
  const codes = choisirCodes(tables, ecoles);
  const dossier = new Map<string, Buffer>();
  for (const table of tables) dossier.set(table.nom, Buffer.from(couperTable(table, ecoles, codes), 'latin1'));
  for (const nom of noms.filter((nom) => !nom.endsWith('.csv'))) dossier.set(nom, readFileSync(join(source, nom)));
  return dossier;
}

function lireTable(source: string, nom: string): Table {
  const [entete = '', ...lignes] = readFileSync(join(source, nom), 'latin1').split('\n');
  const separateur = [';', '|', ','].find((signe) => entete.includes(signe)) ?? ';';
  const cut = (ligne: string): string[] => ligne.split(separateur).map((cell) => cell.replace(/^"|"?\r?$/g, ''));
  const noms = cut(Buffer.from(entete.replace(/^\xef\xbb\xbf/, ''), 'latin1').toString('utf8')).map(normalizeHeader);
  const placesOf = (sorte: Sorte): number[] => noms.flatMap((name, index) => (COLONNES[sorte].test(name) ? index : []));
  const rangees = lignes.filter((ligne) => ligne.trim() !== '').map((ligne) => ({ ligne, cellules: cut(ligne) }));
  const places = {
    code: placesOf('code'),
    uai: placesOf('uai'),
    annee: placesOf('annee'),
    region: placesOf('region'),
    lien: placesOf('lien'),
  };
  return { nom, entete, rangees, places };
}

const cellulesDe = ({ cellules }: { cellules: string[] }, places: readonly number[]): string[] =>
  places.map((place) => cellules[place] ?? '').filter((cell) => cell !== '');

/** The schools that most files name, and one of each file that names none of them. */
function choisirEcoles(tables: readonly Table[]): Set<string> {
  const fichiers = new Map<string, number>();
  for (const { rangees, places } of tables) {
    const nommees = new Set(rangees.flatMap((rangee) => cellulesDe(rangee, places.uai)));
    for (const uai of nommees) fichiers.set(uai, (fichiers.get(uai) ?? 0) + 1);
  }
  const choisies = new Set(premiers(fichiers, ECOLES));
  for (const { rangees, places } of tables) {
    const nommees = new Set(rangees.flatMap((rangee) => cellulesDe(rangee, places.uai)));
    if (nommees.size > 0 && ![...nommees].some((uai) => choisies.has(uai)))
      for (const uai of premiers(new Map([...nommees].map((name) => [name, fichiers.get(name) ?? 0])), 1))
        choisies.add(uai);
  }
  return choisies;
}

/** The codes of each length that most rows of these schools name, and those that they replace or that replace them. */
function choisirCodes(tables: readonly Table[], ecoles: ReadonlySet<string>): Set<string> {
  const parLongueur = new Map<number, Map<string, number>>();
  for (const { rangees, places } of tables.filter(({ places }) => places.uai.length > 0)) {
    for (const rangee of rangees) {
      const ici = cellulesDe(rangee, places.uai).some((uai) => ecoles.has(uai));
      for (const code of cellulesDe(rangee, places.code)) {
        const codes = parLongueur.get(code.length) ?? new Map<string, number>();
        codes.set(code, (codes.get(code) ?? 0) + (ici ? 1 : 0));
        parLongueur.set(code.length, codes);
      }
    }
  }
  const codes = new Set([...parLongueur.values()].flatMap((compte) => premiers(compte, CODES)));
  // A MEFSTAT11 code names its CFD in the table of MEF, a CFD its line of succession in that of diplomas.
  for (const { rangees, places } of [...tables, ...tables].filter(({ places }) => places.uai.length === 0))
    for (const rangee of rangees) {
      const nommes = cellulesDe(rangee, [...places.code, ...places.lien]);
      if (cellulesDe(rangee, places.code).some((code) => codes.has(code))) for (const code of nommes) codes.add(code);
    }
  return codes;
}

function premiers(compte: ReadonlyMap<string, number>, nombre: number): string[] {
  return [...compte]
    .sort(([left, count], [right, other]) => other - count || (left < right ? -1 : 1))
    .slice(0, nombre)
    .map(([nom]) => nom);
}

function couperTable(
  { entete, rangees, places }: Table,
  ecoles: ReadonlySet<string>,
  codes: ReadonlySet<string>,
): string {
  const names = (rangee: Table['rangees'][number], where: readonly number[], chosen: ReadonlySet<string>): boolean => {
    const cells = cellulesDe(rangee, where);
    return cells.length === 0 || cells.some((cell) => chosen.has(cell));
  };
  const ici = rangees.filter((rangee) => names(rangee, places.uai, ecoles) && names(rangee, places.code, codes));
  const valeurs = (where: readonly number[]): string[] =>
    [...new Set(ici.flatMap((rangee) => cellulesDe(rangee, where)))].sort();
  const annees = new Set(valeurs(places.annee).slice(-ANNEES));
  const regions = new Set(valeurs(places.region).slice(0, REGIONS));
  const gardees = ici.filter((rangee) => names(rangee, places.annee, annees) && names(rangee, places.region, regions));
  return [entete, ...gardees.map(({ ligne }) => ligne), ''].join('\n');
}
