import { BOM } from '../../lib/csv.ts';
import { detecterFormat, lireRangees, type FormatCsv, type RangeeCsv } from '../../lib/csv-lecture.ts';
import { CatalogueRefuse, LIMITES, type Bilan, type RangeeTropLongue } from './bilan.ts';
import { reconnaitreColonnes } from './colonnes.ts';
import { cellulesAjoutees, choisirPrefixe, COLONNES_AJOUTEES, completerRangee } from './enrichir.ts';
import { fichiersDuCatalogue, type SommaireDuCatalogue } from './fichiers.ts';
import { joindre, type Jonction } from './joindre.ts';
import { lireCodes, Tables, type Codes, type LireFichier } from './tables.ts';

/** How many faults or unknown codes are listed. */
const LISTES_MAX = 20;
/** Rows that are looked at when no column has a known name. */
const ECHANTILLON = 200;

export interface OptionsDeJointure {
  source: Blob;
  lire: LireFichier;
  /** Address of the site without final slash, for the links of the enriched file. */
  adresse: string;
  /** Receives the enriched file, piece by piece. */
  ecrire: (texte: string) => void;
  onProgress?: (etat: { octets: number; lignes: number }) => void;
}

/**
 * Joins a whole catalogue with the files of `/api/catalogue/`: enriched rows go to `ecrire`, in their order. The same in the browser and in the command.
 * Throws `CsvIllisible` or `CatalogueRefuse`; what was written before is then to be thrown away.
 */
export async function joindreCatalogue(options: OptionsDeJointure): Promise<Bilan> {
  const { source, lire, onProgress } = options;
  if (source.size > LIMITES.octets) throw new CatalogueRefuse({ genre: 'trop_gros', octets: source.size });
  const format = await detecterFormat(source);
  const sommaire = JSON.parse(await lire(fichiersDuCatalogue.sommaire)) as SommaireDuCatalogue;
  const travail = new Travail(options, format, new Tables(sommaire, lire));
  for await (const { rangees, octetsLus } of lireRangees(source, format)) {
    await travail.traiter(rangees);
    onProgress?.({ octets: octetsLus, lignes: travail.bilan.lignes });
  }
  return travail.finir();
}

class Travail {
  readonly bilan: Bilan;
  private readonly options: OptionsDeJointure;
  private readonly tables: Tables;
  private entetes: string[] | undefined;
  private readonly tropLongues: RangeeTropLongue[] = [];
  private nbTropLongues = 0;

  constructor(options: OptionsDeJointure, format: FormatCsv, tables: Tables) {
    const { edition, donnees_fictives = false } = tables.sommaire;
    this.options = options;
    this.tables = tables;
    this.bilan = {
      ...{ edition, donnees_fictives, format, colonnes: [], lignes: 0, statuts: {} },
      ...{ absencesEtablissement: {}, inconnus: [], abimes: 0, octetsLus: 0 },
    };
  }

  async traiter(rangees: readonly RangeeCsv[]): Promise<void> {
    const lignes = this.entetes === undefined ? this.ouvrir(rangees) : rangees;
    this.bilan.lignes += lignes.length;
    if (this.bilan.lignes > LIMITES.lignes) throw new CatalogueRefuse({ genre: 'trop_de_lignes' });
    const lues = lignes.map((rangee) => ({ rangee, codes: lireCodes(rangee.cellules, this.bilan.colonnes) }));
    await this.tables.preparer(lues.map(({ codes }) => codes));
    this.options.ecrire(lues.map(({ rangee, codes }) => this.traiterRangee(rangee, codes)).join(''));
  }

  finir(): Bilan {
    const { length: attendues } = this.entetes ?? [];
    if (this.nbTropLongues > 0)
      throw new CatalogueRefuse({
        ...{ genre: 'rangees_trop_longues', attendues, total: this.nbTropLongues },
        rangees: this.tropLongues,
      });
    if (this.bilan.lignes === 0) throw new CatalogueRefuse({ genre: 'sans_ligne' });
    this.bilan.octetsLus = this.tables.octets;
    return this.bilan;
  }

  /** Reads the header and recognises the columns; returns the other rows. */
  private ouvrir([premiere, ...suite]: readonly RangeeCsv[]): RangeeCsv[] {
    if (premiere === undefined) return [];
    const { cellules: entetes, brut } = premiere;
    const echantillon = suite.slice(0, ECHANTILLON).map(({ cellules }) => cellules);
    this.entetes = entetes;
    this.bilan.colonnes = reconnaitreColonnes(entetes, echantillon);
    if (this.bilan.colonnes.length === 0) throw new CatalogueRefuse({ genre: 'sans_colonne', entetes });
    const prefixe = choisirPrefixe(entetes);
    const noms = [...COLONNES_AJOUTEES, ...(this.bilan.donnees_fictives ? ['donnees_fictives'] : [])];
    const ajouts = noms.map((nom) => prefixe + nom);
    const ligne = completerRangee({ brut, cellules: entetes }, entetes.length, ajouts, this.bilan.format);
    this.options.ecrire(BOM + (ligne ?? ''));
    return suite;
  }

  private traiterRangee(rangee: RangeeCsv, codes: Codes): string {
    const { bilan, entetes = [] } = this;
    const jonction = joindre(codes, this.tables);
    compter(bilan.statuts, jonction.statut);
    if (jonction.absenceEtablissement !== '') compter(bilan.absencesEtablissement, jonction.absenceEtablissement);
    if (jonction.statut === 'code_inconnu') this.noterInconnu(rangee, codes, jonction);
    const ajouts = cellulesAjoutees(jonction, this.options.adresse);
    if (bilan.donnees_fictives) ajouts.push(true);
    const ligne = completerRangee(rangee, entetes.length, ajouts, bilan.format);
    if (ligne !== undefined) return ligne;
    this.nbTropLongues += 1;
    if (this.tropLongues.length < LISTES_MAX)
      this.tropLongues.push({ ligne: rangee.ligne, cellules: rangee.cellules.length });
    return '';
  }

  private noterInconnu({ ligne }: RangeeCsv, codes: Codes, { code }: Jonction): void {
    const texte = codes.formation[0]?.texte ?? code;
    if (/^\d[.,]?\d*E\+?\d+$/i.test(texte)) this.bilan.abimes += 1;
    if (this.bilan.inconnus.length < LISTES_MAX) this.bilan.inconnus.push({ texte, ligne });
  }
}

function compter(comptes: Record<string, number>, cle: string): void {
  comptes[cle] = (comptes[cle] ?? 0) + 1;
}
