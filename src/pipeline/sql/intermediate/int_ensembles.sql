-- grain: one row per (uai, perimetre, millesime) of the open-data tables of whole schools
-- The official export wins over the yearly tables of the DEPP, which can hold figures revised since (SOURCES § B).
select * from stg_etablissements__ensembles
qualify row_number() over (
  partition by uai, perimetre, millesime
  order by starts_with(lower(fichier), 'fr-en') desc, fichier desc, ligne desc
) = 1
