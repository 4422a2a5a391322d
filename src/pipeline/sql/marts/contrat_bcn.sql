-- grain: one row per code of the secondary reference tables, CFD and MEFSTAT11 (API § 2, route 8)
select
  code_certification,
  if(code_certification_type = 'mef11', 'mef', code_certification_type) as type,
  code_formation_diplome,
  libelle_court as libelle,
  libelle as libelle_long,
  libelle_ancien,
  diplome_code,
  diplome_libelle,
  date_ouverture,
  date_fermeture,
  date_premiere_session,
  date_derniere_session,
from contrat_certifications
where code_certification_type in ('cfd', 'mef11')
