const CLE = 'region';
const SLUG = /^[a-z0-9-]{2,40}$/;

/** Where the choice is kept; a browser may refuse it (even the access throws): the address then carries the choice alone. */
export type Memoire = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function essayer<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The region of the address, else the one remembered; undefined when neither is a slug. `?region=bretagne` → `bretagne` */
export function lireRegion(search: string, memoire: Memoire): string | undefined {
  const asked = new URLSearchParams(search).get(CLE) ?? essayer(() => memoire().getItem(CLE)) ?? '';
  return SLUG.test(asked) ? asked : undefined;
}

export function retenirRegion(slug: string, memoire: Memoire): void {
  if (SLUG.test(slug)) essayer(() => memoire().setItem(CLE, slug));
}

export function oublierRegion(memoire: Memoire): void {
  essayer(() => memoire().removeItem(CLE));
}

/** The region that a page is about, by its address: `/formations/x/bretagne/` → `bretagne`; undefined for any other page. */
export function regionDeLAdresse(pathname: string): string | undefined {
  return /^\/formations\/[^/]+\/([^/]+)\/$/.exec(pathname)?.[1];
}

/** The address of a formation with the region, so that it goes on without storage: `/formations/x/#ecoles` → `/formations/x/?region=bretagne#ecoles`; any other as it is. */
export function avecRegion(href: string, slug: string): string {
  const match = /^(\/formations\/[^/?#]+\/)(#.*)?$/.exec(href);
  return match === null ? href : `${match[1] ?? ''}?${CLE}=${slug}${match[2] ?? ''}`;
}
