-- grain: one row per (cfd, lieu, formateur, gestionnaire) of the apprenticeship catalogue (FORMATS § 6)
-- Blank and the word null mean that the school is missing (RULES § 15). The UAIs are as the catalogue writes them: their letter is not checked.
select distinct
  trim(cfd) as cfd,
  nullif(upper(texte(uai_formation)), 'NULL') as lieu,
  nullif(upper(texte(etablissement_formateur_uai)), 'NULL') as formateur,
  nullif(upper(texte(etablissement_gestionnaire_uai)), 'NULL') as gestionnaire,
from raw.catalogue_apprentissage
where texte(cfd) is not null
