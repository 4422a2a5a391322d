-- grain: one row per code_certification that belongs to a famille de métiers (RULES § 13)
select codes.code_certification, familles.famille, familles.libelle, false as est_annee_commune
from stg_bcn__familles as familles
inner join int_certifications as codes using (cfd)
