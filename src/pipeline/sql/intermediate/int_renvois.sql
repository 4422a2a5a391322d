-- grain: one row per (maille, millesime, region, uai, filiere, code_certification) of a year that is not the last one: where its figures are
-- Common first years and non-terminal years (RULES §§ 13, 14): no figure of their own, the codes of the final years in `terminales`.
select maille, millesime, region, uai, filiere, code_certification, [code_certification] as terminales, false as est_annee_commune
from int_fiches_continuum
where false
