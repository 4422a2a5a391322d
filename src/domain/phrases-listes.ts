import { formatEntier, NBSP, plural } from '../lib/format-leger.ts';

/**
 * The sentences of lists and schools: what a list counts, what a missing figure means, how to read value added. Browsers load this module
 * (proximite): it imports no table, no schema and no number library.
 */

/** `(99, 70, 'en Bretagne')` → « 99 formations en Bretagne, dont 70 avec des chiffres. » */
export function compteDeListe(formations: number, avecChiffres: number, lieu?: string): string {
  const counted = `${plural(formations, 'formation', 'formations')}${lieu === undefined ? '' : ` ${lieu}`}`;
  if (avecChiffres === 0) return `${counted}, sans chiffre publié pour le moment.`;
  return avecChiffres === formations
    ? `${counted}, avec des chiffres.`
    : `${counted}, dont ${formatEntier(avecChiffres)} avec des chiffres.`;
}

/** Goes with a list of diploma types: what its numbers are. */
export const AIDE_TYPES =
  'Choisir un type de diplôme pour voir ses formations, avec leurs chiffres. À côté de chaque type, combien ont des chiffres, sur combien.';

/**
 * What a list holds and what its three numbers say.
 *
 * `(99, 70, 'en Bretagne')` → « 99 formations en Bretagne, dont 70 avec des chiffres. Chaque ligne dit ce que faisaient 100 jeunes… »
 */
export function chapeauDeListe(formations: number, avecChiffres: number, lieu?: string): string {
  const counted = compteDeListe(formations, avecChiffres, lieu);
  if (avecChiffres === 0) return counted;
  return (
    `${counted} Chaque ligne dit ce que faisaient 6${NBSP}mois après leur sortie, sur 100, les jeunes de dernière année. ` +
    `L'ordre est alphabétique${NBSP}: rien ici ne classe les formations.`
  );
}

/** Says what a common first year is, before its names. */
export const ANNEE_COMMUNE =
  "Dans cette famille, la seconde professionnelle est commune. À la fin de la seconde, chaque élève choisit l'un des bacs pro ci-dessous. " +
  `La seconde elle-même n'a pas de chiffre${NBSP}: on mesure ce que sont devenus les jeunes après leur dernière année.`;

export const TITRE_RAISONS = 'Ce que veulent dire les raisons';

/**
 * Value added in one picture of words, per 100 leavers.
 *
 * `(55, 52, 3)` → « 52 attendus pour des jeunes semblables, 55 observés : 3 de plus sur 100 sortants. »
 */
export function issueDeValeurAjoutee(ecart: number): string {
  if (ecart === 0) return `autant qu'attendu sur 100${NBSP}sortants`;
  return `${Math.abs(ecart)} de ${ecart > 0 ? 'plus' : 'moins'} sur 100${NBSP}sortants`;
}

/** Below this many points, the gap says almost nothing (textes/comprendre-lecture.ts, « valeur-ajoutee »). */
const PETIT_ECART = 3;

/** What the gap allows to say. `estArrondi`: the three published numbers do not subtract exactly. */
export function limiteDeValeurAjoutee(ecart: number, estArrondi: boolean): string {
  const size =
    Math.abs(ecart) < PETIT_ECART
      ? `Cet écart est petit${NBSP}: il peut venir du hasard.`
      : "Un écart ne dit rien des cours ni de l'ambiance, et il change d'une année à l'autre.";
  return estArrondi ? `${size} (Les trois nombres sont arrondis chacun de son côté.)` : size;
}

export const EXPLICATION_TAUX_ATTENDU =
  'Le taux attendu est celui de jeunes semblables (âge, sexe, origine sociale, niveau, spécialité, emploi de la zone) ailleurs en France. ' +
  "La différence entre le taux observé et le taux attendu s'appelle la valeur ajoutée. De quelques points, elle ne dit presque rien.";

/** Goes with the links of the courses of a school to the same courses in its region (PRODUCT § 4.3: a link, never a wider figure without its badge). */
export function liensVersLaRegion(lieu: string): string {
  return `Sous chaque nom, le lien «${NBSP}${lieu}${NBSP}» mène au même diplôme, mesuré dans toute la région.`;
}

/** `('en Bretagne', false)` → « voir en Bretagne », where the figure of the school is hidden. */
export function lienVersLaRegion(lieu: string, montreUnChiffre: boolean): string {
  return montreUnChiffre ? lieu : `voir ${lieu}`;
}
