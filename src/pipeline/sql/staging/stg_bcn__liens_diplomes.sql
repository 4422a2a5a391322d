-- grain: one row per pair (ancien, nouveau) of diplomas that N_FORMATION_DIPLOME links, told from either side (RULES § 10)
with declares as (
  select formation_diplome as cfd, unnest([ancien_diplome_1, ancien_diplome_2, ancien_diplome_3, ancien_diplome_4, ancien_diplome_5, ancien_diplome_6, ancien_diplome_7]) as autre, 'ancien' as sens
  from raw.n_formation_diplome
  union all
  select formation_diplome, unnest([nouveau_diplome_1, nouveau_diplome_2, nouveau_diplome_3, nouveau_diplome_4, nouveau_diplome_5, nouveau_diplome_6, nouveau_diplome_7]), 'nouveau'
  from raw.n_formation_diplome
),

liens as (
  select distinct
    if(sens = 'ancien', trim(autre), cfd) as ancien,
    if(sens = 'ancien', cfd, trim(autre)) as nouveau,
  from declares
  where texte(autre) is not null and trim(autre) <> cfd
)

select * from liens
