-- grain: one row per (maille, millesime, region, uai, filiere, code_certification): figures after the threshold, and where those of a non-final year are
-- A record without figure nor final year is none: the original answers 404 (API § 9). `champs_masques` names the hidden figures of the record.
with fiches as (
  select
    *,
    if(
      masquage is null,
      [],
      list_filter(champs, lambda champ: regexp_full_match(
        champ,
        'nb_(sortant|poursuite_etudes|diplome|en_emploi_(6|12|18|24)_mois)|taux_((en_emploi|autres)_(6|12|18|24)_mois|en_formation|rupture_contrats)|salaire_12_mois_q[123]'
      ))
    ) as champs_masques,
  from fiches_publiees
  where maille in ('nationale', 'regionale', 'etablissement')
  -- The column of higher education, in case no source holds it.
  union all by name
  select maille, null::integer as nb_diplome from fiches_publiees where false
),

figures as (
  select *, un_chiffre is not null as a_des_chiffres
  from (
    select *, coalesce(*columns('^(nb_(sortant|poursuite|diplome|en_emploi)|taux_en_|taux_autres|taux_rupture|salaire_)')) as un_chiffre from fiches
  )
  where nb_annee_term is not null or un_chiffre is not null or len(champs_masques) > 0
),

-- Only to final years that are records themselves: the original knows no other.
renvois as (
  select
    fleches.maille, fleches.millesime, fleches.region, fleches.uai, fleches.filiere, fleches.code_certification, fleches.est_annee_commune,
    list(fleches.terminale order by fleches.terminale) as terminales,
  from (select *, unnest(terminales) as terminale from int_renvois) as fleches
  inner join figures as finales
    on finales.maille = fleches.maille
    and finales.millesime = fleches.millesime
    and finales.filiere = fleches.filiere
    and finales.code_certification = fleches.terminale
    and finales.region is not distinct from fleches.region
    and finales.uai is not distinct from fleches.uai
  group by all
)

-- A year that is not the last one can have figures of its own as well: one record (RULES § 14, traps).
select
  figures.* exclude (formation, code_certification_type, un_chiffre, a_des_chiffres) replace (
    coalesce(figures.maille, renvois.maille) as maille,
    coalesce(figures.millesime, renvois.millesime) as millesime,
    coalesce(figures.region, renvois.region) as region,
    coalesce(figures.uai, renvois.uai) as uai,
    coalesce(figures.filiere, renvois.filiere) as filiere,
    coalesce(figures.code_certification, renvois.code_certification) as code_certification,
    coalesce(figures.champs_masques, []) as champs_masques
  ),
  figures.maille is not null as a_une_fiche,
  coalesce(figures.a_des_chiffres, false) as a_des_chiffres,
  renvois.terminales,
  coalesce(renvois.est_annee_commune, false) as est_annee_commune,
from figures
full join renvois
  on renvois.maille = figures.maille
  and renvois.millesime = figures.millesime
  and renvois.filiere = figures.filiere
  and renvois.code_certification = figures.code_certification
  and renvois.region is not distinct from figures.region
  and renvois.uai is not distinct from figures.uai
