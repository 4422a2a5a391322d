import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Revisions } from '../../src/domain/revisions.ts';
import { UserError } from '../../src/lib/errors.ts';
import { build, rawFolder, readJson, readTree, temporaryFolder, type Build } from './build-folder.ts';
import { differences } from './compare.ts';

type Mesures = Record<string, number>;

/** Lines of the regional export: school CAP (or another code) by academic region. */
const regional = (records: [region: string, code: string, mesures: Mesures][]): string[] => [
  'millesime;code_region_academique;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
  ...records.flatMap(([region, code, mesures]) =>
    Object.entries(mesures).map(([id, value]) => `2022_2023;${region};voie_pro_sco_educ_nat;;${code};${id};${value}`),
  ),
];

const CAP = '23220022190';
const BAC_PRO = '23830022190';
const mesures = (eleves: number, poursuite: number, emploi: number): Mesures => ({
  nb_annee_term: eleves,
  nb_poursuite_etudes: poursuite,
  nb_en_emploi_6_mois: emploi,
});

const AVANT = {
  'inserjeunes-regional.csv': regional([
    ['03', CAP, mesures(50, 10, 20)], // one figure changes
    ['04', CAP, mesures(40, 8, 16)], // unchanged
    ['10', CAP, mesures(30, 6, 12)], // hidden in the new edition: 18 pupils
    ['11', CAP, mesures(15, 3, 6)], // shown in the new edition: 25 pupils
    ['03', BAC_PRO, mesures(60, 20, 30)], // gone
  ]),
};
const APRES = {
  'inserjeunes-regional.csv': regional([
    ['03', CAP, mesures(50, 10, 25)],
    ['04', CAP, mesures(40, 8, 16)],
    ['10', CAP, mesures(18, 7, 5)],
    ['11', CAP, mesures(25, 5, 10)],
    ['12', CAP, mesures(22, 2, 10)], // new
  ]),
};

const revisionsOf = ({ outDir }: Build): Revisions => readJson(outDir, 'revisions.json') as Revisions;

