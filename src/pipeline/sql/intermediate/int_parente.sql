-- grain: one row per pair (code_certification, parent): the loose walk of RULES § 12 along one graph, the code itself first (rang 0)
select code_certification, code_certification as parent, 0 as rang
from int_certifications
