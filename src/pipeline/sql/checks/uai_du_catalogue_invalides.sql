-- Le catalogue de l'apprentissage cite un établissement dont l'UAI n'est pas valide (aucun chiffre ne lui est recopié)
select distinct uai as exemple
from (select unnest([lieu, formateur, gestionnaire]) as uai from stg_apprentissage__lieux)
where uai is not null and not est_uai(uai)
