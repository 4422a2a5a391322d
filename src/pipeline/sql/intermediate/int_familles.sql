-- grain: one row per code_certification that belongs to a famille de métiers (RULES § 13)
-- The CFD of a link, its MEF, and what the loose walk finds from each take the family, and the flag of the CFD of the link. One family a code: its
-- own link, else that of the nearest relative, the greatest CFD of equals.
with annees_communes as (
  select cfd, bool_and(coalesce(annee_dispositif = 1, false)) as est_annee_commune from stg_bcn__mefs group by cfd
),

liens as (
  select
    familles.cfd,
    familles.famille,
    familles.libelle,
    coalesce(annees_communes.est_annee_commune, false) as est_annee_commune,
  from stg_bcn__familles as familles
  left join annees_communes using (cfd)
)

select
  parente.parent as code_certification,
  liens.famille,
  liens.libelle,
  liens.est_annee_commune,
from liens
inner join int_certifications as codes using (cfd)
inner join int_parente as parente using (code_certification)
qualify row_number() over (
  partition by parente.parent order by parente.distance, liens.cfd desc, codes.code_certification desc
) = 1
