import { describe, expect, test } from 'vitest';

import type { Fiche } from '../../../src/domain/fiche.ts';
import {
  ABSENCES_EN_MOTS,
  badgeDeMaille,
  deTitre,
  mentionAutreEtablissement,
  mentionCalcul,
  mentionContinuum,
  origineEnBref,
  mentionEmploiPublic,
  mentionMesure,
  phraseEnTexte,
  phraseSur100,
  populationComptee,
  titreDeVoie,
} from '../../../src/domain/phrases.ts';
import { ABSENCES } from '../../../src/domain/publication.ts';

const fiche: Fiche = {
  code_certification: '23220022137',
  code_certification_type: 'mef11',
  filiere: 'pro',
  maille: 'regionale',
  region: '53',
  millesime: '2021_2022',
  source: 'inserjeunes',
  nb_annee_term: 1234,
  parts: { emploi: 23, formation: 52, autre: 25, calcul: 'source' },
};

const phrase = (changes: Partial<Fiche>): string =>
  phraseEnTexte(phraseSur100({ ...fiche, ...changes }, 'de CAP Boulanger'));

describe('the sentence of the card', () => {
  test('says who, where, when, and the three shares with past verbs', () => {
    expect(phrase({})).toBe(
      'Sur 100\u00a0élèves en dernière année de CAP Boulanger en Bretagne, 23\u00a0travaillaient 6\u00a0mois après leur sortie, 52\u00a0étudiaient, 25\u00a0étaient dans une autre situation.',
    );
  });

  test('agrees in number: zero and one are singular in French', () => {
    expect(phrase({ parts: { emploi: 1, formation: 99, autre: 0, calcul: 'source' } })).toContain(
      '1\u00a0travaillait 6',
    );
    expect(phrase({ parts: { emploi: 0, formation: 99, autre: 1, calcul: 'source' } })).toContain('1\u00a0était dans');
  });

  test('a wider or narrower scope always has its own words', () => {
    expect(phrase({ maille: 'nationale' })).toContain(' en France,');
    expect(phrase({ maille: 'regions', nb_regions: 12 })).toContain('dans les 12\u00a0régions mesurées,');
    expect(phrase({ filiere: 'apprentissage' })).toContain('Sur 100\u00a0apprentis');
    expect(badgeDeMaille({ maille: 'regions', nb_regions: 12 })).toBe('12\u00a0régions additionnées');
  });

  test('each share of the sentence carries the number that it says', () => {
    const shares = phraseSur100(fiche, null).filter((segment) => typeof segment !== 'string');
    expect(shares.map(({ etat, valeur, texte }) => [etat, valeur, Number.parseInt(texte, 10)])).toEqual([
      ['emploi', 23, 23],
      ['formation', 52, 52],
      ['autre', 25, 25],
    ]);
  });

  test('a record without shares has no sentence', () => {
    expect(() => phraseSur100({ ...fiche, parts: null, absence: 'sous_le_seuil' }, null)).toThrow(
      'needs the three shares',
    );
  });
});

test('the denominator is said, and its absence too', () => {
  expect(mentionMesure(fiche)).toBe('Mesuré sur 1\u202f234\u00a0élèves en dernière année, sortants de 2021 et 2022.');
  const { nb_annee_term: _, ...sansEffectif } = fiche;
  expect(mentionMesure(sansEffectif)).toContain('au moins 20');
});

test('derived shares say how they were obtained', () => {
  expect(mentionCalcul(fiche)).toBeNull();
  expect(mentionCalcul({ ...fiche, parts: { emploi: 23, formation: 52, autre: 25, calcul: 'derive' } })).toContain(
    'effectifs',
  );
});

test.each([
  ['2020', 'seulement'],
  ['2021_2022', 'que pour les sortants de 2022'],
  ['2022_2023', 'fonction publique'],
])('what counts as work in %s depends on the cohort', (millesime, words) => {
  expect(mentionEmploiPublic({ ...fiche, millesime })).toContain(words);
});

describe('higher education', () => {
  const superieur: Fiche = { ...fiche, filiere: 'superieur', source: 'insersup', millesime: '2021' };
  const national: Fiche = { ...superieur, maille: 'nationale' };
  const universite: Fiche = { ...superieur, maille: 'etablissement', uai: '0359991V' };

  test('public jobs are counted every year by InserSup, before 2022 too', () => {
    expect(mentionEmploiPublic(national)).toContain('toutes les années');
    expect(mentionEmploiPublic({ ...fiche, millesime: '2021' })).not.toContain('toutes les années');
  });

  test('a school counts those who are registered, France those who leave and those who continue', () => {
    expect(populationComptee(universite)).toBe('étudiants inscrits en dernière année');
    expect(populationComptee(national)).toBe('étudiants en dernière année');
    expect(populationComptee({ ...fiche, maille: 'etablissement' })).toBe('élèves en dernière année');
    expect(mentionMesure(universite)).toBe(
      'Mesuré sur 1\u202f234\u00a0étudiants inscrits en dernière année, sortants de 2021.',
    );
    expect(phraseEnTexte(phraseSur100(universite, 'de Master Droit'))).toMatch(
      /^Sur 100\u00a0étudiants inscrits en dernière année de Master Droit dans cet établissement, 23/,
    );
    expect(phraseEnTexte(phraseSur100(national, "d'Ingénieur"))).toMatch(
      /^Sur 100\u00a0étudiants en dernière année d'Ingénieur en France, 23/,
    );
  });
});

