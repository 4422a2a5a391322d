-- grain: one row per file of figures: lines whose figure is not published because of the threshold (ours, or the source's own empty cells)
with notres as (
  select mesures.fichier, count(*)::integer as lignes
  from stg_inserjeunes__mesures as mesures
  inner join fiches_publiees as fiches
    on fiches.maille = mesures.maille
    and fiches.millesime = mesures.millesime
    and fiches.region is not distinct from mesures.region
    and fiches.uai is not distinct from mesures.uai
    and fiches.filiere = mesures.filiere
    and fiches.code_certification = mesures.code_certification
  where fiches.masquage is not null
    and fiches.donnee_type = 'self'
    and mesures.mesure <> 'nb_annee_term'
  group by mesures.fichier
),

-- One line of InserSup is one record.
d_insersup as (
  select lignes.fichier, count(*)::integer as lignes
  from int_lignes_insersup as lignes
  inner join fiches_publiees as fiches
    on fiches.source = 'insersup'
    and fiches.donnee_type = 'self'
    and fiches.maille = lignes.maille
    and fiches.millesime = lignes.millesime
    and fiches.uai is not distinct from lignes.uai
    and fiches.code_certification = lignes.code_certification
  where lignes.motif is null and fiches.masquage is not null
  group by lignes.fichier
),

de_la_source as (
  select fichier, count(*)::integer as lignes
  from (
    select fichier, taux_en_emploi_6_mois, taux_poursuite_etudes, taux_emploi_6_mois from stg_lycee_pro__formations
    union all
    select fichier, taux_en_emploi_6_mois, taux_poursuite_etudes, taux_emploi_6_mois from stg_etablissements__ensembles
  )
  where coalesce(taux_en_emploi_6_mois, taux_poursuite_etudes, taux_emploi_6_mois) is null
  group by fichier
)

select * from notres
union all
select * from d_insersup
union all
select * from de_la_source
