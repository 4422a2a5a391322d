-- grain: one row per UAI that has a page, with the reason when it shows no figure
select
  * exclude (a_des_chiffres, est_pro),
  case when a_des_chiffres then null when est_pro or nature = 'cfa' then 'pas_encore_publiee' else 'hors_dispositif' end as absence,
from int_etablissements
