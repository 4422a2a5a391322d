import type { Fiche, FicheEnsemble, RoleUai } from '../../domain/fiche.ts';
import { MESURES, type Mesure } from '../../domain/indicateurs.ts';
import { calculerParts, type Mesures } from '../../domain/parts.ts';
import type { Absence } from '../../domain/publication.ts';
import { withoutNulls } from './write.ts';

type MesuresRow = Partial<Record<Mesure, number | null>>;

/** A row of the mart `fiches_publiees`. */
export interface FicheRow extends MesuresRow {
  /** Code of the page: CFD, or SISE in higher education. */
  formation: string;
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
  donnee_type: 'self' | 'ancienne' | 'nouvelle';
  donnee_code: string;
  /** Code of the page of `donnee_code`. */
  donnee_formation: string | null;
  uai_type: RoleUai | null;
  uai_donnee: string | null;
  uai_donnee_type: RoleUai | null;
  uai_lieu_formation: string[] | null;
  uai_formateur: string[] | null;
  uai_gestionnaire: string[] | null;
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
    ...donneeSource(row),
    ...roles(row),
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

function donneeSource({ donnee_type: type, donnee_code }: FicheRow): Pick<Fiche, 'donnee_source'> {
  return type === 'self' ? {} : { donnee_source: { code_certification: donnee_code, type } };
}

function roles(row: FicheRow): Pick<Fiche, 'uai_type'> {
  const { uai_type, uai_donnee, uai_donnee_type, uai_lieu_formation, uai_formateur, uai_gestionnaire } = row;
  return withoutNulls({ uai_type, uai_donnee, uai_donnee_type, uai_lieu_formation, uai_formateur, uai_gestionnaire });
}

function partsOuAbsence(
  row: Mesures & Pick<FicheRow, 'source'>,
  masquage: Absence | null,
): Pick<Fiche, 'parts' | 'absence'> {
  const calcul = row.source === 'insersup' ? 'derive' : 'source';
  const result = masquage === null ? calculerParts(row, calcul) : { absence: masquage };
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
  const publiees: MesuresRow = {};
  for (const mesure of MESURES) {
    const value = row[mesure] ?? (caches.includes(mesure) ? null : undefined);
    if (value !== undefined) publiees[mesure] = value;
  }
  return publiees;
}

/** Rates of leavers that are hidden although the record shows its shares: each has its own reason. */
function absencesDesTaux(row: FicheRow): Pick<Fiche, 'absences'> {
  const caches = row.masquage === null ? champsCaches(row) : [];
  return caches.length === 0
    ? {}
    : { absences: Object.fromEntries(caches.map((champ) => [champ, 'sous_le_seuil' as const])) };
}
