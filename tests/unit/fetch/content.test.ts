import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { LOCK } from '../../../src/fetch/lock.ts';
import { bring } from './bring.ts';
import { BODY, CFA, HEADER, cfa, cut, eachTest, folder, imitation, lock, part, table, target } from './cfa.ts';
import { answerWith, etagOf } from './imitation.ts';

eachTest();

describe('a content that is not the table', () => {
  beforeEach(async () => {
    await cfa();
    imitation.files.set(CFA, table(2000, 40));
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['a page of maintenance', '<!doctype html><title>Maintenance</title>', /a web page.*: "<!doctype html>/],
    ['an error in JSON', '{"error_code": "ODSQLError"}', /received JSON: "\{"error_code/],
    ['nothing', '', /received an empty file/],
    ['a table of something else', 'a;b\n1;2\n', /a header line that names .*uai/],
    ['a renamed column', BODY.toString().replace('UAI', 'Code'), /:1: expected a column "uai"/],
    ['a header alone', HEADER, /received a header alone/],
    ['a last row that is cut', BODY.subarray(0, BODY.length - 30), /6 fields in the last row.*received 4/],
    ['a quote that nothing closes', `${HEADER}2023;0019015U;"x;Y;30;40\n`, /opened and never closed/],
    ['bytes that were never written', Buffer.concat([BODY, Buffer.alloc(9)]), /a NUL byte/],
  ])('%s is refused, shown, and the former file stays', async (_, body, message) => {
    imitation.next.set(CFA, [answerWith(200, {}, body)]);
    const { failed, text } = await cfa();
    expect(failed).toBe(true);
    expect(text).toMatch(message);
    expect(text).toContain(`${imitation.bases.education}/api/explore/v2.1/catalog/datasets/${CFA}/exports/csv`);
    expect(text).toContain('What to do');
    expect(readFileSync(target())).toEqual(BODY);
    expect(readdirSync(folder).sort()).toEqual([LOCK, `${CFA}.csv`]);
    expect((await cfa()).text).toContain('modifié');
  });

  test('a length that is not the one announced is not a file', async () => {
    // Announced by the first answer; the second one gives too little and says that it is all.
    imitation.next.set(CFA, [
      cut(),
      (_, response, body) => {
        response
          .writeHead(206, {
            etag: etagOf(body),
            'content-range': `bytes 50000-${body.length - 1}/${body.length}`,
            'content-length': 1000,
          })
          .end(body.subarray(50_000, 51_000));
      },
    ]);
    const { failed, shown } = await cfa();
    expect(failed).toBe(false);
    expect(shown).toContain(`51000 bytes, ${table(2000, 40).length} announced`);
    expect(readFileSync(target())).toEqual(table(2000, 40));
  });

  test('another compression than the one asked for is refused', async () => {
    imitation.next.set(CFA, [answerWith(200, { 'content-encoding': 'br' }, 'x')]);
    expect((await cfa()).text).toContain('received "br"');
  });
});

describe('a redirect', () => {
  test('on the same host is followed', async () => {
    const moved = `${imitation.bases.education}/api/explore/v2.1/catalog/datasets/${CFA}/exports/csv?encore`;
    imitation.next.set(CFA, [answerWith(302, { location: moved })]);
    expect((await cfa()).failed).toBe(false);
    expect(imitation.asked(CFA)).toHaveLength(2);
  });

  test('that turns round is told', async () => {
    const here = answerWith(302, { location: '?encore' });
    imitation.next.set(
      CFA,
      Array.from({ length: 9 }, () => here),
    );
    expect((await cfa()).text).toContain('more than 5 redirects');
    expect(imitation.asked(CFA)).toHaveLength(6);
  });

  test('to another host is followed for what is public', async () => {
    const store = createServer((_, response) => response.end(BODY));
    await new Promise<void>((done) => store.listen(0, '127.0.0.1', done));
    const elsewhere = `http://127.0.0.1:${(store.address() as AddressInfo).port}/x`;
    imitation.next.set(CFA, [answerWith(302, { location: elsewhere })]);
    expect((await cfa()).failed).toBe(false);
    store.closeAllConnections();
    store.close();
  });

  test('to something that is no web address is refused', async () => {
    imitation.next.set(CFA, [answerWith(302, { location: 'file:///etc/passwd' })]);
    expect((await cfa()).text).toMatch(/received a redirect to \S+, which is not followed/);
  });
});

describe('several sources', () => {
  test('are all tried: errors are listed together, what worked is kept', async () => {
    imitation.files.set(
      'fr-en-annuaire-education',
      Buffer.from('Identifiant_de_l_etablissement;Nom_etablissement\n0019015U;CFA\n'),
    );
    imitation.next.set('fr-esr-insersup', [answerWith(200, {}, '<html>')]);
    const { failed, text } = await bring(imitation, folder);
    expect(failed).toBe(true);
    expect(text).toMatch(/fr-en-inserjeunes-lycee_pro\.csv: expected status 200 .* received status 404.*portal/);
    expect(text).toMatch(/fr-esr-insersup\.csv: .*a web page/);
    expect(text).toContain('3 error(s)');
    expect(readdirSync(folder).sort()).toEqual([LOCK, 'fr-en-annuaire-education.csv', `${CFA}.csv`]);
    expect(Object.keys(lock().fichiers)).toEqual(['fr-en-annuaire-education.csv', `${CFA}.csv`]);
  });

  test('that have no address are listed with their origin, and whether they are there', async () => {
    writeFileSync(join(folder, 'v_formation_diplome_2026.csv'), '');
    const { text } = await cfa();
    expect(text).toMatch(/n_niveau_formation_diplome\.csv : ABSENT, nécessaire/);
    expect(text).toMatch(/n_formation_diplome\.csv : absent\n/);
    expect(text).toMatch(/v_formation_diplome\.csv : présent/);
    expect(text).toMatch(/annuaire ACCE.*\n +acce_etablissements\.csv/);
    expect(text).toContain('API InserJeunes : laissée de côté');
  });

  test('a dry run asks nothing and writes nothing', async () => {
    const empty = join(folder, 'vide');
    const { text } = await bring(imitation, empty, { dryRun: true });
    expect(text).toContain('fr-esr-insersup.csv : télécharger\n');
    expect(imitation.received).toEqual([]);
    expect(existsSync(empty)).toBe(false);
  });

  test('a name that is not one is refused', async () => {
    expect((await cfa({ only: ['acce'] })).text).toMatch(/--only expects one of fr-en-.*received acce\.csv/);
  });

  test('a folder that cannot be written is told before anything is asked', async () => {
    // Not by its rights: the tests may run as root.
    const file = join(folder, 'fichier');
    writeFileSync(file, '');
    const { failed, text } = await bring(imitation, join(file, 'raw'));
    expect(failed).toBe(true);
    expect(text).toMatch(/expected a folder that can be written, received E[A-Z]+/);
    expect(imitation.received).toEqual([]);
  });

  test('a file that cannot be written is an error of its source', async () => {
    mkdirSync(part());
    writeFileSync(join(part(), 'x'), '');
    const { failed, text } = await cfa();
    expect(failed).toBe(true);
    expect(text).toMatch(/fr-en-inserjeunes-cfa\.csv: expected a folder that can be written/);
  });

  test('a lock that is not ours is not overwritten', async () => {
    writeFileSync(join(folder, LOCK), '{"a":1}');
    expect((await cfa()).text).toContain('expects what npm run fetch wrote');
    expect(readFileSync(join(folder, LOCK), 'utf8')).toBe('{"a":1}');
  });
});
