-- grain: one row per (maille, millesime, uai, code_certification) of the InserSup files
-- Every rate comes from the counts, 6 months and further study included (RULES § 4.4); later horizons: int_fiches, by the same formulas.
with taux as (
  select
    maille, millesime, null::varchar as region, uai, filiere, code_certification,
    'insersup' as source,
    * exclude (maille, millesime, uai, filiere, code_certification, fichier, ligne, motif),
    pct(nb_en_emploi_6_mois, nb_annee_term) as taux_en_emploi_6_mois,
    pct(nb_poursuite_etudes, nb_annee_term) as taux_en_formation,
  from int_lignes_insersup
  where motif is null
)

select
  *,
  -- greatest() ignores nulls, hence the test of each operand first.
  case
    when taux_en_emploi_6_mois is not null and taux_en_formation is not null then greatest(0, 100 - taux_en_emploi_6_mois - taux_en_formation)
  end as taux_autres_6_mois,
from taux
