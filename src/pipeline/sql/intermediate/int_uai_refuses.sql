-- grain: one row per (source, uai) of the files of schools that the original would not have asked for, when an ACCE file can tell
-- InserJeunes: French, of an eligible nature, region and academy found (RULES §§ 2, 18). InserSup: any nature, region and academy found
-- (RULES § 16.1). Without ACCE nothing can be checked: none is refused.
with acce as (
  select
    uai,
    bool_or(nature_uai in (select nature_uai from ref.natures_eligibles)) as est_eligible,
    bool_or(departement_court(departement) in (select code from ref.departements) and academie in (select code from ref.academies)) as est_situe,
  from stg_annuaires__etablissements
  where rang = 1
  group by uai
),

etablissements as (
  select 'inserjeunes' as source, uai from stg_inserjeunes__mesures where uai is not null
  union
  select 'insersup', uai from stg_insersup__etablissements where uai is not null
)

select etablissements.source, etablissements.uai
from etablissements
left join acce using (uai)
where exists (from acce)
  and not coalesce(acce.est_situe and (acce.est_eligible or etablissements.source = 'insersup'), false)
