-- grain: one row per (newest shown record, close formation), $proches_max at most a record; `rang` from 1 is their order (PRODUCT § 4.10)
-- Close: same famille de métiers, else same specialty group and level; same track, place and millésime; open, with its own figures, no common first
-- year. Named when its employment and study shares together are higher by $ecart_min points at least (docs/decisions/0010).
with fiches as (
  select parts_montrees.*, formations.famille, formations.groupe_specialite, formations.diplome_code
  from parts_montrees
  inner join formations using (formation)
  where parts_montrees.est_derniere
),

candidates as (
  select comparees.*, formations.famille, formations.groupe_specialite, formations.diplome_code
  from comparees
  inner join formations using (formation)
  where not formations.est_fermee and not formations.est_annee_commune
),

-- Two joins: each is on equalities, which DuckDB does by hash.
paires as (
  select fiches.*, candidates as proche, 'famille' as rapport
  from fiches
  inner join candidates
    on candidates.famille = fiches.famille
    and candidates.filiere = fiches.filiere
    and candidates.maille = fiches.maille
    and candidates.region is not distinct from fiches.region
    and candidates.millesime = fiches.millesime
  union all
  select fiches.*, candidates as proche, 'specialite'
  from fiches
  inner join candidates
    on candidates.groupe_specialite = fiches.groupe_specialite
    and candidates.diplome_code = fiches.diplome_code
    and candidates.filiere = fiches.filiere
    and candidates.maille = fiches.maille
    and candidates.region is not distinct from fiches.region
    and candidates.millesime = fiches.millesime
  where candidates.famille is distinct from fiches.famille or fiches.famille is null
)

select
  formation,
  code_certification,
  filiere,
  maille,
  region,
  millesime,
  row_number() over (
    partition by formation, code_certification, filiere, maille, region, millesime
    order by rapport, proche.part_emploi + proche.part_formation desc, proche.formation
  )::integer as rang,
  rapport,
  proche.formation as proche_formation,
  proche.code_certification as proche_code_certification,
  proche.part_emploi as proche_part_emploi,
  proche.part_formation as proche_part_formation,
  proche.part_autre as proche_part_autre,
  proche.nb_annee_term as proche_nb_annee_term,
from paires
where proche.formation <> formation
  and proche.formation is distinct from donnee_formation
  and proche.part_emploi + proche.part_formation >= part_emploi + part_formation + $ecart_min
qualify rang <= $proches_max
