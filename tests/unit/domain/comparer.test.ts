import { expect, test } from 'vitest';

import {
  cheminDe,
  csvDeListe,
  garderListe,
  lireFragment,
  ecrireFragment,
  lireListe,
  morceauDe,
} from '../../../src/components/comparer-etat.ts';
import {
  avertissementsDe,
  coursDEtablissement,
  lignesDeCours,
  lignesDeFormation,
  questionsAPoser,
  valeurDe,
} from '../../../src/domain/comparer.ts';
import type { Etablissement } from '../../../src/domain/etablissement.ts';
import { formatEntier } from '../../../src/lib/format-leger.ts';
import { formatNumber } from '../../../src/lib/format.ts';
import { aFiche, aFormation, aVoie } from '../site/records.ts';

test('a fragment keeps at most twelve known entries and refuses the rest', () => {
  const hash = '#formations/cap-a-1&etablissements/0350777E&region=53&formations/cap-a-1';
  const etat = lireFragment(hash);
  expect(ecrireFragment(etat)).toBe('formations/cap-a-1&etablissements/0350777e&region=53');
  expect(lireFragment(encodeURIComponent(ecrireFragment(etat)))).toEqual({ ...etat });
  expect(lireFragment('#formations/../x&//evil.example&javascript:alert(1)&%E0%A4%A').refusees).toBe(4);
  const many = lireFragment(Array.from({ length: 14 }, (_, rank) => `formations/f-${rank}`).join('&'));
  expect([many.entrees.length, many.enTrop]).toEqual([12, 2]);
});

test('a school and one of its courses are two entries', () => {
  const { entrees, refusees } = lireFragment(
    '#etablissements/0350777e&etablissements/0350777E/50022139&etablissements/x/1',
  );
  expect(entrees.map(morceauDe)).toEqual(['etablissements/0350777e', 'etablissements/0350777e/50022139']);
  expect(entrees.map(cheminDe)).toEqual(['/etablissements/0350777e/', '/etablissements/0350777e/']);
  expect(refusees).toBe(1);
});

test('one course of a school shows its own figures, and whose they are; a course it does not have says why it is empty', () => {
  const fiche = aFiche({ maille: 'etablissement', uai: '0350777E', uai_donnee: '0359991V' });
  const cuisine = {
    code: '50022139',
    titre: 'CAP Cuisine',
    slug: 'cap-cuisine-50022139',
    type: 'cap',
    est_fermee: false,
  };
  const ecole: Etablissement = {
    ...{ edition: 'test', uai: '0350777E', nom: 'Lycée Pasteur', nature: 'lycee', ensembles: [] },
    formations: [
      { ...cuisine, fiches: [fiche, aFiche({ ...fiche, millesime: '2018_2019' })] },
      { ...cuisine, code: '50022137', titre: 'CAP Boulanger', fiches: [] },
    ],
    ecoles: { '0359991V': 'CFA du Port' },
  };
  expect(coursDEtablissement(ecole)).toEqual([{ code: '50022139', titre: 'CAP Cuisine' }]);
  expect(lignesDeCours(ecole, '50022139')).toEqual([
    expect.objectContaining({ titre: 'CAP Cuisine, Lycée Pasteur', fiche, genre: 'cours' }),
  ]);
  expect(lignesDeCours(ecole, '50022139')[0]?.origine).toContain('CFA du Port');
  expect(lignesDeCours(ecole, '50099999')).toMatchObject([{ absence: 'pas_encore_publiee' }]);
  const [course] = lignesDeCours(ecole, '50022139');
  const [formation] = lignesDeFormation(aFormation());
  if (!course || !formation) throw new Error('no rows');
  expect(avertissementsDe([course, formation])).not.toContain('genre');
});

test('a list is kept and read back; a browser that refuses is no error', () => {
  const kept = new Map<string, string>();
  const memoire = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  const { entrees } = lireFragment('formations/a&formations/b');
  expect(garderListe(entrees, memoire)).toBe(true);
  expect(lireListe(memoire)).toEqual(entrees);
  const refuses = () => {
    throw new Error('denied');
  };
  expect([garderListe(entrees, refuses), lireListe(refuses)]).toEqual([false, []]);
});

test('warnings say what differs, only between rows that show figures (PRODUCT § 5.6)', () => {
  const [one] = lignesDeFormation(aFormation());
  const [other] = lignesDeFormation(
    aFormation({ voies: [aVoie({ filiere: 'pro', fiches: [aFiche({ filiere: 'pro', millesime: '2024' })] })] }),
  );
  const [hidden] = lignesDeFormation(
    aFormation({ voies: [aVoie({ fiches: [aFiche({ parts: null, absence: 'sous_le_seuil', millesime: '2020' })] })] }),
  );
  if (!one || !other || !hidden) throw new Error('no rows');
  expect(avertissementsDe([one, one])).toEqual([]);
  expect(avertissementsDe([one, other])).toEqual(['population', 'millesime']);
  expect(avertissementsDe([one, hidden])).toEqual([]);
  expect(valeurDe(other, 'taux_rupture_contrats')).toEqual({ absence: 'sans_objet' });
});

test('three questions come from the figures, then general ones complete', () => {
  const lignes = lignesDeFormation(
    aFormation({ voies: [aVoie({ fiches: [aFiche({ taux_rupture_contrats: 25, taux_en_emploi_12_mois: 40 })] })] }),
  );
  expect(questionsAPoser(lignes).map(({ sorte, nombres }) => [sorte, nombres])).toEqual([
    ['ruptures', [25]],
    ['horizons', [23, 40]],
    ['effectif', [52]],
  ]);
  expect(questionsAPoser([]).map(({ sorte }) => sorte)).toEqual(['suivi', 'stages', 'visite']);
});

test('the CSV of a list neutralises what a spreadsheet would run', () => {
  const entree = { genre: 'formations' as const, cle: 'x' };
  const csv = csvDeListe(
    [{ entree, lignes: lignesDeFormation(aFormation({ titre: '=1+1' })), cours: [] }],
    'https://s.example',
  );
  expect(csv.split('\n')[1]).toContain("formation;x;'=1+1;");
  expect(csv).toContain('https://s.example/formations/x/');
});

test.each([0, 999, 1000, 12345, 1234567])('%i reads as in lib/format.ts', (value) => {
  expect(formatEntier(value)).toBe(formatNumber(value));
});
