-- grain: one row per pair (ancien, nouveau) of diplomas that N_FORMATION_DIPLOME links, told from either side (RULES § 10)
-- `rang_*`: place of the link in the list of the diploma itself; a link that only the other side tells comes after.
with declares as (
  select
    formation_diplome as nouveau,
    unnest([
      ancien_diplome_1, ancien_diplome_2, ancien_diplome_3, ancien_diplome_4, ancien_diplome_5, ancien_diplome_6, ancien_diplome_7
    ]) as ancien,
    generate_subscripts([1, 2, 3, 4, 5, 6, 7], 1) as rang_chez_nouveau,
    null as rang_chez_ancien,
  from raw.n_formation_diplome
  union all by name
  select
    formation_diplome as ancien,
    unnest([
      nouveau_diplome_1, nouveau_diplome_2, nouveau_diplome_3, nouveau_diplome_4, nouveau_diplome_5, nouveau_diplome_6, nouveau_diplome_7
    ]) as nouveau,
    generate_subscripts([1, 2, 3, 4, 5, 6, 7], 1) as rang_chez_ancien,
    null as rang_chez_nouveau,
  from raw.n_formation_diplome
),

liens as (
  select
    trim(ancien) as ancien,
    trim(nouveau) as nouveau,
    min(rang_chez_ancien)::integer as rang_chez_ancien,
    min(rang_chez_nouveau)::integer as rang_chez_nouveau,
  from declares
  where texte(ancien) is not null and texte(nouveau) is not null and trim(ancien) <> trim(nouveau)
  group by trim(ancien), trim(nouveau)
)

select * from liens
