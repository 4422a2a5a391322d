import { beforeAll, describe, expect, test } from 'vitest';

import { joindre, type Jonction } from '../../../../src/domain/catalogue/joindre.ts';
import { reconnaitreColonnes } from '../../../../src/domain/catalogue/colonnes.ts';
import { lireCodes, Tables } from '../../../../src/domain/catalogue/tables.ts';
import { lireInvente, SOMMAIRE } from './fichiers-inventes.ts';

const ENTETES = ['mefstat11', 'cfd', 'rncp', 'uai'];
const colonnes = reconnaitreColonnes(ENTETES, []);
const tables = new Tables(SOMMAIRE, lireInvente());
const codesOf = (ligne: Partial<Record<string, string>>): ReturnType<typeof lireCodes> =>
  lireCodes(
    ENTETES.map((nom) => ligne[nom] ?? ''),
    colonnes,
  );
const join = (ligne: Partial<Record<string, string>>): Jonction => joindre(codesOf(ligne), tables);

beforeAll(() =>
  tables.preparer(
    [{ mefstat11: '1' }, { cfd: '1' }, { rncp: '1' }, { uai: '0350777E' }].map((ligne) => codesOf(ligne)),
  ),
);

describe('the finest published figure of a row', () => {
  test.each([
    [
      'the school, when it has one for the code',
      { mefstat11: '23220000001', uai: '0350777E' },
      'chiffre_etablissement',
      '25',
    ],
    [
      'the region, when the school is below the threshold',
      { cfd: '50000001', uai: '0350778F' },
      'chiffre_region',
      '44',
    ],
    ['the region, when the school is measured elsewhere', { cfd: '50000001', uai: '0350779G' }, 'chiffre_region', '44'],
    ['France, when the row names no school', { cfd: '50000001' }, 'chiffre_france', '40'],
    ['France, when nobody knows the school', { cfd: '50000001', uai: '0350780H' }, 'chiffre_france', '40'],
    ['the codes of the last year, for a code of another year', { mefstat11: '23211000001' }, 'chiffre_france', '20'],
    ['another school track, when that code has no record', { mefstat11: '23220000099' }, 'chiffre_france', '20'],
    ['the tracks of the page in their order, for an RNCP sheet', { rncp: '37537' }, 'chiffre_france', '20'],
  ])('is that of %s', (_, ligne, statut, emploi) => {
    const { statut: found, fiche } = join(ligne);
    expect([found, fiche?.part_emploi_6_mois]).toEqual([statut, emploi]);
  });

  test('a CFD takes the figures of apprentices, even where the school only has those of pupils', () => {
    expect(join({ cfd: '50000001', uai: '0350777E' })).toMatchObject({
      statut: 'chiffre_region',
      fiche: { filiere: 'apprentissage' },
    });
  });

  test('a school code never takes the figures of apprentices', () => {
    expect(join({ mefstat11: '23220000099', uai: '0350778F' }).fiche?.filiere).toBe('pro');
  });

  test('the other tracks that have a figure at the same scope are named', () => {
    expect(join({ rncp: 'RNCP37537' }).autresVoies).toEqual(['50000001']);
  });

  test('a row with a school alone shows the school, all courses together, or its reason', () => {
    expect(join({ uai: '0350777e' })).toMatchObject({
      statut: 'chiffre_ensemble_etablissement',
      page: { titre: 'Lycée inventé', url: '/etablissements/0350777e/' },
    });
    expect(join({ uai: '0350778F' })).toMatchObject({ statut: 'pas_encore_publiee' });
  });
});

describe('why there is no figure', () => {
  test.each([
    ['a diploma without a page', { cfd: '40000009' }, 'hors_dispositif'],
    ['several pages', { cfd: '40000008' }, 'plusieurs_formations_possibles'],
    ['a hidden record', { cfd: '1022103' }, 'sous_le_seuil'],
    ['a code of no table', { cfd: '99999999' }, 'code_inconnu'],
    ['a school of no table', { uai: '0350780H' }, 'code_inconnu'],
    ['a cell that is no UAI', { uai: 'chez nous' }, 'code_inconnu'],
    ['no code at all', {}, 'sans_code'],
  ])('%s', (_, ligne, statut) => {
    const jonction = join(ligne);
    expect(jonction.statut).toBe(statut);
    expect(jonction.fiche).toBeUndefined();
  });

  test.each([
    [{ cfd: '50000001', uai: '0350778F' }, 'sous_le_seuil'],
    [{ cfd: '50000001', uai: '0350779G' }, 'mesuree_dans_un_autre_etablissement'],
    [{ cfd: '50000001', uai: '0350780H' }, 'code_inconnu'],
    [{ mefstat11: '23220000001', uai: '0350777E' }, ''],
    [{ cfd: '50000001' }, ''],
  ])('%j says why its school has no figure of its own: « %s »', (ligne, raison) => {
    expect(join(ligne).absenceEtablissement).toBe(raison);
  });
});

test('the first known code of a row decides, the most precise kind first', () => {
  expect(join({ mefstat11: '23220000001', cfd: '1022103' }).code).toBe('23220000001');
  expect(join({ mefstat11: '99999999999', cfd: '1022103' }).code).toBe('01022103');
  expect(join({ mefstat11: '99999999999', cfd: '99999999' })).toMatchObject({
    statut: 'code_inconnu',
    code: '99999999999',
  });
});
