import { drawComparaison } from '../charts/comparaison-strip.ts';
import { getChartDocument } from '../charts/document.ts';
import { drawHorizons } from '../charts/horizons-line.ts';
import { drawMillesimes } from '../charts/millesimes-bars.ts';
import { drawSalaire } from '../charts/salaire-range.ts';
import { toLignesMillesime, toPointsHorizon } from '../charts/series.ts';
import { nommer } from '../charts/svg.ts';
import { uneFois } from '../charts/une-fois.ts';
import type { Fiche } from '../domain/fiche.ts';
import type { Comparaison, Repartition } from '../domain/lecture.ts';
import { phraseDeSituation, type NomDeType } from '../domain/phrases-lecture.ts';
import { formatEuros, NBSP } from '../lib/format.ts';
import { findRepartition } from './comparaisons.ts';
import type { VoieAffichee } from './voies.ts';

/* The drawings of a formation, track by track: the page lays them beside their tables, and each kind is also a file of its own. */

/** The drawing of `donnees` under the name `titre`; the same figures are drawn once, whatever their name. */
const tracer = <T>(
  nom: string,
  draw: (donnees: T, noms: { titre: string }, document: Document) => string,
  donnees: T,
  titre: string,
): string =>
  nommer(
    uneFois(nom, donnees, () => draw(donnees, { titre: '' }, getChartDocument())),
    titre,
  );

export interface Suivi {
  titre: string;
  fiche: Fiche;
  /** What the drawing says, in words: its accessible name. */
  mots: string;
  svg: string;
}

/** Over months: the record of each track that was followed longest. */
export function suivisDe(voies: readonly VoieAffichee[]): Suivi[] {
  return voies.flatMap(({ suivi: fiche, titre }) => {
    if (fiche === undefined) return [];
    const points = toPointsHorizon(fiche);
    const parts = points.map(({ mois, valeur }) => `${valeur} à ${mois}${NBSP}mois`).join(', ');
    const mots = `${titre}${NBSP}: sur 100, ceux qui travaillaient${NBSP}: ${parts}.`;
    return [{ titre, fiche, mots, svg: tracer('mois', drawHorizons, points, mots) }];
  });
}

export interface Promotion {
  titre: string;
  historique: readonly Fiche[];
  /** What the drawing says, in words: its accessible name. */
  mots: string;
  svg: string;
}

/** By millésime, for the tracks that have more than one. */
export function promotionsDe(voies: readonly VoieAffichee[]): Promotion[] {
  return voies
    .filter(({ historique }) => historique.length > 1)
    .map(({ historique, titre }) => {
      const mots = `${titre}${NBSP}: les trois parts de ${historique.length} promotions.`;
      return {
        titre,
        historique,
        mots,
        svg: tracer('promotions', drawMillesimes, toLignesMillesime(historique), mots),
      };
    });
}

export interface Salaire {
  titre: string;
  fiche: Fiche;
  q1: number;
  q2: number;
  q3: number;
  /** What the drawing says, in words: its accessible name. */
  mots: string;
  svg: string;
}

/** Salaries exist for France only; the newest record that has the three quartiles. */
export function salairesDe(voies: readonly VoieAffichee[]): Salaire[] {
  return voies.flatMap(({ voie, titre }) => {
    for (const fiche of voie.fiches) {
      const { salaire_12_mois_q1: q1, salaire_12_mois_q2: q2, salaire_12_mois_q3: q3 } = fiche;
      if (fiche.maille !== 'nationale' || q1 == null || q2 == null || q3 == null) continue;
      const mots = `${titre}${NBSP}: la moitié gagnait entre ${formatEuros(q1)} et ${formatEuros(q3)}, milieu ${formatEuros(q2)}.`;
      return [{ titre, fiche, q1, q2, q3, mots, svg: tracer('salaire', drawSalaire, { q1, q2, q3 }, mots) }];
    }
    return [];
  });
}

export interface Bande {
  etat: 'emploi' | 'formation';
  /** « 36 sur 100 travaillaient : plus haut que 3 CAP sur 4 (milieu : 24). » */
  phrase: string;
  valeur: number;
  milieu: number;
  /** What the drawing says, in words: its accessible name. */
  mots: string;
  svg: string;
}

export interface Situation {
  titre: string;
  carte: Fiche;
  comparaison: Comparaison;
  bandes: Bande[];
}

/** The share of each track among the courses that can be compared with it, for work then for study. */
export function situationsDe(
  voies: readonly VoieAffichee[],
  repartitions: readonly Repartition[],
  type: NomDeType,
): Situation[] {
  return voies.flatMap(({ carte, lecture, titre }) => {
    const repartition = carte && findRepartition(repartitions, carte);
    if (carte?.parts == null || lecture?.comparaison === undefined || repartition === undefined) return [];
    const { parts } = carte;
    const { comparaison } = lecture;
    const bandes = (['emploi', 'formation'] as const).map((etat): Bande => {
      const { milieu } = comparaison[etat];
      const valeur = parts[etat];
      const phrase = phraseDeSituation(etat, valeur, comparaison[etat], type);
      const mots = `${titre}${NBSP}: ${phrase}`;
      const donnees = { etat, valeur, milieu, distribution: repartition[etat] };
      const svg = drawComparaison(donnees, { titre: mots }, getChartDocument());
      return { etat, phrase, valeur, milieu, mots, svg };
    });
    return [{ titre, carte, comparaison, bandes }];
  });
}
