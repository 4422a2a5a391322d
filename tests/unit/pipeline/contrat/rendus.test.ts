import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

import { messagesDeFiche } from '../../../../src/domain/contrat-textes.ts';
import { millesimeEquivalent } from '../../../../src/domain/millesime.ts';
import { enteteCsv, heureDeParis, ligneCsv, ligneCsvBcn, toCsv } from '../../../../src/pipeline/outputs/contrat/csv.ts';
import { toElementDeListe, toFicheContrat } from '../../../../src/pipeline/outputs/contrat/lignes.ts';
import { ligne, ligneEcole, renvoi } from './lignes-inventees.ts';

const cachee = {
  nb_annee_term: 12,
  absence: 'sous_le_seuil',
  champs_masques: ['nb_sortant', 'taux_en_formation'],
} as const;
const masquee = ligneEcole({
  ...cachee,
  champs_masques: [...cachee.champs_masques],
  uai_type: 'lieu_formation',
  uai_donnee: '0359992W',
  uai_donnee_type: 'formateur',
});

describe('a record as JSON (API § 3)', () => {
  test('hidden = null, unknown = absent, zero = 0', () => {
    expect(toElementDeListe(masquee)).toMatchObject({ nb_annee_term: 12, nb_sortant: null, taux_en_formation: null });
    expect(Object.keys(toElementDeListe(masquee))).not.toContain('nb_en_emploi_6_mois');
    expect(toElementDeListe(ligne({ nb_en_emploi_6_mois: 0 }))).toMatchObject({ nb_en_emploi_6_mois: 0 });
  });

  test('the keys come in the order of the contract', () => {
    const full = ligneEcole({
      ...{
        libelle_ancien: 'X',
        date_fermeture: '2022-08-31T00:00:00.000Z',
        certifications_terminales: ['24733115322'],
      },
      ...{ famille_metier_code: 'F', famille_metier_libelle: 'Famille', nb_sortant: 20, taux_en_emploi_6_mois: 40 },
      ...{ uai_type: 'formateur', uai_donnee: '0359991V', uai_donnee_type: 'formateur', uai_formateur: ['0359991V'] },
    });
    expect(Object.keys(toFicheContrat(full)).join(' ')).toBe(
      'millesime code_certification code_certification_type code_formation_diplome filiere libelle libelle_ancien diplome date_fermeture formation_fermee familleMetier certificationsTerminales donnee_source nb_annee_term nb_sortant taux_en_emploi_6_mois region academie uai libelle_etablissement uai_type uai_donnee uai_donnee_type uai_formateur _meta',
    );
  });

  test('a list shows messages only, a record its title and details too', () => {
    expect(Object.keys(toElementDeListe(ligne()))).not.toContain('_meta');
    expect(Object.keys(toElementDeListe(masquee)._meta ?? {})).toEqual(['messages']);
    expect(toFicheContrat(masquee)._meta).toMatchObject({
      titre: 'Certification 24733115321, établissement 0359991V',
      details:
        'Données InserJeunes de la certification 24733115321 (BAC PRO, voie scolaire), établissement 0359991V, sorties de 2022 et 2023',
    });
  });
});

describe('messages (RULES §§ 5, 22)', () => {
  test('both are kept when both apply', () => {
    expect(toElementDeListe(masquee)._meta?.messages).toEqual([
      expect.stringContaining('Moins de 20'),
      expect.stringContaining('établissement formateur'),
    ]);
  });

  test('each reason to hide has its own, and each role of another school', () => {
    const masquages = (['sous_le_seuil', 'pas_encore_publiee', 'protege_un_autre_chiffre'] as const).map((motif) =>
      messagesDeFiche(motif),
    );
    const roles = (['lieu_formation', 'formateur', 'gestionnaire', 'inconnu'] as const).map((role) =>
      messagesDeFiche(null, role === 'formateur' ? 'gestionnaire' : 'formateur', role),
    );
    expect(masquages.map((list) => list.length)).toEqual([1, 1, 1]);
    expect(new Set([...masquages, ...roles].flat()).size).toBe(3 + 3 + 1);
    expect(roles[1]).toHaveLength(1);
  });

  test('none when the figures are those of the school itself', () => {
    expect(messagesDeFiche(null, 'formateur', 'formateur')).toEqual([]);
    expect(messagesDeFiche(null)).toEqual([]);
  });
});

