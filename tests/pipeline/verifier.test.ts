import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { Database } from '../../src/pipeline/database.ts';
import { verifierArbre } from '../../src/pipeline/verifier/verifier.ts';
import { temporaryFolder, writeFiles, type Files } from './build-folder.ts';
import { CACHEES, CODE, IDENTITE, json, messageDe, NORMANDIE } from './verifier-arbre.ts';

describe('a hidden record that shows', () => {
  const shown = { ...IDENTITE, maille: 'regionale', region: '28', nb_annee_term: 12 };
  const autresFiches = Array.from({ length: 2000 }, (_, rang) => ({
    ...{ code_certification: `8${rang}`, filiere: 'pro', millesime: '2022_2023', region: '53' },
    ...{ nb_annee_term: 30, taux_en_formation: 25, libelle: 'of another record, long enough for a long list' },
  }));
  /** As `openListeJson` writes it. */
  const longueListe = (fiches: object[], enveloppe: object = {}): string =>
    `${json({ ...enveloppe }).slice(0, -1)}${Object.keys(enveloppe).length === 0 ? '' : ','}"formations":[\n${fiches.map(json).join(',\n')}\n]}\n`;
  const leak = json({ voies: [{ fiches: [{ ...shown, nb_sortant: 9 }] }] });

  test.each<[string, Files, string]>([
    ['in JSON, inside an archive', { 'a.zip': zipSync({ 'b.json': strToU8(leak) }) }, 'nb_sortant'],
    [
      'in JSON, inside an archive beside a file of the same name that hides it',
      { 'a.zip': zipSync({ 'b.json': strToU8(leak) }), 'b.json': json(shown) },
      'nb_sortant',
    ],
    [
      'in CSV, inside an archive',
      {
        'a.zip': zipSync({
          'b.csv': strToU8(
            `\ufeffcode_certification;filiere;maille;region;millesime;nb_annee_term;nb_sortant\n${CODE};pro;regionale;28;2022_2023;12;9\n`,
          ),
        }),
      },
      'nb_sortant',
    ],
    ['in JSON, by a count', { 'a.json': json({ voies: [{ fiches: [{ ...shown, nb_sortant: 9 }] }] }) }, 'nb_sortant'],
    [
      'in JSON, by its shares',
      { 'a.json': json([{ ...shown, parts: { emploi: 17, formation: 25, autre: 58 } }]) },
      'parts.emploi, parts.formation, parts.autre',
    ],
    [
      'in JSON, by an identity above it',
      { 'a.json': json({ ...IDENTITE, region: { code: '28' }, chiffres: [{ taux_en_formation: 25 }] }) },
      'taux_en_formation',
    ],
    [
      'in JSON, by a sentence',
      { 'a.json': json({ ...shown, legende: 'Sur 100 élèves, 17 travaillaient' }) },
      'legende',
    ],
    [
      'in JSON, by a copy along the continuum',
      { 'a.json': json({ ...shown, donnee_source: { type: 'ancienne', code_certification: '1' }, nb_sortant: 9 }) },
      'nb_sortant',
    ],
    [
      'in JSON, by how to read it',
      {
        'a.json': json({
          voies: [
            {
              ...IDENTITE,
              lectures: [
                { maille: 'regionale', region: '28', millesime: '2022_2023', phrases: { fr: 'Sur 100 élèves…' } },
              ],
            },
          ],
        }),
      },
      'phrases.fr',
    ],
    [
      'in JSON, among the courses close to another',
      {
        'a.json': json({
          voies: [
            {
              ...IDENTITE,
              code_certification: '50022137',
              lectures: [
                {
                  maille: 'regionale',
                  region: '28',
                  millesime: '2022_2023',
                  phrases: { fr: 'Sur 100 élèves…' },
                  proches: [{ code_certification: CODE, emploi: 17, formation: 25, autre: 58 }],
                },
              ],
            },
          ],
        }),
      },
      'emploi, formation, autre',
    ],
    [
      'in CSV, among the compared courses',
      {
        'comparaisons/cap.csv': `\ufefftype;filiere;maille;region;millesime;code;code_certification;part_emploi\ncap;pro;regionale;28;2022_2023;1;${CODE};17\n`,
      },
      'part_emploi',
    ],
    [
      'in CSV',
      {
        'a.csv': `\ufeffregion;code_certification;filiere;millesime;nb_annee_term;nb_sortant\nNormandie;${CODE};pro;2022_2023;12;9\n`,
      },
      'nb_sortant',
    ],
    [
      'in CSV, one figure a line',
      {
        'a.csv': `region;code_certification;filiere;millesime;indicateur;valeur\n28;${CODE};pro;2022_2023;taux_en_formation;25\n`,
      },
      'taux_en_formation',
    ],
    ['in JSON, one value a line', { 'a.ndjson': `{}\n${json({ ...shown, nb_sortant: 9 })}\n` }, 'nb_sortant'],
    [
      'in a long list, by its last line',
      { 'a.json': longueListe([...autresFiches, { ...shown, nb_sortant: 9 }]) },
      'nb_sortant',
    ],
    [
      'in a long list, by the wrapper of its lines',
      { 'a.json': longueListe([...autresFiches, { region: '28', nb_sortant: 9 }], IDENTITE) },
      'nb_sortant',
    ],
    [
      'in a page',
      {
        'a.html': `<table data-code="${CODE}" data-filiere="pro" data-millesime="2022_2023"><tr data-maille="regionale" data-region="28"><td><br>12<td data-etat="emploi" data-valeur="17">17</td></tr></table>`,
      },
      'emploi',
    ],
    [
      'in a page, by its sentence',
      {
        'a.html': `<article data-carte="sur100" data-code="${CODE}" data-filiere="pro" data-millesime="2022_2023" data-region="28"><p data-phrase>Sur 100…</p></article>`,
      },
      'phrase',
    ],
    [
      'in the JSON of a page',
      {
        'a.html': `<script>1 < 2</script><script type="application/json">${json({ ...shown, nb_sortant: 9 })}</script>`,
      },
      'nb_sortant',
    ],
    [
      'in a drawing',
      {
        'a.svg': `<svg data-code="${CODE}" data-filiere="pro" data-millesime="2022_2023" data-region="28"><g data-etat="emploi"><use data-icone="x"/></g></svg>`,
      },
      'icone',
    ],
  ])('%s', async (_, files, champ) => {
    const [file = ''] = Object.keys(files);
    expect(await messageDe(files)).toContain(`hidden record "${NORMANDIE}" shows ${champ} in ${file}`);
    // The same file with another record: the finding is about this one, not about the form.
    expect(await messageDe(files, new Set([`pro ${CODE} 2021_2022 28`]))).not.toContain('hidden record "');
  });

  test('in Parquet', async () => {
    const dir = temporaryFolder();
    const db = await Database.open(temporaryFolder());
    await db.run(
      `copy (select '28' as region, '${CODE}' as code_certification, 'pro' as filiere, '2022_2023' as millesime, 12 as nb_annee_term, 25 as taux_en_formation)
       to '${join(dir, 'a.parquet')}' (format parquet)`,
    );
    db.close();
    await expect(verifierArbre(dir, CACHEES)).rejects.toThrow(
      `hidden record "${NORMANDIE}" shows taux_en_formation in a.parquet`,
    );
    expect(await verifierArbre(dir, new Set())).toMatchObject({ bilan: { fichiers: 1, fiches: 1 } });
  });

  test('in several tables: each file and each figure is named', async () => {
    const large = `region;code_certification;filiere;millesime;nb_annee_term;nb_sortant;taux_en_formation\n`;
    const message = await messageDe({
      'a.csv': `${large}28;${CODE};pro;2022_2023;12;9;25\n53;${CODE};pro;2022_2023;30;20;40\n`,
      'b.csv': `${large}28;${CODE};pro;2022_2023;12;null;25\n`,
      'c.csv': `${large}28;${CODE};pro;2022_2023;12;null;null\n`,
      'd.csv': `uai;region;code_certification;filiere;millesime;mesure;valeur\n;28;${CODE};pro;2022_2023;nb_annee_term;12\n;28;${CODE};pro;2022_2023;taux_rupture_contrats;8\n`,
    });
    expect(message).toContain(
      `hidden record "${NORMANDIE}" shows nb_sortant, taux_en_formation, taux_rupture_contrats in a.csv, b.csv, d.csv\n`,
    );
  });

  test('a line that stands in several long lists is compared in each, and read once', async () => {
    const dir = temporaryFolder();
    writeFiles(dir, { 'a.json': longueListe(autresFiches), 'b.json': longueListe(autresFiches.slice(0, 1500)) });
    expect(await verifierArbre(dir, new Set())).toMatchObject({ bilan: { fichiers: 2, fiches: 3500 } });
  });

  test('in the search index: any percentage, amount or « sur 100 »', async () => {
    const fragment = (content: string): Uint8Array =>
      gzipSync(`pagefind_dcd${json({ url: '/formations/cap/', content, meta: { titre: 'CAP' } })}`);
    expect(await messageDe({ 'pagefind/fr_1.pf_fragment': fragment('CAP Pâtissier. 50022190') })).toBe('');
    for (const content of ['Sur 100 élèves, 17 travaillaient', 'emploi 17 %', 'salaire 1 430 €'])
      expect(await messageDe({ 'pagefind/fr_1.pf_fragment': fragment(content) })).toContain(
        `"/formations/cap/" shows ${content}`,
      );
  });

  test.each<[string, Files]>([
    [
      'its headcount, in each format',
      {
        'a.json': json({ ...shown, nb_sortant: null, parts: null, absence: 'sous_le_seuil', duree_ans: 2 }),
        'a.csv': `region;code_certification;filiere;millesime;nb_annee_term;nb_sortant\n28;${CODE};pro;2022_2023;12;null\n28;${CODE};pro;2022_2023;12;\n`,
        'a.html': `<tr data-code="${CODE}" data-filiere="pro" data-millesime="2022_2023" data-region="28"><td data-indicateur="nb_annee_term" data-valeur="12">12</td><td data-absence="sous_le_seuil"></td></tr>`,
      },
    ],
    [
      'the figures of a whole school',
      { 'a.json': json({ ...IDENTITE, uai: '0359991V', perimetre: 'cfa', taux_en_formation: 25 }) },
    ],
    [
      'the figures of the record beside it',
      {
        'a.html': `<div data-code="${CODE}" data-filiere="pro" data-millesime="2022_2023"><p data-region="28"></p><p data-region="53" data-indicateur="taux_en_formation" data-valeur="25"></p></div>`,
      },
    ],
  ])('may show %s', async (_, files) => expect(await messageDe(files)).toBe(''));
});
