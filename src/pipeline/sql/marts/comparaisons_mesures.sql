-- grain: one row per line of the InserJeunes exports whose measure is given again after it; the last line read is retained (RULES § 2)
-- Only figures that this edition shows, of records that no line puts under the threshold: a discarded figure of a small cohort stays
-- hidden as well (PRODUCT § 5.1).
with lignes as (
  select mesures.*
  from stg_inserjeunes__mesures as mesures
  inner join int_certifications using (code_certification)
  where valeur is not null
),

petites as (
  select distinct maille, millesime, region, uai, filiere, code_certification
  from lignes
  where mesure in ('nb_annee_term', 'nb_sortant') and valeur < $seuil
),

rangees as (
  select
    *,
    row_number() over fiche as rang,
    first_value(fichier) over fiche as fichier_retenu,
  from lignes
  window fiche as (
    partition by maille, millesime, region, uai, filiere, code_certification, mesure
    order by fichier desc, ligne desc
  )
  qualify count(*) over (partition by maille, millesime, region, uai, filiere, code_certification, mesure) > 1
),

retenus as (
  select maille, millesime, region, uai, filiere, code_certification, mesure, valeur
  from (
    select fiches.* from fiches_publiees as fiches
    where exists (
      from rangees
      where rangees.maille = fiches.maille
        and rangees.millesime = fiches.millesime
        and rangees.region is not distinct from fiches.region
        and rangees.uai is not distinct from fiches.uai
        and rangees.filiere = fiches.filiere
        and rangees.code_certification = fiches.code_certification
    ) and fiches.source = 'inserjeunes' and fiches.donnee_type = 'self'
  )
  unpivot (valeur for mesure in (columns('^(nb_(annee|sortant|poursuite|en_emploi)|taux_|salaire_)')))
)

select
  'mesure_repetee' as regle,
  rangees.maille, rangees.millesime, rangees.region, rangees.uai,
  null::varchar as perimetre,
  rangees.filiere, rangees.code_certification, rangees.mesure,
  retenus.valeur as retenu,
  rangees.valeur as ecarte,
  false as un_seul,
  rangees.fichier_retenu,
  rangees.fichier as fichier_ecarte,
from rangees
inner join retenus
  on retenus.maille = rangees.maille
  and retenus.millesime = rangees.millesime
  and retenus.region is not distinct from rangees.region
  and retenus.uai is not distinct from rangees.uai
  and retenus.filiere = rangees.filiere
  and retenus.code_certification = rangees.code_certification
  and retenus.mesure = rangees.mesure
where rangees.rang > 1
  and not exists (
    from petites
    where petites.maille = rangees.maille
      and petites.millesime = rangees.millesime
      and petites.region is not distinct from rangees.region
      and petites.uai is not distinct from rangees.uai
      and petites.filiere = rangees.filiere
      and petites.code_certification = rangees.code_certification
  )
