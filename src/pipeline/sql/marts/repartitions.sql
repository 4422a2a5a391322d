-- grain: one row per (type, filiere, maille, region, millesime) with enough courses to compare one with the others
-- `emploi`, `formation`: how many courses have each share, by growing share: [[12, 1], [13, 4]].
with parts as (
  select type, filiere, maille, region, millesime, 'emploi' as etat, part_emploi as part, count(*)::integer as nombre
  from comparees
  group by all
  union all
  select type, filiere, maille, region, millesime, 'formation', part_formation, count(*)::integer
  from comparees
  group by all
)

select
  type,
  filiere,
  maille,
  region,
  millesime,
  sum(nombre) filter (where etat = 'emploi')::integer as nombre,
  list([part, nombre] order by part) filter (where etat = 'emploi') as emploi,
  list([part, nombre] order by part) filter (where etat = 'formation') as formation,
from parts
group by type, filiere, maille, region, millesime
having sum(nombre) filter (where etat = 'emploi') >= $comparables_min
