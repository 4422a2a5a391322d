import type { Fiche, FicheEnsemble } from '../../domain/fiche.ts';
import { MESURES, type Mesure } from '../../domain/indicateurs.ts';
import { calculerParts, type Mesures } from '../../domain/parts.ts';
import type { Absence } from '../../domain/publication.ts';

type MesuresRow = Partial<Record<Mesure, number | null>>;

/** A row of the mart `fiches_publiees`. */
export interface FicheRow extends MesuresRow {
  cfd: string;
  code_certification: string;
  code_certification_type: Fiche['code_certification_type'];
  duree_dispositif: number | null;
  maille: Fiche['maille'];
  millesime: string;
  region: string | null;
  uai: string | null;
  filiere: Fiche['filiere'];
  source: Fiche['source'];
  nb_regions: number | null;
  nb_annee_term: number | null;
  champs: string[];
  masquage: Absence | null;
  a_peu_de_sortants: boolean;
}

/** A row of the mart `ensembles_publies`. */
export interface EnsembleRow extends MesuresRow {
  uai: string;
  perimetre: FicheEnsemble['perimetre'];
  millesime: string;
  source: Fiche['source'];
}

/** The published record of a mart row: shares or their absence, known figures as numbers, hidden ones as null with their reason. */
export function toFiche(row: FicheRow): Fiche {
  const { code_certification, code_certification_type, filiere, maille, region, nb_regions, uai, millesime, source } =
    row;
  return {
    code_certification,
    code_certification_type,
    filiere,
    ...(row.duree_dispositif === null || row.duree_dispositif < 1 ? {} : { duree_ans: row.duree_dispositif }),
    maille,
    ...(region === null ? {} : { region }),
    ...(nb_regions === null ? {} : { nb_regions }),
    ...(uai === null ? {} : { uai }),
    millesime,
    source,
    ...(row.nb_annee_term === null ? {} : { nb_annee_term: row.nb_annee_term }),
    ...partsOuAbsence(row, row.masquage),
    ...mesuresPubliees(row, champsCaches(row)),
    ...absencesDesTaux(row),
  };
}

/** The same for a whole school: its sources hide figures themselves, by leaving the cell empty. */
export function toFicheEnsemble(row: EnsembleRow): FicheEnsemble {
  const { perimetre, uai, millesime, source } = row;
  return {
    perimetre,
    maille: 'etablissement',
    uai,
    millesime,
    source,
    ...partsOuAbsence(row, null),
    ...mesuresPubliees(row, []),
  };
}

function partsOuAbsence(row: Mesures, masquage: Absence | null): Pick<Fiche, 'parts' | 'absence'> {
  const result = masquage === null ? calculerParts(row) : { absence: masquage };
  return 'parts' in result ? result : { parts: null, absence: result.absence };
}

/** The figures that are hidden in this record: all those of its kind, or the rates of leavers when the leavers are too few. */
function champsCaches({ champs, masquage, a_peu_de_sortants }: FicheRow): Mesure[] {
  if (masquage === null && !a_peu_de_sortants) return [];
  const held = MESURES.filter((mesure) => champs.includes(mesure));
  return masquage === null ? held.filter((mesure) => mesure.startsWith('taux_emploi_')) : held;
}

/** Known figures as numbers, hidden ones as null. */
function mesuresPubliees(row: MesuresRow, caches: readonly Mesure[]): MesuresRow {
  const entries = MESURES.map(
    (mesure) => [mesure, row[mesure] ?? (caches.includes(mesure) ? null : undefined)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Rates of leavers that are hidden although the record shows its shares: each has its own reason. */
function absencesDesTaux(row: FicheRow): Pick<Fiche, 'absences'> {
  const caches = row.masquage === null ? champsCaches(row) : [];
  return caches.length === 0
    ? {}
    : { absences: Object.fromEntries(caches.map((champ) => [champ, 'sous_le_seuil' as const])) };
}
