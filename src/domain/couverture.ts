import { z } from 'zod';

import { FILIERES, filiereSchema, MAILLES, mailleSchema, type Fiche, type Filiere, type Maille } from './fiche.ts';
import type { Formation } from './formation.ts';
import type { Absence } from './publication.ts';
import { selectDerniere } from './selection.ts';

const effectif = z.int().nonnegative();
/** Pages or records by reason of absence. */
const absencesShape = z.record(z.string(), z.int().positive());

/** How many pages (or records) there are, how many show a figure, and why the others do not. */
const compteShape = { total: effectif, avec_chiffres: effectif, absences: absencesShape };
export const compteSchema = z.strictObject(compteShape);
export type Compte = z.infer<typeof compteSchema>;

const typeShape = { type: z.string(), libelle: z.string() };

/** `rapport.json`, `couverture`: pages first, then records, by diploma type, track, maille and millésime. */
export const couvertureSchema = z.strictObject({
  /** Pages of formations by diploma type. */
  formations: z.array(z.strictObject({ ...typeShape, ...compteShape })),
  /** Pages that have a record in the track, and at each maille of it: a page of two tracks counts in both. */
  voies: z.array(
    z.strictObject({
      ...typeShape,
      filiere: filiereSchema,
      ...compteShape,
      mailles: z.partialRecord(mailleSchema, compteSchema),
    }),
  ),
  /** Records, as in `fiches`, by diploma type too. */
  fiches: z.array(
    z.strictObject({
      ...typeShape,
      filiere: filiereSchema,
      maille: mailleSchema,
      millesime: z.string(),
      ...compteShape,
    }),
  ),
  /** Pages of schools by nature. */
  etablissements: z.array(z.strictObject({ nature: z.string(), ...compteShape })),
});
export type Couverture = z.infer<typeof couvertureSchema>;

/** What one page shows in one track: at each maille where it has a record, null when one shows the shares, else why none does. */
export interface CouvertureDeVoie {
  filiere: Filiere;
  mailles: Partial<Record<Maille, Absence | null>>;
}

/** Coverage of a page, by track. Of the records of a maille, the one that a reader would see first speaks (`selectDerniere`). */
export function couvertureParVoie({
  voies,
  etablissements,
}: Pick<Formation, 'voies' | 'etablissements'>): CouvertureDeVoie[] {
  const fiches = [...voies.flatMap((voie) => voie.fiches), ...etablissements.map(({ fiche }) => fiche)];
  return FILIERES.flatMap((filiere) => {
    const own = fiches.filter((fiche) => fiche.filiere === filiere);
    const mailles = MAILLES.flatMap((maille) => {
      const seen = selectDerniere(own.filter((fiche) => fiche.maille === maille));
      return seen === undefined ? [] : [[maille, motif(seen)] as const];
    });
    return mailles.length === 0 ? [] : [{ filiere, mailles: Object.fromEntries(mailles) }];
  });
}

/** Why a track of a page shows no figure at all: the widest reason stands, as on the page (`selectCarte`); null when it shows one. */
export function motifDeVoie({ mailles }: CouvertureDeVoie): Absence | null {
  const motifs = MAILLES.flatMap((maille) => mailles[maille] ?? (maille in mailles ? [null] : []));
  return motifs.includes(null) ? null : (motifs[0] ?? null);
}

function motif({ parts, absence }: Pick<Fiche, 'parts' | 'absence'>): Absence | null {
  return parts === null ? (absence ?? null) : null;
}

/** Adds one page or record to a count. */
export function ajouter(compte: Compte, absence: string | null | undefined): void {
  compte.total += 1;
  if (absence == null) compte.avec_chiffres += 1;
  else compte.absences[absence] = (compte.absences[absence] ?? 0) + 1;
}

export const compteVide = (): Compte => ({ total: 0, avec_chiffres: 0, absences: {} });

/** How many pages show a figure, or none and why: the same cause for both kinds of pages. */
export interface CompteParCause {
  /** `null`: the page shows a figure. */
  cause: string | null;
  formations: number;
  etablissements: number;
}

/** Coverage by cause: pages with a figure first, then each reason, most frequent first. The rows of a column add up to all the pages. */
export function couvertureParCause({
  formations,
  etablissements,
}: Pick<Couverture, 'formations' | 'etablissements'>): CompteParCause[] {
  const rows = new Map<string, CompteParCause>();
  const avec: CompteParCause = { cause: null, formations: 0, etablissements: 0 };
  const add = (genre: 'formations' | 'etablissements', comptes: readonly Compte[]): void => {
    for (const { avec_chiffres, absences } of comptes) {
      avec[genre] += avec_chiffres;
      for (const [cause, nombre] of Object.entries(absences)) {
        const row = rows.get(cause) ?? { cause, formations: 0, etablissements: 0 };
        row[genre] += nombre;
        rows.set(cause, row);
      }
    }
  };
  add('formations', formations);
  add('etablissements', etablissements);
  const size = (row: CompteParCause): number => row.formations + row.etablissements;
  return [avec, ...[...rows.values()].sort((left, right) => size(right) - size(left))];
}
