-- Un établissement a deux fiches InserSup d'un diplôme pour la même promotion, seule et avec la précédente (les deux sont gardées)
select concat_ws(' ', seules.uai, seules.code_certification, seules.millesime, cumulees.millesime) as exemple
from int_fiches_insersup as seules
inner join int_fiches_insersup as cumulees
  on cumulees.maille = seules.maille
  and cumulees.uai = seules.uai
  and cumulees.code_certification = seules.code_certification
  and cumulees.millesime = (seules.millesime::integer - 1) || '_' || seules.millesime
where length(seules.millesime) = 4
