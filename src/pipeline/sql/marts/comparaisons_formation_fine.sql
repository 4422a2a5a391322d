-- grain: one row per figure of a course at a school that the API export and the open data both may hold; the API is retained (FORMATS)
-- `retenu` is what this edition publishes: a figure that it does not show is null here, and its other value is never told (PRODUCT § 5.1).
with retenus as (
  select millesime, uai, filiere, code_certification, mesure, valeur
  from (
    select * from fiches_publiees
    where maille = 'etablissement' and source = 'inserjeunes' and donnee_type = 'self' and cohorte_uai = uai
  )
  unpivot include nulls (valeur for mesure in (columns('^taux_')))
),

ouvertes as (
  select millesime, uai, filiere, code_certification, fichier, mesure, valeur
  from stg_lycee_pro__formations
  unpivot include nulls (valeur for mesure in (columns('^taux_')))
),

fichiers as (
  select mesures.millesime, mesures.uai, mesures.filiere, mesures.code_certification, max(mesures.fichier) as fichier
  from stg_inserjeunes__mesures as mesures
  semi join stg_lycee_pro__formations using (millesime, uai, filiere, code_certification)
  where mesures.maille = 'etablissement'
  group by all
)

select
  'api_et_donnees_ouvertes' as regle,
  'etablissement' as maille,
  ouvertes.millesime,
  null::varchar as region,
  ouvertes.uai,
  null::varchar as perimetre,
  ouvertes.filiere,
  ouvertes.code_certification,
  ouvertes.mesure,
  retenus.valeur as retenu,
  if(retenus.valeur is null, null, ouvertes.valeur) as ecarte,
  (retenus.valeur is null) <> (ouvertes.valeur is null) as un_seul,
  fichiers.fichier as fichier_retenu,
  ouvertes.fichier as fichier_ecarte,
from ouvertes
inner join retenus using (millesime, uai, filiere, code_certification, mesure)
inner join fichiers using (millesime, uai, filiere, code_certification)
where retenus.valeur is not null or ouvertes.valeur is not null
