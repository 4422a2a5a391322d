-- grain: one row per pair (CFD, RNCP) of the two crosswalks; `est_active` is false for a sheet that is over or replaced
with paires as (
  select trim(code_diplome) as cfd, trim(code_rncp) as rncp, upper(trim(fiche_active)) = 'ACTIVE' as est_active
  from raw.kit_apprentissage
  union all
  select trim(code_scolarite), 'RNCP' || replace(trim(code_rncp), 'RNCP', ''), true
  from raw.certif_info
  union all
  -- The sheet that this one replaces, with the diploma that it certified when it is told.
  select coalesce(texte(code_ancien_scolarite), trim(code_scolarite)), 'RNCP' || replace(trim(code_ancien_rncp), 'RNCP', ''), false
  from raw.certif_info
)

select cfd, rncp, coalesce(bool_or(est_active), false) as est_active
from paires
where regexp_full_match(rncp, 'RNCP[0-9]+') and regexp_full_match(cfd, '[0-9A-Z]{8}')
group by cfd, rncp
