-- grain: one row per (uai, formation): a course that the apprenticeship catalogue places in a school with a page, and that is measured elsewhere
-- The school has no record of it, own or copied; its trainer or manager has one (PRODUCT § 5.2). `uais`: the schools whose pupils are counted.
with fiches as (
  select distinct formation, uai, cohorte_uai
  from fiches_publiees
  where maille = 'etablissement' and filiere = 'apprentissage'
),

ailleurs as (
  select lieu as uai, cfd as formation, formateur as autre from stg_apprentissage__lieux
  union
  select lieu, cfd, gestionnaire from stg_apprentissage__lieux
)

select
  ailleurs.uai,
  ailleurs.formation,
  'apprentissage' as filiere,
  'mesuree_dans_un_autre_etablissement' as absence,
  list(distinct fiches.cohorte_uai order by fiches.cohorte_uai) as uais,
from ailleurs
inner join fiches on fiches.formation = ailleurs.formation and fiches.uai = ailleurs.autre
semi join etablissements on etablissements.uai = ailleurs.uai
anti join fiches as siennes on siennes.formation = ailleurs.formation and siennes.uai = ailleurs.uai
group by ailleurs.uai, ailleurs.formation
