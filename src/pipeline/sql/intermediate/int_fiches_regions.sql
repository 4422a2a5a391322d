-- grain: one row per (millesime, filiere, code_certification): the sum of the regions that publish a figure
-- Made only for tracks that have no national source, from regions whose cohort reaches the threshold and whose counts are all known
-- and consistent: every term of the sum is published beside it, so nothing hidden can be recovered (docs/decisions/0006).
with regions_publiees as (
  select * from int_fiches
  where maille = 'regionale'
    and nb_annee_term >= $seuil
    and nb_sortant is not null
    and nb_poursuite_etudes + nb_en_emploi_6_mois <= nb_annee_term
    and filiere not in (select filiere from int_fiches where maille = 'nationale')
    -- A region hidden to protect another figure is not added up: the sum would give it away (docs/decisions/0007).
    and not exists (
      from secret.cellules
      where cellules.maille = 'regionale'
        and cellules.millesime = int_fiches.millesime
        and cellules.region = int_fiches.region
        and cellules.filiere = int_fiches.filiere
        and cellules.cohorte_code = int_fiches.code_certification
    )
),

sommes as (
  select
    millesime, filiere, code_certification,
    count(*)::integer as nb_regions,
    sum(nb_annee_term)::integer as nb_annee_term,
    sum(nb_sortant)::integer as nb_sortant,
    sum(nb_poursuite_etudes)::integer as nb_poursuite_etudes,
    sum(nb_en_emploi_6_mois)::integer as nb_en_emploi_6_mois,
    -- A later horizon is added up only when every region has it: one denominator for all.
    if(count(nb_en_emploi_12_mois) = count(*), sum(nb_en_emploi_12_mois), null)::integer as nb_en_emploi_12_mois,
    if(count(nb_en_emploi_18_mois) = count(*), sum(nb_en_emploi_18_mois), null)::integer as nb_en_emploi_18_mois,
    if(count(nb_en_emploi_24_mois) = count(*), sum(nb_en_emploi_24_mois), null)::integer as nb_en_emploi_24_mois,
  from regions_publiees
  group by millesime, filiere, code_certification
  having count(*) >= 2
)

select
  'regions' as maille,
  'inserjeunes' as source,
  *,
  pct(nb_poursuite_etudes, nb_annee_term) as taux_poursuite_etudes,
  pct(nb_en_emploi_6_mois, nb_sortant) as taux_emploi_6_mois,
  pct(nb_en_emploi_12_mois, nb_sortant) as taux_emploi_12_mois,
  pct(nb_en_emploi_18_mois, nb_sortant) as taux_emploi_18_mois,
  pct(nb_en_emploi_24_mois, nb_sortant) as taux_emploi_24_mois,
  pct(nb_en_emploi_12_mois, nb_annee_term) as taux_en_emploi_12_mois,
  pct(nb_en_emploi_18_mois, nb_annee_term) as taux_en_emploi_18_mois,
  pct(nb_en_emploi_24_mois, nb_annee_term) as taux_en_emploi_24_mois,
from sommes
