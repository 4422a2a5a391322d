import { removeAccents } from '../lib/slug.ts';
import type { Diplome, LigneDeDiplome } from './diplomes.ts';
import { PROFILS } from './etablissements.ts';
import nationalJson from './national.json' with { type: 'json' };
import nomenclaturesJson from './nomenclatures.json' with { type: 'json' };

/** Order characters of the codes that do not exist: a letter from F on, then any character (`50022 1F0`, `500221F1`…). */
const LETTRES = 'FGHJK';
const SUITE = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PREMIER_RNCP_FICTIF = 700_000;

/** What the parenthesis of a label says: `(CAP)`, `(MC NIVEAU IV)`. */
const PARENTHESES: Record<string, string> = { MC3: 'MC NIVEAU III', MC4: 'MC NIVEAU IV' };

const groupes = nomenclaturesJson.groupes.filter(({ edition }) => edition !== '');
const estEnseigne = (code: string): boolean =>
  Object.entries(PROFILS).some(([profil, groupe]) => profil !== 'agricole' && groupe.test(code));
const ENSEIGNES = groupes.filter(({ code }) => estEnseigne(code));
const AGRICOLES = groupes.filter(({ code }) => PROFILS.agricole?.test(code));
const GENERAUX = groupes;

const TYPES_AGRICOLES = /^(CAPA|BTSA|BAC PRO AG)$/;
const groupesOf = (type: string): typeof groupes =>
  TYPES_AGRICOLES.test(type) ? AGRICOLES : type === 'MASTER PRO' ? GENERAUX : ENSEIGNES;

const capitals = (text: string): string => removeAccents(text).toUpperCase();

/**
 * Hands out diplomas that do not exist, with codes and labels of the usual shape, none twice: their specialities are those of the BCN, in turn,
 * and their names a trade of the speciality.
 */
export function createIntitules(known: readonly Diplome[]) {
  const taken = new Set(known.map(({ cfd }) => cfd));
  const orders = new Map<string, number>();
  const ranks = new Map<string, number>();

  function code(prefixe: string, groupe: string): string {
    for (;;) {
      const order = orders.get(prefixe + groupe) ?? 0;
      orders.set(prefixe + groupe, order + 1);
      const letter = LETTRES[Math.floor(order / SUITE.length)];
      if (letter === undefined) throw new Error(`no code left for ${prefixe}${groupe}`);
      const cfd = `${prefixe}${groupe}${letter}${SUITE[order % SUITE.length] ?? ''}`;
      if (taken.has(cfd)) continue;
      taken.add(cfd);
      return cfd;
    }
  }

  function next(type: string, prefixe: string): LigneDeDiplome {
    const rank = ranks.get(type) ?? 0;
    ranks.set(type, rank + 1);
    const places = groupesOf(type);
    const groupe = places[rank % places.length];
    if (!groupe) throw new Error(`no speciality for ${type}`);
    const turn = Math.floor(rank / places.length);
    const role = nationalJson.roles[turn % nationalJson.roles.length] ?? '';
    const option = Math.floor(turn / nationalJson.roles.length);
    const end = option === 0 ? '' : ` option ${String.fromCharCode(64 + option)}`;
    const nom = `${role} en ${groupe.edition.charAt(0).toLowerCase()}${groupe.edition.slice(1)}${end}`;
    return {
      cfd: code(prefixe, groupe.code),
      type,
      stat33: capitals(`${role} ${groupe.stat33}${end}`).slice(0, 33).trim(),
      libelle: `${capitals(nom)} (${PARENTHESES[type] ?? type})`,
      nom,
      rncp: `RNCP${PREMIER_RNCP_FICTIF + taken.size}`,
    };
  }

  return { code, next };
}
