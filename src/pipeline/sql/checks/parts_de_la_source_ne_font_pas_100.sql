-- Les trois parts publiées par la source ne font pas 100
select fichier || ':' || ligne as exemple
from stg_lycee_pro__formations
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
union all
select fichier || ':' || ligne
from stg_etablissements__ensembles
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
union all
select concat_ws(' ', maille, millesime, region, uai, filiere, code_certification)
from int_fiches_inserjeunes
where taux_en_emploi_6_mois + taux_en_formation + taux_autres_6_mois <> 100
