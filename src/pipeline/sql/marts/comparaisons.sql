-- grain: one row per figure that two lines of the sources may give: the one retained and the one set aside, by rule
select * from comparaisons_ensembles
union all
select * from comparaisons_formation_fine
union all
select * from comparaisons_mesures
