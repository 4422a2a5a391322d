-- Le catalogue de l'apprentissage cite un diplôme que les nomenclatures ne connaissent pas
select distinct lieux.cfd as exemple
from stg_apprentissage__lieux as lieux
anti join int_certifications as certifications on certifications.code_certification = lieux.cfd