test('elision before a vowel', () => {
  expect([deTitre('CAP Boulanger'), deTitre('Ingénieur'), deTitre('Titre')]).toEqual([
    'de CAP Boulanger',
    "d'Ingénieur",
    'de Titre',
  ]);
});

test('a track says its length when it is known', () => {
  expect(titreDeVoie({ filiere: 'pro', duree_ans: 2 })).toBe('Au lycée, en 2\u00a0ans');
  expect(titreDeVoie({ filiere: 'apprentissage' })).toBe('Par apprentissage');
});

test('every reason of absence has its words, none of which blames', () => {
  for (const absence of ABSENCES) {
    const { titre, explication, conseil } = ABSENCES_EN_MOTS[absence];
    expect([titre, explication, conseil].every((text) => text.length > 10)).toBe(true);
    expect(`${titre} ${explication}`).not.toMatch(/chômage|échec|sans emploi|mauvais/i);
  }
});

describe('figures of another school (PRODUCT § 5.4, RULES § 15)', () => {
  const noms = new Map([['0359991V', 'CFA du Port']]);
  const mention = (changes: Partial<Fiche>): string | null =>
    mentionAutreEtablissement({ uai: '0359992W', ...changes }, (uai) => noms.get(uai));

  test("nothing is said of the school's own figures, nor of a place without role", () => {
    expect(mention({ uai_donnee: '0359992W', uai_donnee_type: 'formateur' })).toBeNull();
    expect(mention({})).toBeNull();
    expect(mention({ uai: undefined })).toBeNull();
  });

  test('the trainer is named, with what it does and whom the figure counts', () => {
    expect(mention({ uai_donnee: '0359991V', uai_donnee_type: 'formateur' })).toBe(
      "Chiffre mesuré dans un autre établissement\u00a0: CFA du Port (0359991V), qui forme les apprentis de ce lieu. Il compte tous ses apprentis de cette formation, pas seulement ceux d'ici.",
    );
  });

  test('the manager too; a school without known name is said by its UAI', () => {
    expect(mention({ uai_donnee: '0359993X', uai_donnee_type: 'gestionnaire' })).toContain(
      'un autre établissement\u00a0: 0359993X, qui gère cette formation. ',
    );
  });

  test('without a known role the school alone is said', () => {
    expect(mention({ uai_donnee: '0359991V', uai_donnee_type: 'inconnu' })).toContain('CFA du Port (0359991V). Il');
    expect(mention({ uai_donnee: '0359991V' })).toContain('CFA du Port (0359991V). Il');
  });
});

describe('figures of another diploma (PRODUCT § 5.4, RULES § 12)', () => {
  const titres = new Map([['50022137', 'CAP Boulanger']]);
  const mention = (donnee_source: Fiche['donnee_source']): string | null =>
    mentionContinuum({ donnee_source }, (code) => titres.get(code));

  test("nothing is said of the diploma's own figures", () => {
    expect(mention(undefined)).toBeNull();
  });

  test('the diploma that this one replaces, or that replaces it', () => {
    expect(mention({ code_certification: '50022137', type: 'ancienne' })).toBe(
      'Chiffres du diplôme que celui-ci a remplacé\u00a0: CAP Boulanger.',
    );
    expect(mention({ code_certification: '50022137', type: 'nouvelle' })).toBe(
      "Chiffres du diplôme qui l'a remplacé\u00a0: CAP Boulanger.",
    );
  });

  test('a diploma without known title is said by its code', () => {
    expect(mention({ code_certification: '23220022136', type: 'ancienne' })).toBe(
      'Chiffres du diplôme que celui-ci a remplacé\u00a0: code 23220022136.',
    );
  });
});

test.each([
  [{}, null],
  [{ donnee_source: { code_certification: '50022131', type: 'ancienne' as const } }, "chiffres de l'ancien diplôme"],
  [{ donnee_source: { code_certification: '50022146', type: 'nouvelle' as const } }, 'chiffres du diplôme suivant'],
  [{ uai: '0359991V', uai_donnee: '0359991V' }, null],
  [{ uai: '0359992W', uai_donnee: '0359991V' }, 'mesuré ailleurs\u00a0: 0359991V'],
])('in a row of a table, %j is said: %s (PRODUCT § 5.4)', (fiche, words) => {
  expect(origineEnBref(fiche)).toBe(words);
});

test('in a row of a table, the other school is named where its name is known', () => {
  const fiche = { uai: '0359992W', uai_donnee: '0359991V' };
  expect(origineEnBref(fiche, () => 'CFA du Port')).toBe('mesuré ailleurs\u00a0: CFA du Port');
});
