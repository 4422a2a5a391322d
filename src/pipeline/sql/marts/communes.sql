-- grain: one row per town of a département in the directories, whatever its schools are; its place is the middle (median) of their positions
-- Open data, and no figure: towns are looked up by name or postal code to sort schools by distance.
select
  departements.code as departement_code,
  -- A spelling in small letters before one in capitals.
  first(annuaires.commune order by annuaires.commune = upper(annuaires.commune), annuaires.commune) as nom,
  coalesce(
    list_sort(list(distinct annuaires.code_postal) filter (where annuaires.code_postal is not null)),
    []
  ) as codes_postaux,
  median(annuaires.latitude) as latitude,
  median(annuaires.longitude) as longitude,
from int_annuaires_fusionnes as annuaires
join ref.departements as departements on departements.code = departement_court(annuaires.departement)
where
  annuaires.commune is not null
  and annuaires.latitude is not null
  and annuaires.longitude is not null
group by departements.code, commune_comparee(annuaires.commune)
