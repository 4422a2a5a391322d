-- Les trois parts publiées par la source ne font pas 100
select concat_ws(' ', maille, millesime, region, uai, filiere, code_certification) as exemple
from fiches_publiees
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
union all
select concat_ws(' ', uai, perimetre, millesime)
from ensembles_publies
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
