import { expect, test } from 'vitest';

import { NATURES } from '../../../src/domain/etablissement.ts';
import { PERIMETRES, type FicheEnsemble } from '../../../src/domain/fiche.ts';
import * as proximite from '../../../src/domain/phrases-proximite.ts';
import type { EcoleProche } from '../../../src/domain/proximite.ts';
import { fautesDe } from '../../captions/rules.ts';

/* The captions of « Près de chez moi » (captions.test.ts has the others). */

const ECOLES: EcoleProche[] = [[], [0], [0, 1]].map((avec_chiffres) => ({
  ...{ uai: '0350777E', nom: 'Lycée', nature: 'lycee', avec_chiffres },
  sans_chiffre: avec_chiffres.slice(1),
}));
const ENSEMBLES = PERIMETRES.map((perimetre): FicheEnsemble => ({
  perimetre,
  maille: 'etablissement',
  uai: '0350777E',
  millesime: '2022_2023',
  source: 'inserjeunes_cfa',
  parts: { emploi: 1, formation: 64, autre: 35, calcul: 'source' },
}));

const entries = (words: object): string[] => Object.values(words).map(String);

const PRODUCTEURS: Record<string, () => string[]> = {
  TITRE_PROXIMITE: () => [proximite.TITRE_PROXIMITE],
  ORDRE_PAR_DISTANCE: () => [proximite.ORDRE_PAR_DISTANCE],
  METHODE_DE_DISTANCE: () => [proximite.METHODE_DE_DISTANCE],
  AIDE_COMMUNE: () => [proximite.AIDE_COMMUNE],
  ETIQUETTES: () => entries(proximite.ETIQUETTES),
  natureEnBref: () =>
    NATURES.flatMap((nature) =>
      (['public', 'prive', undefined] as const).map((secteur) => proximite.natureEnBref({ nature, secteur })),
    ),
  formationsDeLEcole: () => ECOLES.map(proximite.formationsDeLEcole),
  phraseDEnsemble: () =>
    ENSEMBLES.flatMap((ensemble) =>
      [ensemble, { ...ensemble, nb_annee_term: 1234 }].map((fiche) =>
        proximite
          .phraseDEnsemble(fiche)
          .map((segment) => (typeof segment === 'string' ? segment : segment.texte))
          .join(''),
      ),
    ),
  distanceEnMots: () => [0.4, 1, 12.6, 1234].map((km) => proximite.distanceEnMots(km, km === 1)),
  titreDesResultats: () => ['Rennes', undefined].map(proximite.titreDesResultats),
  titreDePalier: () =>
    [
      { de: 0, a: 10 },
      { de: 10, a: 30 },
      { de: 50, a: undefined },
    ].map((palier) => proximite.titreDePalier({ ...palier, ecoles: [1, 2] })),
  titreSansPosition: () => [1, 3].map(proximite.titreSansPosition),
  SANS_COMMUNES: () => [proximite.SANS_COMMUNES],
  SANS_COMMUNE: () => [proximite.SANS_COMMUNE],
  AIDE_SANS_POSITION: () => [proximite.AIDE_SANS_POSITION],
  offreEnMots: () =>
    [true, false].flatMap((shown) =>
      entries(proximite.offreEnMots({ slug: 'x', titre: 'CAP Cuisine', type: 'cap', filiere: 'apprentissage' }, shown)),
    ),
  autresOffres: () => [proximite.autresOffres(8)],
  choixDeFormation: () => [proximite.choixDeFormation({ titre: 'CAP Cuisine', est_fermee: true })],
  bilanEnMots: () =>
    [0, 1, 12].flatMap((nombre) =>
      [true, false].flatMap((precise) =>
        [true, false].map((depuisUneCommune) =>
          proximite.bilanEnMots({
            ...{ lieu: 'Rennes', depuisUneCommune, nombre, precise },
            ...{ sansOffre: nombre, manquants: nombre },
          }),
        ),
      ),
    ),
  communesProposees: () => [0, 1, 6].map(proximite.communesProposees),
  MESSAGES_PROXIMITE: () => entries(proximite.MESSAGES_PROXIMITE),
};

test('every export of phrases-proximite.ts is read here', () => {
  expect(Object.keys(PRODUCTEURS).sort()).toEqual(Object.keys(proximite).sort());
});

test.each(Object.entries(PRODUCTEURS))('%s keeps the rules of captions', (_, say) => {
  expect(say().flatMap((text) => fautesDe(text))).toEqual([]);
});

test.each([
  [0.4, false, 'à moins de 1\u00a0km'],
  [12.4, false, 'à 12\u00a0km'],
  [12.6, false, 'à 13\u00a0km'],
  [2.6, true, 'dans la commune'],
])('%d km, in the town: %s → « %s »', (km, isIn, expected) => {
  expect(proximite.distanceEnMots(km, isIn)).toBe(expected);
});

test('the card of a whole school says its denominator, its moment and its cohort in one line', () => {
  const [ensemble] = ENSEMBLES;
  const say = (fiche: FicheEnsemble): string =>
    proximite
      .phraseDEnsemble(fiche)
      .map((segment) => (typeof segment === 'string' ? segment : segment.texte))
      .join('')
      .replaceAll('\u00a0', ' ');
  expect(ensemble && say({ ...ensemble, nb_annee_term: 52 })).toBe(
    'Sur 100 élèves et apprentis en dernière année, 1 travaillait 6 mois après leur sortie, 64 étudiaient, 35 étaient dans une autre situation. Sortants de 2022 et 2023, 52 comptés.',
  );
});
