-- grain: one row per pair (CFD, RNCP) of the two crosswalks, active sheets only
with paires as (
  select trim(code_diplome) as cfd, trim(code_rncp) as rncp from raw.kit_apprentissage
  where upper(trim(fiche_active)) = 'ACTIVE'
  union
  select trim(code_scolarite), 'RNCP' || replace(trim(code_rncp), 'RNCP', '') from raw.certif_info
)

select distinct cfd, rncp from paires
where regexp_full_match(rncp, 'RNCP[0-9]+') and regexp_full_match(cfd, '[0-9A-Z]{8}')
