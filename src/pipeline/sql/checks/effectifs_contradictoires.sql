-- Les effectifs d'une fiche se contredisent (plus de jeunes en emploi que de sortants, ou un total qui n'est pas l'effectif)
select concat_ws(' ', maille, millesime, region, uai, filiere, code_certification) as exemple
from fiches_publiees
-- A copy (continuum, site of a school) contradicts itself as its cohort does: it counts once.
where donnee_type = 'self'
  and uai is not distinct from cohorte_uai
  and (
    nb_en_emploi_6_mois + nb_poursuite_etudes > nb_annee_term
    or nb_sortant + nb_poursuite_etudes <> nb_annee_term
    or greatest(nb_en_emploi_6_mois, nb_en_emploi_12_mois, nb_en_emploi_18_mois, nb_en_emploi_24_mois) > nb_sortant
  )
