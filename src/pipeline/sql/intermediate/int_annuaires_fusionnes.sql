-- grain: one row per UAI of the directories; ACCE over annuaire-education, column by column
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
