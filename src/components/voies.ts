import { selectSuivi } from '../charts/series.ts';
import type { Fiche } from '../domain/fiche.ts';
import type { Formation, Voie } from '../domain/formation.ts';
import type { Lecture } from '../domain/lecture.ts';
import { titreDeVoie } from '../domain/phrases.ts';
import { selectCarte, selectHistorique, selectRegion } from '../domain/selection.ts';

/** A way to take the diploma, with the records that its page shows. */
export interface VoieAffichee {
  voie: Voie;
  /** « Au lycée, en 2 ans » */
  titre: string;
  /** The leading record: France, the regions added up, or the asked region. */
  carte: Fiche | undefined;
  /** How to read it: its precision, its place among others, the courses close to it. */
  lecture: Lecture | undefined;
  /** The wider record to show next to a regional one. */
  large: Fiche | undefined;
  /** Same place as the card, oldest first. */
  historique: Fiche[];
  /** Of these, the one followed longest over months. */
  suivi: Fiche | undefined;
}

type Place = Pick<Fiche, 'maille' | 'region'>;
const isSamePlace = (left: Place, right: Place): boolean =>
  left.maille === right.maille && left.region === right.region;

const findLecture = ({ lectures }: Voie, carte: Fiche): Lecture | undefined =>
  lectures.find((lecture) => isSamePlace(lecture, carte) && lecture.millesime === carte.millesime);

/** The tracks of a formation, seen from France or from one region (INSEE code). */
export function toVoies(formation: Formation, region?: string): VoieAffichee[] {
  return formation.voies.map((voie) => {
    const widest = selectCarte(voie);
    const carte = region === undefined ? widest : selectRegion(voie, region);
    const historique = carte === undefined ? [] : selectHistorique(voie, carte);
    const isWider = widest !== undefined && (carte === undefined || !isSamePlace(widest, carte));
    return {
      voie,
      titre: titreDeVoie(voie),
      carte,
      lecture: carte && findLecture(voie, carte),
      large: region !== undefined && isWider ? widest : undefined,
      historique,
      suivi: selectSuivi(historique),
    };
  });
}

/** Titles of the diplomas whose figures a formation shows, by the code that records name. */
export function titresDesOrigines({ origines = {} }: Formation): Map<string, string> {
  return new Map(Object.entries(origines).map(([code, { libelle }]) => [code, libelle]));
}
