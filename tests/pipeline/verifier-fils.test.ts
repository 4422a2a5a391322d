import { linkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { listerArbre } from '../../src/pipeline/verifier/arbre.ts';
import { lireFichiers, lireTout } from '../../src/pipeline/verifier/lire-fichiers.ts';
import { verifierArbre } from '../../src/pipeline/verifier/verifier.ts';
import { temporaryFolder, writeFiles, type Files } from './build-folder.ts';

/** Enough files for every thread: one regional record each, of as many diplomas. */
const NB_FICHIERS = 2500;
const fiche = (rang: number, suite: object): string =>
  JSON.stringify({
    code_certification: String(50_000_000 + rang),
    filiere: 'apprentissage',
    millesime: '2023',
    maille: 'regionale',
    region: { code: '53' },
    ...suite,
  });
const tree = (more: Files = {}): string => {
  const dir = temporaryFolder();
  const files = Array.from({ length: NB_FICHIERS }, (_, rang): [string, string] => [
    `formations/f-${rang}.json`,
    fiche(rang, { nb_annee_term: 20 + rang, taux_emploi_6_mois: 50 }),
  ]);
  writeFiles(dir, { ...Object.fromEntries(files), ...more });
  return dir;
};

describe('a large tree is read by several threads', () => {
  test('which together say what one says alone', async () => {
    const racine = tree();
    const together = await lireTout(racine, new Set());
    const fichiers = listerArbre(racine).map(({ fichier }) => fichier);
    const alone = await lireFichiers({ racine, fichiers, caches: new Set() });
    expect(together.cellules.size).toBe(NB_FICHIERS);
    const sorted = (releve: typeof alone): unknown[] => [...releve.cellules].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(together)).toEqual(sorted(alone));
    const { fichiersLus, fichesComparees, fuites } = alone;
    expect(together).toMatchObject({ fichiersLus, fichesComparees, fuites });
  });

  test('a hidden record is found whichever thread reads it', async () => {
    const racine = tree();
    // What the first thread read stands first, what the last one read last.
    const keys = [...(await lireTout(racine, new Set())).cellules.keys()];
    for (const key of [keys[0], keys.at(-1)])
      await expect(verifierArbre(racine, new Set([key ?? '']))).rejects.toThrow(/1 hidden record\(s\) shown/);
  });

  test('a file under two names is read once, under the first', () => {
    const racine = temporaryFolder();
    writeFiles(racine, { 'b.json': fiche(1, {}), 'c.json': fiche(1, {}) });
    linkSync(join(racine, 'b.json'), join(racine, 'a.json'));
    expect(listerArbre(racine).map(({ fichier }) => fichier)).toEqual(['a.json', 'c.json']);
  });

  test('a table that another tree has too was read there; a copy of it is read, and JSON always is', () => {
    const [racine, arbre] = [temporaryFolder(), temporaryFolder()];
    writeFiles(arbre, { 'a.csv': 'a', 'b.csv': 'b', 'a.zip': 'a', 'a.json': '{}' });
    writeFiles(racine, { 'b.csv': 'b' });
    for (const fichier of ['a.csv', 'a.zip', 'a.json']) linkSync(join(arbre, fichier), join(racine, fichier));
    expect(listerArbre(racine, { arbre }).map(({ fichier }) => fichier)).toEqual(['a.json', 'b.csv']);
  });

  test('a page that shows a sum only is no secret beside the file that shows its parts', async () => {
    const [racine, arbre] = [temporaryFolder(), temporaryFolder()];
    const commun = { code_certification: '1', filiere: 'pro', millesime: '2022_2023', taux_en_formation: 40 };
    const somme = { ...commun, maille: 'regions', nb_annee_term: 70 };
    const parts = [30, 40].map((nb_annee_term, rang) => ({
      ...commun,
      ...{ maille: 'regionale', region: ['28', '53'][rang], nb_annee_term },
    }));
    writeFiles(arbre, { 'formations/a.json': JSON.stringify([somme, ...parts]) });
    writeFiles(racine, {
      'formations/a/index.html': `<script type="application/json">${JSON.stringify(somme)}</script>`,
    });
    await expect(verifierArbre(racine, new Set(), { arbre })).rejects.toThrow(/pupils that no record counts/);
    linkSync(join(arbre, 'formations/a.json'), join(racine, 'formations/a.json'));
    expect(await verifierArbre(racine, new Set(), { arbre })).toMatchObject({ fichiers: 2 });
  });

  test('a file that cannot be read stops the check, in any thread', async () => {
    for (const name of ['a.json', 'b.json'])
      await expect(verifierArbre(tree({ [name]: '{"millesime":' }), new Set())).rejects.toThrow();
  });
});
