-- grain: one row per SISE code (diploma of higher education), with its type and level
-- Level: niveau_interministeriel of the type, through the map of RULES § 8. Three codes that the table lacks are added (RULES § 19); its own
-- row wins when it has one. Open-ended as the others: no level, no figures.
with fictifs as (
  select *, 'DR' as type_diplome_sise, '2021-09-01' as date_ouverture, 0 as ligne
  from (
    values ('0000001', 'CARRIERES SOCIALES', '335'), ('0000002', 'INFORMATION-COMMUNICATION', '320'), ('0000003', 'GENIE BIOLOGIQUE', '331')
  ) as diplomes (diplome_sise, libelle_intitule_1, groupe_specialite)
),

diplomes as (
  select * from (select * from raw.n_diplome_sise union all by name select * replace (ligne::varchar as ligne) from fictifs)
  where texte(diplome_sise) is not null
  qualify row_number() over (partition by trim(diplome_sise) order by ligne::integer desc) = 1
),

types as (
  select
    trim(type_diplome_sise) as type_diplome_sise,
    case trim(niveau_interministeriel)
      when '5' then '3' when '4' then '4' when '3' then '5' when '2' then '6' when '1' then '7' when '0' then '0'
    end as diplome_code,
    texte(libelle_court) as diplome_libelle,
  from raw.n_type_diplome_sise
  qualify row_number() over (partition by trim(type_diplome_sise) order by ligne::integer desc) = 1
)

select
  trim(diplomes.diplome_sise) as diplome_sise,
  trim(diplomes.type_diplome_sise) as type_diplome_sise,
  texte(diplomes.libelle_intitule_1) as libelle,
  texte(diplomes.groupe_specialite) as groupe_specialite,
  jour(diplomes.date_ouverture) as date_ouverture,
  jour(diplomes.date_fermeture) as date_fermeture,
  types.diplome_code,
  types.diplome_libelle,
from diplomes
left join types on types.type_diplome_sise = trim(diplomes.type_diplome_sise)
