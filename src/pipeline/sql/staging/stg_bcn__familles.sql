-- grain: one row per pair (CFD, famille de métiers); one family a CFD, the last link read (RULES § 13)
with familles as (
  select trim(groupe_formation) as famille, texte(libelle_edition) as libelle, texte(type_groupe_formation) as type_famille
  from raw.n_groupe_formation
  qualify row_number() over (partition by trim(groupe_formation) order by ligne::integer desc) = 1
),

liens as (
  select trim(groupe_formation) as famille, trim(formation_diplome) as cfd
  from raw.n_lien_formation_groupe
  qualify row_number() over (partition by trim(formation_diplome) order by ligne::integer desc) = 1
)

select liens.cfd, familles.famille, familles.libelle, familles.type_famille
from liens
inner join familles using (famille)
