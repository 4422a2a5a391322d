import { REGIONS } from '../../domain/regions.ts';

/** Where a record stands in the files: France, the sum of regions, a region (INSEE code) or a school (UAI). */
export const FRANCE = 'FR';
export const SOMME_DES_REGIONS = 'regions';

/** Who a record is about, as a reader of the published files sees it. */
export interface Identite {
  code: string;
  filiere: string;
  millesime: string;
  /** `FR`, `regions`, a region code or a UAI. */
  lieu: string;
}

/** The sum of several codes of one track (API § 5). */
export interface AgregatLu {
  codes: string[];
  filiere: string;
  millesime: string;
  lieu: string;
  effectif: number | null;
  montre: string[];
}

export type Objet = Record<string, unknown>;

/** One text for an identity: the key of every table of the verifier. */
export const cleDe = ({ filiere, code, millesime, lieu }: Identite): string =>
  `${filiere} ${code} ${millesime} ${lieu}`;

const FIGURE =
  /^(nb_(?!annee_term$|regions$|formations|etablissements)|taux_|va_|salaire_|parts?(_|$)|(emploi|formation|autre)$|valeur|phrase)/;
/** Can a field of this name hold a figure? Names come back in every record: each is tried once. */
const figures = new Map<string, boolean>();
export function nommeUneFigure(nom: string): boolean {
  const estFigure = figures.get(nom) ?? FIGURE.test(nom);
  figures.set(nom, estFigure);
  return estFigure;
}
/** Numbers of a record that are no figure of its cohort. */
export const NOMBRES_PUBLICS: ReadonlySet<string> = new Set(['nb_annee_term', 'nb_regions', 'duree_ans']);
/** Sentences that say a figure: « Sur 100 élèves… », « 23 % », « 1 430 € ». */
const PHRASE_CHIFFREE = /\bsur 100\b|\d[\s\u00a0\u202f]?[%€]/i;
const CODES_DE_REGION = new Map(REGIONS.map(({ nom, code }) => [nom, code]));

export const isObjet = (value: unknown): value is Objet =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const texte = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const estVide = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || value === 'null' || value === 'NULL';

/** Names that make a record of what bears them: each is tried once. */
const marques = new Map<string, boolean>();
function marqueUneFiche(nom: string): boolean {
  const connu = marques.get(nom);
  if (connu !== undefined) return connu;
  const marque =
    nom === 'nb_annee_term' || (nommeUneFigure(nom) && !/^(formation|valeur|phrase|emploi|autre)/.test(nom));
  marques.set(nom, marque);
  return marque;
}

/** Is this object (or row) a record of figures? Long form: one figure a row, named by `mesure` or `indicateur`. */
export function estUneFiche(objet: Objet): boolean {
  if (estUneProche(objet)) return true;
  const estLongue = 'mesure' in objet || 'indicateur' in objet;
  for (const nom in objet) if (marqueUneFiche(nom) || (estLongue && nom.startsWith('valeur'))) return true;
  return false;
}

/** A close course, in the `proches` of another: three shares beside its own code; the rest of its identity is that of the other. */
const estUneProche = (objet: Objet): boolean =>
  'code_certification' in objet && 'emploi' in objet && 'formation' in objet && 'autre' in objet;

/** The sentences, precision and place among others of a record: it shows figures, and has no headcount nor origin of its own. */
export const estUneLecture = (objet: Objet): boolean => isObjet(objet.phrases) && 'millesime' in objet;

/** Tracks and millésimes: a few values, kept once. What a CSV gives is a piece of its text, and would keep the whole text in memory. */
const valeurs = new Map<string, string>();
function unique(value: string): string {
  const connue = valeurs.get(value);
  if (connue !== undefined) return connue;
  valeurs.set(value, value);
  return value;
}

/** The identity of a record from its own keys and those above it; undefined when they do not tell one (a whole school, a summary). */
export function identiteDe(objet: Objet): Identite | undefined {
  const { code_certification, filiere, millesime } = objet;
  const identite = { code: texte(code_certification), filiere: texte(filiere), millesime: texte(millesime) };
  if (identite.code === undefined || identite.filiere === undefined || identite.millesime === undefined)
    return undefined;
  const { code } = identite;
  return { code, filiere: unique(identite.filiere), millesime: unique(identite.millesime), lieu: lieuDe(objet) };
}

