-- grain: one row per pair (ancien, nouveau) of codes of one graph: CFD to CFD, MEFSTAT11 to MEFSTAT11 (RULES §§ 10, 11)
select ancien, nouveau
from stg_bcn__liens_diplomes
