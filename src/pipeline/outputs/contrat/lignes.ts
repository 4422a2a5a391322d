import {
  MESURES_DU_CONTRAT,
  type FicheContrat,
  type MailleDuContrat,
  type MesureDuContrat,
} from '../../../domain/contrat.ts';
import { detailsDeFiche, messagesDeFiche, titreDeFiche } from '../../../domain/contrat-textes.ts';
import type { Filiere, RoleUai } from '../../../domain/fiche.ts';
import type { Absence } from '../../../domain/publication.ts';
import { withoutNulls } from '../write.ts';

/** A row of the mart `contrat_fiches`: one record of the contract, whatever the format (API § 3). */
export interface LigneContrat extends Record<MesureDuContrat, number | null> {
  maille: MailleDuContrat;
  millesime: string;
  code_certification: string;
  code_certification_type: FicheContrat['code_certification_type'];
  code_formation_diplome: string | null;
  filiere: Filiere;
  libelle: string;
  libelle_ancien: string | null;
  diplome_code: string;
  diplome_libelle: string;
  date_fermeture: string | null;
  formation_fermee: boolean;
  famille_metier_code: string | null;
  famille_metier_libelle: string | null;
  famille_metier_est_annee_commune: boolean | null;
  certifications_terminales: string[] | null;
  donnee_source_code_certification: string | null;
  donnee_source_type: 'self' | 'ancienne' | 'nouvelle' | null;
  nb_annee_term: number | null;
  region_code: string | null;
  region_nom: string | null;
  code_region_academique: string | null;
  academie_code: string | null;
  academie_nom: string | null;
  uai: string | null;
  libelle_etablissement: string | null;
  uai_type: RoleUai | null;
  uai_donnee: string | null;
  uai_donnee_type: RoleUai | null;
  uai_lieu_formation: string[] | null;
  uai_formateur: string[] | null;
  uai_gestionnaire: string[] | null;
  /** Why the figures are hidden. */
  absence: Absence | null;
  /** The figures that are null because they are hidden; any other null is unknown. */
  champs_masques: string[];
  est_annee_commune: boolean;
  est_defaut: boolean;
  rang: number;
}

/** The record without `_meta`, its keys in the order of API § 3: unknown = absent, hidden = null. */
function toChamps(ligne: LigneContrat): FicheContrat {
  return {
    millesime: ligne.millesime,
    code_certification: ligne.code_certification,
    code_certification_type: ligne.code_certification_type,
    ...withoutNulls({ code_formation_diplome: ligne.code_formation_diplome }),
    filiere: ligne.filiere,
    libelle: ligne.libelle,
    ...withoutNulls({ libelle_ancien: ligne.libelle_ancien }),
    diplome: { code: ligne.diplome_code, libelle: ligne.diplome_libelle },
    ...withoutNulls({ date_fermeture: ligne.date_fermeture }),
    formation_fermee: ligne.formation_fermee,
    ...famille(ligne),
    ...terminales(ligne),
    ...source(ligne),
    ...withoutNulls({ nb_annee_term: ligne.nb_annee_term }),
    ...mesures(ligne),
    ...lieu(ligne),
  };
}

function famille(ligne: LigneContrat): Pick<FicheContrat, 'familleMetier'> {
  const { famille_metier_code: code, famille_metier_libelle: libelle } = ligne;
  if (code === null || libelle === null) return {};
  return { familleMetier: { code, libelle, isAnneeCommune: ligne.famille_metier_est_annee_commune === true } };
}

function terminales({
  certifications_terminales: codes,
}: LigneContrat): Pick<FicheContrat, 'certificationsTerminales'> {
  return codes === null
    ? {}
    : { certificationsTerminales: codes.map((code_certification) => ({ code_certification })) };
}

function source(ligne: LigneContrat): Pick<FicheContrat, 'donnee_source'> {
  const { donnee_source_code_certification: code_certification, donnee_source_type: type } = ligne;
  return code_certification === null || type === null ? {} : { donnee_source: { code_certification, type } };
}

function mesures(ligne: LigneContrat): Partial<Record<MesureDuContrat, number | null>> {
  const champs: Partial<Record<MesureDuContrat, number | null>> = {};
  for (const mesure of MESURES_DU_CONTRAT) {
    const value = ligne[mesure];
    if (value !== null || ligne.champs_masques.includes(mesure)) champs[mesure] = value;
  }
  return champs;
}

function lieu(ligne: LigneContrat): Partial<FicheContrat> {
  const { region_code, region_nom, code_region_academique, academie_code, academie_nom } = ligne;
  const { uai, libelle_etablissement, uai_type, uai_donnee, uai_donnee_type } = ligne;
  const { uai_lieu_formation, uai_formateur, uai_gestionnaire } = ligne;
  return {
    ...(region_code === null || region_nom === null
      ? {}
      : { region: { code: region_code, nom: region_nom, ...withoutNulls({ code_region_academique }) } }),
    ...(academie_code === null || academie_nom === null
      ? {}
      : { academie: { code: academie_code, nom: academie_nom } }),
    ...withoutNulls({ uai, libelle_etablissement, uai_type, uai_donnee, uai_donnee_type }),
    ...withoutNulls({ uai_lieu_formation, uai_formateur, uai_gestionnaire }),
  };
}

const messages = ({ absence, uai_type, uai_donnee_type }: LigneContrat): Pick<Meta, 'messages'> => {
  const texts = messagesDeFiche(absence, uai_type, uai_donnee_type);
  return texts.length === 0 ? {} : { messages: texts };
};
type Meta = NonNullable<FicheContrat['_meta']>;

/** The record as a record route answers it: title, details and messages (API § 3). Final years are still codes: see `Lieu`. */
export function toFicheContrat(ligne: LigneContrat): FicheContrat {
  const fiche = toChamps(ligne);
  return { ...fiche, _meta: { titre: titreDeFiche(fiche), details: detailsDeFiche(fiche), ...messages(ligne) } };
}

/** The record as a list shows it: `_meta` only when there is a message (API § 3). */
export function toElementDeListe(ligne: LigneContrat): FicheContrat {
  const meta = messages(ligne);
  return meta.messages === undefined ? toChamps(ligne) : { ...toChamps(ligne), _meta: meta };
}
