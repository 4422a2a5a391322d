import type { FormatCsv } from '../../lib/csv-lecture.ts';
import type { Absence } from '../publication.ts';
import type { ColonneReconnue } from './colonnes.ts';
import type { Statut } from './joindre.ts';

/** Larger catalogues are refused before anything is read: no catalogue of the country is that large. */
export const LIMITES = { octets: 100_000_000, lignes: 500_000 } as const;
export interface RangeeTropLongue {
  ligne: number;
  cellules: number;
}

/** Why a catalogue cannot be joined; files that are no table at all throw `CsvIllisible`. */
export type FauteDeCatalogue =
  | { genre: 'trop_gros'; octets: number }
  | { genre: 'trop_de_lignes' }
  | { genre: 'sans_ligne' }
  | { genre: 'sans_colonne'; entetes: string[] }
  | { genre: 'rangees_trop_longues'; attendues: number; total: number; rangees: RangeeTropLongue[] };

export class CatalogueRefuse extends Error {
  override readonly name = 'CatalogueRefuse';
  readonly faute: FauteDeCatalogue;

  constructor(faute: FauteDeCatalogue) {
    super(faute.genre);
    this.faute = faute;
  }
}

/** What the join of a catalogue found. */
export interface Bilan {
  edition: string;
  donnees_fictives: boolean;
  format: FormatCsv;
  colonnes: ColonneReconnue[];
  lignes: number;
  statuts: Partial<Record<Statut, number>>;
  /** Why schools have no figure of their own, for the rows that show a wider one. */
  absencesEtablissement: Partial<Record<Absence, number>>;
  /** The first unknown codes, as written, with their line. */
  inconnus: { texte: string; ligne: number }[];
  /** Codes that a spreadsheet turned into numbers: `2,32E+10`. */
  abimes: number;
  /** Bytes of the files of the site that were read. */
  octetsLus: number;
}
