import { codeNu, lireCode } from '../domain/code-officiel.ts';

/** What `/api/resoudre/{code}.json` says of a code (`Resolution`), as far as the search shows it. */
interface Resolution {
  code: string;
  libelle?: string;
  page?: PageTrouvee;
  candidats?: PageTrouvee[];
}
interface PageTrouvee {
  genre: 'formation' | 'etablissement';
  titre: string;
  url: string;
}

/** An official code of the country: the pages it leads to; none when this site has no page for it. */
export interface CodeConnu {
  code: string;
  libelle: string | undefined;
  pages: PageTrouvee[];
}

/**
 * The codes that a request may be, whatever its prefix, spaces, case, and zeros lost in a spreadsheet; none when it is not one.
 *
 * `CFD:500 221 37` → [`50022137`]; `1022107` → [`1022107`, `01022107`]; `35316` → [`RNCP35316`]; `350777e` → [`0350777E`]; `cuisine` → []
 */
export function codesPossibles(q: string): string[] {
  const nu = codeNu(q).toUpperCase();
  if (/^RNCP\d{1,7}$/.test(nu) || /^\d{4,6}$/.test(nu)) return [lireCode('rncp', nu)];
  if (/^\d{6}[A-Z]$/.test(nu)) return [`0${nu}`];
  if (/^(?:\d{7}|\d{10})$/.test(nu)) return [nu, `0${nu}`];
  return /^(?:\d{2}[\dA-Z]{2}\d{3}[\dA-Z]|\d{11})$/.test(nu) ? [nu] : [];
}

/** Asks the files of the codes in turn; undefined when none exists. A failure of the network rejects. */
export async function resoudre(codes: readonly string[]): Promise<CodeConnu | undefined> {
  for (const code of codes) {
    const response = await fetch(`/api/resoudre/${code}.json`);
    if (response.status === 404) continue;
    if (!response.ok) throw new Error(`code ${code}: HTTP ${response.status}`);
    const { libelle, page, candidats } = (await response.json()) as Resolution;
    return { code, libelle, pages: page === undefined ? (candidats ?? []) : [page, ...(candidats ?? [])] };
  }
  return undefined;
}
