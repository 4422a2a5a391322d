import type { Absence } from '../publication.ts';
import { SEPARATEUR_DE_LISTE, type LigneDeCode, type LigneDeFiche } from './fichiers.ts';
import type { Codes, Tables } from './tables.ts';

/** What a row shows: the figure of which place, else why none. */
export const STATUTS_AVEC_CHIFFRE = [
  'chiffre_etablissement',
  'chiffre_region',
  'chiffre_france',
  'chiffre_ensemble_etablissement',
] as const;
export type StatutAvecChiffre = (typeof STATUTS_AVEC_CHIFFRE)[number];
export type Statut = StatutAvecChiffre | Absence | 'sans_code';

/** Where one row leads. */
export interface Jonction {
  statut: Statut;
  /** Official code that was read in the row: it is known, or the first of those that are not. */
  code: string;
  /** How the code leads to the page (`CHEMINS` of domain/ressources.ts). */
  chemin: string;
  page?: { titre: string; url: string };
  /** Present if and only if the status says that there is a figure. */
  fiche?: LigneDeFiche;
  /** Codes of the other tracks that show a figure at the same scope. */
  autresVoies: string[];
  /** Why the school of the row has no figure of its own for the course; empty when it has, or when the row names no school. */
  absenceEtablissement: Absence | '';
}

type Acces = Pick<Tables, 'designation' | 'formation' | 'deLaFrance' | 'deLaRegion' | 'ecole'>;

const rien = (statut: Statut, code = ''): Jonction => ({
  statut,
  code,
  chemin: '',
  autresVoies: [],
  absenceEtablissement: '',
});

/**
 * The decision about one row: from its codes to a page and its finest published figure (school, region, France), or the reason. The first known code
 * decides; a row with a school alone leads to the school, all its courses together.
 */
export function joindre(codes: Codes, tables: Acces): Jonction {
  const [first] = codes.formation;
  if (first === undefined) return joindreEcole(codes, tables);
  for (const { lectures } of codes.formation) {
    for (const [type, code] of lectures) {
      const designation = tables.designation(type, code);
      if (designation !== undefined) return joindreFormation(designation, type, codes.uais, tables);
    }
  }
  return rien('code_inconnu', first.lectures[0]?.[1] ?? first.texte);
}

function joindreEcole({ uais, uaisIllisibles }: Codes, tables: Acces): Jonction {
  const [uai] = uais.filter((code) => tables.ecole(code) !== undefined);
  if (uai === undefined) {
    const inconnu = uais[0] ?? uaisIllisibles[0];
    return inconnu === undefined ? rien('sans_code') : rien('code_inconnu', inconnu);
  }
  return pageDEcole(uai, 'code', tables) ?? rien('code_inconnu', uai);
}

function pageDEcole(uai: string, chemin: string, tables: Acces): Jonction | undefined {
  const ensemble = tables.ecole(uai)?.ensemble;
  if (ensemble === undefined) return undefined;
  const page = { titre: ensemble.nom, url: `/etablissements/${uai.toLowerCase()}/` };
  const montre = estMontree(ensemble);
  return {
    ...rien(montre ? 'chiffre_ensemble_etablissement' : raisonDe(ensemble), uai),
    chemin,
    page,
    ...(montre ? { fiche: ensemble } : {}),
  };
}

function joindreFormation(designation: LigneDeCode, type: string, uais: readonly string[], tables: Acces): Jonction {
  const { code, chemin, candidats } = designation;
  const formation = tables.formation(designation.page);
  // A CFD can look like an UAI, and lead to a school.
  if (formation === undefined && designation.page !== '') {
    const ecole = pageDEcole(designation.page, chemin, tables);
    if (ecole !== undefined) return ecole;
  }
  const page = formation && { titre: formation.titre, url: `/formations/${formation.slug}/` };
  const base = { code, chemin, ...(page && { page }) };
  if (formation === undefined || candidats !== '') return { ...rien(toAbsence(designation.absence)), ...base };
  const trouvee = chercher(toVoie(designation, type), designation.page, uais, tables);
  const fiche = trouvee.fiches[0];
  return {
    statut: trouvee.statut ?? trouvee.raison ?? toAbsence(formation.absence),
    ...base,
    ...(fiche && { fiche }),
    autresVoies: trouvee.fiches.slice(1).map(({ code_certification }) => code_certification),
    absenceEtablissement:
      trouvee.statut === 'chiffre_etablissement' ? '' : raisonDEtablissement(trouvee.ecoles, uais, tables),
  };
}

