-- grain: one row per newest shown record whose figures are a copy of a cohort that is among the courses of the type of its page
-- A copy is no course of the compared set, the cohort that it repeats is: only then has it a place among them (docs/decisions/0010).
select copies.formation, copies.code_certification, copies.filiere, copies.maille, copies.region, copies.millesime
from parts_montrees as copies
semi join comparees
  on comparees.formation = copies.donnee_formation
  and comparees.type = copies.type
  and comparees.filiere = copies.filiere
  and comparees.maille = copies.maille
  and comparees.region is not distinct from copies.region
  and comparees.millesime = copies.millesime
where copies.est_derniere and not copies.est_propre
