import { beforeAll, describe, expect, test } from 'vitest';

import { SEUIL_PUBLICATION } from '../../src/domain/publication.ts';
import { build, rawFolder, readTree, type Files } from './build-folder.ts';
import { differences, fichesOfTree, withoutBytes, type Fiche } from './compare.ts';

/**
 * The proof that a hidden figure cannot be selected, summed or subtracted out of the output.
 *
 * The same raw folder is built twice; only the measures of hidden cohorts differ (each but `nb_annee_term`, which is public). The two
 * output trees must be the same, byte for byte. Whatever is computed from the published files (a `select`, a sum, a difference, a count of
 * null keys) then gives the same answer for both sets of hidden figures, hence tells nothing about them.
 *
 * What it cannot prove: that the sources themselves do not publish, in a wider scope, the total from which a hidden cell follows (France
 * less its other regions). Complementary suppression is tested at the end, and the verifier that looks for such totals in verifier.test.ts.
 */
type Measures = Record<string, number | string>;

interface Cohorte {
  /** Raw file, and the cells before `id_mesure`. */
  fichier: keyof typeof HEADERS;
  cle: string;
  mesures: Measures;
}

const SUITE = 'filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
const HEADERS = {
  'inserjeunes-national.csv': `millesime;${SUITE}`,
  'inserjeunes-regional.csv': `millesime;code_region_academique;${SUITE}`,
  'inserjeunes-etablissement.csv': `millesime;uai;${SUITE}`,
} as const;

const CAP = 'voie_pro_sco_educ_nat;;23220022190';
const GOUT = 'voie_pro_sco_educ_nat;;23830022190';

const VISIBLES: readonly Cohorte[] = [
  {
    fichier: 'inserjeunes-national.csv',
    cle: '2023;apprentissage;50022190;',
    mesures: { ...counts(100, 40, 30), salaire_TS_Q2_12_mois: 1512 },
  },
  { fichier: 'inserjeunes-regional.csv', cle: `2022_2023;03;${CAP}`, mesures: counts(40, 10, 15) },
  { fichier: 'inserjeunes-regional.csv', cle: `2022_2023;10;${CAP}`, mesures: counts(60, 40, 5) },
  { fichier: 'inserjeunes-regional.csv', cle: '2022_2023;03;apprentissage;50022190;', mesures: counts(30, 5, 20) },
  { fichier: 'inserjeunes-etablissement.csv', cle: `2022_2023;0359991V;${CAP}`, mesures: counts(25, 5, 20) },
];

/** At each level: under the threshold by one, well under, and of unknown size. */
const CACHEES: readonly Cohorte[] = [
  { fichier: 'inserjeunes-national.csv', cle: '2023;apprentissage;40022190;', mesures: everything(19) },
  { fichier: 'inserjeunes-national.csv', cle: '2022;apprentissage;50022190;', mesures: everything(6) },
  { fichier: 'inserjeunes-national.csv', cle: '2023;apprentissage;40023203;', mesures: everything(undefined) },
  { fichier: 'inserjeunes-regional.csv', cle: `2022_2023;14;${CAP}`, mesures: everything(19) },
  { fichier: 'inserjeunes-regional.csv', cle: `2022_2023;17;${CAP}`, mesures: everything(5) },
  { fichier: 'inserjeunes-regional.csv', cle: `2022_2023;18;${CAP}`, mesures: everything(undefined) },
  { fichier: 'inserjeunes-etablissement.csv', cle: `2022_2023;0359991V;${GOUT}`, mesures: everything(19) },
  { fichier: 'inserjeunes-etablissement.csv', cle: `2022_2023;0359992W;${CAP}`, mesures: everything(7) },
  { fichier: 'inserjeunes-etablissement.csv', cle: `2022_2023;0359993X;${CAP}`, mesures: everything(undefined) },
  {
    fichier: 'inserjeunes-etablissement.csv',
    cle: '2022_2023;0359992W;apprentissage;50022190;',
    mesures: everything(19),
  },
];

