-- Les trois parts publiées par la source ne font pas 100
select concat_ws(' ', maille, millesime, region, uai, filiere, code_certification) as exemple
from fiches_publiees
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
  -- A copy (continuum, site of a school) counts once, with its cohort.
  and donnee_type = 'self'
  and uai is not distinct from cohorte_uai
  -- Those of InserSup are ours, each rounded by itself (RULES § 4.4).
  and source <> 'insersup'
union all
select concat_ws(' ', uai, perimetre, millesime)
from ensembles_publies
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
