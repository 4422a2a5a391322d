import { isUai } from './uai.ts';

/** The kinds of codes that a row of a catalogue can bear, `uai` aside: those of `api/catalogue/codes/`. */
export type TypeDeCodeDeFormation = 'cfd' | 'mef11' | 'sise' | 'rncp';

/**
 * A code without what people and spreadsheets write around it: spaces, dots, hyphens, apostrophes, the name of its kind. Letters stay as they are.
 *
 * `CFD : 500 221 37` → `50022137`, `="01022103"` → `01022103`, `RNCP 37537` → `RNCP37537`
 */
export function codeNu(texte: string): string {
  return texte.replace(/[\s.:="'’-]/g, '').replace(/^(?:cfd|mefstat11|mef|sise|uai|rne|code)(?=\d)/i, '');
}

/** The zeros that a spreadsheet takes away come back, unless nothing but zeros would be left of the code. */
const completer = (code: string, longueur: number, minimum: number): string =>
  /^\d+$/.test(code) && code.length >= minimum ? code.padStart(longueur, '0') : code;

const LECTURES: Record<TypeDeCodeDeFormation, (nu: string) => string> = {
  cfd: (nu) => completer(nu, 8, 7),
  mef11: (nu) => nu,
  sise: (nu) => completer(nu, 7, 1),
  rncp: (nu) => nu.replace(/^(?:RNCP)?0*(?=\d{1,7}$)/, 'RNCP'),
};

/** The code that a cell of a known kind means: `(cfd, '1022103')` → `01022103`, `(rncp, '37537')` → `RNCP37537`. */
export function lireCode(type: TypeDeCodeDeFormation, texte: string): string {
  return LECTURES[type](codeNu(texte).toUpperCase());
}

/**
 * The codes that a cell of an unknown kind may mean, by its shape, in the order in which they are to be tried: 11 digits are a MEFSTAT11, 8 a
 * CFD, 7 a SISE or a CFD without its zero.
 */
export function lireCodeQuelconque(texte: string): [TypeDeCodeDeFormation, string][] {
  const nu = codeNu(texte).toUpperCase();
  if (/^RNCP\d{1,7}$/.test(nu)) return [['rncp', lireCode('rncp', nu)]];
  if (/^\d{11}$/.test(nu)) return [['mef11', nu]];
  if (nu.length === 7) return (['sise', 'cfd'] as const).map((type) => [type, lireCode(type, nu)]);
  return [['cfd', nu]];
}

/** The UAI of a cell, its zero put back; undefined when it is none (RULES § 18). `350777e` → `0350777E` */
export function lireUai(texte: string): string | undefined {
  const nu = codeNu(texte).toUpperCase();
  const uai = /^\d{6}[A-Z]$/.test(nu) ? `0${nu}` : nu;
  return isUai(uai) ? uai : undefined;
}
