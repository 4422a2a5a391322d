-- grain: one row per pair (code, formation): every official code of the reference tables and crosswalks, and the CFD or SISE that it names
-- `terminales`: for a school code of a year that is not the last one, the codes of the last year of the same course (RULES § 14).
-- `absence`: why a code whose formation has no page shows no figure; the rule is that of the mart `formations`.
with types_suivis as (
  select distinct left(formation, 3) as prefixe from fiches_publiees
),

annees_terminales as (
  select mefs.mef_stat_11 as code, list(finales.mef_stat_11 order by finales.mef_stat_11) as terminales
  from stg_bcn__mefs as mefs
  inner join stg_bcn__mefs as finales
    on finales.cfd = mefs.cfd
    and finales.dispositif_formation = mefs.dispositif_formation
    and finales.duree_dispositif = mefs.duree_dispositif
    and finales.annee_dispositif = finales.duree_dispositif
  where mefs.annee_dispositif < mefs.duree_dispositif
  group by mefs.mef_stat_11
),

codes as (
  select code_certification as code, code_certification_type as type, formation, null::boolean as est_active
  from int_certifications
  union all
  select rncp, 'rncp', cfd, est_active
  from stg_rncp__certifications
)

select
  codes.*,
  certifications.libelle,
  coalesce(annees_terminales.terminales, []) as terminales,
  if(exists (from types_suivis) and types_suivis.prefixe is null, 'hors_dispositif', 'pas_encore_publiee') as absence,
from codes
left join int_certifications as certifications on certifications.code_certification = codes.formation
left join types_suivis on types_suivis.prefixe = left(codes.formation, 3)
left join annees_terminales on annees_terminales.code = codes.code and codes.type = 'mef11'
-- A hostile cell never names a file.
where regexp_full_match(codes.code, '[0-9A-Z]{7,11}|RNCP[0-9]{1,7}') and codes.formation is not null
