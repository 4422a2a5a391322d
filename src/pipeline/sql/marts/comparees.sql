-- grain: one row per (type, filiere, maille, region, millesime, formation): the record by which a formation is compared with those of its type
-- Its own figures, never a copy: a cohort counts once. Of its codes in the track, the one with most pupils, then the smallest code (PRODUCT § 4.4,
-- docs/decisions/0010).
select * exclude (est_propre, est_derniere, donnee_formation)
from parts_montrees
where est_propre
qualify row_number() over (
  partition by formation, filiere, maille, region, millesime order by nb_annee_term desc nulls last, code_certification
) = 1