describe('CSV (API § 4, RULES § 22)', () => {
  const cells = (text: string): string[] =>
    Papa.parse<string[]>(text.trimEnd(), { delimiter: ';', newline: '\n' }).data[0] ?? [];
  const cell = (row: string, name: string): string | undefined =>
    cells(row)[cells(enteteCsv('etablissement', true)).indexOf(name)];

  test('hidden = null in letters, unknown = empty, fictional figures say so last', () => {
    const row = ligneCsv(masquee, true);
    expect([cell(row, 'nb_sortant'), cell(row, 'nb_en_emploi_6_mois'), cell(row, 'nb_annee_term')]).toEqual([
      'null',
      '',
      '12',
    ]);
    expect(cells(row).at(-1)).toBe('true');
    expect(enteteCsv('etablissement', false)).not.toContain('donnees_fictives');
  });

  test('the columns are those of each route', () => {
    expect(enteteCsv('nationale', false)).toBe(
      'code_certification;code_formation_diplome;filiere;millesime;donnee_source_type;donnee_source_code_certification;nb_annee_term;nb_en_emploi_12_mois;nb_en_emploi_18_mois;nb_en_emploi_24_mois;nb_en_emploi_6_mois;nb_poursuite_etudes;nb_sortant;salaire_12_mois_q1;salaire_12_mois_q2;salaire_12_mois_q3;taux_autres_12_mois;taux_autres_18_mois;taux_autres_24_mois;taux_autres_6_mois;taux_en_emploi_12_mois;taux_en_emploi_18_mois;taux_en_emploi_24_mois;taux_en_emploi_6_mois;taux_en_formation;taux_rupture_contrats\n',
    );
    const sansSalaire = enteteCsv('nationale', false).replace(/salaire_12_mois_q\d;/g, '');
    expect(enteteCsv('regionale', false)).toBe(`region;${sansSalaire}`);
    expect(enteteCsv('etablissement', false)).toBe(`uai;uai_type;uai_donnee;uai_donnee_type;${sansSalaire}`);
  });

  test('a record without source leaves both cells empty', () => {
    const row = ligneCsv(renvoi('24713115321', ['24733115321']), false);
    expect(cells(row).slice(0, 6)).toEqual(['24713115321', '40033115', 'pro', '2023', '', '']);
  });

  test.each([
    ['=cmd', "'=cmd"],
    ['+33', "'+33"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['CAP "BOIS"; OPTION', 'CAP "BOIS"; OPTION'],
    ['deux\nlignes', 'deux\nlignes'],
    ['CAP - BOIS', 'CAP - BOIS'],
  ])('%j is read back as %j, in one cell', (text, read) => {
    expect(cells(toCsv([text, 5, '']))).toEqual([read, '5', '']);
  });

  test('a negative number stays a number', () => {
    expect(toCsv([-5])).toBe('-5\n');
  });

  test('the reference list has its closing date under both names, in Paris time', () => {
    const row = ligneCsvBcn(
      {
        ...{ code_certification: '50022190', type: 'cfd', code_formation_diplome: '50022190', libelle: null },
        ...{
          libelle_long: 'A;B',
          libelle_ancien: null,
          diplome_code: null,
          diplome_libelle: null,
          date_ouverture: null,
        },
        ...{ date_fermeture: '2023-08-31T00:00:00.000Z', date_premiere_session: '1995', date_derniere_session: null },
      },
      false,
    );
    expect(row).toBe('50022190;cfd;50022190;;"A;B";;;2023-08-31T02:00:00+02:00;1995;;2023-08-31T02:00:00+02:00\n');
  });

  test('Paris is one hour ahead in winter, two in summer', () => {
    expect(heureDeParis('2023-01-01T00:00:00.000Z')).toBe('2023-01-01T01:00:00+01:00');
    expect(heureDeParis('2022-08-31T00:00:00.000Z')).toBe('2022-08-31T02:00:00+02:00');
  });
});

test('a year and the pair that ends with it are two spellings; other pairs have none (RULES § 7)', () => {
  expect(millesimeEquivalent('2023')).toBe('2022_2023');
  expect(millesimeEquivalent('2022_2023')).toBe('2023');
  expect(millesimeEquivalent('2018_2022')).toBeUndefined();
  expect(millesimeEquivalent('2022_2022')).toBeUndefined();
});
