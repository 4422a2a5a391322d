-- grain: one row per pair (ancien, nouveau) of codes of one graph: CFD to CFD, MEFSTAT11 to MEFSTAT11 (RULES §§ 10, 11)
-- One end of a link of CFD may be a code that the reference tables do not know. `rang_*`: place in the list of each end, null when only the
-- other end tells the link; links of MEF have none.
with mefs as (
  select mefs.cfd, mefs.mef_stat_11, mefs.dispositif_formation, count(*) over (partition by mefs.cfd) as nb_mefs
  from stg_bcn__mefs as mefs
  inner join int_certifications as codes on codes.code_certification = mefs.mef_stat_11
),

-- Each link of CFD seen from the end that the reference tables know: `voisin` is the other one.
voisinages as (
  select nouveau as cfd, ancien as voisin, true as voisin_est_ancien from stg_bcn__liens_diplomes
  union all
  select ancien, nouveau, false from stg_bcn__liens_diplomes
),

-- The only MEF of the neighbour for the only one of the CFD, else the first of the same dispositif and the same first 4 characters.
appariements as (
  select mefs.mef_stat_11 as mef, voisins.mef_stat_11 as mef_voisin, voisinages.voisin_est_ancien
  from voisinages
  inner join int_certifications as formations on formations.code_certification = voisinages.cfd
  inner join mefs on mefs.cfd = voisinages.cfd
  inner join mefs as voisins on voisins.cfd = voisinages.voisin
  where (mefs.nb_mefs = 1 and voisins.nb_mefs = 1)
    or (voisins.dispositif_formation = mefs.dispositif_formation and left(voisins.mef_stat_11, 4) = left(mefs.mef_stat_11, 4))
  qualify row_number() over (
    partition by mefs.mef_stat_11, voisinages.voisin, voisinages.voisin_est_ancien order by voisins.mef_stat_11
  ) = 1
),

liens_de_mefs as (
  -- A match counts from both sides, whichever found it.
  select distinct if(voisin_est_ancien, mef_voisin, mef) as ancien, if(voisin_est_ancien, mef, mef_voisin) as nouveau
  from appariements
)

select ancien, nouveau, rang_chez_ancien, rang_chez_nouveau from stg_bcn__liens_diplomes
union all by name
select ancien, nouveau from liens_de_mefs
