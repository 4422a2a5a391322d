-- grain: one row per (maille, millesime, region, uai, filiere, code_certification) of the InserJeunes exports
-- Measures are pivoted; the same measure twice: the last one read wins (RULES § 2). The agricultural track exists at school
-- level only (RULES § 2), salaries at national level only (RULES § 6).
with mesures as (
  select stg_inserjeunes__mesures.*
  from stg_inserjeunes__mesures
  inner join int_certifications using (code_certification)
  where int_certifications.est_publiable and valeur is not null and not (filiere = 'agricole' and maille <> 'etablissement')
    and (uai is null or uai not in (select uai from int_uai_refuses where source = 'inserjeunes'))
),

dernieres as (
  select * from mesures
  qualify row_number() over (
    partition by maille, millesime, region, uai, filiere, code_certification, mesure
    order by fichier desc, ligne desc
  ) = 1
)

select
  maille, millesime, region, uai, filiere, code_certification,
  'inserjeunes' as source,
  any_value(valeur) filter (where mesure = 'nb_annee_term') as nb_annee_term,
  any_value(valeur) filter (where mesure = 'nb_sortant') as nb_sortant,
  any_value(valeur) filter (where mesure = 'nb_poursuite_etudes') as nb_poursuite_etudes,
  any_value(valeur) filter (where mesure = 'nb_en_emploi_6_mois') as nb_en_emploi_6_mois,
  any_value(valeur) filter (where mesure = 'nb_en_emploi_12_mois') as nb_en_emploi_12_mois,
  any_value(valeur) filter (where mesure = 'nb_en_emploi_18_mois') as nb_en_emploi_18_mois,
  any_value(valeur) filter (where mesure = 'nb_en_emploi_24_mois') as nb_en_emploi_24_mois,
  any_value(valeur) filter (where mesure = 'taux_en_emploi_6_mois') as taux_en_emploi_6_mois,
  any_value(valeur) filter (where mesure = 'taux_autres_6_mois') as taux_autres_6_mois,
  any_value(valeur) filter (where mesure = 'taux_en_formation') as taux_en_formation,
  any_value(valeur) filter (where mesure = 'taux_poursuite_etudes') as taux_poursuite_etudes,
  any_value(valeur) filter (where mesure = 'taux_emploi_6_mois') as taux_emploi_6_mois,
  any_value(valeur) filter (where mesure = 'taux_emploi_12_mois') as taux_emploi_12_mois,
  any_value(valeur) filter (where mesure = 'taux_emploi_18_mois') as taux_emploi_18_mois,
  any_value(valeur) filter (where mesure = 'taux_emploi_24_mois') as taux_emploi_24_mois,
  any_value(valeur) filter (where mesure = 'taux_rupture_contrats') as taux_rupture_contrats,
  any_value(valeur) filter (where mesure = 'salaire_12_mois_q1' and maille = 'nationale') as salaire_12_mois_q1,
  any_value(valeur) filter (where mesure = 'salaire_12_mois_q2' and maille = 'nationale') as salaire_12_mois_q2,
  any_value(valeur) filter (where mesure = 'salaire_12_mois_q3' and maille = 'nationale') as salaire_12_mois_q3,
from dernieres
group by maille, millesime, region, uai, filiere, code_certification
