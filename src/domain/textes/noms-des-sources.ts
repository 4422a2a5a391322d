import type { Fiche, FicheEnsemble, SourceDeChiffres } from '../fiche.ts';

/** Where figures come from, as readers are told (FORMATS, list of the raw files). */
export const NOMS_DES_SOURCES: Record<SourceDeChiffres, string> = {
  inserjeunes: 'InserJeunes, par formation et par région (Depp et Dares)',
  inserjeunes_lycee_pro_formation_fine: 'InserJeunes, par lycée professionnel et par formation (Depp et Dares)',
  inserjeunes_lycee_pro: 'InserJeunes, par lycée professionnel (Depp et Dares)',
  inserjeunes_cfa: "InserJeunes, par centre de formation d'apprentis (Depp et Dares)",
  insersup: "InserSup, par diplôme et par établissement d'enseignement supérieur (Sies)",
};

/** The distinct sources of some records, in the words of `NOMS_DES_SOURCES`. */
export function nomsDesSources(fiches: readonly (Fiche | FicheEnsemble)[]): string[] {
  return [...new Set(fiches.map(({ source }) => NOMS_DES_SOURCES[source]))];
}
