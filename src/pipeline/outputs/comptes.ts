import { ajouter, compteVide, type Couverture } from '../../domain/couverture.ts';
import type { Rapport } from '../../domain/edition.ts';
import type { Fiche, FicheEnsemble } from '../../domain/fiche.ts';
import type { Formation } from '../../domain/formation.ts';
import { CodesMontres } from './couverture-continuum.ts';
import { entryOf, sortedValues } from './couverture.ts';

interface Groupe {
  maille: string;
  filiere: string;
  millesime: string;
}

/** Counts the records as they are written, for the report: how many show the shares, how many do not and why. */
export class Comptes {
  readonly #fiches = new Map<string, Rapport['fiches'][number]>();
  readonly #parType = new Map<string, Couverture['fiches'][number]>();
  /** Which codes show the shares. */
  readonly codes = new CodesMontres();

  /** One record of a formation of this diploma type. */
  add(fiche: Fiche, { slug: type, libelle }: Formation['type']): void {
    const { maille, filiere, millesime, absence, donnee_source } = fiche;
    this.#compter({ maille, filiere, millesime }, absence, donnee_source !== undefined);
    this.codes.add(fiche);
    const cle = { type, libelle, filiere, maille, millesime };
    ajouter(
      entryOf(this.#parType, Object.values(cle).join(' '), () => ({ ...cle, ...compteVide() })),
      absence,
    );
  }

  /** One record of a whole school. */
  addEnsemble({ perimetre, millesime, absence }: FicheEnsemble): void {
    this.#compter({ maille: 'etablissement', filiere: `ensemble (${perimetre})`, millesime }, absence, false);
  }

  #compter(groupe: Groupe, absence: string | undefined, estUneCopie: boolean): void {
    const cle = `${groupe.maille} ${groupe.filiere} ${groupe.millesime}`;
    const entry = entryOf(this.#fiches, cle, (): Rapport['fiches'][number] => ({
      ...groupe,
      ...{ lues: 0, publiees: 0, continuum: 0, continuum_publiees: 0, absences: {} },
    }));
    entry.lues += 1;
    if (estUneCopie) entry.continuum += 1;
    if (estUneCopie && absence === undefined) entry.continuum_publiees += 1;
    if (absence === undefined) entry.publiees += 1;
    else entry.absences[absence] = (entry.absences[absence] ?? 0) + 1;
  }

  /** By maille, track and millésime. */
  get fiches(): Rapport['fiches'] {
    return sortedValues(this.#fiches);
  }

  /** By diploma type too, without whole schools. */
  get parType(): Couverture['fiches'] {
    return sortedValues(this.#parType);
  }
}
