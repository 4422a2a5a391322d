import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import { editionSchema } from '../../src/domain/edition.ts';
import type { Etablissement } from '../../src/domain/etablissement.ts';
import type { Formation } from '../../src/domain/formation.ts';
import type { FichierDepartement } from '../../src/domain/proximite.ts';
import { positionDe, RAYON_KM } from '../../src/domain/proximite-regles.ts';
import { SEUIL_PUBLICATION } from '../../src/domain/publication.ts';
import { distanceKm } from '../../src/lib/distance.ts';
import { build, readTree, temporaryFolder, type Build } from './build-folder.ts';
import { differences, fichesOfTree, withoutBytes } from './compare.ts';
import { lecturesRecalculees } from './recompute-comparaisons.ts';

const DEMO = join(import.meta.dirname, '../../data/demo');
const FILES = ['inserjeunes-national.csv', 'inserjeunes-regional.csv', 'inserjeunes-etablissement.csv'];

/** A tree without what tells of a former edition: the file of revisions, what the reference and the report say of it, its entry in the feeds. */
function withoutRevisions(tree: Map<string, string>): Map<string, string> {
  const edit = (path: string, change: (text: string) => string): void => {
    tree.set(path, change(tree.get(path) ?? ''));
  };
  tree.delete('revisions.json');
  edit('rapport.json', (text) => {
    const { revisions: _, ...rapport } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify(rapport);
  });
  edit('api/openapi.json', (text) => {
    const { paths, ...openApi } = JSON.parse(text) as { paths: Record<string, unknown> };
    const others = Object.entries(paths).filter(([path]) => path !== '/revisions.json');
    return JSON.stringify({ ...openApi, paths: Object.fromEntries(others) });
  });
  edit('flux/editions.json', (text) => {
    const { items, ...flux } = JSON.parse(text) as { items: { id: string }[] };
    return JSON.stringify({ ...flux, items: items.filter(({ id }) => !id.includes(':revisions/')) });
  });
  edit('flux/editions.atom', (text) =>
    text.replace(/\s*<entry>(?:(?!<\/entry>)[^])*?<id>[^<]*:revisions\/[^<]*<\/id>[^]*?<\/entry>/g, ''),
  );
  return tree;
}

/** `key;id_mesure;value` → the key, the measure and its value. */
function cut(line: string): [key: string, measure: string, value: string] {
  const cells = line.split(';');
  return [cells.slice(0, -2).join(';'), cells.at(-2) ?? '', cells.at(-1)?.trim() ?? ''];
}

/** Another figure for one measure of a hidden cohort: sums to `nb_annee_term` and shares out of 100 are kept. */
function change(measure: string, old: string, record: ReadonlyMap<string, string>): string {
  if (!/^\d+$/.test(old)) return old;
  const eleves = Number(record.get('nb_annee_term') ?? SEUIL_PUBLICATION);
  const poursuivants = Number(record.get('nb_poursuite_etudes') ?? eleves - Number(record.get('nb_sortant') ?? 1));
  // From 1 to all but one, and never the former number.
  const others = (poursuivants % Math.max(1, eleves - 1)) + 1;
  const changes: [RegExp, string | undefined][] = [
    [/^nb_annee_term$/, old],
    [/^nb_poursuite_etudes$/, String(others)],
    [/^nb_sortant$/, String(eleves - others)],
    [/^nb_en_emploi/, old === '0' ? '1' : '0'],
    [/^DEVENIR_part_en_emploi/, record.get('DEVENIR_part_autre_situation_6_mois')],
    [/^DEVENIR_part_autre/, record.get('DEVENIR_part_en_emploi_6_mois')],
    [/^taux_/, String(100 - Number(old))],
    [/^salaire_/, String(Number(old) + 1)],
  ];
  return changes.find(([pattern]) => pattern.test(measure))?.[1] ?? old;
}

