-- grain: one row per figure of a whole school that the retained file holds and that another file may give otherwise (SOURCES, « Révisions »)
-- `retenu` is what this edition publishes: a figure that it does not show is null here, and its other value is never told (PRODUCT § 5.1).
with retenus as (
  select uai, perimetre, millesime, mesure, valeur
  from ensembles_publies
  unpivot include nulls (valeur for mesure in (columns('^(taux_|va_)')))
),

toutes as (
  select uai, perimetre, millesime, fichier, ligne, mesure, valeur
  from stg_etablissements__ensembles
  unpivot include nulls (valeur for mesure in (columns('^(taux_|va_)')))
)

select
  'tables_des_etablissements' as regle,
  'etablissement' as maille,
  toutes.millesime,
  null::varchar as region,
  toutes.uai,
  toutes.perimetre,
  null::varchar as filiere,
  null::varchar as code_certification,
  toutes.mesure,
  retenus.valeur as retenu,
  if(retenus.valeur is null, null, toutes.valeur) as ecarte,
  (retenus.valeur is null) <> (toutes.valeur is null) as un_seul,
  gardes.fichier as fichier_retenu,
  toutes.fichier as fichier_ecarte,
from toutes
inner join int_ensembles as gardes using (uai, perimetre, millesime)
inner join retenus using (uai, perimetre, millesime, mesure)
where (toutes.fichier, toutes.ligne) <> (gardes.fichier, gardes.ligne)
  and (retenus.valeur is not null or toutes.valeur is not null)
