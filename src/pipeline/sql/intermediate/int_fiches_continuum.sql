-- grain: one row per (maille, millesime, region, uai, filiere, code_certification): own figures, and copies along the continuum (RULES § 12)
-- `cohorte_code`: the code whose own figures the row shows; `donnee_type`, `donnee_code`: the published `donnee_source`. A scope holds the
-- filière, unlike the original (RULES § 22). Everything is copied but the code: labels, level and family come from the target's own.
with propres as (
  select * from int_fiches
  union all by name
  select * from int_fiches_regions
),

-- Each own record, on every code that links 1 to 1 lead to: the older ones get it as « nouvelle », the newer ones as « ancienne ».
copies_possibles as (
  select liens.ancetre as cible, 'nouvelle' as donnee_type, liens.distance, propres.*
  from propres
  inner join int_liens_un_a_un as liens on liens.descendant = propres.code_certification
  where propres.filiere <> 'superieur'
  union all
  select liens.descendant, 'ancienne', liens.distance, propres.*
  from propres
  inner join int_liens_un_a_un as liens on liens.ancetre = propres.code_certification
  where propres.filiere <> 'superieur'
),

-- One for each code without figures of its own: « nouvelle » wins, and of those the most recent diploma, that is the farthest; of the « ancienne »
-- the nearest, where the walk from any other stops.
copies as (
  select copies_possibles.*
  from copies_possibles
  inner join int_certifications as cibles on cibles.code_certification = copies_possibles.cible
  left join propres
    on propres.maille = copies_possibles.maille
    and propres.millesime = copies_possibles.millesime
    and propres.region is not distinct from copies_possibles.region
    and propres.uai is not distinct from copies_possibles.uai
    and propres.filiere = copies_possibles.filiere
    and propres.code_certification = copies_possibles.cible
  where cibles.est_publiable and propres.code_certification is null
  qualify row_number() over (
    partition by copies_possibles.maille, copies_possibles.millesime, copies_possibles.region, copies_possibles.uai, copies_possibles.filiere, cible
    order by donnee_type = 'nouvelle' desc, if(donnee_type = 'nouvelle', -distance, distance)
  ) = 1
)

select
  *,
  'self' as donnee_type,
  code_certification as donnee_code,
  code_certification as cohorte_code,
from propres
union all by name
select
  copies.* exclude (cible, distance) replace (cible as code_certification),
  -- « ancienne » names the code just before, which may itself show a copy.
  if(copies.donnee_type = 'nouvelle', copies.code_certification, precedents.ancetre) as donnee_code,
  copies.code_certification as cohorte_code,
from copies
left join int_liens_un_a_un as precedents on precedents.descendant = copies.cible and precedents.distance = 1
