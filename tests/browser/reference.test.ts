import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { createConfig, lint } from '@redocly/openapi-core';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, inject, test } from 'vitest';

import { expressionDe } from '../../src/domain/fichiers/adresses.ts';
import { adresseDuSchema, NORME_DES_SCHEMAS } from '../../src/domain/fichiers/schema-json.ts';
import { SCHEMAS } from '../../src/domain/fichiers/schemas.ts';
import type { IndexApi } from '../../src/domain/ressources.ts';
import { FAMILLES_DE_FICHIERS } from '../../src/domain/textes/fichiers.ts';
import { listFiles, listJson } from './site-pages.ts';

const siteDir = inject('siteDir');
const siteUrl = inject('siteUrl');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(siteDir, path), 'utf8'));

/** Addresses of the JSON files of the site; those of Pagefind are its own. */
const adresses = listJson(siteDir).map((file) => `/${relative(siteDir, file)}`);
const familles = FAMILLES_DE_FICHIERS.filter(({ format }) => format === 'json').map((famille) => ({
  ...famille,
  expression: expressionDe(famille),
}));
const parFamille = Map.groupBy(adresses, (adresse) =>
  familles
    .filter(({ expression }) => expression.test(adresse))
    .map(({ nom }) => nom)
    .join(' and '),
);

/** Strict: an unknown keyword, an impossible type or a loose tuple is an error. Units and the mark of fictional figures are ours. */
const ajv = new Ajv2020({ strict: true, allErrors: true, allowMatchingProperties: true, strictRequired: true });
addFormats(ajv);
ajv.addVocabulary(['x-unite', 'x-donnees_fictives']);
const compiled = new Map<string, ValidateFunction>();
function validatorOf(schema: string): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validate = ajv.compile(readJson(adresseDuSchema(schema)) as object);
  compiled.set(schema, validate);
  return validate;
}

describe('every JSON file', () => {
  test('belongs to one family, and to one only', () => {
    const names = familles.map(({ nom }) => nom);
    expect(
      [...parFamille].filter(([nom]) => !names.includes(nom)).map(([nom, files]) => `${nom}: ${files[0] ?? ''}`),
    ).toEqual([]);
    expect(adresses.length).toBeGreaterThan(5000);
  });

  test('follows the published schema of its family', () => {
    const counts: string[] = [];
    const faults: string[] = [];
    for (const { nom, schema } of familles) {
      const validate = validatorOf(schema ?? '');
      const files = parFamille.get(nom) ?? [];
      for (const file of files) {
        if (!validate(readJson(file))) faults.push(`${file}: ${ajv.errorsText(validate.errors).slice(0, 300)}`);
      }
      counts.push(`${nom} ${files.length}`);
    }
    console.info(`JSON files by family: ${counts.join(', ')}`);
    expect(faults).toEqual([]);
  });

  test('the schemas refuse what they should: an unknown key, a figure out of range, a missing key', () => {
    const [file = ''] = parFamille.get('contrat_france') ?? [];
    const fiche = readJson(file) as Record<string, unknown>;
    const validate = validatorOf('contrat_fiche');
    expect(validate(fiche)).toBe(true);
    expect(validate({ ...fiche, nouveau: 1 })).toBe(false);
    expect(validate({ ...fiche, taux_en_emploi_6_mois: 101 })).toBe(false);
    expect(validate({ ...fiche, taux_en_emploi_6_mois: null })).toBe(true);
    const { millesime: _, ...sans } = fiche;
    expect(validate(sans)).toBe(false);
  });
});

test('every file of another format belongs to one family, and to one only', () => {
  const autres = FAMILLES_DE_FICHIERS.filter(({ format }) => format !== 'json').map((famille) => ({
    nom: famille.nom,
    format: famille.format,
    expression: expressionDe(famille),
  }));
  const files = listFiles(siteDir, new Set(autres.map(({ format }) => `.${format}`)));
  const familiesOf = (file: string): string[] =>
    autres.filter(({ expression }) => expression.test(file)).map(({ nom }) => nom);
  // The icon of the site is part of its pages; what robots may read holds no data.
  const others = new Set(['/favicon.svg', '/robots.txt']);
  const strays = files.filter((file) => !others.has(file) && familiesOf(file).length !== 1);
  expect(strays.map((file) => `${file}: ${familiesOf(file).join(' and ')}`)).toEqual([]);
  expect(new Set(files.flatMap(familiesOf))).toEqual(new Set(autres.map(({ nom }) => nom)));
});

