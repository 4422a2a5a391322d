import { ANNEES, anneeOf, type Diplome, dureeOf, groupeOf, isAnneeCommune } from './diplomes.ts';
import { frenchDay, plain } from './fichier-brut.ts';
import { type Mef, mefsOf } from './mefs.ts';
import type { Modele } from './modele.ts';
import { prelever } from './repartition.ts';

/**
 * Reference tables of the BCN: real codes, labels, levels, groups, families and successions; every other cell (remarks,
 * technical dates) is made up. Their habits are kept: raw quotes, one encoding a table, dates as 31/08/2024.
 */
export const INTERVENTION = '01/06/2026';

/** Prepared in apprenticeship or higher education only: these are in the V_ table, not in the N_ one. */
const HORS_TABLE_N = /^(135|250|251|355|36T|446|46T|56T)/;
/** Known by the survey on apprenticeship alone, so that the three tables must be merged (RULES § 8). */
const ENQUETE_51 = ['46T34402', '56T34303', '36T33401'];

export const estDansLaTableN = (cfd: string): boolean => !HORS_TABLE_N.test(cfd);
export const estDeLEnquete51 = (cfd: string): boolean => ENQUETE_51.includes(cfd);

const empty = (count: number): string[] => Array<string>(count).fill('');

function firstSession(diplome: Diplome): number {
  return anneeOf(diplome.ouverture) + dureeOf(diplome.type);
}

/** Remarks in the manner of the BCN: capitals, abbreviations, and quotes that nothing closes. */
function remark(diplome: Diplome): string {
  const [ancien] = diplome.anciens;
  const nouveau = diplome.nouveaux[0];
  if (diplome.cfd === '50025218') return 'FICTION : ROUES DE 15" ADMISES A L\'EPREUVE EP2.';
  if (nouveau !== undefined && ancien !== undefined) return `FICTION : A REMPLACE ${ancien}. REMPLACE PAR ${nouveau}.`;
  if (nouveau !== undefined) return `FICTION : REMPLACE PAR LE DIPLOME "RENOVE" (${nouveau}).`;
  return ancien === undefined ? '' : `FICTION : REMPLACE ${ancien}.`;
}

const startCells = (diplome: Diplome): (string | number)[] => [
  diplome.cfd,
  diplome.cfd.slice(0, 3),
  groupeOf(diplome.cfd),
  '',
  '',
  diplome.type,
  diplome.stat33,
  diplome.libelle,
  frenchDay(diplome.ouverture),
  frenchDay(diplome.fermeture),
];

const sessions = (diplome: Diplome): (string | number)[] => [
  firstSession(diplome),
  diplome.fermeture === null ? '' : anneeOf(diplome.fermeture),
];

const ARRETES = [
  'DATE_ARRETE_CREATION',
  'DATE_ARRETE_ABROGATION',
  ...Array.from({ length: 10 }, (_, index) => `DATE_ARRETE_MODIFICATION_${index + 1}`),
];
const LIENS = ['ANCIEN_DIPLOME', 'NOUVEAU_DIPLOME'].flatMap((name) =>
  Array.from({ length: 7 }, (_, index) => `${name}_${index + 1}`),
);
const DEBUT = [
  ...['FORMATION_DIPLOME', 'NIVEAU_FORMATION_DIPLOME', 'GROUPE_SPECIALITE', 'LETTRE_SPECIALITE', 'ANCIEN_RECME'],
  ...['LIBELLE_COURT', 'LIBELLE_STAT_33', 'LIBELLE_LONG_200', 'DATE_OUVERTURE', 'DATE_FERMETURE'],
];
const SESSIONS = ['UNITE_CAPITALISABLE', 'DATE_PREMIERE_SESSION', 'DATE_DERNIERE_SESSION'];
const FIN = ['COMMENTAIRE', 'NATURE_FORMATION_DIPLOME', 'GESTIONNAIRE_FORMATION_DIPLOME', 'DATE_INTERVENTION'];

const seven = (codes: readonly string[]): string[] => [...codes, ...empty(7 - codes.length)];

