-- grain: one row per open code that could show figures: CFD (apprentissage), MEFSTAT11 of the final year of an open CFD (school)
-- The denominator of coverage: the earlier years of a course have no leavers of their own (RULES § 14).
select codes.code_certification, codes.code_certification_type
from int_certifications as codes
inner join formations using (formation)
where not formations.est_fermee
  and codes.est_publiable
  and (codes.code_certification_type <> 'mef11' or codes.annee_dispositif = codes.duree_dispositif)