/** The demonstration with other figures in its hidden cohorts; how many were changed. */
function withOtherHiddenFigures(): { rawDir: string; changed: number } {
  const rawDir = temporaryFolder();
  cpSync(DEMO, rawDir, { recursive: true });
  let changed = 0;
  for (const file of FILES) {
    const [header = '', ...lines] = readFileSync(join(DEMO, file), 'utf8').split('\n');
    const records = Map.groupBy(lines.map(cut), ([key]) => key);
    const rewritten = lines.map((line) => {
      const [key, measure, old] = cut(line);
      const record = new Map((records.get(key) ?? []).map(([, id, value]) => [id, value]));
      if (line === '' || Number(record.get('nb_annee_term') ?? 0) >= SEUIL_PUBLICATION) return line;
      const other = change(measure, old, record);
      if (other !== old) changed += 1;
      return `${key};${measure};${other}`;
    });
    writeFileSync(join(rawDir, file), [header, ...rewritten].join('\n'));
  }
  return { rawDir, changed };
}

const departements = (tree: ReadonlyMap<string, string>): FichierDepartement[] =>
  [...tree]
    .filter(([path]) => path.startsWith('pres-de-chez-moi/'))
    .map(([, text]) => JSON.parse(text) as FichierDepartement);

const REVISEES = ['ajoutees', 'disparues', 'masquees', 'montrees', 'changees'];
interface Revisions {
  fiches: Record<string, number | string>[];
  pages: Record<'formations' | 'etablissements', { revisees: number }>;
}

