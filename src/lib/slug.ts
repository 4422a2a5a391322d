/** Removes accents and expands ligatures, keeps case: `Œuvre d'été` → `OEuvre d'ete`. */
export function removeAccents(text: string): string {
  return text
    .replace(/Œ/g, 'OE')
    .replace(/œ/g, 'oe')
    .replace(/Æ/g, 'AE')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}

/**
 * A piece of URL: lower case, digits and hyphens, at most `maxLength` characters, cut between words.
 *
 * `CAP Métiers de l'électricité` → `cap-metiers-de-l-electricite`
 */
export function slugify(text: string, maxLength = 80): string {
  const slug = removeAccents(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= maxLength) return slug;
  const cut = slug.slice(0, maxLength + 1);
  const lastHyphen = cut.lastIndexOf('-');
  return lastHyphen > 0 ? cut.slice(0, lastHyphen) : slug.slice(0, maxLength);
}

/** The title of a formation in its address, before its code: the pages, the names to suggest and their reader write it alike. */
export const slugDeTitre = (titre: string): string => slugify(titre, 70);

/** The code of a formation from its slug, which ends with it: `cap-cuisine-50022146` → `50022146`, `…-56t34304` → `56T34304`. */
export const codeDuSlug = (slug: string): string => slug.slice(slug.lastIndexOf('-') + 1).toUpperCase();

/** The same from the address of its page: `/formations/cap-cuisine-50022146/` → `50022146`. */
export const codeDeLaPage = (url: string): string => (/([0-9a-z]+)\/$/.exec(url)?.[1] ?? '').toUpperCase();
