import { MESURES_DU_CONTRAT, type MesureDuContrat } from '../../../../src/domain/contrat.ts';
import type { LigneContrat } from '../../../../src/pipeline/outputs/contrat/lignes.ts';

const SANS_MESURE = Object.fromEntries(MESURES_DU_CONTRAT.map((mesure) => [mesure, null])) as Record<
  MesureDuContrat,
  null
>;

/** A made-up row of the mart `contrat_fiches`: a national record of 40 pupils, unless `champs` says otherwise. */
export function ligne(champs: Partial<LigneContrat> = {}): LigneContrat {
  return {
    ...SANS_MESURE,
    maille: 'nationale',
    millesime: '2023',
    code_certification: '24733115321',
    code_certification_type: 'mef11',
    code_formation_diplome: '40033115',
    filiere: 'pro',
    libelle: 'METIERS DU GOUT (BAC PRO)',
    libelle_ancien: null,
    diplome_code: '4',
    diplome_libelle: 'BAC PRO',
    date_fermeture: null,
    formation_fermee: false,
    famille_metier_code: null,
    famille_metier_libelle: null,
    famille_metier_est_annee_commune: null,
    certifications_terminales: null,
    donnee_source_code_certification: '24733115321',
    donnee_source_type: 'self',
    nb_annee_term: 40,
    region_code: null,
    region_nom: null,
    code_region_academique: null,
    academie_code: null,
    academie_nom: null,
    uai: null,
    libelle_etablissement: null,
    uai_type: null,
    uai_donnee: null,
    uai_donnee_type: null,
    uai_lieu_formation: null,
    uai_formateur: null,
    uai_gestionnaire: null,
    absence: null,
    champs_masques: [],
    est_annee_commune: false,
    est_defaut: true,
    rang: 1,
    ...champs,
  };
}

/** The same for a year that is not the last one: no figure, no source, final years. */
export function renvoi(code: string, terminales: string[], champs: Partial<LigneContrat> = {}): LigneContrat {
  return ligne({
    code_certification: code,
    certifications_terminales: terminales,
    donnee_source_code_certification: null,
    donnee_source_type: null,
    nb_annee_term: null,
    ...champs,
  });
}

/** The same in a school, with its region and academy. */
export function ligneEcole(champs: Partial<LigneContrat> = {}): LigneContrat {
  return ligne({
    maille: 'etablissement',
    millesime: '2022_2023',
    uai: '0359991V',
    region_code: '53',
    region_nom: 'Bretagne',
    academie_code: '14',
    academie_nom: 'Rennes',
    libelle_etablissement: 'Lycée des Vergers',
    ...champs,
  });
}
