-- grain: one row per (millesime, uai_donnee, code_certification, uai): places that show the figures of their manager
-- RULES § 15, phase 5. Each place of the manager's own list, but itself, the places that have a record or a copy by now, and those where the
-- catalogue names another manager, or none. A place whose UAI is not one (RULES § 18) has no page: no copy.
with lieux as (
  select millesime, code_certification, cfd, uai as uai_donnee, unnest(uai_lieu_formation) as uai
  from int_roles_gestionnaires
  where filiere = 'apprentissage' and uai_type = 'gestionnaire'
),

mesures as (
  select millesime, code_certification, uai from int_roles_gestionnaires where filiere = 'apprentissage'
  union all
  select millesime, code_certification, uai from int_lieux_des_formateurs
),

copies as (
  select * from lieux
  anti join mesures using (millesime, code_certification, uai)
  where est_uai(lieux.uai)
    and not exists (
      from int_catalogue as catalogue
      where catalogue.cfd = lieux.cfd and catalogue.lieu = lieux.uai and catalogue.gestionnaire is distinct from lieux.uai_donnee
    )
),

formateurs as (
  select cfd, lieu as uai, gestionnaire as uai_donnee, list(distinct formateur order by formateur) as formateurs
  from int_catalogue
  where formateur is not null
  group by cfd, lieu, gestionnaire
)

select
  copies.*,
  'lieu_formation' as uai_type,
  'gestionnaire' as uai_donnee_type,
  coalesce(formateurs.formateurs, []) as uai_formateur,
  [copies.uai_donnee] as uai_gestionnaire,
from copies
left join formateurs using (cfd, uai, uai_donnee)
