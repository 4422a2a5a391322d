import { expect, test } from 'vitest';

import {
  ajouter,
  compteVide,
  couvertureParCause,
  couvertureParVoie,
  motifDeVoie,
} from '../../../src/domain/couverture.ts';
import type { Fiche } from '../../../src/domain/fiche.ts';
import type { Absence } from '../../../src/domain/publication.ts';

const fiche = (filiere: Fiche['filiere'], maille: Fiche['maille'], millesime: string, absence?: Absence): Fiche => ({
  code_certification: '50022190',
  code_certification_type: 'cfd',
  filiere,
  maille,
  millesime,
  source: 'inserjeunes',
  parts: absence === undefined ? { emploi: 40, formation: 30, autre: 30, calcul: 'source' } : null,
  ...(absence === undefined ? {} : { absence }),
});

const page = (fiches: Fiche[]): Parameters<typeof couvertureParVoie>[0] => ({
  voies: [
    {
      filiere: 'pro',
      code_certification: '50022190',
      code_certification_type: 'cfd',
      fiches: fiches.filter(({ maille }) => maille !== 'etablissement'),
      lectures: [],
    },
  ],
  etablissements: fiches
    .filter(({ maille }) => maille === 'etablissement')
    .map((own) => ({ uai: '0359991V', nom: 'Lycée', fiche: own })),
});

test('a maille is covered as soon as one record shows the shares, else its newest reason stands', () => {
  const voies = couvertureParVoie(
    page([
      fiche('pro', 'nationale', '2022'),
      fiche('pro', 'nationale', '2023', 'sous_le_seuil'),
      fiche('pro', 'regionale', '2021_2022', 'sous_le_seuil'),
      fiche('pro', 'regionale', '2022_2023', 'protege_un_autre_chiffre'),
      fiche('apprentissage', 'etablissement', '2022_2023', 'sous_le_seuil'),
    ]),
  );
  expect(voies).toEqual([
    { filiere: 'apprentissage', mailles: { etablissement: 'sous_le_seuil' } },
    { filiere: 'pro', mailles: { nationale: null, regionale: 'protege_un_autre_chiffre' } },
  ]);
});

test('a track shows a figure when one maille does; without any, the widest reason stands', () => {
  const mailles = { nationale: 'sous_le_seuil', regionale: 'pas_encore_publiee' } as const;
  expect(motifDeVoie({ filiere: 'pro', mailles })).toBe('sous_le_seuil');
  expect(motifDeVoie({ filiere: 'pro', mailles: { ...mailles, etablissement: null } })).toBeNull();
});

test('a page without record has no track', () => {
  expect(couvertureParVoie(page([]))).toEqual([]);
});

test('counts add up: shown and absent by reason', () => {
  const compte = compteVide();
  for (const absence of [undefined, null, 'sous_le_seuil', 'sous_le_seuil', 'formation_recente'])
    ajouter(compte, absence);
  expect(compte).toEqual({ total: 5, avec_chiffres: 2, absences: { sous_le_seuil: 2, formation_recente: 1 } });
});

test('coverage by cause adds both kinds of pages up, most frequent cause first, and each column to all its pages', () => {
  const rows = couvertureParCause({
    formations: [
      {
        type: 'cap',
        libelle: 'CAP',
        total: 10,
        avec_chiffres: 6,
        absences: { formation_recente: 1, sous_le_seuil: 3 },
      },
      { type: 'bts', libelle: 'BTS', total: 5, avec_chiffres: 4, absences: { formation_recente: 1 } },
    ],
    etablissements: [
      { nature: 'cfa', total: 9, avec_chiffres: 2, absences: { hors_dispositif: 5, formation_recente: 2 } },
    ],
  });
  expect(rows).toEqual([
    { cause: null, formations: 10, etablissements: 2 },
    { cause: 'hors_dispositif', formations: 0, etablissements: 5 },
    { cause: 'formation_recente', formations: 2, etablissements: 2 },
    { cause: 'sous_le_seuil', formations: 3, etablissements: 0 },
  ]);
});