describe('two editions of a few regional records', () => {
  let avant: Build;
  let apres: Build;
  let revisions: Revisions;
  beforeAll(async () => {
    avant = await build(rawFolder(AVANT));
    apres = await build(rawFolder(APRES), { formerDir: avant.outDir });
    revisions = revisionsOf(apres);
  });

  test('each record stands in one class: one changed, one unchanged, one hidden, one shown, one new, one gone', () => {
    const [sommes, regions] = revisions.fiches;
    expect(regions).toEqual({
      maille: 'regionale',
      millesime: '2022_2023',
      ajoutees: 1,
      disparues: 1,
      masquees: 1,
      montrees: 1,
      changees: 1,
      identiques: 1,
    });
    // The sum of the regions that publish a figure: 50 + 40 + 30 pupils, then 50 + 40 + 25 + 22.
    expect(sommes).toMatchObject({ maille: 'regions', changees: 1, identiques: 0, ajoutees: 0, disparues: 0 });
    expect(revisions.fiches).toHaveLength(2);
  });

  test('the widest moves of both rates come with their values and the persons behind them', () => {
    const lieu = { maille: 'regionale', millesime: '2022_2023', region: '53', filiere: 'pro', code_certification: CAP };
    const [parts, taux] = revisions.ecarts;
    expect(parts).toMatchObject({ mesure: 'part_emploi', nombre: 2 });
    // 20 of 50 pupils are 40 %, 25 are 50 %; of 40 leavers, 50 % (20) and 62 % (25 / 40 = 62.5, half to even).
    expect(parts?.plus_grands[0]).toEqual({
      ...lieu,
      page: '/formations/cap-patissier-des-trois-vallees-50022190/',
      titre: 'CAP Patissier des trois vallees',
      avant: 40,
      apres: 50,
      effectif_avant: 50,
      effectif_apres: 50,
    });
    expect(taux?.plus_grands[0]).toMatchObject({
      ...lieu,
      avant: 50,
      apres: 62,
      effectif_avant: 40,
      effectif_apres: 40,
    });
  });

  test('figures newly hidden and newly shown are listed without their values, old or new', () => {
    const { fiches_masquees, fiches_montrees, fiches_ajoutees, fiches_disparues } = revisions.listes;
    expect(fiches_masquees.map(({ region }) => region)).toEqual(['11']);
    expect(fiches_montrees.map(({ region }) => region)).toEqual(['04']);
    expect(fiches_ajoutees.map(({ region }) => region)).toEqual(['02']);
    expect(fiches_disparues.map(({ code_certification }) => code_certification)).toEqual([BAC_PRO]);
    for (const fiche of [...fiches_masquees, ...fiches_montrees]) {
      expect(Object.keys(fiche).sort()).toEqual(
        ['code_certification', 'filiere', 'maille', 'millesime', 'page', 'region', 'titre'].sort(),
      );
    }
    const moved = revisions.ecarts.flatMap(({ plus_grands }) => plus_grands.map(({ region }) => region));
    expect(moved).not.toContain('11');
    expect(moved).not.toContain('04');
  });

  test('pages are compared too, and the report holds the summary', () => {
    // The bac pro has no record any more, but keeps its page: its code is open.
    expect(revisions.pages.formations).toEqual({
      avant: 6,
      apres: 6,
      ajoutees: 0,
      disparues: 0,
      deplacees: 0,
      revisees: 2,
    });
    const { edition, listes, ...resume } = revisions;
    expect(edition).toBe(apres.rapport.edition);
    expect(apres.rapport.revisions).toEqual(resume);
  });

  test('the same two editions give the same output tree, byte for byte', async () => {
    const again = await build(rawFolder(APRES), { formerDir: avant.outDir });
    expect(differences(readTree(apres.outDir), readTree(again.outDir))).toEqual([]);
  });

  test('without a former edition neither the file nor the key is there', () => {
    expect(avant.rapport).not.toHaveProperty('revisions');
    expect(readTree(avant.outDir).has('revisions.json')).toBe(false);
  });

  test('a page that is gone, one that is new and one that moved', async () => {
    // A closed diploma has a page as long as it has a record: BTS 32022002, closed in 2022.
    const cap: Parameters<typeof regional>[0] = [['04', CAP, mesures(40, 8, 16)]];
    const sans = { 'inserjeunes-regional.csv': regional(cap) };
    const bts = { 'inserjeunes-regional.csv': regional([['03', '32221022002', mesures(50, 10, 20)], ...cap]) };
    const ancienne = (await build(rawFolder(bts))).outDir;
    const path = join(ancienne, 'formations/cap-patissier-des-trois-vallees-50022190.json');
    const page = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    rmSync(path);
    writeFileSync(
      join(ancienne, 'formations/cap-patissier-50022190.json'),
      JSON.stringify({ ...page, slug: 'cap-patissier-50022190' }),
    );
    const { pages, listes } = revisionsOf(await build(rawFolder(sans), { formerDir: ancienne }));
    expect(pages.formations).toMatchObject({ avant: 7, apres: 6, ajoutees: 0, disparues: 1, deplacees: 1 });
    expect(listes.pages_disparues).toEqual([{ code: '32022002', titre: 'BTS Mesures du gout' }]);
    expect(listes.pages_deplacees).toEqual([
      {
        code: '50022190',
        titre: 'CAP Patissier des trois vallees',
        page: '/formations/cap-patissier-des-trois-vallees-50022190/',
        ancienne_page: '/formations/cap-patissier-50022190/',
      },
    ]);
    expect(listes.fiches_disparues).toHaveLength(1);
    const back = revisionsOf(await build(rawFolder(bts), { formerDir: (await build(rawFolder(sans))).outDir }));
    expect(back.listes.pages_ajoutees.map(({ code }) => code)).toEqual(['32022002']);
  });

  test('an edition of an older shape: unknown keys are ignored, missing figures are figures added since', async () => {
    const ancienne = temporaryFolder();
    cpSync(avant.outDir, ancienne, { recursive: true });
    const path = join(ancienne, 'formations/cap-patissier-des-trois-vallees-50022190.json');
    const page = JSON.parse(readFileSync(path, 'utf8')) as { voies: { fiches: Record<string, unknown>[] }[] };
    for (const { fiches } of page.voies) {
      for (const fiche of fiches) {
        delete fiche.taux_poursuite_etudes;
        delete fiche.code_certification_type;
        delete fiche.source;
        fiche.couleur = 'rose';
      }
    }
    writeFileSync(path, JSON.stringify({ ...page, ancien_champ: [1] }));
    const { chiffres, fiches } = revisionsOf(await build(rawFolder(AVANT), { formerDir: ancienne }));
    // Three regions and their sum show the rate; the hidden region does not.
    expect(chiffres).toEqual({ changes: 0, masques: 0, montres: 0, ajoutes: 4, retires: 0 });
    expect(fiches.map(({ maille, changees, identiques }) => [maille, changees, identiques])).toEqual([
      ['regions', 1, 0],
      ['regionale', 3, 2],
    ]);
  });

  test.each<[what: string, change: (folder: string) => void, message: RegExp]>([
    ['a folder that does not exist', (folder) => rmSync(folder, { recursive: true }), /rapport\.json .*ENOENT/],
    [
      'the report of something else',
      (folder) => writeFileSync(join(folder, 'rapport.json'), '{"tests": 12}'),
      /rapport\.json .*at edition/,
    ],
    [
      'a folder without pages',
      (folder) => rmSync(join(folder, 'formations'), { recursive: true }),
      /formations .*ENOENT/,
    ],
    [
      'a copy cut short',
      (folder) => rmSync(join(folder, 'formations/cap-patissier-des-trois-vallees-50022190.json')),
      /formations .*5 pages, where rapport\.json announces 6/,
    ],
    [
      'a page that is not JSON',
      (folder) => {
        const path = join(folder, 'formations/cap-patissier-des-trois-vallees-50022190.json');
        writeFileSync(path, readFileSync(path, 'utf8').slice(0, 500));
      },
      /formations\/cap-patissier-des-trois-vallees-50022190\.json .*position 500/,
    ],
    [
      'a page with a text for a figure',
      (folder) => {
        const path = join(folder, 'formations/cap-patissier-des-trois-vallees-50022190.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"nb_annee_term":50', '"nb_annee_term":"cinquante"'));
      },
      /50022190\.json .*at voies\.0\.fiches\.\d+\.nb_annee_term/,
    ],
    [
      'fictional figures',
      (folder) => {
        const path = join(folder, 'rapport.json');
        const rapport = JSON.parse(readFileSync(path, 'utf8')) as object;
        writeFileSync(path, JSON.stringify({ ...rapport, donnees_fictives: true }));
      },
      /these are real and the former ones are fictional/,
    ],
  ])('%s stops the build, and says where and what to do', async (_, change, message) => {
    const folder = join(temporaryFolder(), 'ancienne');
    mkdirSync(folder);
    cpSync(avant.outDir, folder, { recursive: true });
    change(folder);
    const failure = await build(rawFolder(APRES), { formerDir: folder }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toMatch(message);
    expect((failure as UserError).message).toContain('What to do:');
  });
});
