import type { Etablissement } from './etablissement.ts';
import type { Fiche, FicheEnsemble, Filiere } from './fiche.ts';
import type { Formation } from './formation.ts';
import type { Mesure } from './indicateurs.ts';
import { comptageEmploiPublic } from './millesime.ts';
import { mentionContinuum, NOMS_DES_PERIMETRES, origineEnBref, publicCompte, titreDeVoie } from './phrases-fiche.ts';
import type { Absence } from './publication.ts';
import { selectCarte, selectDerniere, selectRegion } from './selection.ts';

/** Putting courses and schools side by side. Pure and light: browsers load it (no schema, no table of names). */

/** One row of a comparison: one track of a formation, or one perimeter of a school. */
export interface LigneComparee {
  /** Name of the formation or school, in plain words. */
  titre: string;
  /** « Par apprentissage », « Les apprentis du CFA ». */
  voie: string;
  /** `cours`: one formation in one school. */
  genre: 'formation' | 'etablissement' | 'cours';
  /** Diploma level (RULES § 8), for a formation whose code has one. */
  niveau?: string;
  filiere?: Filiere;
  /** Absent when there is no record at all: `absence` says why. */
  fiche?: Fiche | FicheEnsemble;
  absence?: Absence;
  /** Whose figures these are when they are another diploma's (PRODUCT § 5.4). */
  origine: string | null;
  /** A region was asked and this track has no record there: the row shows another place. */
  horsRegion: boolean;
}

/** The rows of a formation, one a track; a single row with the reason when no track is known. `region`: INSEE code. */
export function lignesDeFormation(formation: Formation, region?: string): LigneComparee[] {
  const { titre, diplome, origines = {} } = formation;
  const commun = { titre, genre: 'formation' as const, ...(diplome && { niveau: diplome.libelle }) };
  const lignes = formation.voies.map((voie): LigneComparee => {
    const regionale = region === undefined ? undefined : selectRegion(voie, region);
    const fiche = regionale ?? selectCarte(voie);
    const absence = fiche === undefined ? (voie.absence ?? formation.absence ?? 'pas_encore_publiee') : fiche.absence;
    return {
      ...commun,
      voie: titreDeVoie(voie),
      filiere: voie.filiere,
      ...(fiche && { fiche }),
      ...(absence && { absence }),
      origine: fiche === undefined ? null : mentionContinuum(fiche, (code) => origines[code]?.libelle),
      horsRegion: region !== undefined && regionale === undefined,
    };
  });
  if (lignes.length > 0) return lignes;
  return [
    { ...commun, voie: '', absence: formation.absence ?? 'pas_encore_publiee', origine: null, horsRegion: false },
  ];
}

/** The rows of a school: all its young people together when that record exists, else each perimeter; a reason when there is none. */
export function lignesDEtablissement({ nom, ensembles, absence }: Etablissement): LigneComparee[] {
  const whole = ensembles.filter(({ perimetre }) => perimetre === 'lycee_ensemble' || perimetre === 'cfa');
  const commun = { titre: nom, genre: 'etablissement' as const, origine: null, horsRegion: false };
  const lignes = (whole.length > 0 ? whole : ensembles).flatMap(({ perimetre, fiches }): LigneComparee[] => {
    const fiche = selectDerniere(fiches);
    if (fiche === undefined) return [];
    const raison = fiche.absence;
    return [{ ...commun, voie: NOMS_DES_PERIMETRES[perimetre], fiche, ...(raison && { absence: raison }) }];
  });
  return lignes.length > 0 ? lignes : [{ ...commun, voie: '', absence: absence ?? 'pas_encore_publiee' }];
}

/** A formation of a school that has figures there. */
export interface Cours {
  code: string;
  titre: string;
}

export const coursDEtablissement = ({ formations }: Etablissement): Cours[] =>
  formations.filter(({ fiches }) => fiches.length > 0).map(({ code, titre }) => ({ code, titre }));

/** The rows of one course in a school, one a track and code; a reason when the school has none for it. */
export function lignesDeCours({ nom, formations, ecoles = {} }: Etablissement, code: string): LigneComparee[] {
  const course = formations.find((formation) => formation.code.toLowerCase() === code.toLowerCase());
  const commun = { genre: 'cours' as const, horsRegion: false };
  if (course === undefined)
    return [{ ...commun, titre: `${nom}, ${code}`, voie: '', absence: 'pas_encore_publiee', origine: null }];
  const titre = `${course.titre}, ${nom}`;
  const groups = Map.groupBy(course.fiches, (fiche) => `${fiche.filiere} ${fiche.code_certification}`);
  return [...groups.values()].flatMap((fiches): LigneComparee[] => {
    const fiche = selectDerniere(fiches);
    if (fiche === undefined) return [];
    const { absence, filiere } = fiche;
    const origine = origineEnBref(fiche, (uai) => ecoles[uai]);
    return [{ ...commun, titre, voie: titreDeVoie(fiche), filiere, fiche, ...(absence && { absence }), origine }];
  });
}

/** What makes figures side by side hard to compare (PRODUCT § 5.6), in the order in which it is said. */
export const AVERTISSEMENTS = [
  'genre',
  'niveau',
  'population',
  'maille',
  'millesime',
  'emploi_public',
  'source',
] as const;
export type Avertissement = (typeof AVERTISSEMENTS)[number];

type Montree = LigneComparee & { fiche: Fiche | FicheEnsemble };
const montre = (ligne: LigneComparee): ligne is Montree => ligne.fiche != null && ligne.fiche.parts !== null;
const estInserSup = ({ source }: Fiche | FicheEnsemble): boolean => source === 'insersup';

