import { linkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { listerArbre, type ArbreLu, type DejaLu } from '../../src/pipeline/verifier/arbre.ts';
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
    const together = await lireTout(racine, new Set(), listerArbre(racine));
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
    const keys = [...(await lireTout(racine, new Set(), listerArbre(racine))).cellules.keys()];
    for (const key of [keys[0], keys.at(-1)])
      await expect(verifierArbre(racine, new Set([key ?? '']))).rejects.toThrow(/1 hidden record\(s\) shown/);
  });

  test('a file under two names is read once, under the first', () => {
    const racine = temporaryFolder();
    writeFiles(racine, { 'b.json': fiche(1, {}), 'c.json': fiche(1, {}) });
    linkSync(join(racine, 'b.json'), join(racine, 'a.json'));
    expect(listerArbre(racine).map(({ fichier }) => fichier)).toEqual(['a.json', 'c.json']);
  });

  describe('what another tree shares was read there', () => {
    const commun = { code_certification: '1', filiere: 'pro', millesime: '2022_2023' };
    const france = { ...commun, maille: 'nationale', nb_annee_term: 70, taux_en_formation: 40 };
    const bretagne = { ...commun, maille: 'regionale', region: '53', nb_annee_term: 55, taux_en_formation: 40 };
    const normandie = { ...commun, maille: 'regionale', region: '28', nb_annee_term: 15, absence: 'sous_le_seuil' };
    const page = (fiche: object): Files => ({
      'formations/a/index.html': `<script type="application/json">${JSON.stringify(fiche)}</script>`,
    });
    const arbreDe = async (files: Files): Promise<{ racine: string; arbre: ArbreLu }> => {
      const racine = temporaryFolder();
      writeFiles(racine, files);
      return { racine, arbre: (await verifierArbre(racine, new Set())).lu };
    };
    const namesOf = (racine: string, deja: DejaLu): string[] => listerArbre(racine, deja).map(({ fichier }) => fichier);

    test('its files are not read again, under any name; a copy of one is, and what came after that reading', async () => {
      const site = temporaryFolder();
      const { racine, arbre } = await arbreDe({ 'a.csv': 'a', 'b.csv': 'b', 'a.json': '{}' });
      writeFiles(racine, { 'rapport.json': '{}' });
      writeFiles(site, { 'b.csv': 'b' });
      for (const fichier of ['a.csv', 'a.json', 'rapport.json']) linkSync(join(racine, fichier), join(site, fichier));
      linkSync(join(racine, 'a.csv'), join(site, 'second.csv'));
      expect(namesOf(site, { arbre })).toEqual(['b.csv', 'rapport.json']);
    });

    test('of the files that came later, only those are read', async () => {
      const { racine, arbre } = await arbreDe({ 'a.csv': 'a', 'b.csv': 'b' });
      writeFiles(racine, { 'rapport.json': '{}', 'flux.xml': '<feed/>' });
      const seulement = ['rapport.json', 'flux.xml'];
      expect(namesOf(racine, { seulement, arbre })).toEqual(['rapport.json']);
      const { bilan, lu } = await verifierArbre(racine, new Set(), { seulement, arbre });
      expect([bilan.fichiers, lu.inodes.size]).toEqual([1, 3]);
    });

    test('a file with two names, written again in its place, is read again', async () => {
      const { racine } = await arbreDe({ 'a.json': '{}' });
      linkSync(join(racine, 'a.json'), join(racine, 'b.json'));
      const arbre = (await verifierArbre(racine, new Set())).lu;
      writeFiles(racine, { 'a.json': '{"uai":"1"}' });
      expect(namesOf(racine, { arbre })).toEqual([]);
      expect(namesOf(racine, { seulement: ['a.json', 'b.json'], arbre })).toEqual(['a.json']);
    });

    test('a page that shows a sum only is no secret beside the file that counts its parts', async () => {
      const racine = temporaryFolder();
      const parts = [bretagne, { ...bretagne, region: '28', nb_annee_term: 25 }];
      writeFiles(racine, page({ ...france, maille: 'regions', nb_annee_term: 80 }));
      await expect(verifierArbre(racine, new Set())).rejects.toThrow(/pupils that no record counts/);
      const { arbre } = await arbreDe({ 'formations/a.json': JSON.stringify(parts) });
      expect(await verifierArbre(racine, new Set(), { arbre })).toMatchObject({ bilan: { fichiers: 1 } });
    });

    test('what it hides is found where a page shows the sum', async () => {
      const racine = temporaryFolder();
      writeFiles(racine, page(france));
      await verifierArbre(racine, new Set());
      const { arbre } = await arbreDe({ 'formations/a.json': JSON.stringify([bretagne, normandie]) });
      await expect(verifierArbre(racine, new Set(), { arbre })).rejects.toThrow(
        /computable: "pro 1 2022_2023 28" \(15 pupils\)/,
      );
    });
  });

  test('a file that cannot be read stops the check, in any thread', async () => {
    for (const name of ['a.json', 'b.json'])
      await expect(verifierArbre(tree({ [name]: '{"millesime":' }), new Set())).rejects.toThrow();
  });
});
