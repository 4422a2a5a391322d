-- grain: one row per (maille, millesime, region, filiere, code_certification) of France, of the sum of regions or of a region that shows its shares
-- The shares are those of the pages: src/pipeline/parts.ts computes them from fiches_publiees, with the same function.
select
  formation,
  donnee_formation,
  type,
  code_certification,
  filiere,
  maille,
  region,
  millesime,
  nb_annee_term::integer as nb_annee_term,
  part_emploi::integer as part_emploi,
  part_formation::integer as part_formation,
  part_autre::integer as part_autre,
  est_propre::boolean as est_propre,
  est_derniere::boolean as est_derniere,
from parts.fiches
