-- grain: one row per line of figures that is left out, with the first reason that holds
-- The reference tables do not know the code, or know it without level or label (RULES § 1); the agricultural track exists at school level
-- only, and unknown measures are dropped; ACCE must know the school (RULES § 2). InserSup: RULES § 16.
with lignes as (
  select fichier, ligne, uai, code_certification, mesure, filiere = 'agricole' and maille <> 'etablissement' as est_agricole_hors_etablissement
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
      when refuses.uai is not null then 'uai_inconnu'
      when lignes.est_agricole_hors_etablissement then 'agricole_hors_etablissement'
      when not est_mesure_connue(lignes.mesure) then 'mesure_inconnue'
    end as motif,
    lignes.code_certification,
    lignes.uai,
    lignes.mesure,
  from lignes
  left join int_certifications as certifications using (code_certification)
  -- The open data by course has no API to be asked: its UAI is null here.
  left join int_uai_refuses as refuses on refuses.source = 'inserjeunes' and refuses.uai = lignes.uai
)

select
  fichier, ligne, motif,
  case motif when 'mesure_inconnue' then mesure when 'uai_inconnu' then uai else code_certification end as valeur,
from (select * from motivees union all by name select fichier, ligne, motif, code_certification, uai from int_lignes_insersup)
where motif is not null
