import type { Lien } from '../../domain/formation.ts';
import { findNomAncien, type Maillon } from '../../domain/lignee.ts';
import type { Database } from '../database.ts';
import type { Contexte } from './contexte.ts';
import { loadDictionnaire, titreOfficiel } from './identites.ts';

/** The lines of succession, by CFD. */
export interface Lignee {
  /** Diplomas that this one replaces. */
  anciens: Map<string, Lien[]>;
  /** Diplomas that replace it. */
  nouveaux: Map<string, Lien[]>;
  /** Previous names (RULES § 9), as people write them. */
  libellesAnciens: Map<string, string>;
}

interface LienRow {
  ancien: string;
  nouveau: string;
  libelle_ancien: string | null;
  libelle_nouveau: string | null;
  rang_chez_ancien: number | null;
  rang_chez_nouveau: number | null;
}

/** Direct links of succession, the diploma's own list first (RULES § 10), with the page of the other diploma when it has one. */
export async function loadLignee(db: Database, identites: Contexte['identites']): Promise<Lignee> {
  const dictionnaire = await loadDictionnaire(db);
  const rows = await db.all<LienRow>(
    `select
       ancien, nouveau, rang_chez_ancien, rang_chez_nouveau,
       anciens.libelle as libelle_ancien, nouveaux.libelle as libelle_nouveau
     from stg_bcn__liens_diplomes as liens
     left join int_certifications as anciens on anciens.code_certification = liens.ancien
     left join int_certifications as nouveaux on nouveaux.code_certification = liens.nouveau
     order by liens.ancien, liens.nouveau`,
  );
  const toLien = (code: string, officiel: string | null): Lien => {
    const identite = identites.get(code);
    if (identite) return { code, libelle: identite.titre, slug: identite.slug };
    return { code, libelle: officiel === null ? code : titreOfficiel(code, officiel, dictionnaire) };
  };
  const last = Number.MAX_SAFE_INTEGER;
  const anciens = [...rows].sort((left, right) => (left.rang_chez_nouveau ?? last) - (right.rang_chez_nouveau ?? last));
  const nouveaux = [...rows].sort((left, right) => (left.rang_chez_ancien ?? last) - (right.rang_chez_ancien ?? last));
  const collect = (
    sorted: LienRow[],
    key: 'ancien' | 'nouveau',
    toOther: (row: LienRow) => Lien,
  ): Map<string, Lien[]> =>
    new Map([...Map.groupBy(sorted, (row) => row[key])].map(([cfd, group]) => [cfd, group.map(toOther)]));
  const find = await loadMaillons(db);
  const noms = [...identites.values()].flatMap(({ code, titre }) => {
    const ancien = findNomAncien(code, find);
    const nom = ancien && titreOfficiel(ancien.code, ancien.libelle, dictionnaire);
    // Two official spellings of one name are no change for a reader.
    return nom === undefined || nom === titre ? [] : [[code, nom] as const];
  });
  return {
    libellesAnciens: new Map(noms),
    anciens: collect(anciens, 'nouveau', ({ ancien, libelle_ancien }) => toLien(ancien, libelle_ancien)),
    nouveaux: collect(nouveaux, 'ancien', ({ nouveau, libelle_nouveau }) => toLien(nouveau, libelle_nouveau)),
  };
}

/** The official label and the ancestors of any CFD (RULES § 9). */
export async function loadMaillons(db: Database): Promise<(cfd: string) => Maillon | undefined> {
  const rows = await db.all<{ cfd: string; libelle: string; anciens: string[] }>(
    `select code_certification as cfd, libelle, coalesce(anciens, []) as anciens
     from int_certifications
     left join (
       select nouveau, list(ancien order by rang_chez_nouveau nulls last, ancien) as anciens from stg_bcn__liens_diplomes group by nouveau
     ) on nouveau = code_certification
     where code_certification_type = 'cfd' and libelle is not null`,
  );
  const maillons = new Map<string, Maillon>(rows.map(({ cfd, libelle, anciens }) => [cfd, { libelle, anciens }]));
  return (cfd) => maillons.get(cfd);
}
