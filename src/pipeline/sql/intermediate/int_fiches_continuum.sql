-- grain: one row per (maille, millesime, region, uai, filiere, code_certification): own figures, and copies along the continuum (RULES § 12)
-- `cohorte_code`: the code whose own figures the row shows; `donnee_type`, `donnee_code`: the published `donnee_source`.
select
  *,
  'self' as donnee_type,
  code_certification as donnee_code,
  code_certification as cohorte_code,
from (select * from int_fiches union all by name select * from int_fiches_regions)
