-- Les effectifs d'une fiche se contredisent (en emploi + en formation dépassent l'effectif, ou sortants + poursuivants en diffèrent)
select concat_ws(' ', maille, millesime, region, uai, filiere, code_certification) as exemple
from int_fiches
where nb_en_emploi_6_mois + nb_poursuite_etudes > nb_annee_term
  or nb_sortant + nb_poursuite_etudes <> nb_annee_term