/** `maille` says which of `uai` and `region` is the place; without it the narrowest one is. */
export function lieuDe(objet: Objet): string {
  const uai = texte(objet.uai);
  const region = codeDeRegion(objet.region ?? objet.region_code);
  switch (objet.maille) {
    case 'nationale':
      return FRANCE;
    case 'regions':
      return SOMME_DES_REGIONS;
    case 'regionale':
      return region ?? FRANCE;
    default:
      return uai ?? region ?? FRANCE;
  }
}

/** `{code: '53', …}`, `'53'` or `'Bretagne'` → `53`. */
export function codeDeRegion(region: unknown): string | undefined {
  const nomOuCode = texte(isObjet(region) ? region.code : region);
  return nomOuCode === undefined ? undefined : (CODES_DE_REGION.get(nomOuCode) ?? nomOuCode);
}

type Sorte = 'objet' | 'ligne';

/** The fields of a record that say more than its headcount. In rows of text (`lignes`) codes look like numbers: only figures count. */
export function champsMontres(objet: Objet, sorte: Sorte): string[] {
  const champs: string[] = [];
  montrer(objet, sorte, (champ) => {
    champs.push(champ);
    return false;
  });
  return champs;
}

/** Does a record say more than its headcount? */
export const montreUnChamp = (objet: Objet, sorte: Sorte): boolean => montrer(objet, sorte, () => true);

/** Told each field that says more, until it has heard enough. */
type Voir = (champ: string) => boolean;

/** Shows `voir` the fields of a record that say more than its headcount; true when it had heard enough. */
function montrer(objet: Objet, sorte: Sorte, voir: Voir): boolean {
  const nom = texte(objet.mesure) ?? texte(objet.indicateur);
  if (nom !== undefined && NOMBRES_PUBLICS.has(nom)) return false;
  for (const champ in objet) {
    const value = objet[champ];
    if (estVide(value) || NOMBRES_PUBLICS.has(champ)) continue;
    if (sorte === 'objet' ? montrerUnChamp(champ, value, voir) : estUnChiffreDeLigne(champ) && voir(nom ?? champ))
      return true;
  }
  return false;
}

const estUnChiffreDeLigne = (champ: string): boolean => nommeUneFigure(champ) && champ !== 'formation';

/** Numbers and sentences that say a figure, inside a value too unless it is a record of its own. */
function montrerUnChamp(champ: string, value: unknown, voir: Voir): boolean {
  if (typeof value === 'number' || (typeof value === 'string' && PHRASE_CHIFFREE.test(value))) return voir(champ);
  if (!isObjet(value) || 'millesime' in value) return false;
  return montrer(value, 'objet', (dedans) => voir(`${champ}.${dedans}`));
}

const RAISONS_DE_SECRET = new Set<unknown>(['sous_le_seuil', 'protege_un_autre_chiffre']);

/** Does the record say that it hides figures? `parts` is null for an unknown share too: its reason tells. */
export function estMasquee(objet: Objet): boolean {
  if (RAISONS_DE_SECRET.has(objet.absence)) return true;
  for (const champ in objet) {
    const value = objet[champ];
    if ((value === null || value === 'null') && champ !== 'parts' && nommeUneFigure(champ)) return true;
  }
  return false;
}

/** Code and school whose figures the record repeats, when they are not its own (continuum, site of a school). `lieu`: UAI of the record. */
export function copieDe(objet: Objet, lieu: unknown = objet.uai): { code?: string; uai?: string } | undefined {
  const source = isObjet(objet.donnee_source)
    ? objet.donnee_source
    : { type: objet.donnee_source_type, code_certification: objet.donnee_source_code_certification };
  const code = estVide(source.type) || source.type === 'self' ? undefined : texte(source.code_certification);
  const uai = texte(objet.uai_donnee) === texte(lieu) ? undefined : texte(objet.uai_donnee);
  if (code === undefined && uai === undefined) return undefined;
  return { ...(code === undefined ? {} : { code }), ...(uai === undefined ? {} : { uai }) };
}

/** A headcount, written as a number or as text; null when the file does not tell it. */
export const effectifDe = (value: unknown): number | null => (estVide(value) ? null : Number(value));

/** Does a text of the site say a figure? For the search index, which must hold none. */
export const ditUnChiffre = (content: string): boolean => PHRASE_CHIFFREE.test(content);