/** Which tracks of a page a code speaks of. */
interface Voie {
  /** The code itself, or those of the last year of its course: their record comes first. */
  codes: ReadonlySet<string>;
  /** Without any figure for them: a school code never takes the figures of apprentices. */
  repli: (fiche: LigneDeFiche) => boolean;
}

function toVoie({ code, annee_terminale }: LigneDeCode, type: string): Voie {
  const terminales = annee_terminale === '' ? [] : annee_terminale.split(SEPARATEUR_DE_LISTE);
  return {
    codes: new Set([code, ...terminales]),
    repli: type === 'mef11' ? ({ filiere }) => filiere !== 'apprentissage' : () => true,
  };
}

interface Trouvee {
  /** Undefined when nothing is shown: then `raison`, when a record gives one. */
  statut?: StatutAvecChiffre;
  raison?: Absence;
  /** The records shown at the finest scope: the first one is kept. */
  fiches: LigneDeFiche[];
  /** The records of the course in the schools of the row. */
  ecoles: LigneDeFiche[];
}

/** The finest figure of the tracks that bear the code; without any, of the others, in the order of the page. */
function chercher(voie: Voie, formation: string, uais: readonly string[], tables: Acces): Trouvee {
  const ecoles = uais.flatMap((uai) => tables.ecole(uai)?.formations.get(formation) ?? []);
  const regions = new Set(uais.map((uai) => tables.ecole(uai)?.ensemble.region ?? '').filter((code) => code !== ''));
  const echelles: [StatutAvecChiffre, readonly LigneDeFiche[]][] = [
    ['chiffre_etablissement', ecoles],
    // The first school says where the course is.
    ['chiffre_region', [...regions].slice(0, 1).flatMap((region) => tables.deLaRegion(region, formation))],
    ['chiffre_france', tables.deLaFrance(formation)],
  ];
  // A course that is measured elsewhere has no code of its own there.
  const porte = ({ code_certification }: LigneDeFiche): boolean => voie.codes.has(code_certification);
  for (const convient of [porte, voie.repli]) {
    for (const [statut, fiches] of echelles) {
      const shown = fiches.filter((fiche) => convient(fiche) && estMontree(fiche));
      // Of several schools, the first one that shows something.
      const duLieu = shown.filter(({ uai }) => uai === shown[0]?.uai);
      if (shown.length > 0) return { statut, fiches: duLieu, ecoles: ecoles.filter(voie.repli) };
    }
  }
  const candidates = echelles.flatMap(([, fiches]) => fiches).filter(voie.repli);
  const raison = candidates.find(porte) ?? candidates[0];
  return { ...(raison && { raison: raisonDe(raison) }), fiches: [], ecoles: ecoles.filter(voie.repli) };
}

function raisonDEtablissement(fiches: readonly LigneDeFiche[], uais: readonly string[], tables: Acces): Absence | '' {
  if (uais.length === 0) return '';
  if (uais.every((uai) => tables.ecole(uai) === undefined)) return 'code_inconnu';
  const cachee = fiches.find((fiche) => !estMontree(fiche));
  return cachee === undefined ? 'pas_encore_publiee' : raisonDe(cachee);
}

const estMontree = (fiche: LigneDeFiche): boolean => fiche.part_emploi_6_mois !== '';
const raisonDe = ({ absence }: LigneDeFiche): Absence => toAbsence(absence);

/** The files are ours: a reason is one of the list, and a missing one is the widest. */
const toAbsence = (texte: string): Absence => (texte === '' ? 'pas_encore_publiee' : (texte as Absence));
