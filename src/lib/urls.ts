/** Every address of the site is made here. Pages end with a slash; the JSON twin of `/a/b/` is `/a/b.json`. */
export const urls = {
  home: () => '/',
  formations: () => '/formations/',
  formation: (slug: string) => `/formations/${slug}/`,
  /** The page of a formation read from one region. */
  formationRegion: (slug: string, regionSlug: string) => `/formations/${slug}/${regionSlug}/`,
  diplome: (type: string) => `/diplomes/${type}/`,
  domaine: (slug: string) => `/domaines/${slug}/`,
  /** The courses of one diploma type in a long domain. */
  domaineType: (slug: string, type: string) => `/domaines/${slug}/${type}/`,
  famille: (slug: string) => `/familles/${slug}/`,
  etablissement: (uai: string) => `/etablissements/${uai.toLowerCase()}/`,
  etablissements: () => '/etablissements/',
  regions: () => '/regions/',
  region: (slug: string) => `/regions/${slug}/`,
  /** The courses of one diploma type in a region. */
  regionType: (slug: string, type: string) => `/regions/${slug}/${type}/`,
  regionEtablissements: (slug: string) => `/regions/${slug}/etablissements/`,
  /** Guess, then see: the quiz, and the sheet of one place (`france`, or the slug of a region) and diploma type. */
  devine: () => '/devine/',
  feuille: (lieu: string, type: string) => `/devine/${lieu}/${type}/`,
  /** Schools by distance: the choice of a département, or one of them; `fragment` is what is asked (proximite-etat.ts), without `#`. */
  proximite: (departement?: string, fragment?: string) =>
    `/pres-de-chez-moi/${departement === undefined ? '' : `${departement}/`}${fragment === undefined ? '' : `#${fragment}`}`,
  recherche: () => '/recherche/',
  /** The formations whose name begins with a letter (src/components/alphabet.ts). */
  alphabet: (lettre: string) => `/recherche/alphabet/${lettre}/`,
  /** Side by side; `entree` is an address of the site without its slashes at both ends: `formations/x`. */
  comparer: (entree?: string) => (entree === undefined ? '/comparer/' : `/comparer/#${entree}`),
  /** The builder of cards; `code`: of the formation to begin with. */
  widget: (code?: string) => (code === undefined ? '/widget/' : `/widget/#code=${code}`),
  /** Cards made to be put in other sites, by codes: names change, codes do not. `region`: INSEE code. */
  carteFormation: (code: string, region?: string) =>
    `/integrer/formations/${code}/${region === undefined ? '' : `${region}/`}`,
  carteEtablissement: (uai: string) => `/integrer/etablissements/${uai}/`,
  /** The image of one course of a school; its card is in the page of the school. */
  imageDeCours: (uai: string, cle: string) => `/integrer/etablissements/${uai}/${cle}.svg`,
  feuilleDesCartes: () => '/integrer/carte.css',
  /** What hosts answer below `/integrer/` where there is no card; rendered as the page `carteAbsente`. */
  carteAbsente: () => '/integrer/absente/',
  /** Where the cards of one edition stay as they were: the folder of the cards of that edition; ISO day. */
  cartesFigees: (date: string) => `/integrer/editions/${date}/`,
  donnees: () => '/donnees/',
  /** Reference of the files, and the page for those who come from the original API. */
  api: () => '/donnees/api/',
  ancienneApi: () => '/donnees/ancienne-api/',
  monCatalogue: () => '/donnees/mon-catalogue/',
  rapprocher: () => '/donnees/rapprocher/',
  comprendre: (anchor?: string) => (anchor === undefined ? '/comprendre/' : `/comprendre/#${anchor}`),
  qualite: () => '/qualite/',
  /** Weights and faults of the pages, measured on the built site. */
  mesures: () => '/qualite/mesures.json',
  mentions: () => '/mentions-legales/',
  accessibilite: () => '/accessibilite/',
};

/** The file that says the same as a page: `/formations/x/` → `/formations/x.csv`, `/` → `/index.json`. */
export function twinOf(page: string, format: 'json' | 'csv' | 'svg' | 'zip'): string {
  return page === '/' ? `/index.${format}` : `${page.replace(/\/$/, '')}.${format}`;
}

/** The JSON file that says the same as a page: `/regions/bretagne/` → `/regions/bretagne.json`. */
export const jsonTwin = (page: string): string => twinOf(page, 'json');
