import { describe, expect, test } from 'vitest';

import type { Bilan, FauteDeCatalogue } from '../../../src/domain/catalogue/bilan.ts';
import { NOMS_DE_COLONNES } from '../../../src/domain/catalogue/colonnes.ts';
import {
  fauteEnMots,
  FICHIER_UNIQUE,
  lectureEnMots,
  partEnMots,
  phraseDeBilan,
  remarques,
  tableDeCouverture,
} from '../../../src/domain/phrases-catalogue.ts';
import { motsDesAbsences, pageMonCatalogue } from '../../../src/domain/textes/catalogue.ts';
import { FAUTES_DE_LECTURE } from '../../../src/lib/csv-lecture.ts';

const bilan: Bilan = {
  edition: 'Édition du 24 novembre 2026',
  donnees_fictives: true,
  format: { encodage: 'utf-8', separateur: ';', finDeLigne: '\n' },
  colonnes: [],
  lignes: 2000,
  statuts: {
    code_inconnu: 3,
    hors_dispositif: 900,
    chiffre_france: 500,
    chiffre_etablissement: 97,
    sous_le_seuil: 500,
  },
  absencesEtablissement: {},
  inconnus: [],
  abimes: 2,
  octetsLus: 0,
};

test('figures come first, from near to wide, then the reasons, most frequent first; the rows add up', () => {
  const table = tableDeCouverture(bilan, motsDesAbsences());
  expect(table.map(({ statut }) => statut)).toEqual([
    'chiffre_etablissement',
    'chiffre_france',
    'hors_dispositif',
    'sous_le_seuil',
    'code_inconnu',
  ]);
  expect(table.reduce((sum, { nombre }) => sum + nombre, 0)).toBe(bilan.lignes);
  expect(table.every(({ titre, conseil }) => titre !== '' && conseil !== '')).toBe(true);
});

test.each([
  [0, 10, '0\u00a0%'],
  [3, 2000, 'moins de 1\u00a0%'],
  [1999, 2000, 'plus de 99\u00a0%'],
  [10, 10, '100\u00a0%'],
  [1, 3, '33\u00a0%'],
])('%i rows of %i are said « %3$s »', (nombre, total, words) => {
  expect(partEnMots(nombre, total)).toBe(words);
});

test('the sentence counts the rows with a figure', () => {
  expect(phraseDeBilan(bilan)).toBe('2\u202f000\u00a0lignes lues, 597 avec un chiffre publié.');
});

test('a demonstration and codes that a spreadsheet broke are told', () => {
  expect(remarques(bilan).join(' ')).toMatch(/inventés.*tableur/);
  expect(remarques({ ...bilan, donnees_fictives: false, abimes: 0 })).toEqual([]);
});

describe('every fault says what was expected, what was received and what to do', () => {
  const fautes: FauteDeCatalogue[] = [
    { genre: 'trop_gros', octets: 2e8 },
    { genre: 'trop_de_lignes' },
    { genre: 'sans_ligne' },
    { genre: 'sans_colonne', entetes: ['titre'] },
    { genre: 'sans_colonne', entetes: Array.from({ length: 30 }, (_, rang) => `colonne ${rang}`) },
    { genre: 'rangees_trop_longues', attendues: 2, total: 1, rangees: [{ ligne: 3, cellules: 4 }] },
  ];
  const said = [
    ...fautes.map(fauteEnMots),
    ...FAUTES_DE_LECTURE.map((faute) => lectureEnMots(faute, 2)),
    FICHIER_UNIQUE,
  ];

  test.each(said)('$recu', ({ attendu, recu, conseil }) => {
    for (const text of [attendu, recu, conseil]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/ [:;?!%»]|« | {2}|undefined/);
    }
    expect(conseil).toMatch(/\.$/);
  });
});

test('the twin of the page names every column that is read and every column that is added', () => {
  const { colonnes_reconnues, colonnes_ajoutees } = pageMonCatalogue();
  expect(new Set(colonnes_reconnues.flatMap(({ noms }) => noms))).toEqual(
    new Set(Object.values(NOMS_DE_COLONNES).flat()),
  );
  for (const { contenu } of colonnes_ajoutees)
    expect(contenu.replace(/`[^`]*`/g, 'x')).not.toMatch(/ [:;?!%»]|« |undefined/);
});
