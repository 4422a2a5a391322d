/** Kinds of pages, in the order of the tables that count or weigh them, with the name that readers see. */
export const TYPES_DE_PAGE = {
  accueil: 'Accueil',
  formation: 'Formation',
  formation_region: 'Formation dans une région',
  etablissement: 'Établissement',
  region: 'Région',
  region_type: 'Région et type de diplôme',
  proximite: 'Près de chez moi',
  diplome: 'Type de diplôme',
  domaine: 'Domaine',
  famille: 'Famille de métiers',
  liste: 'Liste',
  comprendre: 'Comprendre',
  qualite: 'Qualité',
  donnees: 'Données',
  recherche: 'Recherche',
  devine: 'Devine, puis regarde',
  comparer: 'Comparer',
  widget: 'Mettre une carte ailleurs',
  integrer: 'Carte à intégrer',
  autre: 'Autre page',
} as const;
export type TypeDePage = keyof typeof TYPES_DE_PAGE;
export const NOMS_DE_TYPES_DE_PAGE = Object.keys(TYPES_DE_PAGE) as [TypeDePage, ...TypeDePage[]];

/** First part of an address → the type of the page at each depth, from one part on; deeper than the list is another page. */
const PAR_RUBRIQUE: Record<string, readonly TypeDePage[]> = {
  formations: ['liste', 'formation', 'formation_region'],
  etablissements: ['liste', 'etablissement'],
  regions: ['liste', 'region', 'region_type'],
  'pres-de-chez-moi': ['liste', 'proximite'],
  diplomes: ['liste', 'diplome'],
  domaines: ['liste', 'domaine'],
  familles: ['liste', 'famille'],
};

/** Sections of one type at any depth. */
const RUBRIQUES_ENTIERES = [
  'comprendre',
  'qualite',
  'donnees',
  'recherche',
  'devine',
  'comparer',
  'widget',
  'integrer',
] as const;

/** What kind of page an address is: `/formations/x/bretagne/` → `formation_region`, `/404.html` → `autre`. */
export function typeDePage(url: string): TypeDePage {
  const [rubrique, ...suite] = url.split('/').filter((part) => part !== '');
  if (rubrique === undefined) return 'accueil';
  return (
    RUBRIQUES_ENTIERES.find((name) => name === rubrique) ??
    (Object.hasOwn(PAR_RUBRIQUE, rubrique) ? PAR_RUBRIQUE[rubrique]?.[suite.length] : undefined) ??
    'autre'
  );
}
