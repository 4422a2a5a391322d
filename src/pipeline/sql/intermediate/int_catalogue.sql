-- grain: one row per (cfd, lieu, formateur, gestionnaire): what the catalogue says of a CFD that apprenticeship records bear, CA(r) in RULES § 15
-- The rows of the CFD itself and of its relatives, by the loose walk (RULES § 12).
with mesures as (
  select distinct certifications.cfd
  from int_fiches_continuum as fiches
  inner join int_certifications as certifications using (code_certification)
  where fiches.maille = 'etablissement' and fiches.filiere = 'apprentissage'
)

select distinct mesures.cfd, lieux.lieu, lieux.formateur, lieux.gestionnaire
from mesures
inner join int_parente as parente on parente.code_certification = mesures.cfd
inner join stg_apprentissage__lieux as lieux on lieux.cfd = parente.parent
