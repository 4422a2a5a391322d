-- grain: one row per UAI that has a page: it bears figures, or a directory lists it with a nature that InserJeunes follows (RULES § 18)
-- Name and place come from the directories (ACCE first), else from the newest export that names the school.
with avec_chiffres as (
  select uai, 'lycee' as nature, nom, region_nom, millesime from stg_lycee_pro__formations
  union all
  select uai, if(source = 'inserjeunes_cfa', 'cfa', 'lycee'), nom, region_nom, millesime from int_ensembles
  union all
  select uai, if(filiere = 'apprentissage', 'cfa', 'lycee'), null, null, millesime from int_fiches_inserjeunes where uai is not null
  union all
  -- InserSup names its schools itself (RULES § 16.1).
  select uai, 'superieur', etablissement_nom, null, millesime from int_fiches_insersup where uai is not null
  union all
  -- A place of apprenticeship that only shows the figures of its trainer or manager (RULES § 15).
  select uai, 'cfa', null, null, millesime from int_fiches_roles where uai <> cohorte_uai
),

porteurs as (
  select
    uai,
    max_by(nom, millesime) filter (where nom is not null) as nom,
    max_by(region_nom, millesime) filter (where region_nom is not null) as region_nom,
    case when bool_or(nature = 'lycee') then 'lycee' when bool_or(nature = 'superieur') then 'superieur' else 'cfa' end as nature,
  from (select * from avec_chiffres order by all)
  group by uai
),

reunis as (
  select
    uai,
    coalesce(annuaires.nom, porteurs.nom, 'Établissement ' || uai) as nom,
    case
      when left(annuaires.nature_uai, 1) = '3' then 'lycee'
      when porteurs.nature is not null then porteurs.nature
      when annuaires.nature_uai in ('740', '610') then 'cfa'
      else 'autre'
    end as nature,
    porteurs.uai is not null as a_des_chiffres,
    coalesce(annuaires.est_pro, false) as est_pro,
    porteurs.region_nom,
    annuaires.* exclude (uai, nom, nature_uai, departement, est_pro),
    departement_court(annuaires.departement) as departement_annuaire,
    departement_de_l_uai(uai) as departement_uai,
  from porteurs
  full join int_annuaires_fusionnes as annuaires using (uai)
  where porteurs.uai is not null or annuaires.nature_uai in (select nature_uai from ref.natures_eligibles)
),

-- Region: the directory's département, else the region that the export names, else where the school was registered (its UAI).
situes as (
  select
    reunis.* exclude (region_nom, departement_annuaire, departement_uai),
    coalesce(annuaire.region_code, regions.code, uai.region_code) as region_code,
    annuaire.code as departement_annuaire,
    uai.code as departement_uai,
    uai.region_code as region_uai,
  from reunis
  left join ref.departements as annuaire on annuaire.code = reunis.departement_annuaire
  left join ref.departements as uai on uai.code = reunis.departement_uai
  left join ref.regions as regions on nom_compare(regions.nom) = nom_compare(reunis.region_nom)
)

select
  situes.* exclude (departement_annuaire, departement_uai, region_uai),
  departements.code as departement_code,
  departements.nom as departement_nom,
  academies.nom as academie_nom,
from situes
left join ref.departements as departements
  on departements.code = coalesce(situes.departement_annuaire, if(situes.region_uai = situes.region_code, situes.departement_uai, null))
left join ref.academies as academies on academies.code = situes.academie
