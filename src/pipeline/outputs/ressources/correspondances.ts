import type { Absence } from '../../../domain/publication.ts';
import type { LigneDeCorrespondance } from '../../../domain/telechargements/jeux-d-identite.ts';
import type { Contexte } from '../contexte.ts';
import { loadDictionnaire, titreOfficiel } from '../identites.ts';

/** A row of the mart `correspondances`. */
interface CorrespondanceRow {
  code: string;
  type: LigneDeCorrespondance['type'];
  formation: string;
  est_active: boolean | null;
  /** Official label of the formation. */
  libelle: string | null;
  terminales: string[];
  absence: Absence;
}

/** One formation that a code names. */
export interface Designation {
  type: LigneDeCorrespondance['type'];
  formation: string;
  titre: string | undefined;
  fiche_active: boolean | undefined;
  terminales: string[];
  /** Why there is no figure, when the formation has no page. */
  absence: Absence;
}

/** Every official code of the reference tables, with the formations that it names; codes and formations in their order. */
export type Correspondances = ReadonlyMap<string, readonly Designation[]>;

export async function loadCorrespondances({ db, identites }: Contexte): Promise<Correspondances> {
  const dictionnaire = await loadDictionnaire(db);
  const rows = await db.all<CorrespondanceRow>('select * from correspondances order by code, type, formation');
  const designations = rows.map(({ code, type, formation, est_active, libelle, terminales, absence }) => {
    const officiel = libelle === null ? undefined : titreOfficiel(formation, libelle, dictionnaire);
    const titre = identites.get(formation)?.titre ?? officiel;
    return [code, { type, formation, titre, fiche_active: est_active ?? undefined, terminales, absence }] as const;
  });
  const groups = Map.groupBy(designations, ([code]) => code);
  return new Map([...groups].map(([code, group]) => [code, group.map(([, designation]) => designation)]));
}

/** The rows of the data set; a formation that has no page says why too. */
export function* toLignesDeCorrespondance(
  { identites, resumes }: Contexte,
  correspondances: Correspondances,
): Generator<LigneDeCorrespondance & { absence?: Absence | undefined }> {
  for (const [code, designations] of correspondances) {
    for (const designation of designations) {
      const identite = identites.get(designation.formation);
      const absence = identite === undefined ? designation.absence : resumes.get(designation.formation)?.absence;
      yield { code, ...designation, slug: identite?.slug, absence };
    }
  }
}
