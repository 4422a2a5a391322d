import type { Bilan, FauteDeCatalogue } from '../domain/catalogue/bilan.ts';
import type { FauteDeLecture } from '../lib/csv-lecture.ts';

/** What the page sends to its worker. */
export interface Demande {
  source: Blob;
  /** Address of the site without final slash. */
  adresse: string;
}

/** What the worker answers: how far it is, then one of the others. */
export type Reponse =
  | { genre: 'avance'; octets: number; lignes: number }
  | { genre: 'fini'; bilan: Bilan; enrichi: Blob }
  | { genre: 'illisible'; faute: FauteDeLecture; ligne: number | undefined }
  | { genre: 'refuse'; faute: FauteDeCatalogue }
  /** A file of the site did not come. */
  | { genre: 'reseau' }
  | { genre: 'panne' };
