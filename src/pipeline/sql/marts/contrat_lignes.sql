-- grain: one row per (maille, millesime, region, uai, filiere, code_certification): figures after the threshold, and where those of a non-final year are
-- A record without figure nor final year is none: the original answers 404 (API § 9). `champs_masques` names the hidden figures of the record.
with figures as (
  select * from fiches_publiees where maille in ('nationale', 'regionale', 'etablissement')
  -- The column of higher education, in case no source holds it.
  union all by name
  select maille, null::integer as nb_diplome from fiches_publiees where false
),

renvois as (
  select * from int_renvois where len(terminales) > 0
),

-- A year that is not the last one can have figures of its own as well: one record (RULES § 14, traps).
reunies as (
  select
    figures.* exclude (formation, code_certification_type) replace (
      coalesce(figures.maille, renvois.maille) as maille,
      coalesce(figures.millesime, renvois.millesime) as millesime,
      coalesce(figures.region, renvois.region) as region,
      coalesce(figures.uai, renvois.uai) as uai,
      coalesce(figures.filiere, renvois.filiere) as filiere,
      coalesce(figures.code_certification, renvois.code_certification) as code_certification
    ),
    figures.maille is not null as a_une_fiche,
    list_sort(renvois.terminales) as terminales,
    coalesce(renvois.est_annee_commune, false) as est_annee_commune,
    if(
      figures.masquage is null,
      [],
      list_filter(figures.champs, lambda champ: regexp_full_match(
        champ,
        'nb_(sortant|poursuite_etudes|diplome|en_emploi_(6|12|18|24)_mois)|taux_((en_emploi|autres)_(6|12|18|24)_mois|en_formation|rupture_contrats)|salaire_12_mois_q[123]'
      ))
    ) as champs_masques,
  from figures
  full join renvois
    on renvois.maille = figures.maille
    and renvois.millesime = figures.millesime
    and renvois.filiere = figures.filiere
    and renvois.code_certification = figures.code_certification
    and renvois.region is not distinct from figures.region
    and renvois.uai is not distinct from figures.uai
),

mesurees as (
  select
    *,
    coalesce(*columns('^(nb_(sortant|poursuite|diplome|en_emploi)|taux_en_|taux_autres|taux_rupture|salaire_)')) as un_chiffre,
  from reunies
)

select * exclude (un_chiffre), un_chiffre is not null as a_des_chiffres
from mesurees
where terminales is not null or nb_annee_term is not null or un_chiffre is not null or len(champs_masques) > 0
