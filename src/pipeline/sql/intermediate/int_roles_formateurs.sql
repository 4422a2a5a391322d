-- grain: as int_roles_base: the roles, after the places that speak for their trainer
-- RULES § 15, phase 2. An apprenticeship place that is its own only trainer, and trains at other places of which at least one has no record: its
-- figures are those of the trainer. Its list holds itself and every other place, with or without record. `autres_lieux_mesures`: does one of
-- the other places have a record?
with seuls_formateurs as (
  select * from int_roles_base
  where filiere = 'apprentissage' and uai_type = 'lieu_formation' and uai_formateur = [uai]
),

autres_lieux as (
  select distinct seuls.millesime, seuls.code_certification, seuls.uai, catalogue.lieu, mesures.uai is not null as est_mesure
  from seuls_formateurs as seuls
  inner join int_catalogue as catalogue
    on catalogue.cfd = seuls.cfd and catalogue.formateur = seuls.uai and catalogue.lieu <> seuls.uai
  left join int_roles_base as mesures
    on mesures.millesime = seuls.millesime
    and mesures.filiere = 'apprentissage'
    and mesures.code_certification = seuls.code_certification
    and mesures.uai = catalogue.lieu
),

regroupes as (
  select
    millesime, 'apprentissage' as filiere, code_certification, uai,
    list_sort(list_distinct(list(lieu) || [uai])) as lieux,
    bool_or(est_mesure) as autres_lieux_mesures,
    bool_or(not est_mesure) as parle_pour_d_autres,
  from autres_lieux
  group by millesime, code_certification, uai
)

select
  base.* replace (
    if(regroupes.parle_pour_d_autres, 'formateur', base.uai_type) as uai_type,
    if(regroupes.parle_pour_d_autres, regroupes.lieux, base.uai_lieu_formation) as uai_lieu_formation
  ),
  coalesce(regroupes.autres_lieux_mesures, false) as autres_lieux_mesures,
from int_roles_base as base
left join regroupes using (millesime, filiere, code_certification, uai)