/** A place that shows the hidden cohort of its trainer (RULES § 15): hidden there too. */
const LIEU = '0359994Y';
const CATALOGUE = [
  'cfd;uai_formation;etablissement_formateur_uai;etablissement_gestionnaire_uai',
  `50022190;${LIEU};0359992W;0359992W`,
];

/** Pupils enough to be shown, leavers too few: only the rates of leavers are hidden. */
const PEU_DE_SORTANTS: Cohorte = {
  fichier: 'inserjeunes-regional.csv',
  cle: `2022_2023;03;${GOUT}`,
  mesures: {
    ...counts(40, 28, 6),
    taux_emploi_6_mois: 51,
    taux_emploi_12_mois: 52,
    taux_emploi_18_mois: 53,
    taux_emploi_24_mois: 54,
  },
};

function counts(eleves: number, poursuivants: number, enEmploi: number): Measures {
  return {
    nb_annee_term: eleves,
    nb_sortant: eleves - poursuivants,
    nb_poursuite_etudes: poursuivants,
    nb_en_emploi_6_mois: enEmploi,
    nb_en_emploi_12_mois: enEmploi,
  };
}

/** Every measure that the API can give (RULES § 2), on figures found nowhere else in the tree. */
function everything(eleves: number | undefined): Measures {
  return {
    ...(eleves === undefined ? {} : { nb_annee_term: eleves }),
    ...{ nb_sortant: 3, nb_poursuite_etudes: (eleves ?? 19) - 3 },
    ...{ nb_en_emploi_6_mois: 1, nb_en_emploi_12_mois: 2, nb_en_emploi_18_mois: 1, nb_en_emploi_24_mois: 2 },
    ...{
      DEVENIR_part_en_emploi_6_mois: 11,
      DEVENIR_part_poursuite_etudes: 13,
      DEVENIR_part_autre_situation_6_mois: 76,
    },
    ...{ taux_poursuite_etudes: 13, taux_rupture_contrats: 17 },
    ...{ taux_emploi_6_mois: 71, taux_emploi_12_mois: 72, taux_emploi_18_mois: 73, taux_emploi_24_mois: 74 },
    ...{ salaire_TS_Q1_12_mois: 98_765, salaire_TS_Q2_12_mois: 98_766, salaire_TS_Q3_12_mois: 98_767 },
  };
}

/** Other figures for the same measures, as consistent with each other as the first ones. */
function autresValeurs(mesures: Measures): Measures {
  const eleves = mesures.nb_annee_term;
  const others: Measures = {
    ...{ nb_sortant: 2, nb_poursuite_etudes: Number(eleves ?? 19) - 2 },
    ...{ nb_en_emploi_6_mois: 0, nb_en_emploi_12_mois: 1, nb_en_emploi_18_mois: 2, nb_en_emploi_24_mois: 0 },
    ...{ DEVENIR_part_en_emploi_6_mois: 90, DEVENIR_part_poursuite_etudes: 4, DEVENIR_part_autre_situation_6_mois: 6 },
    ...{ taux_poursuite_etudes: 4, taux_rupture_contrats: 0 },
    ...{ taux_emploi_6_mois: 0, taux_emploi_12_mois: 100, taux_emploi_18_mois: 5, taux_emploi_24_mois: 6 },
    ...{ salaire_TS_Q1_12_mois: 54_321, salaire_TS_Q2_12_mois: 54_322, salaire_TS_Q3_12_mois: 54_323 },
  };
  return { ...others, ...(eleves === undefined ? {} : { nb_annee_term: eleves }) };
}