/** What two rows that show figures must share, by warning. */
const COMMUNS: Record<Avertissement, (ligne: Montree) => string> = {
  genre: ({ genre }) => (genre === 'etablissement' ? genre : 'formation'),
  niveau: ({ genre, niveau }) => (genre === 'formation' ? (niveau ?? '') : '*'),
  population: ({ fiche }) => publicCompte(fiche),
  maille: ({ fiche }) => `${fiche.maille} ${fiche.maille === 'regionale' ? (fiche.region ?? '') : ''}`,
  millesime: ({ fiche }) => fiche.millesime,
  emploi_public: ({ fiche }) => comptageEmploiPublic(fiche.millesime, fiche.source),
  source: ({ fiche }) => (estInserSup(fiche) ? 'insersup' : 'inserjeunes'),
};

/** The warnings that go with these rows; rows without figures compare nothing. `*` = the row has no say. */
export function avertissementsDe(lignes: readonly LigneComparee[]): Avertissement[] {
  const montrees = lignes.filter(montre);
  return AVERTISSEMENTS.filter((name) => {
    const values = new Set(montrees.map(COMMUNS[name]));
    values.delete('*');
    return values.size > 1;
  });
}

/** Figures that stand below the three shares, in their order. */
export const MESURES_COMPAREES = [
  'taux_en_emploi_12_mois',
  'taux_emploi_6_mois',
  'taux_emploi_12_mois',
  'salaire_12_mois_q2',
  'taux_rupture_contrats',
] as const satisfies readonly Mesure[];
export type MesureComparee = (typeof MESURES_COMPAREES)[number];

/** A figure, the reason why it is not there, or `sans_objet`: contracts are broken in apprenticeship only. */
export type ValeurComparee = { valeur: number } | { absence: Absence } | { absence: 'sans_objet' };

export function valeurDe({ fiche, absence, filiere, genre }: LigneComparee, mesure: MesureComparee): ValeurComparee {
  const valeur = fiche?.[mesure];
  if (typeof valeur === 'number') return { valeur };
  if (mesure === 'taux_rupture_contrats' && genre !== 'etablissement' && filiere !== 'apprentissage')
    return { absence: 'sans_objet' };
  return { absence: fiche?.absences?.[mesure] ?? (valeur === null ? absence : undefined) ?? 'pas_encore_publiee' };
}

export const SORTES_DE_QUESTIONS = [
  'ruptures',
  'absence',
  'horizons',
  'effectif',
  'continuum',
  'etudes',
  'autre',
  'emploi',
  'suivi',
  'stages',
  'visite',
] as const;
export type SorteDeQuestion = (typeof SORTES_DE_QUESTIONS)[number];

/** A question for the open day: about one row, with the figures that bring it; general ones have neither. */
export interface QuestionAPoser {
  sorte: SorteDeQuestion;
  titre?: string;
  voie?: string;
  nombres: number[];
}

/** From how much a figure brings its question. Choices of ours: they decide what is asked, never what is published. */
const SEUILS = { ruptures: 15, horizons: 8, effectif: 60, etudes: 20, autre: 35 };

type Candidate = { poids: number; nombres: number[] } | null;

/** When a row brings a question of a kind, and how strongly. */
const CANDIDATES: Partial<Record<SorteDeQuestion, (ligne: LigneComparee) => Candidate>> = {
  ruptures: ({ fiche }) => auMoins(fiche?.taux_rupture_contrats, SEUILS.ruptures),
  absence: (ligne) => (montre(ligne) ? null : { poids: 1, nombres: [] }),
  horizons: (ligne) => {
    const after = ligne.fiche?.taux_en_emploi_12_mois;
    if (!montre(ligne) || typeof after !== 'number') return null;
    const before = ligne.fiche.parts?.emploi ?? 0;
    const gap = Math.abs(after - before);
    return gap < SEUILS.horizons ? null : { poids: gap, nombres: [before, after] };
  },
  effectif: (ligne) => {
    const nombre = ligne.fiche?.nb_annee_term;
    if (!montre(ligne) || nombre === undefined || nombre >= SEUILS.effectif) return null;
    return { poids: -nombre, nombres: [nombre] };
  },
  continuum: ({ origine }) => (origine === null ? null : { poids: 1, nombres: [] }),
  etudes: ({ fiche }) => auMoins(fiche?.parts?.formation, SEUILS.etudes),
  autre: ({ fiche }) => auMoins(fiche?.parts?.autre, SEUILS.autre),
  emploi: ({ fiche }) => auMoins(fiche?.parts?.emploi, 1),
};

function auMoins(nombre: number | null | undefined, seuil: number): Candidate {
  return typeof nombre === 'number' && nombre >= seuil ? { poids: nombre, nombres: [nombre] } : null;
}

/**
 * Three questions to ask at the open day, of three kinds, in the order of `SORTES_DE_QUESTIONS`; for each kind, the row that brings it most
 * strongly, the first of equals. General questions complete when the figures bring fewer than three.
 */
export function questionsAPoser(lignes: readonly LigneComparee[]): QuestionAPoser[] {
  return SORTES_DE_QUESTIONS.flatMap((sorte): QuestionAPoser[] => {
    const brings = CANDIDATES[sorte];
    if (brings === undefined) return [{ sorte, nombres: [] }];
    const found = lignes
      .flatMap((ligne) => {
        const candidate = brings(ligne);
        return candidate === null ? [] : [{ ligne, ...candidate }];
      })
      .sort((left, right) => right.poids - left.poids)[0];
    if (found === undefined) return [];
    return [{ sorte, titre: found.ligne.titre, voie: found.ligne.voie, nombres: found.nombres }];
  }).slice(0, 3);
}
