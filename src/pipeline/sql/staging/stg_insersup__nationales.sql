-- grain: one row per line of the InserSup open data that the reader keeps: national, one diploma, all breakdowns together
-- Which lines those are: kinds/figures.ts (RULES § 16.2). Cohort: leavers and continuers, when both are known. `promo` is a list of years.
select
  'nationale' as maille,
  millesime(promo) as millesime,
  'superieur' as filiere,
  trim(diplome) as code_certification,
  effectif_insersup(nb_sortants) + effectif_insersup(nb_poursuivants) as nb_annee_term,
  effectif_insersup(nb_sortants) as nb_sortant,
  effectif_insersup(nb_poursuivants) as nb_poursuite_etudes,
  effectif_insersup(nb_sortants_en_emploi_sal_fr_6) as nb_en_emploi_6_mois,
  effectif_insersup(nb_sortants_en_emploi_sal_fr_12) as nb_en_emploi_12_mois,
  effectif_insersup(nb_sortants_en_emploi_sal_fr_18) as nb_en_emploi_18_mois,
  effectif_insersup(nb_sortants_en_emploi_sal_fr_24) as nb_en_emploi_24_mois,
  effectif_insersup(salaire_q1_12) as salaire_12_mois_q1,
  effectif_insersup(salaire_q2_12) as salaire_12_mois_q2,
  effectif_insersup(salaire_q3_12) as salaire_12_mois_q3,
  -- Not those of the diploma, which are in capitals.
  [texte(dom_lib), texte(discipli_lib), texte(sectdis_lib)] as libelles_accentues,
  fichier,
  ligne::integer as ligne,
from raw.insersup_open_data
