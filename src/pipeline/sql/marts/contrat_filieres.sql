-- grain: one row per (maille, millesime, region, CFD, filiere): the filières aggregate with its rates (RULES § 4.3) and its certification
-- Without cohort, or with none, there are no rates: the TypeScript leaves the keys out. Deviation of RULES § 22: others are null when the employment
-- count or the continuers are missing (or hidden); they are null too when both sums are 0.
with taux as (
  select
    *,
    pct(nb_en_emploi_6_mois, nb_annee_term) as taux_en_emploi_6_mois,
    pct(nb_en_emploi_12_mois, nb_annee_term) as taux_en_emploi_12_mois,
    pct(nb_en_emploi_18_mois, nb_annee_term) as taux_en_emploi_18_mois,
    pct(nb_en_emploi_24_mois, nb_annee_term) as taux_en_emploi_24_mois,
    pct(nb_poursuite_etudes, nb_annee_term) as taux_en_formation,
  from contrat_agregats
),

-- One closing date, or none is told (API § 5).
dates as (
  select maille, millesime, region_code, code_formation_diplome, filiere, min(date_fermeture) as date_fermeture
  from contrat_fiches
  where maille <> 'etablissement'
  group by maille, millesime, region_code, code_formation_diplome, filiere
  having count(distinct date_fermeture) = 1
)

select
  taux.*,
  -- greatest() ignores nulls, hence the tests; a sum that is not null is 0 or more.
  case when nb_en_emploi_6_mois + nb_poursuite_etudes > 0 and taux_en_emploi_6_mois + taux_en_formation is not null then greatest(0, 100 - (taux_en_emploi_6_mois + taux_en_formation)) end as taux_autres_6_mois,
  case when nb_en_emploi_12_mois + nb_poursuite_etudes > 0 and taux_en_emploi_12_mois + taux_en_formation is not null then greatest(0, 100 - (taux_en_emploi_12_mois + taux_en_formation)) end as taux_autres_12_mois,
  case when nb_en_emploi_18_mois + nb_poursuite_etudes > 0 and taux_en_emploi_18_mois + taux_en_formation is not null then greatest(0, 100 - (taux_en_emploi_18_mois + taux_en_formation)) end as taux_autres_18_mois,
  case when nb_en_emploi_24_mois + nb_poursuite_etudes > 0 and taux_en_emploi_24_mois + taux_en_formation is not null then greatest(0, 100 - (taux_en_emploi_24_mois + taux_en_formation)) end as taux_autres_24_mois,
  certifications.libelle,
  certifications.libelle_ancien,
  certifications.diplome_code,
  certifications.diplome_libelle,
  dates.date_fermeture,
  coalesce(left(dates.date_fermeture, 10)::date < $today::date, false) as formation_fermee,
  regions.nom as region_nom,
  regions.code_region_academique,
from taux
inner join contrat_certifications as certifications on certifications.code_certification = taux.code_formation_diplome
left join dates
  on dates.maille = taux.maille
  and dates.millesime = taux.millesime
  and dates.region_code is not distinct from taux.region_code
  and dates.code_formation_diplome = taux.code_formation_diplome
  and dates.filiere = taux.filiere
left join ref.regions as regions on regions.code = taux.region_code
