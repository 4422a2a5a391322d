-- grain: one row per CFD or SISE that has a page: open at the date of the build, or with a record, its own or a copy of the continuum
-- `famille_de_type`: the codes that sources follow together, first three characters of a CFD or type of a SISE. A SISE without level has no
-- page: nothing can ever be published of it (RULES § 8).
with diplomes as (
  select *, left(cfd, 3) as famille_de_type, null as type_sise, false as est_superieur from stg_bcn__formations_diplome
  union all by name
  select
    diplome_sise as cfd, groupe_specialite, date_ouverture, date_fermeture,
    type_diplome_sise as famille_de_type, type_diplome_sise as type_sise, true as est_superieur,
  from stg_bcn__diplomes_sise
  where diplome_code is not null
),

mesurees as (
  select distinct diplomes.cfd, diplomes.famille_de_type, diplomes.est_superieur
  from fiches_publiees
  inner join diplomes on diplomes.cfd = fiches_publiees.formation
),

-- Each survey has its own calendar.
dernieres_annees as (
  select est_superieur, max(right(millesime, 4)::integer) as annee
  from (
    select filiere = 'superieur' as est_superieur, millesime from fiches_publiees
    union all
    select false, millesime from ensembles_publies
  )
  group by est_superieur
),

retenues as (
  select
    formations.*,
    certifications.libelle as libelle_officiel,
    certifications.diplome_code,
    certifications.diplome_libelle,
    mesurees.cfd is not null as a_des_fiches,
    coalesce(formations.date_fermeture < $today::date, false) as est_fermee,
  from diplomes as formations
  inner join int_certifications as certifications on certifications.code_certification = formations.cfd
  left join mesurees on mesurees.cfd = formations.cfd
  where certifications.libelle is not null
    and (mesurees.cfd is not null or formations.date_fermeture is null or formations.date_fermeture >= $today::date)
)

select
  retenues.cfd as formation,
  retenues.* exclude (cfd, famille_de_type, est_superieur, libelle_court, libelle_stat_33, libelle_long),
  onisep.libelle as libelle_onisep,
  if(retenues.est_superieur, retenues.diplome_libelle, niveaux.libelle) as niveau_libelle,
  groupes.libelle as groupe_libelle,
  groupes.domaine,
  groupes.domaine_libelle,
  familles.famille,
  familles.libelle as famille_libelle,
  coalesce(familles.est_annee_commune, false) as est_annee_commune,
  -- Why there is no record at all (PRODUCT § 5.2); a record without figures bears its own reason.
  case
    when retenues.a_des_fiches then null
    when coalesce(retenues.premiere_session, year(retenues.date_ouverture) + 2) > dernieres_annees.annee then 'formation_recente'
    when retenues.est_superieur in (select est_superieur from mesurees)
      and retenues.famille_de_type not in (select famille_de_type from mesurees) then 'hors_dispositif'
    else 'pas_encore_publiee'
  end as absence,
from retenues
left join dernieres_annees using (est_superieur)
left join stg_certif_info__libelles as onisep using (cfd)
left join stg_bcn__niveaux as niveaux on niveaux.prefixe = retenues.famille_de_type
left join stg_bcn__groupes_specialite as groupes on groupes.groupe = retenues.groupe_specialite
left join int_familles as familles on familles.code_certification = retenues.cfd
