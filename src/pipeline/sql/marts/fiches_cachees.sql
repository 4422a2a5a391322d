-- grain: one row per (maille, millesime, region, uai, filiere, code_certification) whose figures must not be published, copies included
-- What the verifier looks for in the files (docs/decisions/0007). Told from the records themselves and not from fiches_publiees, so
-- that a fault of that mart is found.
select
  fiches.filiere,
  fiches.code_certification,
  fiches.millesime,
  case fiches.maille when 'nationale' then 'FR' when 'regions' then 'regions' else coalesce(fiches.uai, fiches.region) end as lieu,
  coalesce(motif_du_seuil(fiches.nb_annee_term, fiches.source, fiches.maille, $seuil), cellules.motif) as motif,
  fiches.donnee_type = 'self' and fiches.uai is not distinct from fiches.cohorte_uai as est_propre,
from int_fiches_roles as fiches
left join secret.cellules
  on cellules.maille = fiches.maille
  and cellules.millesime = fiches.millesime
  and cellules.region is not distinct from fiches.region
  and cellules.cohorte_uai is not distinct from fiches.cohorte_uai
  and cellules.filiere = fiches.filiere
  and cellules.cohorte_code = fiches.cohorte_code
where motif_du_seuil(fiches.nb_annee_term, fiches.source, fiches.maille, $seuil) is not null or cellules.cohorte_code is not null
