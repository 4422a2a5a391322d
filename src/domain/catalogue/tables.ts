import Papa from 'papaparse';

import { lireCodeQuelconque, lireCode, lireUai, type TypeDeCodeDeFormation } from '../code-officiel.ts';
import type { ColonneReconnue } from './colonnes.ts';
import {
  departementDe,
  fichiersDuCatalogue as fichiers,
  type LigneDeCode,
  type LigneDeFiche,
  type LigneDeFormation,
  type LigneDEtablissement,
  type SommaireDuCatalogue,
} from './fichiers.ts';

/** The codes of one row, cleaned; empty cells are left out. */
export interface Codes {
  /** As written, and what each may mean, in the order in which they are to be tried. */
  formation: { texte: string; lectures: [TypeDeCodeDeFormation, string][] }[];
  uais: string[];
  /** Cells of a school column that hold no UAI. */
  uaisIllisibles: string[];
}

export function lireCodes(cellules: readonly string[], colonnes: readonly ColonneReconnue[]): Codes {
  const codes: Codes = { formation: [], uais: [], uaisIllisibles: [] };
  for (const { rang, genre } of colonnes) {
    const texte = cellules[rang]?.trim() ?? '';
    if (texte === '') continue;
    if (genre === 'uai') {
      const uai = lireUai(texte);
      if (uai === undefined) codes.uaisIllisibles.push(texte);
      else codes.uais.push(uai);
    } else {
      const lectures: [TypeDeCodeDeFormation, string][] =
        genre === 'code' ? lireCodeQuelconque(texte) : [[genre, lireCode(genre, texte)]];
      codes.formation.push({ texte, lectures });
    }
  }
  return codes;
}

/** One school: its own line, then its courses. */
export interface Ecole {
  ensemble: LigneDEtablissement;
  formations: Map<string, LigneDEtablissement[]>;
}

/** Reads one file of `/api/catalogue/`, by its address below the root. */
export type LireFichier = (adresse: string) => Promise<string>;

/** The tables that a catalogue is joined with. Files are read when a row first needs them, once. */
export class Tables {
  readonly sommaire: SommaireDuCatalogue;
  /** Bytes of the files read, the summary aside. */
  octets = 0;
  private readonly lire: LireFichier;
  private readonly lus = new Set<string>();
  private readonly codes = new Map<string, LigneDeCode>();
  private readonly formations = new Map<string, LigneDeFormation>();
  private readonly france = new Map<string, LigneDeFiche[]>();
  private readonly regions = new Map<string, LigneDeFiche[]>();
  private readonly ecoles = new Map<string, Ecole>();

  constructor(sommaire: SommaireDuCatalogue, lire: LireFichier) {
    this.sommaire = sommaire;
    this.lire = lire;
  }

  designation(type: TypeDeCodeDeFormation, code: string): LigneDeCode | undefined {
    return this.codes.get(`${type} ${code}`);
  }
  formation(code: string): LigneDeFormation | undefined {
    return this.formations.get(code);
  }
  /** The newest record of each track, in the order of the page. */
  deLaFrance(formation: string): readonly LigneDeFiche[] {
    return this.france.get(formation) ?? [];
  }
  deLaRegion(region: string, formation: string): readonly LigneDeFiche[] {
    return this.regions.get(`${region} ${formation}`) ?? [];
  }
  ecole(uai: string): Ecole | undefined {
    return this.ecoles.get(uai);
  }

  /** Reads what these rows need and is not there yet: their kinds of codes, their départements, then the regions of their schools. */
  async preparer(lot: readonly Codes[]): Promise<void> {
    const adresses = new Set<string>();
    for (const { formation, uais } of lot) {
      for (const [type] of formation.flatMap(({ lectures }) => lectures)) adresses.add(fichiers.codes(type));
      if (formation.length > 0) adresses.add(fichiers.formations).add(fichiers.france);
      for (const uai of uais) adresses.add(fichiers.etablissements(departementDe(uai)));
    }
    await this.charger(adresses);
    const regions = lot.flatMap(({ uais }) => uais.map((uai) => this.ecoles.get(uai)?.ensemble.region ?? ''));
    await this.charger(new Set(regions.filter((code) => code !== '').map(fichiers.region)));
  }

  private async charger(adresses: ReadonlySet<string>): Promise<void> {
    const wanted = [...adresses].filter((adresse) => !this.lus.has(adresse) && adresse in this.sommaire.fichiers);
    await Promise.all(
      wanted.map(async (adresse) => {
        this.lus.add(adresse);
        this.ranger(adresse, await this.lire(adresse));
        this.octets += this.sommaire.fichiers[adresse] ?? 0;
      }),
    );
  }

  private ranger(adresse: string, texte: string): void {
    const [dossier = '', fichier] = adresse.replace('.csv', '').split('/');
    if (dossier === 'codes')
      for (const ligne of parse<LigneDeCode>(texte)) this.codes.set(`${fichier ?? ''} ${ligne.code}`, ligne);
    else if (dossier === 'formations')
      for (const ligne of parse<LigneDeFormation>(texte)) this.formations.set(ligne.code_formation, ligne);
    else if (dossier === 'etablissements')
      for (const ligne of parse<LigneDEtablissement>(texte)) this.rangerEtablissement(ligne);
    else
      for (const ligne of parse<LigneDeFiche>(texte)) {
        if (dossier === 'regions') ajouter(this.regions, `${fichier ?? ''} ${ligne.code_formation}`, ligne);
        else ajouter(this.france, ligne.code_formation, ligne);
      }
  }

  private rangerEtablissement(ligne: LigneDEtablissement): void {
    const ecole = this.ecoles.get(ligne.uai);
    // The line of the school comes before those of its courses.
    if (ecole === undefined) this.ecoles.set(ligne.uai, { ensemble: ligne, formations: new Map() });
    else ajouter(ecole.formations, ligne.code_formation, ligne);
  }
}

function parse<T>(texte: string): T[] {
  return Papa.parse<T>(texte, { header: true, delimiter: ';', skipEmptyLines: true }).data;
}

function ajouter<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
