-- grain: one row per line of figures that is left out, with the first reason that holds
-- The reference tables do not know the code, or know it without level or label (RULES § 1); the agricultural track exists at school level
-- only, and unknown measures are dropped (RULES § 2).
with lignes as (
  select fichier, ligne, code_certification, mesure, filiere = 'agricole' and maille <> 'etablissement' as est_agricole_hors_etablissement
  from stg_inserjeunes__mesures
  union all by name
  select fichier, ligne, code_certification from stg_lycee_pro__formations
),

motivees as (
  select
    lignes.fichier,
    lignes.ligne,
    case
      when certifications.code_certification is null then 'code_inconnu'
      when not certifications.est_publiable then 'sans_diplome'
      when lignes.est_agricole_hors_etablissement then 'agricole_hors_etablissement'
      when not est_mesure_connue(lignes.mesure) then 'mesure_inconnue'
    end as motif,
    lignes.code_certification,
    lignes.mesure,
  from lignes
  left join int_certifications as certifications using (code_certification)
)

select fichier, ligne, motif, if(motif = 'mesure_inconnue', mesure, code_certification) as valeur
from motivees
where motif is not null
