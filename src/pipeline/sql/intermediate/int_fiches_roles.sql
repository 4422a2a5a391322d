-- grain: one row per (maille, millesime, region, uai, filiere, code_certification): the continuum, with the role of each school (RULES § 15)
-- `cohorte_uai`: the school whose own figures the row shows.
select
  *,
  null::varchar as uai_type,
  null::varchar as uai_donnee,
  null::varchar as uai_donnee_type,
  null::varchar[] as uai_lieu_formation,
  null::varchar[] as uai_formateur,
  null::varchar[] as uai_gestionnaire,
  uai as cohorte_uai,
from int_fiches_continuum
