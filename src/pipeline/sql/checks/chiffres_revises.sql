-- Deux fichiers donnent des chiffres différents pour le même établissement et le même millésime (l'export officiel est retenu)
select concat_ws(' ', uai, perimetre, millesime) as exemple
from stg_etablissements__ensembles
group by uai, perimetre, millesime
having count(distinct taux_emploi_6_mois) > 1
  or count(distinct taux_poursuite_etudes) > 1
  or count(distinct taux_emploi_6_mois_attendu) > 1
