-- grain: one row per CFD that the Onisep catalogue names, with accents
select
  trim(code_scolarite) as cfd,
  first(texte(libelle_diplome) order by ligne::integer) as libelle,
from raw.certif_info
where regexp_full_match(trim(code_scolarite), '[0-9A-Z]{8}') and texte(libelle_diplome) is not null
group by trim(code_scolarite)
