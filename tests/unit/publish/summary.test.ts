import { expect, test } from 'vitest';

import type { Rapport } from '../../../src/domain/edition.ts';
import type { Mesures } from '../../../src/domain/mesures.ts';
import { formatSummary } from '../../../src/publish/summary.ts';

const compte = { total: 0, avec_chiffres: 0, absences: {} };
const rapport: Rapport = {
  edition: 'Édition du 24 novembre 2026',
  sources: [],
  fichiers_ignores: [],
  refus: [],
  fiches: [],
  couverture: {
    formations: [],
    voies: [],
    fiches: [
      {
        type: 'cap',
        libelle: 'CAP',
        filiere: 'pro',
        maille: 'regionale',
        millesime: '2022',
        ...compte,
        total: 7,
        avec_chiffres: 5,
      },
      {
        type: 'bts',
        libelle: 'BTS',
        filiere: 'pro',
        maille: 'regionale',
        millesime: '2022',
        ...compte,
        total: 3,
        avec_chiffres: 1,
      },
      {
        type: 'cap',
        libelle: 'CAP',
        filiere: 'pro',
        maille: 'nationale',
        millesime: '2022',
        ...compte,
        total: 2,
        avec_chiffres: 2,
      },
    ],
    etablissements: [],
  },
  couverture_continuum: [],
  secret: {
    cellules_sous_le_seuil: 3,
    cellules_sans_effectif: 1,
    cellules_protegees: { promotions_cumulees: 0, nationale_regions: 2, region_etablissements: 0 },
    agregats_caches: 0,
    verification: { fichiers: 9, fiches: 20, sommes: 4, contradictoires: 0, inconnues: 5, equations: 4, trouve: 0 },
  },
  desaccords: [
    { regle: 'mesure_repetee', compares: 4, differents: 0, un_seul: 0, par_mesure: [], lignes: [] },
    { regle: 'api_et_donnees_ouvertes', compares: 40, differents: 3, un_seul: 9, par_mesure: [], lignes: [] },
  ],
  anomalies: [],
  pages: { formations: 0, formations_avec_chiffres: 0, etablissements: 0, regions: 0 },
};
const lines = (value: Rapport): string[] =>
  formatSummary({ rapport: value, steps: [], pages: 0, files: 0, bytes: 0 }).split('\n');

test('the closing table says the coverage by maille, widest first', () => {
  expect(lines(rapport)).toContain('Couverture, fiches avec leurs trois parts : nationale 2/2, regionale 6/10.');
});

test('sources that disagree are told, those that agree are not', () => {
  const told = lines(rapport).filter((line) => line.startsWith('À regarder'));
  expect(told).toEqual(['À regarder : Export InserJeunes et données ouvertes : 3 chiffres différents sur 40 comparés']);
});

test('revisions are summed over mailles and millésimes; without a former edition the line says how to give one', () => {
  expect(lines(rapport)).toContain('Révisions : aucune édition précédente donnée (--former).');
  const pages = { avant: 1, apres: 1, ajoutees: 0, disparues: 0, deplacees: 0, revisees: 1 };
  const none = { ajoutees: 0, disparues: 0, masquees: 0, montrees: 0, changees: 0, identiques: 0 };
  const revisions = {
    edition_precedente: 'Édition du 1er mars 2026',
    pages: { formations: pages, etablissements: pages },
    fiches: [
      { ...none, maille: 'regionale', millesime: '2022', changees: 2, identiques: 5 },
      { ...none, maille: 'nationale', millesime: '2022', changees: 1, masquees: 4 },
    ],
    chiffres: { changes: 3, masques: 4, montres: 0, ajoutes: 0, retires: 0 },
    ecarts: [],
  };
  expect(lines({ ...rapport, revisions })).toContain(
    'Révisions depuis « Édition du 1er mars 2026 », fiches : ajoutees 0, disparues 0, masquees 4, montrees 0, changees 3, identiques 5.',
  );
});

const poids = {
  type: 'formation',
  pages: 10,
  pesees: 10,
  mediane: 9000,
  p90: 13_000,
  maximum: 14_000,
  plus_lourde: '/formations/x/',
  budget: 14_336,
  au_dessus: 0,
} as const;
const vide = {
  edition: 'Essai',
  date: '2026-11-24',
  poids: [],
  examen: { outils: { axe: '4', html_validate: '11' }, regles: [], regles_sans_reponse: [], pages: [] },
};
const withMeasures = (mesures: Mesures): string =>
  formatSummary({ rapport, steps: [], pages: 0, files: 0, bytes: 0, mesures });

test('the p90 of the formation pages is told, and each budget that is broken', () => {
  const kept = withMeasures({ ...vide, poids: [poids, { ...poids, type: 'formation_region' }] });
  expect(kept).toContain('9 pages de formation sur 10 pèsent au plus 12,7\u00a0Ko (gzip).');
  expect(kept).not.toContain('À regarder : poids');
  const broken = withMeasures({
    ...vide,
    poids: [poids, { ...poids, type: 'formation_region', p90: 15_000, au_dessus: 2 }],
  });
  expect(broken.split('\n').filter((line) => line.startsWith('À regarder : poids'))).toEqual([
    expect.stringMatching(/Formation dans une région.*limite dépassée/),
  ]);
});

test('faults of pages are counted and the pages named; without any, the number of pages examined is told', () => {
  const page = { type: 'region', url: '/regions/a/', accessibilite: [], html: [] } as const;
  const examen = { ...vide.examen, pages: [{ ...page, accessibilite: [], html: [] }] };
  expect(withMeasures({ ...vide, examen })).toContain('1 pages examinées, aucun défaut');
  const fautive = {
    ...page,
    url: '/regions/b/',
    accessibilite: [{ regle: 'label', nombre: 2, exemple: '<a>' }],
    html: [{ regle: 'no-dup-id', nombre: 1, exemple: 'id' }],
  };
  const told = withMeasures({ ...vide, examen: { ...examen, pages: [...examen.pages, fautive] } });
  expect(told).toContain('À regarder : accessibilité et HTML : 3 défauts sur 1 pages (par exemple /regions/b/)');
});
