-- Mesure InserJeunes que nous ne connaissons pas (ligne ignorée)
select any_value(fichier) || ' : ' || mesure as exemple
from stg_inserjeunes__mesures
where not regexp_full_match(
  mesure,
  'nb_(annee_term|sortant|poursuite_etudes|en_emploi_(6|12|18|24)_mois)|taux_(rupture_contrats|poursuite_etudes|en_formation|en_emploi_6_mois|autres_6_mois|emploi_(6|12|18|24)_mois)|salaire_12_mois_q[123]|salaire_TS_Q[123]_12_mois_prec'
)
group by mesure
