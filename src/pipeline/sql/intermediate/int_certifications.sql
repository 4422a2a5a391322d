-- grain: one row per code that figures can bear: every CFD, MEFSTAT11 and SISE of the reference tables
-- Level: first digit of the CFD; a code without level or label cannot bear figures (RULES §§ 1, 8). A MEF takes its CFD's label.
with formations as (
  select
    *,
    case left(cfd, 1)
      when '5' then '3' when '4' then '4' when '3' then '5' when '2' then '6' when '1' then '7' when '0' then '0'
    end as diplome_code,
    coalesce(libelle_long, concat_ws(' ', libelle_court, libelle_stat_33)) as libelle,
  from stg_bcn__formations_diplome
),

formations_avec_niveau as (
  select formations.*, niveaux.libelle as diplome_libelle
  from formations
  left join stg_bcn__niveaux as niveaux on niveaux.prefixe = left(formations.cfd, 3)
),

codes as (
  select cfd as code_certification, 'cfd' as code_certification_type, cfd, date_fermeture, null::integer as annee_dispositif, null::integer as duree_dispositif
  from stg_bcn__formations_diplome
  union all
  select mef_stat_11, 'mef11', cfd, date_fermeture, annee_dispositif, duree_dispositif
  from stg_bcn__mefs
),

-- The page that the code belongs to: one per CFD, one per SISE (PRODUCT § 2).
certifications as (
  select codes.*, codes.cfd as formation, formations.libelle, formations.diplome_code, formations.diplome_libelle
  from codes
  left join formations_avec_niveau as formations using (cfd)
  union all by name
  select
    diplome_sise as code_certification, 'sise' as code_certification_type, diplome_sise as formation,
    libelle, diplome_code, diplome_libelle, date_fermeture,
  from stg_bcn__diplomes_sise
)

select
  *,
  coalesce(texte(libelle) is not null and diplome_code is not null and diplome_libelle is not null, false) as est_publiable,
from certifications
