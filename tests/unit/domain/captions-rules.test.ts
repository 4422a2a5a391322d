import { describe, expect, test } from 'vitest';

import { fautesDe, NOMS_DES_REGLES } from '../../captions/rules.ts';

describe('a rule sees its fault, and only it', () => {
  const FAUTES: [regle: number, faute: string, bon: string][] = [
    [0, 'Salaire moyen et moyenne des salaires.', 'La moitié gagnait moins que le milieu.'],
    [1, "Taux d'emploi sur 100 élèves.", "Parmi les sortants, c'est le taux d'emploi."],
    [2, 'Six mois après, 23 travaillent.', 'Six mois après, 23 travaillaient.'],
    [3, '25 étaient au chômage.', "Ce n'est pas le chômage."],
    [4, "La marge d'erreur est de 5.", 'Une autre année, on aurait pu en voir entre 13 et 23.'],
    [5, 'Les meilleurs lycées.', 'Les lycées, par commune.'],
    [6, 'Combien ?', 'Combien\u202f?'],
    [7, 'Dire «oui\u00a0».', 'Dire «\u00a0oui\u00a0».'],
    [8, 'Combien?', 'Combien\u202f?'],
    [9, 'L\u2019école.', "L'école."],
    [10, 'Soit 15.5 sur 100.', 'Soit 15,5 sur 100, Licence Ouverte 2.0.'],
  ];

  test.each(FAUTES)('rule %i: « %s »', (rank, faute, bon) => {
    const nom = NOMS_DES_REGLES[rank] ?? '?';
    expect(fautesDe(faute).map((words) => words.slice(0, nom.length))).toEqual([nom]);
    expect(fautesDe(bon)).toEqual([]);
  });

  test('there is a case for each rule', () => {
    expect(FAUTES.map(([rank]) => NOMS_DES_REGLES[rank])).toEqual(NOMS_DES_REGLES);
  });
});
