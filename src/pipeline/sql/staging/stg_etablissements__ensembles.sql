-- grain: one row per line of the open-data tables of whole schools (lycées by perimeter, CFA), rates only
with lignes as (
  select
    case
      when lower(perimetre) like '%apprenti%' then 'lycee_apprentis'
      when lower(perimetre) like '%voie pro%' then 'lycee_scolaire'
      else 'lycee_ensemble'
    end as perimetre,
    'inserjeunes_lycee_pro' as source,
    * exclude (perimetre),
  from raw.lycee_pro_etablissement
  union all by name
  select 'cfa' as perimetre, 'inserjeunes_cfa' as source, * from raw.cfa_etablissement
)

select
  'etablissement' as maille,
  millesime(annee) as millesime,
  upper(uai) as uai,
  perimetre,
  source,
  entier(devenir_part_en_emploi_6_mois) as taux_en_emploi_6_mois,
  entier(devenir_part_poursuite_etudes) as taux_en_formation,
  entier(devenir_part_autre_situation_6_mois) as taux_autres_6_mois,
  entier(taux_poursuite_etudes) as taux_poursuite_etudes,
  entier(taux_emploi_6_mois) as taux_emploi_6_mois,
  entier(taux_emploi_12_mois) as taux_emploi_12_mois,
  entier(taux_emploi_18_mois) as taux_emploi_18_mois,
  entier(taux_emploi_24_mois) as taux_emploi_24_mois,
  entier(taux_emploi_6_mois_attendu) as taux_emploi_6_mois_attendu,
  entier(va_emploi_6_mois) as va_emploi_6_mois,
  entier(part_contrats_interrompus) as taux_rupture_contrats,
  nom_propre(libelle) as nom,
  texte(region) as region_nom,
  fichier,
  ligne::integer as ligne,
from lignes
