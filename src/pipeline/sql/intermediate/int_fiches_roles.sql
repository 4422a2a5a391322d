-- grain: one row per (maille, millesime, region, uai, filiere, code_certification): the continuum, with the role of each school (RULES § 15)
-- Then the copies: places of apprenticeship that show the figures of their trainer or manager (phases 4 and 5), unchanged, under their own UAI;
-- name, region and academy follow from it (RULES § 22). `cohorte_uai`: the school whose own figures the row shows.
with copies as (
  select * from int_lieux_des_formateurs
  union all by name
  select * from int_lieux_des_gestionnaires
)

select
  fiches.*,
  roles.uai_type,
  roles.uai as uai_donnee,
  roles.uai_type as uai_donnee_type,
  roles.uai_lieu_formation,
  roles.uai_formateur,
  roles.uai_gestionnaire,
  fiches.uai as cohorte_uai,
from int_fiches_continuum as fiches
-- Records of other scopes have no UAI, hence no role.
left join int_roles_gestionnaires as roles
  on roles.millesime = fiches.millesime
  and roles.uai = fiches.uai
  and roles.filiere = fiches.filiere
  and roles.code_certification = fiches.code_certification
union all by name
select
  fiches.* replace (copies.uai as uai),
  copies.uai_type,
  copies.uai_donnee,
  copies.uai_donnee_type,
  null::varchar[] as uai_lieu_formation,
  copies.uai_formateur,
  copies.uai_gestionnaire,
  fiches.uai as cohorte_uai,
from int_fiches_continuum as fiches
inner join copies
  on fiches.maille = 'etablissement'
  and fiches.filiere = 'apprentissage'
  and copies.millesime = fiches.millesime
  and copies.uai_donnee = fiches.uai
  and copies.code_certification = fiches.code_certification
