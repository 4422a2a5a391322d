-- Mesure InserJeunes que nous ne connaissons pas (ligne ignorée)
select any_value(fichier) || ' : ' || mesure as exemple
from stg_inserjeunes__mesures
where not est_mesure_connue(mesure)
group by mesure
