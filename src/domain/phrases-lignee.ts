import { formatDate, joinFrench, NBSP } from '../lib/format.ts';
import type { Formation, Lien } from './formation.ts';
import { millesimeCourt } from './millesime.ts';
import { titreDeVoie } from './phrases.ts';

/** A sentence around links to other diplomas. */
export interface PhraseDeLignee {
  avant: string;
  liens: Lien[];
  apres: string;
}

type Lignee = Pick<Formation, 'titre' | 'anciens' | 'nouveaux' | 'date_ouverture' | 'date_fermeture' | 'est_fermee'>;

/**
 * The life line of a diploma in one or two sentences for pupils: « En 2020, ce diplôme a remplacé : Bac pro Gestion-administration. », « Ce diplôme
 * n'existe plus depuis le 31 août 2022. Il a été remplacé par : … ». A renewed diploma that keeps its name is said to be renewed.
 */
export function phrasesDeLignee({
  titre,
  anciens,
  nouveaux,
  date_ouverture: ouverture,
  date_fermeture: fermeture,
  est_fermee,
}: Lignee): PhraseDeLignee[] {
  const phrases: PhraseDeLignee[] = [];
  if (anciens.length > 0) {
    const annee = ouverture === undefined ? '' : `En ${ouverture.slice(0, 4)}, `;
    const ce = annee === '' ? 'Ce' : 'ce';
    const isRenewed = anciens.every(({ libelle }) => libelle === titre);
    phrases.push(
      isRenewed
        ? {
            avant: `${annee}${ce} diplôme a été rénové : voir `,
            liens: renommer(anciens, "l'ancienne version"),
            apres: '.',
          }
        : { avant: `${annee}${ce} diplôme a remplacé : `, liens: anciens, apres: '.' },
    );
  }
  if (nouveaux.length > 0) {
    const fin = fermeture === undefined ? '' : finDuDiplome(fermeture, est_fermee);
    const isRenewed = nouveaux.every(({ libelle }) => libelle === titre);
    phrases.push({
      avant: `${fin}${est_fermee ? 'Il a été remplacé par' : 'Il est remplacé par'} ${isRenewed ? '' : ': '}`,
      liens: isRenewed ? renommer(nouveaux, 'sa nouvelle version') : nouveaux,
      apres: '.',
    });
  } else if (est_fermee && fermeture !== undefined) {
    phrases.push({ avant: finDuDiplome(fermeture, true).trimEnd(), liens: [], apres: '' });
  }
  return phrases.map((phrase) => ({ ...phrase, avant: phrase.avant.replace(' :', `${NBSP}:`).trimEnd() }));
}

const finDuDiplome = (fermeture: string, estFermee: boolean): string =>
  estFermee
    ? `Ce diplôme n'existe plus depuis le ${formatDate(fermeture)}. `
    : `Ce diplôme s'arrêtera le ${formatDate(fermeture)}. `;

const renommer = (liens: readonly Lien[], libelle: string): Lien[] => liens.map((lien) => ({ ...lien, libelle }));

/** A diploma of the line, with its dates when it is the one of the page. */
export interface EtapeDeLignee extends Lien {
  dates: string;
}

/** The diplomas replaced, this one with its dates, those that replace it: each with its code. This one bears no link. */
export function etapesDeLignee(formation: Lignee & Pick<Formation, 'code'>): EtapeDeLignee[] {
  const { code, titre, anciens, nouveaux, date_ouverture: ouverture, date_fermeture: fermeture } = formation;
  const dates = [
    ...(ouverture === undefined ? [] : [`ouvert le ${formatDate(ouverture)}`]),
    ...(fermeture === undefined ? [] : [`fermé le ${formatDate(fermeture)}`]),
  ];
  const sansDate = (lien: Lien): EtapeDeLignee => ({ ...lien, dates: '' });
  const ici = { code, libelle: `${titre}, cette page`, dates: dates.length === 0 ? '' : `, ${dates.join(', ')}` };
  return [...anciens.map(sansDate), ici, ...nouveaux.map(sansDate)];
}

/** Which cohorts of a track show the figures of another code: « Par apprentissage : sortants de 2021-2022, chiffres du code 50022139. » */
export function phraseDesReprises({ voies }: Pick<Formation, 'voies'>): string[] {
  return voies.flatMap((voie) => {
    const parCode = Map.groupBy(
      voie.fiches.flatMap(({ donnee_source: source, millesime }) =>
        source === undefined ? [] : [{ source, millesime }],
      ),
      ({ source }) => source.code_certification,
    );
    return [...parCode].map(([code, reprises]) => {
      const millesimes = [...new Set(reprises.map(({ millesime }) => millesimeCourt(millesime)))].sort();
      return `${titreDeVoie(voie)}${NBSP}: sortants de ${joinFrench(millesimes)}, chiffres du code ${code}.`;
    });
  });
}