/** The output tree of these cohorts, without what the report says of the bytes of the raw files. */
async function treeOf(cohortes: readonly Cohorte[], autres: Files = {}): Promise<Map<string, string>> {
  const files = Map.groupBy(cohortes, ({ fichier }) => fichier);
  const raw = [...files].map(([fichier, group]) => [
    fichier,
    [
      HEADERS[fichier],
      ...group.flatMap(({ cle, mesures }) => Object.entries(mesures).map(([id, valeur]) => `${cle};${id};${valeur}`)),
    ],
  ]);
  const figures = Object.fromEntries(raw) as Record<string, string[]>;
  const { outDir } = await build(rawFolder({ ...figures, 'catalogue-apprentissage.csv': CATALOGUE, ...autres }));
  return withoutBytes(readTree(outDir));
}

describe('hidden cohorts', () => {
  let base: Map<string, string>;
  beforeAll(async () => {
    base = await treeOf([...VISIBLES, ...CACHEES, PEU_DE_SORTANTS]);
  });

  test('other hidden figures give the same output tree, byte for byte', async () => {
    const changed = CACHEES.map((cohorte) => ({ ...cohorte, mesures: autresValeurs(cohorte.mesures) }));
    const rates = Object.keys(PEU_DE_SORTANTS.mesures).filter((id) => id.startsWith('taux_emploi_'));
    const leavers = { ...PEU_DE_SORTANTS.mesures, ...Object.fromEntries(rates.map((id, rank) => [id, 90 + rank])) };
    const other = await treeOf([...VISIBLES, ...changed, { ...PEU_DE_SORTANTS, mesures: leavers }]);
    expect(base.size).toBeGreaterThan(30);
    expect(differences(base, other)).toEqual([]);
  });

  test('the comparison sees a single published figure that changes', async () => {
    const [first, ...others] = VISIBLES;
    if (first === undefined) throw new Error('no visible cohort');
    const changed = { ...first, mesures: { ...first.mesures, salaire_TS_Q2_12_mois: 1513 } };
    const other = await treeOf([changed, ...others, ...CACHEES, PEU_DE_SORTANTS]);
    expect(differences(base, other)).toContain('formations/cap-patissier-des-trois-vallees-50022190.json');
  });

  test('every hidden record is there with its headcount, a reason, and no figure', () => {
    const records = fichesOfTree(base);
    const hidden = records.filter(
      ({ nb_annee_term: eleves, source }) =>
        source === 'inserjeunes' && (typeof eleves !== 'number' || eleves < SEUIL_PUBLICATION),
    );
    expect(new Set(hidden.map(({ maille, nb_annee_term: eleves }) => `${maille} ${String(eleves)}`))).toEqual(
      new Set(
        [
          'nationale 19',
          'nationale 6',
          'nationale undefined',
          'regionale 19',
          'regionale 5',
          'regionale undefined',
        ].concat(['etablissement 19', 'etablissement 7', 'etablissement undefined']),
      ),
    );
    expect(hidden.map(({ uai }) => uai)).toContain(LIEU);
    for (const fiche of hidden) {
      const figures = Object.entries(fiche).filter(([key]) => /^(nb_|taux_|va_|salaire_|parts$)/.test(key));
      const shown = figures.filter(([key, value]) => value !== null && key !== 'nb_annee_term');
      expect(shown).toEqual([]);
      expect(fiche.absence).toBe(fiche.nb_annee_term === undefined ? 'pas_encore_publiee' : 'sous_le_seuil');
    }
  });

  test('a figure of a hidden cohort is found nowhere in the text of the tree', () => {
    const found = [...base].filter(([, text]) => /9876[567]/.test(text)).map(([path]) => path);
    expect(found).toEqual([]);
  });

  test('hidden regions add nothing to the sum of regions', async () => {
    const without = await treeOf([...VISIBLES, ...CACHEES.filter(({ cle }) => !cle.includes(CAP)), PEU_DE_SORTANTS]);
    const sums = (tree: Map<string, string>): Fiche[] =>
      fichesOfTree(tree).filter(({ maille }) => maille === 'regions');
    expect(sums(base)[0]).toMatchObject({ nb_regions: 2, nb_annee_term: 100, nb_sortant: 50, nb_en_emploi_6_mois: 20 });
    expect(sums(base)).toEqual(sums(without));
  });
});

