-- grain: one row per (maille, millesime, region, uai, filiere, code_certification); the ONLY way out for figures of courses
-- The threshold is applied here and nowhere else (RULES §§ 5, 22), with complementary suppression (docs/decisions/0007): every figure of a
-- hidden record becomes null but the headcount. `champs` names the figures that records of its kind can hold: those that a hidden record
-- shows as null.
-- Copies (continuum, sites of a school) are hidden with the cohort that they show.
with motifs as (
  select
    fiches.*,
    coalesce(
      motif_du_seuil(fiches.nb_annee_term, fiches.source, fiches.maille, $seuil),
      case when cellules.cohorte_code is not null then 'protege_un_autre_chiffre' end
    ) as masquage,
    coalesce(fiches.nb_sortant < $seuil, false) as a_peu_de_sortants,
  from int_fiches_roles as fiches
  left join secret.cellules
    on cellules.maille = fiches.maille
    and cellules.millesime = fiches.millesime
    and cellules.region is not distinct from fiches.region
    and cellules.cohorte_uai is not distinct from fiches.cohorte_uai
    and cellules.filiere = fiches.filiere
    and cellules.cohorte_code = fiches.cohorte_code
),

seuil_des_eleves as (
  select
    maille, millesime, region, uai, filiere, code_certification, source, nb_regions, masquage, a_peu_de_sortants, nb_annee_term,
    donnee_type, donnee_code, cohorte_code, cohorte_uai, etablissement_nom,
    uai_type, uai_donnee, uai_donnee_type, uai_lieu_formation, uai_formateur, uai_gestionnaire,
    if(masquage is null, columns('^(nb_(sortant|poursuite|en_emploi|diplome)|taux_|va_|salaire_)'), null),
  from motifs
),

-- A rate of leavers needs as many leavers: the publisher's own rule (FACTS, « Règles à reproduire »).
seuil_des_sortants as (
  select
    * exclude (taux_emploi_6_mois, taux_emploi_12_mois, taux_emploi_18_mois, taux_emploi_24_mois),
    if(a_peu_de_sortants, null, columns('^taux_emploi_(6|12|18|24)_mois$')),
  from seuil_des_eleves
)

select
  certifications.formation,
  donnees.formation as donnee_formation,
  certifications.code_certification_type,
  certifications.duree_dispositif,
  seuil_des_sortants.*,
  coalesce(int_champs_de_la_source.champs, []) as champs,
from seuil_des_sortants
left join int_champs_de_la_source using (maille, millesime, filiere, source)
inner join int_certifications as certifications using (code_certification)
left join int_certifications as donnees on donnees.code_certification = seuil_des_sortants.donnee_code
