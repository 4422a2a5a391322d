import type { Fiche, FicheEnsemble } from '../domain/fiche.ts';
import type { Absence } from '../domain/publication.ts';

/** One line of a table of shares. */
export interface LignePart {
  nom: string;
  /** The line goes on with what the line above names: its name is read aloud only. */
  suite?: boolean | undefined;
  href?: string | undefined;
  /** Completes the name of the link for those who hear it alone: « Bretagne, CAP Boulanger ». */
  contexte?: string | undefined;
  /** Small words after the name: town, track, scope. */
  precision?: string | undefined;
  fiche?: Fiche | FicheEnsemble | undefined;
  /** Why there is no record at all. */
  absence?: Absence | undefined;
}
