import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

import { UserError } from '../../src/lib/errors.ts';
import { buildData } from '../../src/pipeline/build.ts';
import { Database } from '../../src/pipeline/database.ts';
import { fileEffects } from '../../src/pipeline/effects.ts';
import { runDataStep } from '../../src/publish/data-step.ts';
import {
  build,
  rawFolder,
  readTree,
  temporaryFolder,
  TODAY,
  writeFiles,
  type Build,
  type Files,
} from './build-folder.ts';
import { CODE, ECOLE, NORMANDIE } from './verifier-arbre.ts';

const PRO = 'voie_pro_sco_educ_nat;;23220022190';
const mesures = (cle: string, eleves: number, poursuivants = 3, enEmploi = 2): string[] =>
  [
    ['nb_annee_term', eleves],
    ['nb_sortant', eleves - poursuivants],
    ['nb_poursuite_etudes', poursuivants],
    ['nb_en_emploi_6_mois', enEmploi],
  ].map(([mesure, valeur]) => `${cle};${mesure};${valeur}`);

/** France 2022 + 2023 = Île-de-France 60, Bretagne 28, Normandie 12; Bretagne = two schools. */
const RAW: Files = {
  'inserjeunes-national.csv': [
    'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
    ...mesures(`2022;${PRO}`, 60, 20, 20),
    ...mesures(`2023;${PRO}`, 40, 15, 12),
  ],
  'inserjeunes-regional.csv': [
    'millesime;code_region_academique;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
    ...mesures(`2022_2023;10;${PRO}`, 60, 25, 20),
    ...mesures(`2022_2023;03;${PRO}`, 28, 6, 9),
    ...mesures(`2022_2023;14;${PRO}`, 12),
  ],
  'inserjeunes-etablissement.csv': [
    'millesime;uai;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
    ...mesures(`2022_2023;0359991V;${PRO}`, 28, 6, 9),
  ],
};

describe('a build', () => {
  let result: Build;
  beforeAll(async () => {
    result = await build(rawFolder(RAW));
  });

  test('hides what protects another figure, with its reason, and says how many', () => {
    const formation = readFormation(result.outDir);
    const fiches = [
      ...formation.voies.flatMap((voie) => voie.fiches),
      ...formation.etablissements.map(({ fiche }) => fiche),
    ];
    expect(
      fiches.map((fiche) => [fiche.uai ?? fiche.region ?? fiche.maille, fiche.nb_annee_term, fiche.absence ?? '']),
    ).toEqual([
      ['nationale', 40, ''],
      ['nationale', 60, ''],
      ['11', 60, ''],
      ['28', 12, 'sous_le_seuil'],
      ['53', 28, 'protege_un_autre_chiffre'],
      ['0359991V', 28, 'protege_un_autre_chiffre'],
    ]);
    expect(result.rapport.secret).toMatchObject({
      cellules_sous_le_seuil: 1,
      cellules_sans_effectif: 0,
      cellules_protegees: { promotions_cumulees: 0, nationale_regions: 1, region_etablissements: 1 },
      // France = regions, Bretagne = schools, and the sums by track of the contract: three hidden records enter them.
      verification: { sommes: 5, contradictoires: 0, inconnues: 3, trouve: 0 },
    });
  });

  test('names every record that must not be shown', () => {
    expect([...result.caches].sort()).toEqual([ECOLE, NORMANDIE, `pro ${CODE} 2022_2023 53`]);
  });
});

interface FormationEcrite {
  voies: { fiches: Record<string, unknown>[] }[];
  etablissements: { fiche: Record<string, unknown> }[];
}
function readFormation(outDir: string): FormationEcrite {
  const [name = ''] = readdirSync(join(outDir, 'formations')).filter((file) => file.endsWith('-50022190.json'));
  return JSON.parse(readFileSync(join(outDir, 'formations', name), 'utf8')) as FormationEcrite;
}

describe('a fault in the code that builds', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Builds over a former output with one table changed; what the build says, and whether the former output is as it was. */
  const buildWith = async (table: string, changement: string): Promise<{ message: string; intact: boolean }> => {
    const outDir = join(temporaryFolder(), 'publie');
    writeFiles(outDir, { 'rapport.json': '{}', 'ancienne.json': '{}' });
    const before = readTree(outDir);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
    const original = Database.prototype.createTable;
    vi.spyOn(Database.prototype, 'createTable').mockImplementation(async function (this: Database, file, params) {
      await original.call(this, file, params);
      if (file.endsWith(`/${table}.sql`)) await this.run(changement);
    });
    const run = runDataStep({ rawDir: rawFolder(RAW), outDir, today: TODAY, log: () => undefined });
    const message = await run.then(
      () => '',
      (error: unknown) => (error instanceof UserError ? error.message : String(error)),
    );
    const intact = [...readTree(outDir)].join() === [...before].join() && readdirSync(dirname(outDir)).length === 1;
    return { message, intact };
  };

  test('a mart that forgets the threshold stops the build: files, records and fields are named, the former output stays', async () => {
    const { message, intact } = await buildWith(
      'fiches_publiees',
      `update fiches_publiees set masquage = null, nb_sortant = 9, nb_en_emploi_6_mois = 2, nb_poursuite_etudes = 3 where nb_annee_term < 20`,
    );
    const line = message.split('\n').find((text) => text.startsWith(`hidden record "${NORMANDIE}" shows `)) ?? '';
    for (const field of ['nb_en_emploi_6_mois', 'nb_poursuite_etudes', 'nb_sortant', 'parts.emploi', 'phrases.fr'])
      expect(line).toContain(` ${field}`);
    // The twins of the page, then what the search shows of the region.
    expect(line).toMatch(
      / in formations\/cap-patissier-des-trois-vallees-50022190\.csv, formations\/\S+\.json, recherche\/chiffres\/normandie\.json and \d+ more/,
    );
    expect(message).toContain('What to do:');
    expect(intact).toBe(true);
  });

  test('a mart that forgets complementary suppression stops the build, although nothing under the threshold shows', async () => {
    const { message, intact } = await buildWith('int_cellules', `delete from int_cellules where maille <> 'nationale'`);
    expect(message).toContain(`computable: "${NORMANDIE}" (12 pupils), from pro ${CODE} France 2022 + 2023 = régions`);
    expect(message).toMatch(/0 hidden record\(s\) shown and 1 computable/);
    expect(intact).toBe(true);
  });

  test('what is written after the check, as the report is, is checked too', async () => {
    const effects = fileEffects(temporaryFolder(), () => undefined);
    const cellule = {
      code_certification: CODE,
      filiere: 'pro',
      millesime: '2022_2023',
      maille: 'regionale',
      region: '28',
    };
    const fuite = `{"fuite":${JSON.stringify({ ...cellule, nb_sortant: 9 })},`;
    const writeText = (path: string, text: string): void => {
      effects.writeText(path, path === 'rapport.json' ? text.replace('{', () => fuite) : text);
    };
    const options = { rawDir: rawFolder(RAW), workDir: join(temporaryFolder(), 'travail'), today: TODAY };
    await expect(buildData(options, { ...effects, writeText })).rejects.toThrow(
      `hidden record "${NORMANDIE}" shows nb_sortant in rapport.json`,
    );
  });
});
