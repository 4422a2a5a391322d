-- grain: one row per MEFSTAT11; several N_MEF rows can share one, the last read wins (RULES § 1)
with mefs as (
  select
    mef_stat_11,
    formation_diplome as cfd,
    texte(dispositif_formation) as dispositif_formation,
    entier(annee_dispositif) as annee_dispositif,
    entier(duree_dispositif) as duree_dispositif,
    texte(libelle_long) as libelle_long,
    jour(date_ouverture) as date_ouverture,
    jour(date_fermeture) as date_fermeture,
    ligne::integer as ligne,
  from raw.n_mef
  where texte(mef_stat_11) is not null and texte(formation_diplome) is not null
)

select * exclude (ligne) from mefs
qualify row_number() over (partition by mef_stat_11 order by ligne desc) = 1
