import { describe, expect, test } from 'vitest';

import { ficheContratSchema, type MailleDuContrat } from '../../../../src/domain/contrat.ts';
import { cleDeDefaut, defautDemande, Lieu } from '../../../../src/pipeline/outputs/contrat/lieu.ts';
import type { LigneContrat } from '../../../../src/pipeline/outputs/contrat/lignes.ts';
import { ligne, ligneEcole, renvoi } from './lignes-inventees.ts';

const TERMINALE = '24733115321';
const AUTRE = '24733115322';
const SECONDE = '24713115321';

/** A place whose defaults are those of its own rows. */
function lieu(lignes: LigneContrat[], maille: MailleDuContrat = 'nationale'): Lieu {
  const defauts = lignes
    .filter(({ est_defaut }) => est_defaut)
    .map((row) => [cleDeDefaut(row), defautDemande(row)] as const);
  return new Lieu(maille, lignes, new Map(defauts));
}

const fiche = (place: Lieu, code: string, millesime: string): Record<string, unknown> => {
  const reponse = place.repondre(code, millesime);
  if (!('fiche' in reponse)) throw new Error(reponse.erreur);
  expect(() => ficheContratSchema.parse(reponse.fiche)).not.toThrow();
  return reponse.fiche;
};

describe('a year that is not the last one (API § 2.1, RULES § 14)', () => {
  test('with one final year, the answer is the record of the final year, all of it', () => {
    const place = lieu([ligne(), renvoi(SECONDE, [TERMINALE])]);
    expect(fiche(place, SECONDE, '2023')).toEqual(fiche(place, TERMINALE, '2023'));
    expect(fiche(place, SECONDE, '2023')).toMatchObject({ code_certification: TERMINALE, nb_annee_term: 40 });
    expect(Object.keys(fiche(place, SECONDE, '2023'))).not.toContain('certificationsTerminales');
  });

  test('its own figures are left for those of its final year', () => {
    const own = ligne({ code_certification: SECONDE, nb_annee_term: 31, certifications_terminales: [TERMINALE] });
    expect(fiche(lieu([ligne(), own]), SECONDE, '2023')).toMatchObject({ nb_annee_term: 40 });
  });

  test('a final year that points at another one is followed', () => {
    const place = lieu([ligne(), renvoi(SECONDE, ['24723115321']), renvoi('24723115321', [TERMINALE])]);
    expect(fiche(place, SECONDE, '2023')).toMatchObject({ code_certification: TERMINALE });
  });

  test('without record for the millésime, the error is that of the final year', () => {
    const place = lieu([
      ligne({ millesime: '2022' }),
      renvoi(SECONDE, [TERMINALE]),
      renvoi('24713115399', ['24733115399']),
    ]);
    expect(place.repondre(SECONDE, '2023')).toEqual({ erreur: 'ErrorNoDataForMillesime' });
    expect(place.repondre('24713115399', '2023')).toEqual({ erreur: 'ErrorCertificationNotFound' });
  });

  test('records that point at each other end in an error', () => {
    const place = lieu([renvoi(SECONDE, [TERMINALE]), renvoi(TERMINALE, [SECONDE])]);
    expect(place.repondre(SECONDE, '2023')).toEqual({ erreur: 'ErrorNoDataForMillesime' });
  });
});

