-- grain: one row per pair (code_certification, parent): the loose walk of RULES § 12 along one graph, the code itself first (rang 0)
-- Up while there is exactly one ancestor, then from the code itself down while exactly one successor, without a look at the reverse side. The
-- first code that the reference tables do not know, or already met, ends the walk. `rang`: the code, ancestors, successors; `distance`: in links.
with recursive seuls_anciens as (
  select nouveau as code, min(ancien) as suivant from int_liens_certifications group by nouveau having count(*) = 1
),

seuls_nouveaux as (
  select ancien as code, min(nouveau) as suivant from int_liens_certifications group by ancien having count(*) = 1
),

pas as (
  select 'montee' as sens, seuls_anciens.* from seuls_anciens
  union all
  select 'descente', seuls_nouveaux.* from seuls_nouveaux
),

pas_connus as (
  select pas.*
  from pas
  inner join int_certifications as suivants on suivants.code_certification = pas.suivant
),

marches as (
  select sens, code as code_certification, suivant as parent, 1 as distance, [code, suivant] as chemin
  from pas_connus
  inner join int_certifications as departs on departs.code_certification = pas_connus.code
  union all
  select marches.sens, marches.code_certification, pas_connus.suivant, marches.distance + 1, list_append(marches.chemin, pas_connus.suivant)
  from marches
  inner join pas_connus on pas_connus.sens = marches.sens and pas_connus.code = marches.parent
  where not list_contains(marches.chemin, pas_connus.suivant)
),

tous as (
  select code_certification, code_certification as parent, 0 as distance, 0 as ordre from int_certifications
  union all
  select code_certification, parent, distance, if(sens = 'montee', 1, 2) from marches
),

-- In a circle an ancestor is a successor too: it counts once, as an ancestor.
uniques as (
  select * from tous
  qualify row_number() over (partition by code_certification, parent order by ordre) = 1
)

select
  code_certification,
  parent,
  (row_number() over (partition by code_certification order by ordre, distance) - 1)::integer as rang,
  distance,
from uniques
