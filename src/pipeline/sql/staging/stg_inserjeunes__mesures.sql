-- grain: one row per measure line of the three InserJeunes exports
-- Measures take their published names here (RULES § 2).
with nationales as (
  select
    'nationale' as maille, millesime, null as region, null as uai, filiere, id_formation_apprentissage, id_mefstat11,
    id_mesure, valeur_mesure, fichier, ligne,
  from raw.inserjeunes_national
),

regionales as (
  select
    'regionale' as maille, mesures.millesime, regions.code as region, null as uai, mesures.filiere,
    mesures.id_formation_apprentissage, mesures.id_mefstat11, mesures.id_mesure, mesures.valeur_mesure, mesures.fichier,
    mesures.ligne,
  from raw.inserjeunes_regional as mesures
  inner join ref.regions as regions on regions.code_region_academique = lpad(mesures.code_region_academique, 2, '0')
),

etablissements as (
  select
    'etablissement' as maille, millesime, null as region, upper(uai) as uai, filiere, id_formation_apprentissage,
    id_mefstat11, id_mesure, valeur_mesure, fichier, ligne,
  from raw.inserjeunes_etablissement
),

mesures as (
  select * from nationales
  union all
  select * from regionales
  union all
  select * from etablissements
),

renommees as (
  select
    maille,
    millesime(millesime) as millesime,
    region,
    uai,
    case
      when filiere = 'voie_pro_sco_educ_nat' then 'pro'
      when filiere = 'voie_pro_sco_agri' then 'agricole'
      when texte(filiere) is not null then filiere
      when texte(id_formation_apprentissage) is not null then 'apprentissage'
      else 'pro'
    end as filiere,
    coalesce(texte(id_formation_apprentissage), texte(id_mefstat11)) as code_certification,
    case id_mesure
      when 'DEVENIR_part_en_emploi_6_mois' then 'taux_en_emploi_6_mois'
      when 'DEVENIR_part_autre_situation_6_mois' then 'taux_autres_6_mois'
      when 'DEVENIR_part_poursuite_etudes' then 'taux_en_formation'
      when 'salaire_TS_Q1_12_mois' then 'salaire_12_mois_q1'
      when 'salaire_TS_Q2_12_mois' then 'salaire_12_mois_q2'
      when 'salaire_TS_Q3_12_mois' then 'salaire_12_mois_q3'
      else id_mesure
    end as mesure,
    entier(valeur_mesure) as valeur,
    fichier,
    ligne::integer as ligne,
  from mesures
)

select * from renommees
