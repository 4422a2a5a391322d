-- grain: one row per CFD (formation_diplome)
-- N_FORMATION_DIPLOME over V_ over ENQUETE_51, column by column, an empty cell never erases a value (RULES § 8).
with lignes as (
  select 1 as rang, * from raw.n_formation_diplome
  union all by name
  select 2 as rang, * from raw.v_formation_diplome
  union all by name
  select 3 as rang, * from raw.n_formation_diplome_enquete_51
),

fusion as (
  select
    formation_diplome as cfd,
    first(texte(groupe_specialite) order by rang, ligne::integer) filter (where texte(groupe_specialite) is not null) as groupe_specialite,
    first(texte(libelle_court) order by rang, ligne::integer) filter (where texte(libelle_court) is not null) as libelle_court,
    first(texte(libelle_stat_33) order by rang, ligne::integer) filter (where texte(libelle_stat_33) is not null) as libelle_stat_33,
    first(texte(libelle_long_200) order by rang, ligne::integer) filter (where texte(libelle_long_200) is not null) as libelle_long,
    first(jour(date_ouverture) order by rang, ligne::integer) filter (where jour(date_ouverture) is not null) as date_ouverture,
    first(jour(date_fermeture) order by rang, ligne::integer) filter (where jour(date_fermeture) is not null) as date_fermeture,
    first(entier(date_premiere_session) order by rang, ligne::integer) filter (where entier(date_premiere_session) is not null) as premiere_session,
    first(entier(date_derniere_session) order by rang, ligne::integer) filter (where entier(date_derniere_session) is not null) as derniere_session,
  from lignes
  where formation_diplome is not null
  group by formation_diplome
)

select * from fusion
