-- grain: one row per (millesime, uai_donnee, code_certification, uai): places that show the figures of their trainer
-- RULES § 15, phase 4. Each place of a trainer, but itself, the places that have a record, and those where the catalogue names another trainer, or
-- none. A place whose UAI is not one (RULES § 18) has no page: no copy.
with lieux as (
  select
    millesime, code_certification, cfd,
    uai as uai_donnee,
    unnest(uai_lieu_formation) as uai,
    uai_gestionnaire,
  from int_roles_gestionnaires
  where filiere = 'apprentissage' and uai_type = 'formateur'
)

select
  lieux.* exclude (uai_gestionnaire),
  'lieu_formation' as uai_type,
  'formateur' as uai_donnee_type,
  [lieux.uai_donnee] as uai_formateur,
  lieux.uai_gestionnaire,
from lieux
anti join int_roles_gestionnaires as mesures
  on mesures.millesime = lieux.millesime
  and mesures.filiere = 'apprentissage'
  and mesures.code_certification = lieux.code_certification
  and mesures.uai = lieux.uai
where est_uai(lieux.uai)
  and not exists (
    from int_catalogue as catalogue
    where catalogue.cfd = lieux.cfd and catalogue.lieu = lieux.uai and catalogue.formateur is distinct from lieux.uai_donnee
  )
