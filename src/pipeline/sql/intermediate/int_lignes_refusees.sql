-- grain: one row per line of figures whose code the reference tables do not know, or whose code has no level or label (RULES § 1)
with lignes as (
  select fichier, ligne, code_certification from stg_inserjeunes__mesures
  union all
  select fichier, ligne, code_certification from stg_lycee_pro__formations
)

select
  lignes.fichier,
  lignes.ligne,
  lignes.code_certification as valeur,
  if(certifications.code_certification is null, 'code_inconnu', 'sans_diplome') as motif,
from lignes
left join int_certifications as certifications using (code_certification)
where not coalesce(certifications.est_publiable, false)
