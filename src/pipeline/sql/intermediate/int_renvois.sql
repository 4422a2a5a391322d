-- grain: one row per (maille, millesime, region, uai, filiere, code_certification) of a year that is not the last one: where its figures are
-- Common first years and non-terminal years (RULES §§ 13, 14): no figure of their own, the codes of the final years in `terminales`, sorted.
with porteuses as (
  select maille, millesime, region, uai, filiere, code_certification, donnee_type
  from int_fiches_continuum
  where filiere in ('pro', 'agricole') and maille in ('nationale', 'regionale', 'etablissement')
),

-- The years before that of a code, its 4th character; none when it is not a digit.
annees as (
  select code_certification as terminale, unnest(range(1, try_cast(substr(code_certification, 4, 1) as integer)))::integer as annee
  from (select distinct code_certification from porteuses)
),

mefs_seules as (
  select cfd, annee_dispositif as annee, min(mef_stat_11) as mef_stat_11
  from stg_bcn__mefs
  group by cfd, annee_dispositif
  having count(*) = 1
),

-- The same code with the other year, else the only MEF of its CFD for that year.
precedentes as (
  select annees.terminale, coalesce(memes.code_certification, mefs_seules.mef_stat_11) as code_certification
  from annees
  inner join int_certifications as terminales on terminales.code_certification = annees.terminale
  left join int_certifications as memes
    on memes.code_certification = left(annees.terminale, 3) || annees.annee || substr(annees.terminale, 5)
  left join mefs_seules on mefs_seules.cfd = terminales.cfd and mefs_seules.annee = annees.annee
),

renvois as (
  select
    porteuses.* exclude (code_certification, donnee_type),
    precedentes.code_certification,
    [precedentes.terminale] as terminales,
    false as est_annee_commune,
  from porteuses
  inner join precedentes on precedentes.terminale = porteuses.code_certification
  -- A reference table that numbers a final year 1 would send the code to itself.
  where precedentes.code_certification <> precedentes.terminale
  union all by name
  -- Common years list the own records of their family in the scope, copies left out.
  select
    porteuses.* exclude (code_certification, donnee_type),
    communes.code_certification,
    list(porteuses.code_certification order by porteuses.code_certification) as terminales,
    true as est_annee_commune,
  from porteuses
  inner join int_familles as familles using (code_certification)
  inner join int_familles as communes on communes.famille = familles.famille and communes.est_annee_commune
  where porteuses.donnee_type = 'self' and porteuses.code_certification <> communes.code_certification
  group by all
)

-- A list is replaced, not added to: the greatest final code wins, and a common year over it.
select renvois.*
from renvois
inner join int_certifications as codes using (code_certification)
where codes.est_publiable
qualify row_number() over (
  partition by maille, millesime, region, uai, filiere, code_certification order by est_annee_commune desc, terminales desc
) = 1
