-- grain: one row per record of int_fiches: what statistical secrecy needs to know of it (docs/decisions/0007): no figure, the headcount is public
-- Region of a school: the same rule as int_etablissements, which is made later, once the sites of training centres are known.
with noms as (
  select uai, max_by(region_nom, millesime) as region_nom
  from (
    select uai, region_nom, millesime from stg_lycee_pro__formations where region_nom is not null
    union all
    select uai, region_nom, millesime from int_ensembles where region_nom is not null
    order by all
  )
  group by uai
),

ecoles as (
  select fiches.uai, coalesce(annuaire.region_code, regions.code, uai.region_code) as region
  from (select distinct uai from int_fiches where uai is not null) as fiches
  left join int_annuaires_fusionnes as annuaires using (uai)
  left join noms using (uai)
  left join ref.departements as annuaire on annuaire.code = departement_court(annuaires.departement)
  left join ref.departements as uai on uai.code = departement_de_l_uai(fiches.uai)
  left join ref.regions as regions on nom_compare(regions.nom) = nom_compare(noms.region_nom)
)

select
  fiches.filiere,
  fiches.code_certification,
  fiches.maille,
  fiches.millesime,
  fiches.region,
  fiches.uai,
  coalesce(fiches.region, ecoles.region) as region_du_lieu,
  fiches.nb_annee_term as effectif,
  -- The source's own threshold: a record without any figure, headcount included.
  coalesce(motif_du_seuil(fiches.nb_annee_term, fiches.source, fiches.maille, $seuil), case when fiches.un_chiffre is null then 'masquee_par_la_source' end) as motif,
from (select *, coalesce(*columns('^(nb_|taux_|va_|salaire_)')) as un_chiffre from int_fiches) as fiches
left join ecoles using (uai)