describe('a common year, or several final years (API § 2.1, RULES § 13)', () => {
  const codes = (value: unknown): unknown[] =>
    (value as { code_certification: string }[]).map((terminale) => terminale.code_certification);

  test('the record keeps its identity and lists the final years in full, by label then code', () => {
    const place = lieu([
      ligne({ libelle: 'B', code_certification: '24733115333' }),
      ligne({ libelle: 'A', code_certification: AUTRE }),
      ligne({ libelle: 'A', code_certification: TERMINALE }),
      renvoi(SECONDE, ['24733115333', TERMINALE, AUTRE]),
    ]);
    const answer = fiche(place, SECONDE, '2023');
    expect(answer.code_certification).toBe(SECONDE);
    expect(codes(answer.certificationsTerminales)).toEqual([TERMINALE, AUTRE, '24733115333']);
    expect((answer.certificationsTerminales as unknown[])[0]).toEqual(fiche(place, TERMINALE, '2023'));
    expect(Object.keys(answer)).not.toContain('nb_annee_term');
    expect(Object.keys(answer)).not.toContain('donnee_source');
  });

  test('a common year with one final year is a list all the same', () => {
    const answer = fiche(lieu([ligne(), renvoi(SECONDE, [TERMINALE], { est_annee_commune: true })]), SECONDE, '2023');
    expect(answer.code_certification).toBe(SECONDE);
    expect(codes(answer.certificationsTerminales)).toEqual([TERMINALE]);
  });

  test('a final year that cannot be resolved says its error and the asked millésime, split', () => {
    const school = lieu(
      [
        ligneEcole({ millesime: '2020_2021', est_defaut: false }),
        renvoi(SECONDE, [TERMINALE, AUTRE], { maille: 'etablissement', uai: '0359991V', millesime: '2022_2023' }),
      ],
      'etablissement',
    );
    expect(fiche(school, SECONDE, '2022_2023').certificationsTerminales).toEqual([
      { error: 'ErrorNoDataForMillesime', millesimes: ['2022', '2023'], code_certification: TERMINALE },
      { error: 'ErrorFormationNotFound', millesimes: ['2022', '2023'], code_certification: AUTRE },
    ]);
    expect(fiche(school, SECONDE, '2023').certificationsTerminales).toContainEqual({
      error: 'ErrorFormationNotFound',
      millesimes: ['2023'],
      code_certification: AUTRE,
    });
  });
});

describe('which record answers (API § 2.1)', () => {
  test('in a school Y and (Y-1)_Y answer alike, the single year first', () => {
    const pooled = lieu([ligneEcole()], 'etablissement');
    expect(fiche(pooled, TERMINALE, '2023')).toEqual(fiche(pooled, TERMINALE, '2022_2023'));
    expect(pooled.millesimes(TERMINALE)).toEqual(['2023', '2022_2023']);
    const both = lieu(
      [ligneEcole({ nb_annee_term: 60 }), ligneEcole({ millesime: '2023', nb_annee_term: 35 })],
      'etablissement',
    );
    expect(fiche(both, TERMINALE, '2022_2023')).toMatchObject({ millesime: '2023', nb_annee_term: 35 });
    expect(both.defaut(TERMINALE)).toBe('2023');
  });

  test('a pair never answers for its first year', () => {
    expect(lieu([ligneEcole()], 'etablissement').repondre(TERMINALE, '2022')).toEqual({
      erreur: 'ErrorNoDataForMillesime',
    });
  });

  test('in a region only the very millésime answers', () => {
    const region = lieu([ligne({ maille: 'regionale', millesime: '2022_2023', region_code: '53' })], 'regionale');
    expect(region.millesimes(TERMINALE)).toEqual(['2022_2023']);
    expect(region.repondre(TERMINALE, '2023')).toEqual({ erreur: 'ErrorNoDataForMillesime' });
    expect(region.repondre(AUTRE, '2022_2023')).toEqual({ erreur: 'ErrorRegionaleNotFound' });
  });

  test('of two tracks of one code the first by rank answers, for each millésime', () => {
    const place = lieu([
      ligne({ filiere: 'pro', rang: 2 }),
      ligne({ filiere: 'apprentissage', rang: 1, nb_annee_term: 22 }),
    ]);
    expect(fiche(place, TERMINALE, '2023')).toMatchObject({ filiere: 'apprentissage', nb_annee_term: 22 });
  });

  test('the default is that of the track, whether the code has it or not', () => {
    const place = lieu([ligne(), ligne({ code_certification: AUTRE, millesime: '2021', est_defaut: false })]);
    expect(place.defaut(AUTRE)).toBe('2023');
    expect(place.millesimes(AUTRE)).toEqual(['2021']);
  });

  test('a code of two tracks takes the newest default that it has', () => {
    const defauts = new Map([
      ['nationale pro', '2024'],
      ['nationale apprentissage', '2022'],
    ]);
    const old = ligne({ millesime: '2023', est_defaut: false });
    const other = ligne({ filiere: 'apprentissage', millesime: '2022' });
    expect(new Lieu('nationale', [old, other], defauts).defaut(TERMINALE)).toBe('2022');
    expect(new Lieu('nationale', [old], defauts).defaut(TERMINALE)).toBe('2024');
  });
});
