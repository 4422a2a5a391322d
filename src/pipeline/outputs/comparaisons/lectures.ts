import type { Fiche } from '../../../domain/fiche.ts';
import type { Lecture, Proche } from '../../../domain/lecture.ts';
import { toLecture } from '../../../domain/lectures.ts';
import { dernieresMontrees } from '../../../domain/selection.ts';
import type { Database } from '../../database.ts';
import { followGroups, type Contexte } from '../contexte.ts';
import type { Identite } from '../identites.ts';
import { withoutNulls } from '../write.ts';
import { Repartitions } from './repartitions.ts';

/** What tells a record of a formation from the others. */
interface Cle {
  code_certification: string;
  filiere: Fiche['filiere'];
  maille: Fiche['maille'];
  region?: string | null | undefined;
  millesime: string;
}

/** A row of the mart `proches`. */
interface ProcheRow extends Cle {
  formation: string;
  rapport: Proche['rapport'];
  proche_formation: string;
  proche_code_certification: string;
  proche_part_emploi: number;
  proche_part_formation: number;
  proche_part_autre: number;
  proche_nb_annee_term: number | null;
}

const cleDe = ({ code_certification, filiere, maille, region, millesime }: Cle): string =>
  `${code_certification} ${filiere} ${maille} ${region ?? ''} ${millesime}`;

/** How to read the records of one track. */
export type Lire = (fiches: readonly Fiche[]) => Lecture[];

/** Gives how to read the records of each formation; formations are asked in the order of their codes. */
export async function loadLectures({ db, identites }: Contexte): Promise<(identite: Identite) => Promise<Lire>> {
  const repartitions = await Repartitions.load(db);
  const copies = await loadCopies(db);
  const prochesDe = followGroups(
    db.stream<ProcheRow>(
      'select * from proches order by formation, code_certification, filiere, maille, region, millesime, rang',
    ),
    ({ formation }) => formation,
  );
  return async ({ code, titre, type }) => {
    const proches = Map.groupBy(await prochesDe(code), cleDe);
    const isCompared = (fiche: Fiche): boolean =>
      fiche.donnee_source === undefined || copies.has(`${code} ${cleDe(fiche)}`);
    return (fiches) =>
      dernieresMontrees(fiches).map((fiche) =>
        toLecture(fiche, titre, {
          repartition: isCompared(fiche) ? repartitions.pour(type.slug, fiche) : undefined,
          proches: (proches.get(cleDe(fiche)) ?? []).map((row) => toProche(row, identites)),
        }),
      );
  };
}

/** The copies whose cohort is among those that their page is compared with (mart `copies_comparees`). */
async function loadCopies(db: Database): Promise<Set<string>> {
  const rows = await db.all<Cle & { formation: string }>('select * from copies_comparees order by all');
  return new Set(rows.map((row) => `${row.formation} ${cleDe(row)}`));
}

function toProche(row: ProcheRow, identites: Contexte['identites']): Proche {
  const identite = identites.get(row.proche_formation);
  if (identite === undefined) throw new Error(`a close course without a page: ${row.proche_formation}`);
  return {
    code: row.proche_formation,
    code_certification: row.proche_code_certification,
    libelle: identite.titre,
    slug: identite.slug,
    rapport: row.rapport,
    emploi: row.proche_part_emploi,
    formation: row.proche_part_formation,
    autre: row.proche_part_autre,
    ...withoutNulls({ nb_annee_term: row.proche_nb_annee_term }),
  };
}