describe('the demonstration exports', () => {
  let first: Build;
  let tree: Map<string, string>;
  beforeAll(async () => {
    first = await build(DEMO);
    tree = withoutBytes(readTree(first.outDir));
  });

  /** Records on the pages of one folder, by scope. */
  const countOn = (folder: string, mailles: readonly string[]): number =>
    fichesOfTree(new Map([...tree].filter(([path]) => path.startsWith(folder)))).filter(
      ({ maille, perimetre }) => mailles.includes(maille) && perimetre === undefined,
    ).length;

  const lues = (mailles: readonly string[]): number =>
    first.rapport.fiches
      .filter(({ maille, filiere }) => mailles.includes(maille) && !filiere.startsWith('ensemble'))
      .reduce((sum, { lues }) => sum + lues, 0);

  test('every national, summed and regional record stands on the page of its formation', () => {
    const mailles = ['nationale', 'regions', 'regionale'];
    expect(countOn('formations/', mailles)).toBe(lues(mailles));
    expect(lues(mailles)).toBeGreaterThan(4_000);
  });

  test('every record of a school stands on the page of the school', () => {
    expect(countOn('etablissements/', ['etablissement'])).toBe(lues(['etablissement']));
  });

  test('each record is compared with the others, and beside close courses, as their published files tell (decision 0010)', () => {
    const formations = [...tree]
      .filter(([path]) => /^formations\/.*\.json$/.test(path))
      .map(([, text]) => JSON.parse(text) as Formation);
    const lectures = [...lecturesRecalculees(formations)];
    for (const { published, expected } of lectures) expect(published).toEqual(expected);
    const labels = lectures.map(({ published }) => published.comparaison?.emploi.position);
    expect(lectures.length).toBeGreaterThan(1_000);
    expect(labels.filter((label) => label === null).length).toBeGreaterThan(100);
    expect(labels.filter((label) => typeof label === 'string').length).toBeGreaterThan(100);
    expect(lectures.filter(({ published }) => published.proches.length > 0).length).toBeGreaterThan(100);
  });

  test('every school stands in the file of its département, where the directories put it, and its courses are those of its page', () => {
    const files = departements(tree);
    const listed = files.flatMap((file) => file.etablissements.map((ecole) => ({ ecole, file })));
    const pages = [...tree]
      .filter(([path]) => /^etablissements\/.*\.json$/.test(path))
      .map(([, text]) => JSON.parse(text) as Etablissement);
    expect(listed.map(({ ecole }) => ecole.uai).sort()).toEqual(pages.map(({ uai }) => uai).sort());
    const byUai = new Map(pages.map((page) => [page.uai, page]));
    for (const { ecole, file } of listed) {
      const page = byUai.get(ecole.uai);
      expect(page?.departement?.code).toBe(file.code);
      expect(ecole.latitude).toBe(page?.latitude === undefined ? undefined : Number(page.latitude.toFixed(4)));
      const shown = new Set(
        page?.formations.flatMap(({ slug, fiches }) => (fiches.some(({ parts }) => parts !== null) ? [slug] : [])),
      );
      const named = new Set(ecole.avec_chiffres.map((rang) => file.offres[rang]?.slug));
      for (const slug of named) expect(shown).toContain(slug);
    }
  });

  test('a school within the radius of a town is in the file of its département or of a neighbour that it names', () => {
    const files = departements(tree);
    const placed = files.flatMap(({ slug, etablissements }) =>
      etablissements.flatMap((ecole) => {
        const position = positionDe(ecole);
        return position === undefined ? [] : [{ slug, position }];
      }),
    );
    let across = 0;
    for (const { slug, communes, voisins } of files)
      for (const commune of communes)
        for (const ecole of placed.filter(({ position }) => distanceKm(commune, position) <= RAYON_KM)) {
          if (ecole.slug === slug) continue;
          across += 1;
          expect(voisins.map((voisin) => voisin.slug)).toContain(ecole.slug);
        }
    expect(across).toBeGreaterThan(100);
  });

  test('the same exports give the same output tree, byte for byte, and no revision of the former one', async () => {
    const again = withoutBytes(readTree((await build(DEMO, { formerDir: first.outDir })).outDir));
    const { fiches, pages } = JSON.parse(again.get('revisions.json') ?? '') as Revisions;
    expect(differences(withoutRevisions(new Map(tree)), withoutRevisions(again))).toEqual([]);
    const moved = fiches.filter((counts) => REVISEES.some((classe) => Number(counts[classe]) > 0));
    expect(moved).toEqual([]);
    expect(fiches.reduce((sum, { identiques }) => sum + Number(identiques), 0)).toBeGreaterThan(7_000);
    expect(pages.formations.revisees + pages.etablissements.revisees).toBe(0);
  });

  test('the edition has the SHA-256 of the list of its data files, which holds for each of them', () => {
    const { empreinte } = editionSchema.parse(JSON.parse(readFileSync(join(first.outDir, 'index.json'), 'utf8')));
    const list = readFileSync(join(first.outDir, 'empreintes.txt'));
    const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(empreinte.sha256).toBe(sha256(list));
    const lines = list.toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(empreinte.fichiers);
    expect(lines.length).toBeGreaterThan(20_000);
    const wrong = lines.filter((line) => {
      const [, known, path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return known !== sha256(readFileSync(join(first.outDir, path)));
    });
    expect(wrong).toEqual([]);
    // What describes these files is written after them; nothing else is left out.
    const told = new Set(lines.map((line) => line.slice(66)));
    const untold = readdirSync(first.outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(first.outDir, join(entry.parentPath, entry.name)))
      .filter((path) => !told.has(path));
    expect(untold.filter((path) => !path.startsWith('api/schemas/')).sort()).toEqual([
      ...['api/openapi.json', 'empreintes.txt'],
      ...['flux/editions.atom', 'flux/editions.json', 'index.json', 'rapport.json'],
    ]);
  });

  // The proof of secret.test.ts on some 2,300 cohorts.
  test('other figures in the hidden cohorts give the same output tree, byte for byte', async () => {
    const { rawDir, changed } = withOtherHiddenFigures();
    expect(changed).toBeGreaterThan(10_000);
    const other = withoutBytes(readTree((await build(rawDir)).outDir));
    expect(differences(tree, other)).toEqual([]);
  });
});
