-- grain: one row per (maille, millesime, region, uai, filiere, code_certification) of the contract: the one row type of its JSON, CSV and Parquet
-- In the order of the lists: three hundred of them are cut out of it, and none sorts again.
-- Columns in the order of API § 3, then what only the writing needs. A null figure is hidden when `champs_masques` names it, else unknown.
with derniers as (
  -- The default millésime of a level and track is the last one in the data (API § 9): one year in France, a pair in a region.
  select
    maille, filiere,
    arg_max(millesime, (right(millesime, 4), if(maille = 'regionale', 1, -1) * length(millesime))) as millesime,
  from contrat_lignes
  group by all
)

select
  lignes.maille,
  lignes.millesime,
  lignes.code_certification,
  certifications.code_certification_type,
  certifications.code_formation_diplome,
  lignes.filiere,
  certifications.libelle,
  certifications.libelle_ancien,
  certifications.diplome_code,
  certifications.diplome_libelle,
  certifications.date_fermeture,
  certifications.formation_fermee,
  certifications.famille_metier_code,
  certifications.famille_metier_libelle,
  certifications.famille_metier_est_annee_commune,
  lignes.terminales as certifications_terminales,
  lignes.donnee_code as donnee_source_code_certification,
  lignes.donnee_type as donnee_source_type,
  lignes.nb_annee_term, lignes.nb_sortant, lignes.nb_poursuite_etudes,
  lignes.nb_en_emploi_6_mois, lignes.nb_en_emploi_12_mois, lignes.nb_en_emploi_18_mois, lignes.nb_en_emploi_24_mois, lignes.nb_diplome,
  lignes.taux_en_emploi_6_mois, lignes.taux_en_emploi_12_mois, lignes.taux_en_emploi_18_mois, lignes.taux_en_emploi_24_mois,
  lignes.taux_en_formation,
  lignes.taux_autres_6_mois, lignes.taux_autres_12_mois, lignes.taux_autres_18_mois, lignes.taux_autres_24_mois,
  lignes.taux_rupture_contrats,
  lignes.salaire_12_mois_q1, lignes.salaire_12_mois_q2, lignes.salaire_12_mois_q3,
  regions.code as region_code,
  regions.nom as region_nom,
  if(lignes.maille = 'regionale', regions.code_region_academique, null) as code_region_academique,
  etablissements.academie as academie_code,
  etablissements.academie_nom,
  lignes.uai,
  -- No name of its own: our name for a school that no source names. No name either on a record that only points at final years (API § 3).
  if(lignes.a_une_fiche, nullif(etablissements.nom, 'Établissement ' || lignes.uai), null) as libelle_etablissement,
  -- A year before the last one is taught where its final year is (RULES § 15, phase 1: no apprenticeship among them).
  if(lignes.a_une_fiche or lignes.uai is null, lignes.uai_type, 'lieu_formation') as uai_type,
  if(lignes.a_une_fiche, lignes.uai_donnee, lignes.uai) as uai_donnee,
  if(lignes.a_une_fiche or lignes.uai is null, lignes.uai_donnee_type, 'lieu_formation') as uai_donnee_type,
  lignes.uai_lieu_formation,
  if(lignes.a_une_fiche or lignes.uai is null, lignes.uai_formateur, [lignes.uai]) as uai_formateur,
  if(lignes.a_une_fiche or lignes.uai is null, lignes.uai_gestionnaire, [lignes.uai]) as uai_gestionnaire,
  lignes.masquage as absence,
  lignes.champs_masques,
  lignes.est_annee_commune or coalesce(certifications.famille_metier_est_annee_commune, false) as est_annee_commune,
  -- In a school the default is the last year or the pair that ends with it (API § 2.1).
  case lignes.maille
    when 'etablissement'
      then right(lignes.millesime, 4) = right(derniers.millesime, 4)
      and (length(lignes.millesime) = 4 or left(lignes.millesime, 4)::integer + 1 = right(lignes.millesime, 4)::integer)
    else lignes.millesime = derniers.millesime
  end as est_defaut,
  -- One code in two tracks: the original returns either; here the one that shows figures, then in this order (API § 2.1).
  row_number() over (
    partition by lignes.maille, lignes.millesime, lignes.region, lignes.uai, lignes.code_certification
    order by lignes.a_des_chiffres desc, list_position(['apprentissage', 'pro', 'superieur', 'agricole'], lignes.filiere)
  )::integer as rang,
from contrat_lignes as lignes
inner join contrat_certifications as certifications using (code_certification)
inner join derniers on derniers.maille = lignes.maille and derniers.filiere = lignes.filiere
left join etablissements on etablissements.uai = lignes.uai
left join ref.regions as regions on regions.code = coalesce(lignes.region, etablissements.region_code)
order by lignes.maille, right(lignes.millesime, 4), lignes.millesime, regions.code, lignes.uai, lignes.code_certification, lignes.filiere
