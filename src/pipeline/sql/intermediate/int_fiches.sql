-- grain: one row per (maille, millesime, region, uai, filiere, code_certification), before the threshold
-- Both the API and the open data can hold a record: the API wins when it has the counts (FORMATS). Then derived counts (RULES § 3) and the
-- rates of one record (RULES § 4.2). Of InserSup nothing is derived: what it says `nd` of stays unknown. The three shares at 6 months are the source's own and never recomputed here.
with formation_fine as (
  select stg_lycee_pro__formations.*, 'inserjeunes_lycee_pro_formation_fine' as source
  from stg_lycee_pro__formations
  inner join int_certifications using (code_certification)
  where int_certifications.est_publiable
  qualify row_number() over (partition by millesime, uai, code_certification order by fichier desc, ligne desc) = 1
),

toutes as (
  select 1 as rang, * from int_fiches_inserjeunes
  union all by name
  select 1 as rang, * from int_fiches_insersup
  union all by name
  select 2 as rang, * exclude (nom, region_nom, fichier, ligne) from formation_fine
),

retenues as (
  select * exclude (rang) from toutes
  qualify row_number() over (partition by maille, millesime, region, uai, filiere, code_certification order by rang = 1 and nb_annee_term is null, rang) = 1
),

comptees as (
  select
    * replace (
      case
        when nb_sortant is null and nb_annee_term is not null and nb_poursuite_etudes is not null and filiere <> 'superieur'
          then nb_annee_term - nb_poursuite_etudes
        else nb_sortant
      end as nb_sortant,
      if(tous_poursuivent, coalesce(nb_en_emploi_6_mois, 0), nb_en_emploi_6_mois) as nb_en_emploi_6_mois,
      if(tous_poursuivent, coalesce(nb_en_emploi_12_mois, 0), nb_en_emploi_12_mois) as nb_en_emploi_12_mois,
      if(tous_poursuivent, coalesce(nb_en_emploi_18_mois, 0), nb_en_emploi_18_mois) as nb_en_emploi_18_mois,
      if(tous_poursuivent, coalesce(nb_en_emploi_24_mois, 0), nb_en_emploi_24_mois) as nb_en_emploi_24_mois
    )
  from (select *, coalesce(nb_poursuite_etudes = nb_annee_term and filiere <> 'superieur', false) as tous_poursuivent from retenues)
),

taux as (
  select
    * exclude (tous_poursuivent, taux_poursuite_etudes, taux_emploi_6_mois, taux_emploi_12_mois, taux_emploi_18_mois, taux_emploi_24_mois),
    pct(nb_en_emploi_12_mois, nb_annee_term) as taux_en_emploi_12_mois,
    pct(nb_en_emploi_18_mois, nb_annee_term) as taux_en_emploi_18_mois,
    pct(nb_en_emploi_24_mois, nb_annee_term) as taux_en_emploi_24_mois,
    -- Rates of leavers: the source's own, else from its counts; the mart hides those on too few leavers.
    coalesce(taux_emploi_6_mois, pct(nb_en_emploi_6_mois, nb_sortant)) as taux_emploi_6_mois,
    coalesce(taux_emploi_12_mois, pct(nb_en_emploi_12_mois, nb_sortant)) as taux_emploi_12_mois,
    coalesce(taux_emploi_18_mois, pct(nb_en_emploi_18_mois, nb_sortant)) as taux_emploi_18_mois,
    coalesce(taux_emploi_24_mois, pct(nb_en_emploi_24_mois, nb_sortant)) as taux_emploi_24_mois,
    coalesce(taux_poursuite_etudes, pct(nb_poursuite_etudes, nb_annee_term)) as taux_poursuite_etudes,
  from comptees
)

select
  *,
  -- greatest() ignores nulls, hence the test of each operand first (RULES § 4.2).
  case when taux_en_emploi_12_mois is not null and taux_en_formation is not null then greatest(0, 100 - taux_en_emploi_12_mois - taux_en_formation) end as taux_autres_12_mois,
  case when taux_en_emploi_18_mois is not null and taux_en_formation is not null then greatest(0, 100 - taux_en_emploi_18_mois - taux_en_formation) end as taux_autres_18_mois,
  case when taux_en_emploi_24_mois is not null and taux_en_formation is not null then greatest(0, 100 - taux_en_emploi_24_mois - taux_en_formation) end as taux_autres_24_mois,
from taux
