-- grain: one row per (uai, perimetre, millesime): figures of a whole school; the open data apply the threshold themselves
select int_ensembles.* exclude (nom, region_nom, fichier, ligne)
from int_ensembles
inner join int_etablissements using (uai)
