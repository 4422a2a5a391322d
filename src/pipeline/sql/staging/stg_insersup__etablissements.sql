-- grain: one row per line of the InserSup file of schools (RULES § 16.1)
-- Millésime: told by the mark of nb_sortants only: `*` = two promotions pooled; `**` and no mark = one, the last year. The reader writes
-- annee_universitaire « 2021-2022 » as 2021_2022. Salaries are the national quartiles of the diploma (RULES § 6). 30 months are ignored.
select
  'etablissement' as maille,
  if(nb_sortants like '%*%' and nb_sortants not like '%**%', millesime(annee_universitaire), right(millesime(annee_universitaire), 4)) as millesime,
  upper(trim(etablissement)) as uai,
  'superieur' as filiere,
  coalesce(texte(diplome), texte(diplome_consol)) as code_certification,
  effectif_insersup(nb_inscrits) as nb_annee_term,
  effectif_insersup(nb_sortants) as nb_sortant,
  effectif_insersup(nb_poursuivants) as nb_poursuite_etudes,
  effectif_insersup(nb_in_dsn_6) as nb_en_emploi_6_mois,
  effectif_insersup(nb_in_dsn_12) as nb_en_emploi_12_mois,
  effectif_insersup(nb_in_dsn_18) as nb_en_emploi_18_mois,
  effectif_insersup(nb_in_dsn_24) as nb_en_emploi_24_mois,
  effectif_insersup(nb_diplomes) as nb_diplome,
  effectif_insersup(salaire_q1_national_diplome_12) as salaire_12_mois_q1,
  effectif_insersup(salaire_q2_national_diplome_12) as salaire_12_mois_q2,
  effectif_insersup(salaire_q3_national_diplome_12) as salaire_12_mois_q3,
  nom_propre(denomination_principale) as etablissement_nom,
  -- What tells two rows of one diploma, school and year apart.
  [texte(discipline), texte(secteur_disciplinaire), texte(domaine)] as matieres,
  fichier,
  ligne::integer as ligne,
from raw.insersup_etablissement