/** N_FORMATION_DIPLOME, in Windows-1252: its remarks hold bytes that ISO-8859-1 has not (œ, ’, …). */
export function* formationDiplomeLines({ diplomes }: Modele): Generator<string> {
  const end = ['NB_MEF_OUVERT', 'NB_MEF_FERME', 'ID_DOCUMENT', 'CITE_DOMAINE_FORMATION', 'DATE_SESSION_RATTRAPAGE'];
  const last = ['OBSERVATION', 'N_COMMENTAIRE', 'CITE_DOMAINE_DETAILLE', 'NIVEAU_QUALIFICATION_RNCP'];
  yield [...DEBUT, ...LIENS, ...SESSIONS, ...ARRETES, ...FIN, ...end, ...last].join(';');
  for (const diplome of diplomes.filter(({ cfd }) => estDansLaTableN(cfd))) {
    const mefs = mefsOf(diplome);
    const open = mefs.filter(({ fermeture }) => fermeture === null).length;
    const observation = diplome.fermeture === null ? '' : 'Mise en œuvre jusqu’à la dernière session…';
    yield plain([
      ...startCells(diplome),
      ...seven(diplome.anciens),
      ...seven(diplome.nouveaux),
      'N',
      ...sessions(diplome),
      ...empty(ARRETES.length),
      remark(diplome),
      isAnneeCommune(diplome) ? 'T' : '1',
      'FICTION',
      INTERVENTION,
      open,
      mefs.length - open,
      ...empty(3),
      observation,
      ...empty(3),
    ]);
  }
}

/** V_FORMATION_DIPLOME: every diploma but those of the survey, without successions. */
export function* vueFormationDiplomeLines({ diplomes }: Modele): Generator<string> {
  yield* formationLines(diplomes.filter(({ cfd }) => !estDeLEnquete51(cfd)));
}

export function* enquete51Lines({ diplomes }: Modele): Generator<string> {
  yield* formationLines(diplomes.filter(({ cfd }) => estDeLEnquete51(cfd)));
}

function* formationLines(diplomes: readonly Diplome[]): Generator<string> {
  const end = ['ID_DOCUMENT', 'CITE_DOMAINE_FORMATION', 'NIVEAU_QUALIFICATION_RNCP'];
  yield [...DEBUT, ...SESSIONS, ...ARRETES, ...FIN, ...end].join(';');
  for (const diplome of diplomes) {
    const start = [...startCells(diplome), 'N', ...sessions(diplome), ...empty(ARRETES.length)];
    yield plain([...start, remark(diplome), '1', 'FICTION', INTERVENTION, ...empty(3)]);
  }
}

function mefLine(mef: Mef): string {
  return plain([
    mef.mef,
    mef.dispositif,
    mef.cfd,
    mef.duree,
    mef.annee,
    mef.libelle.slice(0, 11),
    mef.libelle,
    frenchDay(mef.ouverture),
    frenchDay(mef.fermeture),
    mef.statut,
    ...['1', '', 'N', '', '', 'O', 'O'],
    mef.mefstat11,
    mef.mefstat11.slice(0, 9),
    INTERVENTION,
    // Real ones have spaces on their edges too (SOURCES § D).
    `${mef.libelle.toLowerCase()} `,
    '',
  ]);
}

/** A diploma that closed before the first cohort: nothing but the reference tables speaks of it. */
const estAncien = ({ fermeture }: Diplome): boolean => fermeture !== null && anneeOf(fermeture) < ANNEES[0];

/** Every year of every course; when `count` says how many the table must have, some years of the oldest diplomas are left out. */
function mefsDuPays(diplomes: readonly Diplome[], count: number | undefined): Mef[] {
  if (count === undefined) return diplomes.flatMap(mefsOf);
  const { anciens = [], vivants = [] } = Object.groupBy(diplomes, (item) => (estAncien(item) ? 'anciens' : 'vivants'));
  const kept = vivants.flatMap(mefsOf);
  return [...kept, ...prelever(anciens.flatMap(mefsOf), Math.max(0, count - kept.length))];
}

export function* mefLines({ diplomes, echelle }: Modele): Generator<string> {
  yield (
    'MEF;DISPOSITIF_FORMATION;FORMATION_DIPLOME;DUREE_DISPOSITIF;ANNEE_DISPOSITIF;LIBELLE_COURT;LIBELLE_LONG;' +
    'DATE_OUVERTURE;DATE_FERMETURE;STATUT_MEF;NB_OPTION_OBLIGATOIRE;NB_OPTION_FACULTATIF;RENFORCEMENT_LANGUE;DUREE_PROJET;' +
    'DUREE_STAGE;HORAIRE;MEF_INSCRIPTION_SCOLARITE;MEF_STAT_11;MEF_STAT_9;DATE_INTERVENTION;LIBELLE_EDITION;N_COMMENTAIRE'
  );
  for (const mef of mefsDuPays(diplomes, echelle.lignes.mef)) yield mefLine(mef);
}
