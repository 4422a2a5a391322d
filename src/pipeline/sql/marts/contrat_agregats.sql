-- grain: one row per (maille, millesime, region, CFD, filiere): the filières aggregate, every record of the CFD together (API § 5, RULES § 4.3)
-- Sums over the raw counts, then the threshold. A sum with a hidden member is hidden too: with the sums of other places and linked diplomas
-- beside it, even two hidden members together can be told apart (docs/decisions/0007).
with sommes as (
  select
    fiches.maille,
    fiches.millesime,
    fiches.region_code,
    fiches.code_formation_diplome,
    fiches.filiere,
    list(distinct fiches.code_certification order by fiches.code_certification) as codes_certifications,
    bool_or(fiches.absence is not null) as a_un_membre_cache,
    sum(brutes.nb_annee_term)::integer as nb_annee_term,
    sum(brutes.nb_sortant)::integer as nb_sortant,
    sum(brutes.nb_poursuite_etudes)::integer as nb_poursuite_etudes,
    sum(brutes.nb_en_emploi_6_mois)::integer as nb_en_emploi_6_mois,
    sum(brutes.nb_en_emploi_12_mois)::integer as nb_en_emploi_12_mois,
    sum(brutes.nb_en_emploi_18_mois)::integer as nb_en_emploi_18_mois,
    sum(brutes.nb_en_emploi_24_mois)::integer as nb_en_emploi_24_mois,
  from contrat_fiches as fiches
  left join int_fiches_roles as brutes
    on brutes.maille = fiches.maille
    and brutes.millesime = fiches.millesime
    and brutes.region is not distinct from fiches.region_code
    and brutes.filiere = fiches.filiere
    and brutes.code_certification = fiches.code_certification
  where fiches.maille in ('nationale', 'regionale') and fiches.filiere in ('pro', 'apprentissage') and fiches.code_formation_diplome is not null
  group by fiches.maille, fiches.millesime, fiches.region_code, fiches.code_formation_diplome, fiches.filiere
),

masques as (
  select
    *,
    case
      when nb_annee_term is null then 'pas_encore_publiee'
      when nb_annee_term < $seuil then 'sous_le_seuil'
      when a_un_membre_cache then 'protege_un_autre_chiffre'
    end as masquage,
  from sommes
)

select
  maille, millesime, region_code, code_formation_diplome, filiere, codes_certifications, masquage, nb_annee_term,
  if(masquage is null, columns('^nb_(sortant|poursuite|en_emploi)'), null),
from masques
