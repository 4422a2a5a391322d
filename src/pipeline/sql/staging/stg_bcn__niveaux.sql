-- grain: one row per level prefix (first three characters of a CFD)
select
  niveau_formation_diplome as prefixe,
  first(texte(libelle_court) order by ligne::integer desc) as libelle,
from raw.n_niveau_formation_diplome
where texte(niveau_formation_diplome) is not null
group by niveau_formation_diplome