describe('hidden figures at their limits', () => {
  const CLE = `2022_2023;14;${CAP}`;
  const pair = async (
    left: Measures,
    right: Measures,
    fichier: Cohorte['fichier'] = 'inserjeunes-regional.csv',
  ): Promise<string[]> => {
    const build = (mesures: Measures): Promise<Map<string, string>> =>
      treeOf([...VISIBLES, { fichier, cle: CLE, mesures }]);
    return differences(await build(left), await build(right));
  };

  const known = { nb_en_emploi_6_mois: 0, nb_en_emploi_12_mois: 0, nb_en_emploi_18_mois: 0, nb_en_emploi_24_mois: 0 };

  test('one more pupil studies, all the employment counts known: the same tree', async () => {
    const eight = { nb_annee_term: 12, nb_sortant: 4, nb_poursuite_etudes: 8, ...known };
    expect(await pair(eight, { ...eight, nb_sortant: 3, nb_poursuite_etudes: 9 })).toEqual([]);
  });

  // Employment counts become 0 when all continue (RULES § 3): which keys are null must not depend on it.
  test('all the pupils continue: the keys that are null do not tell', async () => {
    expect(
      await pair({ nb_annee_term: 12, nb_poursuite_etudes: 8 }, { nb_annee_term: 12, nb_poursuite_etudes: 12 }),
    ).toEqual([]);
  });

  // No leaver, no rate of leavers (0/0): the key is null all the same.
  test('nobody leaves: the keys that are null do not tell', async () => {
    const someLeave = { nb_annee_term: 12, nb_sortant: 4, nb_poursuite_etudes: 8, ...known };
    expect(await pair(someLeave, { ...someLeave, nb_sortant: 0, nb_poursuite_etudes: 12 })).toEqual([]);
  });

  test('hidden figures that contradict each other: the report does not tell', async () => {
    const sound = { nb_annee_term: 12, nb_sortant: 4, nb_poursuite_etudes: 8, nb_en_emploi_6_mois: 2 };
    expect(await pair(sound, { ...sound, nb_sortant: 5 })).toEqual([]);
  });

  test('a hidden figure that is refused for its decimals is not quoted by the report', async () => {
    expect(await pair({ nb_annee_term: 12, nb_sortant: '7.5' }, { nb_annee_term: 12, nb_sortant: '8.5' })).toEqual([]);
  });
});

