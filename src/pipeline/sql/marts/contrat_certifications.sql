-- grain: one row per code of the reference tables: what every record of the contract says of its certification (API § 3, RULES § 1)
-- Dates are instants, midnight UTC (RULES § 8). A MEF has its own dates and takes the label and session years of its CFD (RULES §§ 9, 11).
-- The previous label is the official one as it stands (RULES § 9; src/pipeline/libelles-anciens.ts).
with dates as (
  select
    certifications.*,
    formations.libelle_court,
    formations.libelle_stat_33,
    mefs.libelle_long as libelle_mef,
    if(mefs.mef_stat_11 is null, formations.date_ouverture, mefs.date_ouverture) as ouverture,
    certifications.date_fermeture as fermeture,
    formations.premiere_session,
    formations.derniere_session,
  from int_certifications as certifications
  left join stg_bcn__formations_diplome as formations on formations.cfd = certifications.cfd
  left join stg_bcn__mefs as mefs on mefs.mef_stat_11 = certifications.code_certification
)

select
  dates.code_certification,
  dates.code_certification_type,
  dates.cfd as code_formation_diplome,
  dates.libelle,
  coalesce(dates.libelle_mef, nullif(concat_ws(' ', dates.libelle_court, dates.libelle_stat_33), '')) as libelle_court,
  anciens.libelle as libelle_ancien,
  dates.diplome_code,
  dates.diplome_libelle,
  strftime(dates.ouverture, '%Y-%m-%dT00:00:00.000Z') as date_ouverture,
  strftime(dates.fermeture, '%Y-%m-%dT00:00:00.000Z') as date_fermeture,
  coalesce(dates.fermeture < $today::date, false) as formation_fermee,
  dates.premiere_session::varchar as date_premiere_session,
  dates.derniere_session::varchar as date_derniere_session,
  familles.famille as famille_metier_code,
  familles.libelle as famille_metier_libelle,
  if(familles.famille is null, null, familles.est_annee_commune) as famille_metier_est_annee_commune,
from dates
left join int_familles as familles using (code_certification)
left join ref.libelles_anciens as anciens on anciens.cfd = dates.cfd