describe('the schemas', () => {
  test.each(Object.keys(SCHEMAS))('%s says its norm, its address, and describes each field in French', (nom) => {
    const schema = readJson(adresseDuSchema(nom)) as Record<string, unknown>;
    expect(schema.$schema).toBe(NORME_DES_SCHEMAS);
    expect(String(schema.$id)).toMatch(new RegExp(`^https?://[^/]+${adresseDuSchema(nom)}$`));
    const silent: string[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node)
        for (const [champ, sub] of Object.entries(node.properties as Record<string, { description?: string }>))
          if (!sub.description) silent.push(champ);
      Object.values(node).forEach(walk);
    };
    walk(schema);
    expect(silent).toEqual([]);
  });

  test('a null has its reason beside it in our files; in those of the former API, the schema says where it is', () => {
    const note = (nom: string): string => (readJson(adresseDuSchema(nom)) as { description: string }).description;
    expect(note('formation')).toContain('sa raison est à côté');
    expect(note('contrat_fiche')).not.toContain('à côté');
    expect(note('contrat_fiche')).toContain('sa raison est dans le fichier JSON de la formation');
  });

  test('a figure says its unit, and that it may be null', () => {
    const { properties } = readJson(adresseDuSchema('contrat_fiche')) as {
      properties: Record<string, Record<string, unknown>>;
    };
    expect(properties.taux_en_emploi_6_mois).toMatchObject({ type: ['integer', 'null'], 'x-unite': '%', maximum: 100 });
    expect(properties.salaire_12_mois_q2).toMatchObject({ 'x-unite': 'euros par mois' });
    expect(properties.nb_annee_term).toMatchObject({ type: 'integer', 'x-unite': 'jeunes' });
  });
});

interface Operation {
  operationId: string;
  parameters?: { name: string; example: string; schema: { pattern: string } }[];
  responses: { 200: { content: Record<string, { examples: { exemple: { externalValue: string } } }> } };
}

describe('/api/openapi.json', () => {
  const { paths } = readJson('/api/openapi.json') as { paths: Record<string, { get: Operation }> };
  const operations = Object.entries(paths).map(([modele, { get }]) => ({ modele, ...get }));

  test('passes the recommended rules of Redocly', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      rules: {
        // `/certifications/{code}.json` and `/{millesime}/certifications.json`: the patterns of the values tell them apart, and the test above
        // that each file has one family proves it. The rule does not read patterns.
        'no-ambiguous-paths': 'off',
      },
    });
    const problems = await lint({ ref: join(siteDir, 'api/openapi.json'), config });
    expect(problems.map(({ severity, ruleId, message }) => `${severity} ${ruleId}: ${message}`)).toEqual([]);
  });

  test('documents every family that has files, and no other', () => {
    const documented = new Set(operations.map(({ operationId }) => operationId));
    const forgotten = [...parFamille.keys()].filter((nom) => !documented.has(nom));
    expect(forgotten).toEqual([]);
    const { liens } = readJson('/api/index.json') as IndexApi;
    expect(liens.map(({ nom }) => nom)).toEqual(FAMILLES_DE_FICHIERS.map(({ nom }) => nom));
    expect(operations.filter(({ operationId }) => !liens.some(({ nom }) => nom === operationId))).toEqual([]);
  });

  test.each(operations)('$modele: its example exists, and its values follow their pattern', async (operation) => {
    const exemple = Object.values(operation.responses[200].content)[0]?.examples.exemple.externalValue ?? '';
    expect(existsSync(join(siteDir, exemple)), exemple).toBe(true);
    let adresse = operation.modele;
    for (const { name, example, schema } of operation.parameters ?? []) {
      expect(example).toMatch(new RegExp(schema.pattern));
      adresse = adresse.replace(`{${name}}`, example);
    }
    expect(adresse).toBe(exemple);
    const response = await fetch(siteUrl + exemple, { method: 'HEAD' });
    expect(response.status).toBe(200);
  });

  test('an unknown code is a 404', async () => {
    const response = await fetch(`${siteUrl}/api/resoudre/ZZZZZZZZ.json`);
    expect(response.status).toBe(404);
  });
});