describe('what a difference would give (docs/decisions/0007)', () => {
  const cohorte = (fichier: Cohorte['fichier'], cle: string, mesures: Measures): Cohorte => ({ fichier, cle, mesures });
  const FRANCE = [
    cohorte('inserjeunes-national.csv', `2022;${CAP}`, counts(70, 30, 20)),
    cohorte('inserjeunes-national.csv', `2023;${CAP}`, counts(45, 20, 12)),
  ];
  const ILE_DE_FRANCE = cohorte('inserjeunes-regional.csv', `2022_2023;10;${CAP}`, counts(60, 30, 14));
  const NORMANDIE = cohorte('inserjeunes-regional.csv', `2022_2023;14;${CAP}`, everything(15));
  const bretagne = (mesures: Measures): Cohorte => cohorte('inserjeunes-regional.csv', `2022_2023;03;${CAP}`, mesures);
  const ecole = (mesures: Measures): Cohorte =>
    cohorte('inserjeunes-etablissement.csv', `2022_2023;0359991V;${CAP}`, mesures);
  const REGIONS = [ILE_DE_FRANCE, bretagne(counts(40, 10, 15)), NORMANDIE];

  const absencesOf = (tree: Map<string, string>): Record<string, unknown> =>
    Object.fromEntries(
      fichesOfTree(tree).map((fiche) => [
        `${(fiche.uai ?? fiche.region ?? fiche.maille) as string} ${fiche.millesime}`,
        fiche.absence ?? 'publiée',
      ]),
    );

  test('a hidden region cannot be had by taking the published regions from France: a second one is hidden', async () => {
    expect(absencesOf(await treeOf([...FRANCE, ...REGIONS, ecole(counts(40, 10, 15))]))).toEqual({
      'nationale 2022': 'publiée',
      'nationale 2023': 'publiée',
      '11 2022_2023': 'publiée',
      '28 2022_2023': 'sous_le_seuil',
      // The smallest region, and the school that would give it back.
      '53 2022_2023': 'protege_un_autre_chiffre',
      '0359991V 2022_2023': 'protege_un_autre_chiffre',
    });
  });

  test('without France there is no difference to take: the same region is shown', async () => {
    expect(absencesOf(await treeOf([...REGIONS, ecole(counts(40, 10, 15))]))).toMatchObject({
      '53 2022_2023': 'publiée',
      '0359991V 2022_2023': 'publiée',
    });
  });

  test('a region hidden to protect its only hidden school is not in the sum of regions', async () => {
    const pays = cohorte('inserjeunes-regional.csv', `2022_2023;18;${CAP}`, counts(50, 20, 9));
    const cohortes = [ILE_DE_FRANCE, pays, bretagne(counts(25, 5, 6)), ecole(everything(12))];
    const somme = (tree: Map<string, string>): Fiche | undefined =>
      fichesOfTree(tree).find(({ maille }) => maille === 'regions');
    // 13 pupils of the region are in no record: with the 12 of the school they cannot be told apart.
    const libre = await treeOf(cohortes);
    expect(absencesOf(libre)).toMatchObject({ '53 2022_2023': 'publiée' });
    expect(somme(libre)).toMatchObject({ nb_regions: 3, nb_annee_term: 135 });
    // The open data tell rates of the other school, of an unknown number of pupils: nothing hides the 12 any more.
    const fine = [
      'Année;UAI;Libellé;Région;Code formation mefstat11;DEVENIR Part poursuite études;DEVENIR Part en emploi 6 mois;DEVENIR Part autre situation 6 mois;Taux poursuite études;Taux emploi 6 mois;Taux emploi 12 mois;Taux emploi 18 mois;Taux emploi 24 mois',
      'cumul 2022-2023;0359992W;Lycée des Trois Vallées;BRETAGNE;23220022190;;;;42.0;64.0;;;',
    ];
    const cachee = await treeOf(cohortes, { 'fr-en-inserjeunes-lycee_pro-formation-fine.csv': fine });
    expect(absencesOf(cachee)).toMatchObject({
      '53 2022_2023': 'protege_un_autre_chiffre',
      '0359992W 2022_2023': 'publiée',
    });
    expect(somme(cachee)).toMatchObject({ nb_regions: 2, nb_annee_term: 110 });
  });

  test('other figures in every hidden record, of the same size, give the same output tree, byte for byte', async () => {
    const base = await treeOf([...FRANCE, ...REGIONS, ecole(counts(40, 10, 15))]);
    const other = await treeOf([
      ...FRANCE,
      ILE_DE_FRANCE,
      bretagne(counts(40, 21, 3)),
      { ...NORMANDIE, mesures: autresValeurs(NORMANDIE.mesures) },
      ecole(counts(40, 2, 30)),
    ]);
    expect(differences(base, other)).toEqual([]);
  });

  test('one pupil more, and the tree is another: sizes are public', async () => {
    const base = await treeOf([...FRANCE, ...REGIONS]);
    const other = await treeOf([...FRANCE, ILE_DE_FRANCE, bretagne(counts(41, 10, 15)), NORMANDIE]);
    expect(differences(base, other)).toContain('formations/cap-patissier-des-trois-vallees-50022190.json');
  });
});
