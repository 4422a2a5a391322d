-- grain: one row per pair (ancetre, descendant) of codes joined by links 1 to 1, with the number of links between them (RULES § 12)
-- 1 to 1: the only successor of the one is the other, whose only ancestor is the one; both in the reference tables. A code of which a list
-- names an unknown code besides has two.
with recursive comptes as (
  select
    ancien,
    nouveau,
    count(*) over (partition by ancien) as nb_nouveaux,
    count(*) over (partition by nouveau) as nb_anciens,
  from int_liens_certifications
),

uniques as (
  select comptes.ancien, comptes.nouveau
  from comptes
  inner join int_certifications as anciens on anciens.code_certification = comptes.ancien
  inner join int_certifications as nouveaux on nouveaux.code_certification = comptes.nouveau
  where comptes.nb_nouveaux = 1 and comptes.nb_anciens = 1
),

chemins as (
  select ancien as ancetre, nouveau as descendant, 1 as distance from uniques
  union all
  select chemins.ancetre, uniques.nouveau, chemins.distance + 1
  from chemins
  inner join uniques on uniques.ancien = chemins.descendant
  -- With one way in and one way out of each code, a circle can only close on the code that the walk left.
  where uniques.nouveau <> chemins.ancetre
)

select ancetre, descendant, distance from chemins
