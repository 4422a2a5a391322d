-- grain: one row per (millesime, uai, filiere, code_certification) of the records of schools, two-year millésimes only: first role of the school
-- RULES § 15, phase 1. Higher education: unknown. School tracks: the place, its own trainer and manager. Apprenticeship: the first part that the
-- catalogue gives to the school for this diploma (place, then trainer, then manager), with the schools that hold the two others; else unknown.
with fiches as (
  select fiches.millesime, fiches.uai, fiches.filiere, fiches.code_certification, certifications.cfd
  from int_fiches_continuum as fiches
  left join int_certifications as certifications using (code_certification)
  where fiches.maille = 'etablissement' and contains(fiches.millesime, '_')
),

parts as (
  select 'lieu_formation' as uai_type, 1 as rang, cfd, lieu as uai, null as lieu, formateur, gestionnaire from int_catalogue
  union all
  select 'formateur', 2, cfd, formateur, lieu, null, gestionnaire from int_catalogue
  union all
  select 'gestionnaire', 3, cfd, gestionnaire, lieu, formateur, null from int_catalogue
),

-- list_distinct() drops nulls: a list without school is empty.
roles as (
  select
    'apprentissage' as filiere, cfd, uai, uai_type, rang,
    list_sort(list_distinct(list(lieu))) as lieux,
    list_sort(list_distinct(list(formateur))) as formateurs,
    list_sort(list_distinct(list(gestionnaire))) as gestionnaires,
  from parts
  where uai is not null
  group by cfd, uai, uai_type, rang
  qualify row_number() over (partition by cfd, uai order by rang) = 1
)

select
  fiches.*,
  case
    when fiches.filiere = 'superieur' then 'inconnu'
    when fiches.filiere <> 'apprentissage' then 'lieu_formation'
    else coalesce(roles.uai_type, 'inconnu')
  end as uai_type,
  -- The list of the school's own part is absent.
  if(roles.uai_type in ('formateur', 'gestionnaire'), roles.lieux, null) as uai_lieu_formation,
  case
    when fiches.filiere not in ('superieur', 'apprentissage') then [fiches.uai]
    when roles.uai_type in ('lieu_formation', 'gestionnaire') then roles.formateurs
  end as uai_formateur,
  case
    when fiches.filiere not in ('superieur', 'apprentissage') then [fiches.uai]
    when roles.uai_type in ('lieu_formation', 'formateur') then roles.gestionnaires
  end as uai_gestionnaire,
from fiches
-- An equality of columns for each condition: a condition on one side only would cost a comparison of every pair.
left join roles using (filiere, cfd, uai)
