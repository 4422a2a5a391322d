-- grain: one row per UAI that has a page: it bears figures, or a directory lists it with a nature that InserJeunes follows (RULES § 18)
-- Name and place come from the directories (ACCE first), else from the newest export that names the school.
with avec_chiffres as (
  select uai, 'lycee' as nature, nom, region_nom, millesime from stg_lycee_pro__formations
  union all
  select uai, if(source = 'inserjeunes_cfa', 'cfa', 'lycee'), nom, region_nom, millesime from int_ensembles
  union all
  select uai, if(filiere = 'apprentissage', 'cfa', 'lycee'), null, null, millesime from int_fiches_inserjeunes where uai is not null
),

porteurs as (
  select
    uai,
    max_by(nom, millesime) filter (where nom is not null) as nom,
    max_by(region_nom, millesime) filter (where region_nom is not null) as region_nom,
    if(bool_or(nature = 'lycee'), 'lycee', 'cfa') as nature,
  from (select * from avec_chiffres order by all)
  group by uai
),

annuaires as (
  select
    uai,
    first(nom order by rang, ligne) filter (where nom is not null) as nom,
    first(nature_uai order by rang, ligne) filter (where nature_uai is not null) as nature_uai,
    first(secteur order by rang, ligne) filter (where secteur is not null) as secteur,
    first(adresse order by rang, ligne) filter (where adresse is not null) as adresse,
    first(code_postal order by rang, ligne) filter (where code_postal is not null) as code_postal,
    first(commune order by rang, ligne) filter (where commune is not null) as commune,
    first(departement order by rang, ligne) filter (where departement is not null) as departement,
    first(academie order by rang, ligne) filter (where academie is not null) as academie,
    first(latitude order by rang, ligne) filter (where latitude is not null) as latitude,
    first(longitude order by rang, ligne) filter (where longitude is not null) as longitude,
    bool_or(est_pro) as est_pro,
  from stg_annuaires__etablissements
  group by uai
),

reunis as (
  select
    uai,
    coalesce(annuaires.nom, porteurs.nom, 'Établissement ' || uai) as nom,
    coalesce(
      porteurs.nature,
      case when left(annuaires.nature_uai, 1) = '3' then 'lycee' when annuaires.nature_uai in ('740', '610') then 'cfa' else 'autre' end
    ) as nature,
    porteurs.uai is not null as a_des_chiffres,
    coalesce(annuaires.est_pro, false) as est_pro,
    porteurs.region_nom,
    annuaires.* exclude (uai, nom, nature_uai, departement, est_pro),
    -- The UAI keeps the département where the school was registered: a fair guess when no directory tells.
    coalesce(
      if(length(annuaires.departement) = 3 and annuaires.departement like '0%', substr(annuaires.departement, 2), annuaires.departement),
      case left(uai, 3)
        when '620' then '2A'
        when '720' then '2B'
        else if(left(uai, 1) = '9', left(uai, 3), substr(uai, 2, 2))
      end
    ) as departement_code,
  from porteurs
  full join annuaires using (uai)
  where porteurs.uai is not null or annuaires.nature_uai in (select nature_uai from ref.natures_eligibles)
)

select
  reunis.* exclude (region_nom),
  departements.nom as departement_nom,
  coalesce(departements.region_code, regions.code) as region_code,
  academies.nom as academie_nom,
from reunis
left join ref.departements as departements on departements.code = reunis.departement_code
left join ref.regions as regions
  on regions.nom_normalise = trim(regexp_replace(lower(strip_accents(reunis.region_nom)), '[^a-z]+', ' ', 'g'))
left join ref.academies as academies on academies.code = reunis.academie
