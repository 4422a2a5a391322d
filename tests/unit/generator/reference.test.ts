import { describe, expect, test } from 'vitest';

import {
  ANNEES,
  anneeOf,
  DIPLOMES,
  diplomeOf,
  getDiplome,
  isAnneeCommune,
  libelleInserJeunes,
  LIGNEES,
} from '../../../src/generator/diplomes.ts';
import { dispositifsOf, mefsOf, terminalOf } from '../../../src/generator/mefs.ts';
import { pct, tauxAttendus } from '../../../src/generator/taux.ts';

const lignee = (id: string) => {
  const found = LIGNEES.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no lignee ${id}`);
  return found;
};

describe('diplomas', () => {
  test('there are at least 150 of them, each once', () => {
    expect(DIPLOMES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(DIPLOMES.map(({ cfd }) => cfd)).size).toBe(DIPLOMES.length);
  });

  test('every successor is a diploma of the list and names its predecessor back', () => {
    for (const { cfd, nouveaux } of DIPLOMES) {
      for (const nouveau of nouveaux) expect(getDiplome(nouveau).anciens).toContain(cfd);
    }
  });

  test('a diploma opens before it closes', () => {
    const wrong = DIPLOMES.filter(({ ouverture, fermeture }) => fermeture !== null && ouverture >= fermeture);
    expect(wrong.map(({ cfd }) => cfd)).toEqual([]);
  });

  test('the terminal MEFSTAT11 of FACTS § 5 is the one that the rules of FACTS § 4 build', () => {
    const known = DIPLOMES.filter(({ mefstat11 }) => mefstat11 !== null);
    expect(known.length).toBeGreaterThan(150);
    for (const diplome of known) {
      const [usual] = dispositifsOf(diplome);
      expect(usual && terminalOf(usual, diplome.cfd)).toBe(diplome.mefstat11);
    }
  });

  test('the InserJeunes label is the BCN label in lower case without its last parenthesis', () => {
    expect(libelleInserJeunes(getDiplome('50022142'))).toBe(
      'production et service en restaurations (rapide, collective, cafeteria)',
    );
  });

  test.each([
    ['50022139', 2019, '50022139'],
    ['50022136', 2020, '50022136'],
    ['50022136', 2021, '50022141'],
    ['40031202', 2021, '40031202'],
    ['40031202', 2022, '40031213'],
    ['01022103', 2024, '01022103'],
  ])('pupils of %s who leave in %i have followed %s', (id, annee, expected) => {
    expect(diplomeOf(lignee(id), annee)?.cfd).toBe(expected);
  });

  test('the newest version of CAP cuisine has no leaver yet', () => {
    const followed = ANNEES.map((annee) => diplomeOf(lignee('50022139'), annee)?.cfd);
    expect(followed).not.toContain('50022146');
    expect(anneeOf(getDiplome('50022146').ouverture)).toBe(2024);
  });

  test('a diploma opened in 2025 has no leaver before 2027', () => {
    expect(ANNEES.map((annee) => diplomeOf(lignee('32321015'), annee))).toEqual(ANNEES.map(() => undefined));
  });
});

describe('MEF', () => {
  test('CAP cuisine has two terminal MEFSTAT11, in two years and in one', () => {
    const terminals = mefsOf(getDiplome('50022139')).filter(({ annee, duree }) => annee === duree && duree < 3);
    expect(terminals.map(({ mef, mefstat11 }) => [mef, mefstat11])).toEqual([
      ['2412213922', '23220022139'],
      ['2402213911', '23110022139'],
    ]);
  });

  test('a common first year has a single MEF, of year 1', () => {
    const commons = DIPLOMES.filter(isAnneeCommune);
    expect(commons.length).toBeGreaterThanOrEqual(10);
    for (const diplome of commons) expect(mefsOf(diplome).map(({ annee }) => annee)).toEqual([1]);
    expect(mefsOf(getDiplome('40020006'))[0]).toMatchObject({ mef: '2472000631', mefstat11: '23810020006' });
  });

  test('MEF codes are unique', () => {
    const codes = DIPLOMES.flatMap(mefsOf).map(({ mef }) => mef);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('rates', () => {
  const emploi12 = (type: string, voie: 'pro' | 'apprentissage' = 'pro', region = '84'): number =>
    tauxAttendus({ voie, type, enUnAn: false, groupe: '221', region, annee: 2022 }).emploi12;

  test('in the school track BP > MC > BTS > BAC PRO > CAP (FACTS)', () => {
    const order = ['BP', 'MC4', 'BTS', 'BAC PRO', 'CAP'].map((type) => emploi12(type));
    expect(order).toEqual([...order].sort((left, right) => right - left));
  });

  test.each(['CAP', 'BAC PRO', 'BTS'])('apprentices of a %s are more often in employment', (type) => {
    expect(emploi12(type, 'apprentissage')).toBeGreaterThan(emploi12(type));
  });

  test('overseas rates are lower', () => {
    expect(emploi12('BAC PRO', 'pro', '03')).toBeLessThan(emploi12('BAC PRO') - 0.15);
  });

  test('percentages are rounded half to even, in the order of RULES § 4.1', () => {
    expect([pct(13, 40), pct(3, 8), pct(23, 40)]).toEqual([32, 38, 57]);
  });
});
