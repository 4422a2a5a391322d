import { describe, expect, test } from 'vitest';

import {
  completerPourLeSuperieur,
  ecrireLibelle,
  ecrireMots,
  learnDictionnaire,
  retirerType,
  titreDeFormation,
} from '../../../src/domain/libelles.ts';

const dictionnaire = learnDictionnaire([
  "Bac pro métiers de l'électricité et de ses environnements connectés",
  'CAP métiers de la coiffure',
  'BTS management économique de la construction en BTP',
  'Construction durable du bâtiment et des travaux publics',
  "Préparation d'ouvrages",
]);

describe('official labels in capitals become readable', () => {
  test.each([
    [
      "METIERS DE L'ELECTRICITE ET DE SES ENVIRONNEMENTS CONNECTES (BAC PRO)",
      "Métiers de l'électricité et de ses environnements connectés",
    ],
    ['TRAVAUX DU BATIMENT ET BTP (CAP)', 'Travaux du bâtiment et BTP'],
    ['METIERS DE LA COIFFURE OPTION A COUPE (BP)', 'Métiers de la coiffure option A coupe'],
    ['AIDE A DOMICILE (MC NIVEAU III)', 'Aide à domicile'],
    ['BOULANGER (CAP)', 'Boulanger'],
    ['TRAVAUX DE PREPARATION (CAP)', 'Travaux de préparation'],
    ['(CAP)', '(CAP)'],
  ])('%s → %s', (officiel, expected) => expect(ecrireLibelle(officiel, dictionnaire)).toBe(expected));
});

describe('labels of higher education', () => {
  const superieur = completerPourLeSuperieur(dictionnaire, ['Sciences de la matière']);
  test.each([
    ['GENIE MECANIQUE (CONNECTES)', 'Genie mécanique (connectés)'],
    ['SCIENCES DE LA MATIERE', 'Sciences de la matière'],
    ["METIERS DE L'ENSEIGNEMENT (MEEF)", "Métiers de l'enseignement (MEEF)"],
  ])('%s → %s: its final parenthesis belongs to the name', (officiel, expected) =>
    expect(ecrireMots(officiel, superieur)).toBe(expected),
  );

  test('what the labels of schools teach wins', () => {
    const btp = learnDictionnaire(['CAP travaux Btp', 'CAP mecanique']);
    expect(ecrireMots('TRAVAUX BTP MECANIQUE', completerPourLeSuperieur(btp, []))).toBe('Travaux Btp mecanique');
  });
});

describe('the diploma type is said once', () => {
  test.each([
    ['CAP boulanger', 'Boulanger'],
    ['BUT spécialité génie biologique', 'Génie biologique'],
    ['BPA option travaux de la production animale', 'Travaux de la production animale'],
    ['CAP option A', 'Option A'],
    ['Titre pro agent de propreté', 'Agent de propreté'],
    ["Titre professionnel responsable d'établissement touristique", "Responsable d'établissement touristique"],
    ['CAP', 'CAP'],
  ])('%s → %s', (libelle, expected) => expect(retirerType(libelle)).toBe(expected));

  test.each([
    ['CAP', 'Boulanger', 'CAP Boulanger'],
    ['Ingénieur', "Ingénieur diplômé de l'école des mines", "Ingénieur diplômé de l'école des mines"],
  ])('%s + %s → %s', (type, libelle, expected) => expect(titreDeFormation(type, libelle)).toBe(expected));
});
