import { anneeOf, type Diplome, isAnneeCommune } from './diplomes.ts';

/** A course that leads to a diploma in a given number of years: `240` is the CAP in one year (FACTS § 4). */
export interface Dispositif {
  code: string;
  /** First three characters of MEFSTAT11. */
  stat: string;
  duree: number;
  /** Fifth character of MEFSTAT11: 0 Éducation nationale, 1 agricultural, and for BTS 1 or 2. */
  variante: string;
  /** Before the year in labels: `CAP2` in `2CAP2 BOULANGER`; bac pro years have names of their own. */
  prefixe: string;
}

export interface Mef {
  mef: string;
  mefstat11: string;
  dispositif: string;
  cfd: string;
  duree: number;
  annee: number;
  libelle: string;
  ouverture: string;
  fermeture: string | null;
  /** `4`: kept for apprentices only, as first years of a famille de métiers are. */
  statut: string;
}

const CAP_1_AN: Dispositif = { code: '240', stat: '231', duree: 1, variante: '0', prefixe: 'CAP1' };
const CAP_2_ANS: Dispositif = { code: '241', stat: '232', duree: 2, variante: '0', prefixe: 'CAP2' };
const CAP_3_ANS: Dispositif = { code: '242', stat: '233', duree: 3, variante: '0', prefixe: 'CAP3' };
const BTS_1_AN: Dispositif = { code: '310', stat: '321', duree: 1, variante: '1', prefixe: 'BTS1' };
const MENTION: Dispositif = { code: '253', stat: '239', duree: 1, variante: '0', prefixe: 'MC' };

/** The usual course of each type; types absent from here have no school track. */
const DISPOSITIFS: Record<string, Dispositif> = {
  CAP: CAP_2_ANS,
  'BAC PRO': { code: '247', stat: '238', duree: 3, variante: '0', prefixe: 'PRO' },
  BTS: { code: '311', stat: '322', duree: 2, variante: '1', prefixe: 'BTS2' },
  MC3: MENTION,
  MC4: MENTION,
  MC5: MENTION,
  CS3: { code: '257', stat: '23J', duree: 1, variante: '0', prefixe: 'CS-3' },
  CS4: { code: '258', stat: '23K', duree: 1, variante: '0', prefixe: 'CS-4' },
  BP: { code: '254', stat: '251', duree: 2, variante: '0', prefixe: 'BP2' },
  BMA: { code: '251', stat: '23C', duree: 2, variante: '0', prefixe: 'BMA2' },
  'BAC PRO AG': { code: '276', stat: '238', duree: 3, variante: '1', prefixe: 'PROA' },
  CAPA: { code: '271', stat: '232', duree: 2, variante: '1', prefixe: 'CAP2A' },
  BTSA: { code: '371', stat: '322', duree: 2, variante: '2', prefixe: 'BTS2A' },
};

/** Trades that are commonly prepared in one year by people who already hold another diploma. */
const GROUPES_CAP_1_AN = ['221', '332', '334', '336'];
const GROUPES_CAP_3_ANS = ['221', '334'];

/** Every course of a diploma, the usual one first; empty when it is prepared in apprenticeship only. */
export function dispositifsOf(diplome: Diplome): Dispositif[] {
  const usual = DISPOSITIFS[diplome.type];
  if (!usual || diplome.libelle === 'MACON') return [];
  const groupe = diplome.cfd.slice(3, 6);
  if (diplome.type === 'CAP') {
    return [
      usual,
      ...(GROUPES_CAP_1_AN.includes(groupe) ? [CAP_1_AN] : []),
      ...(GROUPES_CAP_3_ANS.includes(groupe) ? [CAP_3_ANS] : []),
    ];
  }
  return diplome.type === 'BTS' && groupe === '312' ? [usual, BTS_1_AN] : [usual];
}

/** `mefstat11Of(CAP_2_ANS, '50022139', 2)` → `23220022139` (FACTS § 4). Certificats de spécialisation have year 0. */
export function mefstat11Of(dispositif: Dispositif, cfd: string, annee: number): string {
  const year = dispositif.prefixe.startsWith('CS') ? 0 : annee;
  return `${dispositif.stat}${year}${dispositif.variante}0${cfd.slice(3)}`;
}

/** MEFSTAT11 of the final year, the one that InserJeunes describes. */
export const terminalOf = (dispositif: Dispositif, cfd: string): string =>
  mefstat11Of(dispositif, cfd, dispositif.duree);

const ANNEES_BAC_PRO = ['2ND', '1ER', 'TLE'];

function labelOf(dispositif: Dispositif, annee: number, stat33: string): string {
  const years = dispositif.prefixe.startsWith('PRO') ? (ANNEES_BAC_PRO[annee - 1] ?? '') : String(annee);
  const head = dispositif.duree === 1 && !/\d$/.test(dispositif.prefixe) ? '' : years;
  return `${head}${dispositif.prefixe} ${stat33}`.slice(0, 39);
}

function mefOf(diplome: Diplome, dispositif: Dispositif, annee: number): Mef {
  const { duree } = dispositif;
  const opened = anneeOf(diplome.ouverture) + annee - 1;
  const closed = diplome.fermeture === null ? null : anneeOf(diplome.fermeture) - (duree - annee);
  const closesEarly = diplome.famille !== null && diplome.type === 'BAC PRO' && annee === 1;
  return {
    mef: `${dispositif.code}${diplome.cfd.slice(3)}${duree}${annee}`,
    mefstat11: mefstat11Of(dispositif, diplome.cfd, annee),
    dispositif: dispositif.code,
    cfd: diplome.cfd,
    duree,
    annee,
    libelle: labelOf(dispositif, annee, diplome.stat33),
    ouverture: `${opened}-09-01`,
    fermeture: closed === null ? null : `${closed}-08-31`,
    statut: closesEarly ? '4' : '3',
  };
}

/** Every year of every course of a diploma. A common first year has one year only (RULES § 13). */
export function mefsOf(diplome: Diplome): Mef[] {
  return dispositifsOf(diplome).flatMap((dispositif) => {
    const years = isAnneeCommune(diplome) ? 1 : dispositif.duree;
    return Array.from({ length: years }, (_, index) => mefOf(diplome, dispositif, index + 1));
  });
}
