import type { FicheContrat, MailleDuContrat } from '../../../domain/contrat.ts';
import { compareMillesimes, derniereAnnee, millesimeEquivalent } from '../../../domain/millesime.ts';
import { toFicheContrat, type LigneContrat } from './lignes.ts';

/** The default millésime of each level and track, by `cleDeDefaut` (API § 9); the last year in schools (API § 2.1). */
export type Defauts = ReadonlyMap<string, string>;
export const cleDeDefaut = ({ maille, filiere }: Pick<LigneContrat, 'maille' | 'filiere'>): string =>
  `${maille} ${filiere}`;

/** A record, or the class of the error that the original answers (API § 6). */
export type Reponse = { fiche: FicheContrat } | { erreur: string };

/** No record of the code at all in the place (API § 6); a reference table knows it, since a record points at it. */
const SANS_FICHE: Record<MailleDuContrat, string> = {
  nationale: 'ErrorCertificationNotFound',
  regionale: 'ErrorRegionaleNotFound',
  etablissement: 'ErrorFormationNotFound',
};

const compareCodes = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** All the records of France, of one region or of one school, and what the record route answers for each code and millésime (API § 2.1). */
export class Lieu {
  readonly lignes: readonly LigneContrat[];
  readonly #parCode: ReadonlyMap<string, readonly LigneContrat[]>;
  readonly #maille: MailleDuContrat;
  readonly #defauts: Defauts;

  constructor(maille: MailleDuContrat, lignes: readonly LigneContrat[], defauts: Defauts) {
    this.lignes = lignes;
    this.#parCode = Map.groupBy(lignes, ({ code_certification }) => code_certification);
    this.#maille = maille;
    this.#defauts = defauts;
  }

  get codes(): string[] {
    return [...this.#parCode.keys()].sort(compareCodes);
  }

  /** Millésimes that can be asked for a code, newest first: those of its records; in schools both spellings of each. */
  millesimes(code: string): string[] {
    const stored = (this.#parCode.get(code) ?? []).map(({ millesime }) => millesime);
    const asked = stored.flatMap((millesime) => this.#graphies(millesime));
    return [...new Set(asked)].sort(compareMillesimes);
  }

  /**
   * The millésime that is looked for when none is asked: the default of the track of the code. A code of two tracks whose defaults differ takes the newest
   * that it has. When it has none, the route answers 404 and no `{code}.json` is written.
   */
  defaut(code: string): string {
    const lignes = this.#parCode.get(code) ?? [];
    const presents = lignes.filter(({ est_defaut }) => est_defaut);
    const candidats = (presents.length > 0 ? presents : lignes).map((ligne) => this.#defauts.get(cleDeDefaut(ligne)));
    const [newest] = candidats.filter((millesime) => millesime !== undefined).sort(compareMillesimes);
    if (newest === undefined) throw new Error(`no default millesime for ${code}`);
    return newest;
  }

  /** What the record route answers. `vus`: the codes that led here, so that records that point at each other end. */
  repondre(code: string, millesime: string, vus: readonly string[] = []): Reponse {
    const ligne = vus.includes(code) ? undefined : this.#trouver(code, millesime);
    if (ligne === undefined)
      return { erreur: this.#parCode.has(code) ? 'ErrorNoDataForMillesime' : SANS_FICHE[this.#maille] };
    const terminales = ligne.certifications_terminales ?? [];
    const [seule] = terminales;
    if (seule === undefined) return { fiche: toFicheContrat(ligne) };
    // Exactly one final year, and not a common year: the answer is the final year's own.
    if (terminales.length === 1 && !ligne.est_annee_commune) return this.repondre(seule, millesime, [...vus, code]);
    const certificationsTerminales = terminales
      .map((terminale) => this.#terminale(terminale, millesime, [...vus, code]))
      .sort((left, right) => compareCodes(cleDeTri(left), cleDeTri(right)));
    return { fiche: withTerminales(toFicheContrat(ligne), certificationsTerminales) };
  }

  #terminale(code: string, millesime: string, vus: readonly string[]): Terminale {
    const reponse = this.repondre(code, millesime, vus);
    if ('fiche' in reponse) return reponse.fiche;
    return { error: reponse.erreur, millesimes: millesime.split('_'), code_certification: code };
  }

  /** In schools either spelling finds either record, single year first; elsewhere the very millésime (API § 2.1). */
  #trouver(code: string, millesime: string): LigneContrat | undefined {
    const graphies = this.#graphies(millesime);
    return (this.#parCode.get(code) ?? [])
      .filter((ligne) => graphies.includes(ligne.millesime))
      .sort((left, right) => compareMillesimes(left.millesime, right.millesime) || left.rang - right.rang)[0];
  }

  #graphies(millesime: string): string[] {
    const equivalent = this.#maille === 'etablissement' ? millesimeEquivalent(millesime) : undefined;
    return equivalent === undefined ? [millesime] : [millesime, equivalent];
  }
}

type Terminale = NonNullable<FicheContrat['certificationsTerminales']>[number];

/** By label, then by code; the final years that could not be resolved have no label and come last. */
function cleDeTri(terminale: Terminale): string {
  const libelle = 'libelle' in terminale ? terminale.libelle : '\uffff';
  return `${libelle}\u0000${terminale.code_certification}`;
}

/** The same record, its keys in the same order. */
function withTerminales(fiche: FicheContrat, certificationsTerminales: Terminale[]): FicheContrat {
  return Object.fromEntries(
    Object.entries(fiche).map(([key, value]) => [
      key,
      key === 'certificationsTerminales' ? certificationsTerminales : value,
    ]),
  ) as FicheContrat;
}

/** The default that is asked: in schools the single year, from either spelling (API § 2.1). */
export function defautDemande({ maille, millesime }: Pick<LigneContrat, 'maille' | 'millesime'>): string {
  return maille === 'etablissement' ? String(derniereAnnee(millesime)) : millesime;
}
