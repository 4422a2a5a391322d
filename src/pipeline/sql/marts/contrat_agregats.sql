-- grain: one row per (maille, millesime, region, CFD, filiere): the filières aggregate, every record of the CFD together (API § 5, RULES § 4.3)
-- Sums over the raw counts, then the threshold. A sum that holds hidden members says nothing of one of them: at least two such cohorts, each
-- counted once, of 20 pupils together, for the aggregate and again for each count; and no other sum shows a part of them.
with membres as (
  select
    fiches.maille, fiches.millesime, fiches.region_code, fiches.code_formation_diplome, fiches.filiere, fiches.code_certification,
    brutes.* exclude (maille, millesime, region, filiere, code_certification),
    fiches.absence is not null as est_cache,
    -- A cohort and its copy along the continuum are one cohort.
    fiches.absence is not null and row_number() over (
      partition by fiches.maille, fiches.millesime, fiches.region_code, fiches.code_formation_diplome, fiches.filiere, brutes.cohorte_code
      order by fiches.code_certification
    ) = 1 as est_cohorte_cachee,
  from contrat_fiches as fiches
  left join int_fiches_roles as brutes
    on brutes.maille = fiches.maille
    and brutes.millesime = fiches.millesime
    and brutes.region is not distinct from fiches.region_code
    and brutes.filiere = fiches.filiere
    and brutes.code_certification = fiches.code_certification
  where fiches.maille in ('nationale', 'regionale') and fiches.filiere in ('pro', 'apprentissage') and fiches.code_formation_diplome is not null
),

sommes as (
  select
    maille, millesime, region_code, code_formation_diplome, filiere,
    list(distinct code_certification order by code_certification) as codes_certifications,
    coalesce(list(distinct cohorte_code order by cohorte_code) filter (est_cache), []) as cohortes_cachees,
    bool_or(est_cache and cohorte_code <> code_certification) as cache_des_copies,
    coalesce(sum(nb_annee_term) filter (est_cohorte_cachee), 0) as eleves_caches,
    sum(nb_annee_term)::integer as nb_annee_term,
    somme_publiable(nb_sortant, est_cohorte_cachee, nb_annee_term, $seuil) as nb_sortant,
    somme_publiable(nb_poursuite_etudes, est_cohorte_cachee, nb_annee_term, $seuil) as nb_poursuite_etudes,
    somme_publiable(nb_en_emploi_6_mois, est_cohorte_cachee, nb_annee_term, $seuil) as nb_en_emploi_6_mois,
    somme_publiable(nb_en_emploi_12_mois, est_cohorte_cachee, nb_annee_term, $seuil) as nb_en_emploi_12_mois,
    somme_publiable(nb_en_emploi_18_mois, est_cohorte_cachee, nb_annee_term, $seuil) as nb_en_emploi_18_mois,
    somme_publiable(nb_en_emploi_24_mois, est_cohorte_cachee, nb_annee_term, $seuil) as nb_en_emploi_24_mois,
  from membres
  group by maille, millesime, region_code, code_formation_diplome, filiere
),

cohortes as (
  select
    maille, millesime, coalesce(region_code, '') as place, filiere, code_formation_diplome, cohortes_cachees, cache_des_copies,
    unnest(cohortes_cachees) as cohorte,
  from sommes
),

-- Two linked diplomas can sum the same hidden cohorts and one more: the difference would give it. Only the sum without copies is shown.
recoupees as (
  select distinct copies.maille, copies.millesime, copies.place, copies.filiere, copies.code_formation_diplome, true as est_recoupee
  from cohortes as copies
  inner join cohortes as autres using (maille, millesime, place, filiere, cohorte)
  where copies.cache_des_copies and autres.cohortes_cachees <> copies.cohortes_cachees
),

masques as (
  select
    sommes.*,
    case
      when nb_annee_term is null then 'pas_encore_publiee'
      when nb_annee_term < $seuil then 'sous_le_seuil'
      when len(cohortes_cachees) = 1 or (len(cohortes_cachees) > 1 and eleves_caches < $seuil) or est_recoupee then 'protege_un_autre_chiffre'
    end as masquage,
  from sommes
  left join recoupees
    on recoupees.maille = sommes.maille
    and recoupees.millesime = sommes.millesime
    and recoupees.place = coalesce(sommes.region_code, '')
    and recoupees.filiere = sommes.filiere
    and recoupees.code_formation_diplome = sommes.code_formation_diplome
)

select
  maille, millesime, region_code, code_formation_diplome, filiere, codes_certifications, masquage, nb_annee_term,
  if(masquage is null, columns('^nb_(sortant|poursuite|en_emploi)'), null),
from masques
