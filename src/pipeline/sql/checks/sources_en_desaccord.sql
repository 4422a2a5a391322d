-- L'API et les données ouvertes donnent deux chiffres différents pour la même fiche (l'API est retenue)
select concat_ws(' ', fines.millesime, fines.uai, fines.code_certification) as exemple
from stg_lycee_pro__formations as fines
inner join fiches_publiees as api using (millesime, uai, filiere, code_certification)
where api.source = 'inserjeunes'
  and (
    api.taux_en_emploi_6_mois <> fines.taux_en_emploi_6_mois
    or api.taux_en_formation <> fines.taux_en_formation
    or api.taux_emploi_6_mois <> fines.taux_emploi_6_mois
  )
