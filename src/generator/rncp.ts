import { typeDiplome } from '../domain/types-diplome.ts';
import { anneeOf, type Diplome, dureeOf } from './diplomes.ts';
import { frenchDay, quoted } from './fichier-brut.ts';
import type { Modele } from './modele.ts';
import { createRandom } from './random.ts';

const NIVEAUX: Record<string, string> = {
  '5': 'Niveau 3',
  '4': 'Niveau 4',
  '3': 'Niveau 5',
  '2': 'Niveau 6',
  '1': 'Niveau 7',
};
/** Mentions complémentaires have no level in their code: MC3 and MC5 are level 3 (FACTS § 1), MC4 level 4. */
function niveauOf({ cfd, type }: Diplome): string {
  if (type.startsWith('MC')) return type === 'MC4' ? 'Niveau 4' : 'Niveau 3';
  return NIVEAUX[cfd.charAt(0)] ?? 'NR';
}

const withRncp = ({ diplomes }: Modele): Diplome[] => diplomes.filter(({ rncp }) => rncp !== null);

function kitLine(diplome: Diplome, rncp: string, libelle: string, isActive: boolean): string {
  const until = isActive ? `31/08/${createRandom('rncp', diplome.cfd).int(2027, 2029)}` : '31/08/2021';
  const end = [niveauOf(diplome), diplome.type, 'fictif', 'oui', until, isActive ? 'ACTIVE' : 'INACTIVE'];
  return quoted([diplome.cfd, libelle, rncp, ...end]);
}

/** France compétences: one line an entry, quotes doubled where a label has some, and one label on several lines. */
export function* kitLines(modele: Modele): Generator<string> {
  yield (
    'Code_Diplome;Intitulé diplôme (DEPP);Code_RNCP;Niveau fiche RNCP;Abrégé de diplôme (RNCP);Dernière MaJ;' +
    "Accès à l'apprentissage de la fiche RNCP (oui/non);Date d'échéance de la fiche RNCP;Fiche ACTIVE/INACTIVE"
  );
  for (const [rank, diplome] of withRncp(modele).entries()) {
    const isMultiline = diplome.cfd === '13511009';
    const libelle = isMultiline ? `${diplome.libelle}\r\nPARCOURS DE DÉMONSTRATION :\r\n- A\r\n- B` : diplome.libelle;
    yield kitLine(diplome, diplome.rncp ?? '', libelle, true);
    // One diploma in fifteen also keeps an older entry, no longer active.
    if (rank % 15 === 0) yield kitLine(diplome, `RNCP9${String(9000 + rank)}`, diplome.libelle, false);
  }
}

const TYPES: Record<string, string> = {
  CAP: "Certificat d'aptitude professionnelle",
  'BAC PRO': 'Baccalauréat professionnel',
  BTS: 'Brevet de technicien supérieur',
  BP: 'Brevet professionnel (Education nationale)',
  CAPA: "Certificat d'aptitude professionnelle agricole",
};

const COLONNES_CERTIF =
  'Code_Diplome;Libelle_Diplome;Libelle_Type_Diplome;Code_Niveau_Europeen;Date_MaJ;Code_FormaCode;Libelle_FormaCode;Code_Rome_1;' +
  'Code_Rome_2;Code_Rome_3;Code_Rome_4;Code_Rome_5;Code_Nsf;Code_RNCP;Code_RS;Code_Scolarité;valideur;certificateur;' +
  'Annee_Premiere_Session;Annee_Derniere_Session;Code_Ancien_Diplome;Intitulé_Ancien_Diplome;Code_Ancien_RNCP;' +
  'Code_Ancien_Scolarité;`Options`;Etat;Etat_Libelle;Etat_Ancien_Diplome;Etat_Ancien_Diplome_Libelle;accessibilite_fi;' +
  'accessibilite_ca;accessibilite_fc;accessibilite_cp;accessibilite_vae;accessibilite_ind;code_type_diplome;codeIdeo2';

/** As the Onisep catalogue writes a label: `CAP boulanger`. */
const labelOf = ({ cfd, nom }: Diplome): string =>
  `${typeDiplome(cfd).libelle} ${/^.\p{Lu}/u.test(nom) ? nom : nom.charAt(0).toLowerCase() + nom.slice(1)}`;
/** Without its prefix, unlike the kit. */
const rncpNumber = (diplome: Diplome): string => (diplome.rncp ?? '').replace('RNCP', '');

/** The four cells on the diploma that this one replaces, then how its own entry and that one stand. */
function formerCells(diplome: Diplome, former: Diplome | undefined, rank: number): (string | number)[] {
  const state = diplome.fermeture === null ? [0, 'Publié'] : [3, 'archivée'];
  if (former === undefined) return ['', '', '', '', '  ', ...state, '', 'inconnu'];
  return [900_500 + rank, labelOf(former), rncpNumber(former), former.cfd, '  ', ...state, 3, 'archivée'];
}

function certifLine(diplome: Diplome, former: Diplome | undefined, rank: number): string {
  const cells: (string | number)[] = [
    900_000 + rank,
    labelOf(diplome),
    TYPES[diplome.type] ?? 'Autre certification',
    niveauOf(diplome).replace('Niveau ', ''),
    frenchDay('2026-06-01'),
    ...['', '', '', '', '', '', ''],
    diplome.cfd.slice(3, 6),
    rncpNumber(diplome),
    '',
    diplome.cfd,
    'Ministère de démonstration,Autre ministère de démonstration',
    '',
    anneeOf(diplome.ouverture) + dureeOf(diplome.type),
    diplome.fermeture === null ? '' : anneeOf(diplome.fermeture),
    ...formerCells(diplome, former, rank),
    ...[1, 1, 1, 1, 1, 1],
    diplome.cfd.slice(0, 3),
    '',
  ];
  // Raw quotes in the middle of a cell, as in the real file: they open nothing.
  return cells.join(';');
}

/** Certif Info: diplomas and their RNCP number, and two entries that have no school code. */
export function* certifInfoLines(modele: Modele): Generator<string> {
  yield COLONNES_CERTIF;
  const byCfd = new Map(modele.diplomes.map((diplome) => [diplome.cfd, diplome]));
  const ancienOf = ({ anciens }: Diplome): Diplome | undefined => byCfd.get(anciens[0] ?? '');
  for (const [rank, diplome] of withRncp(modele).entries()) yield certifLine(diplome, ancienOf(diplome), rank);
  for (const name of ['Habilitation de démonstration "niveau A"', 'Mastère de démonstration']) {
    const cells = COLONNES_CERTIF.split(';').map((column) => (column === 'Libelle_Diplome' ? name : ''));
    yield ['909999', ...cells.slice(1)].join(';');
  }
}
