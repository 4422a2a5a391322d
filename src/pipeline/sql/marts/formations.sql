-- grain: one row per CFD that has a page: open at the date of the build, or with a record, its own or a copy of the continuum
with mesurees as (
  select formation as cfd, max(millesime) as dernier_millesime from fiches_publiees group by formation
),

derniere_annee as (
  select max(right(millesime, 4)::integer) as annee
  from (select millesime from fiches_publiees union all select millesime from ensembles_publies)
),

retenues as (
  select
    formations.*,
    certifications.libelle as libelle_officiel,
    certifications.diplome_code,
    certifications.diplome_libelle,
    mesurees.cfd is not null as a_des_fiches,
    coalesce(formations.date_fermeture < $today::date, false) as est_fermee,
  from stg_bcn__formations_diplome as formations
  inner join int_certifications as certifications on certifications.code_certification = formations.cfd
  left join mesurees on mesurees.cfd = formations.cfd
  where certifications.libelle is not null
    and (mesurees.cfd is not null or formations.date_fermeture is null or formations.date_fermeture >= $today::date)
)

select
  retenues.cfd as formation,
  retenues.* exclude (cfd, libelle_court, libelle_stat_33, libelle_long),
  onisep.libelle as libelle_onisep,
  niveaux.libelle as niveau_libelle,
  groupes.libelle as groupe_libelle,
  groupes.domaine,
  groupes.domaine_libelle,
  familles.famille,
  familles.libelle as famille_libelle,
  coalesce(familles.est_annee_commune, false) as est_annee_commune,
  -- Why there is no record at all (PRODUCT § 5.2); a record without figures bears its own reason.
  case
    when retenues.a_des_fiches then null
    when coalesce(retenues.premiere_session, year(retenues.date_ouverture) + 2) > derniere_annee.annee then 'formation_recente'
    when exists (from mesurees) and left(retenues.cfd, 3) not in (select left(cfd, 3) from mesurees) then 'hors_dispositif'
    else 'pas_encore_publiee'
  end as absence,
from retenues
cross join derniere_annee
left join stg_certif_info__libelles as onisep using (cfd)
left join stg_bcn__niveaux as niveaux on niveaux.prefixe = left(retenues.cfd, 3)
left join stg_bcn__groupes_specialite as groupes on groupes.groupe = retenues.groupe_specialite
left join int_familles as familles on familles.code_certification = retenues.cfd
