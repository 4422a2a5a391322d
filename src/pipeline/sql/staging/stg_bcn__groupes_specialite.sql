-- grain: one row per NSF group of specialty (three digits), with its domain (two digits)
with groupes as (
  select
    trim(groupe_specialite) as groupe,
    trim(domaine_specialite) as domaine,
    coalesce(texte(libelle_edition), texte(libelle_long)) as libelle,
  from raw.n_groupe_specialite
  where texte(groupe_specialite) is not null
  qualify row_number() over (partition by trim(groupe_specialite) order by ligne::integer desc) = 1
),

domaines as (
  select trim(domaine_specialite) as domaine, texte(libelle_long) as domaine_libelle
  from raw.n_domaine_specialite
  qualify row_number() over (partition by trim(domaine_specialite) order by ligne::integer desc) = 1
)

select groupes.groupe, groupes.libelle, groupes.domaine, domaines.domaine_libelle
from groupes
left join domaines using (domaine)
