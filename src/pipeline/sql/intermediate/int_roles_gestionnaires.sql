-- grain: as int_roles_base: the roles, after the schools that speak for the manager
-- RULES § 15, phase 3. A trainer, or a place that is its own only trainer and none of whose other places has a record, that is its own only
-- manager, and manages other trainers of which at least one lacks figures: no record as a trainer, and a place without record. Its figures are
-- those of the manager. The roles looked at are those of the end of phase 2, so that no order of reading counts.
with seuls_gestionnaires as (
  select * from int_roles_formateurs
  where filiere = 'apprentissage'
    and uai_gestionnaire = [uai]
    and (uai_type = 'formateur' or (uai_type = 'lieu_formation' and uai_formateur = [uai] and not autres_lieux_mesures))
),

autres_formateurs as (
  select distinct seuls.millesime, seuls.code_certification, seuls.cfd, seuls.uai, catalogue.formateur, catalogue.lieu
  from seuls_gestionnaires as seuls
  inner join int_catalogue as catalogue
    on catalogue.cfd = seuls.cfd and catalogue.gestionnaire = seuls.uai and catalogue.formateur <> seuls.uai
),

-- The trainers that lack figures: a trainer without known place has no place without record.
demunis as (
  select distinct autres.millesime, autres.code_certification, autres.uai
  from autres_formateurs as autres
  inner join int_catalogue as catalogue
    on catalogue.cfd = autres.cfd and catalogue.formateur = autres.formateur and catalogue.lieu is not null
  left join int_roles_formateurs as lieux
    on lieux.millesime = autres.millesime
    and lieux.filiere = 'apprentissage'
    and lieux.code_certification = autres.code_certification
    and lieux.uai = catalogue.lieu
  left join int_roles_formateurs as formateurs
    on formateurs.millesime = autres.millesime
    and formateurs.filiere = 'apprentissage'
    and formateurs.code_certification = autres.code_certification
    and formateurs.uai = autres.formateur
    and formateurs.uai_type = 'formateur'
  where formateurs.uai is null and lieux.uai is null
),

regroupes as (
  select
    millesime, 'apprentissage' as filiere, code_certification, uai,
    list(formateur) as formateurs,
    coalesce(list(lieu) filter (where lieu is not null), []) as lieux,
  from autres_formateurs
  semi join demunis using (millesime, code_certification, uai)
  group by millesime, code_certification, uai
)

select
  roles.* exclude (autres_lieux_mesures) replace (
    if(regroupes.uai is null, roles.uai_type, 'gestionnaire') as uai_type,
    if(regroupes.uai is null, roles.uai_formateur, list_sort(list_distinct(regroupes.formateurs || [roles.uai]))) as uai_formateur,
    if(
      regroupes.uai is null,
      roles.uai_lieu_formation,
      list_sort(list_distinct(coalesce(roles.uai_lieu_formation, [roles.uai]) || regroupes.lieux))
    ) as uai_lieu_formation
  ),
from int_roles_formateurs as roles
left join regroupes using (millesime, filiere, code_certification, uai)
