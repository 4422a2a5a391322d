import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';

import { describe, expect, test } from 'vitest';

import { LOCK } from '../../../src/fetch/lock.ts';
import { recognise } from '../../../src/pipeline/reader/recognise.ts';
import { BODY, CFA, cfa, cut, eachTest, folder, imitation, lock, part, ranges, table, target } from './cfa.ts';
import { answerWith, etagOf, gzipLess, stallAfter } from './imitation.ts';
import { ManualClock } from './manual-clock.ts';

eachTest();

describe('a file that comes well', () => {
  test('is byte for byte what was sent, counted by records, and noted', async () => {
    const { text, failed } = await cfa();
    expect(failed).toBe(false);
    expect(readFileSync(target())).toEqual(BODY);
    expect(text).toMatch(/fr-en-inserjeunes-cfa\.csv +nouveau [\d\s]+ 2\s000/);
    expect(lock().fichiers[`${CFA}.csv`]).toEqual({
      url: expect.stringMatching(
        /datasets\/fr-en-inserjeunes-cfa\/exports\/csv\?delimiter=%3B&list_separator=%2C&with_bom=true/,
      ) as string,
      etag: etagOf(BODY),
      derniere_modification: null,
      date: '2026-11-28T10:00:00.000Z',
      octets: BODY.length,
      lignes: 2000,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      licence: 'Licence Ouverte 2.0',
    });
    expect(readdirSync(folder).sort()).toEqual([LOCK, `${CFA}.csv`]);
  });

  test('in gzip is put in place decompressed', async () => {
    imitation.next.set(CFA, [gzipLess(0)]);
    expect((await cfa()).failed).toBe(false);
    expect(readFileSync(target())).toEqual(BODY);
    expect(readdirSync(folder).sort()).toEqual([LOCK, `${CFA}.csv`]);
  });

  test('is left alone by the next run when the server says it has not changed', async () => {
    await cfa();
    const before = statSync(target()).mtimeMs;
    const { text } = await cfa();
    expect(text).toMatch(/inchangé [\d\s]+ 2\s000/);
    expect(imitation.asked(CFA)[1]?.headers['if-none-match']).toBe(etagOf(BODY));
    expect(statSync(target()).mtimeMs).toBe(before);
  });

  test('leaves nothing of a try that cannot be taken up, once it is known not to have changed', async () => {
    await cfa();
    const again = answerWith(500);
    imitation.next.set(CFA, [cut(() => ({ etag: 'W/"faible"' })), again, again, again, again, again]);
    await cfa();
    expect(existsSync(part())).toBe(true);
    expect((await cfa()).text).toContain('inchangé');
    expect(readdirSync(folder).sort()).toEqual([LOCK, `${CFA}.csv`]);
  });

  test('is asked by date where there is no ETag', async () => {
    const date = 'Sat, 28 Nov 2026 08:00:00 GMT';
    imitation.next.set(CFA, [answerWith(200, { 'last-modified': date }, BODY), answerWith(304)]);
    await cfa();
    expect((await cfa()).text).toContain('inchangé');
    expect(imitation.asked(CFA)[1]?.headers['if-modified-since']).toBe(date);
  });

  test('replaces the former one when it has changed, with a warning when many rows are gone', async () => {
    await cfa();
    imitation.files.set(CFA, table(1000));
    const { text, shown } = await cfa();
    expect(text).toContain('modifié');
    expect(shown).toContain('attention, 1000 lignes, il y en avait 2000');
    expect(readFileSync(target())).toEqual(table(1000));
  });

  test('is downloaded again when it is not the one that was put there', async () => {
    await cfa();
    writeFileSync(target(), BODY.toString().replace('63.0', '64.0'));
    await cfa();
    expect(imitation.asked(CFA)[1]?.headers['if-none-match']).toBeUndefined();
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('the reader ignores what the command leaves beside', () => {
    expect(LOCK.startsWith('.')).toBe(true);
    expect(recognise(`${CFA}.csv.part`)).toHaveProperty('ignore');
  });
});

describe('a line that is cut', () => {
  test('goes on from the byte where it was, on the same version', async () => {
    imitation.next.set(CFA, [cut()]);
    const { failed, shown } = await cfa();
    expect(failed).toBe(false);
    expect(shown).toMatch(/the connection was cut ; nouvel essai dans 1\.0 s/);
    expect(ranges()).toEqual([undefined, 'bytes=50000-']);
    expect(imitation.asked(CFA)[1]?.headers['if-range']).toBe(etagOf(BODY));
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('starts again from zero where the server knows no parts of files', async () => {
    imitation.ranges = false;
    imitation.next.set(CFA, [cut()]);
    expect((await cfa()).failed).toBe(false);
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('starts again from zero where the server names no version', async () => {
    imitation.validators = false;
    imitation.next.set(CFA, [cut(() => ({}))]);
    expect((await cfa()).failed).toBe(false);
    expect(ranges()).toEqual([undefined, undefined]);
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('starts again from zero when the file has changed meanwhile', async () => {
    const newer = table(2000, 40);
    imitation.next.set(CFA, [
      (request, response, body) => {
        cut()(request, response, body);
        imitation.files.set(CFA, newer);
      },
    ]);
    expect((await cfa()).failed).toBe(false);
    expect(ranges()).toEqual([undefined, 'bytes=50000-']);
    expect(readFileSync(target())).toEqual(newer);
  });

  test('never joins two versions, even if the server sends the rest of another', async () => {
    const newer = table(2000, 40);
    imitation.next.set(CFA, [
      cut(),
      (_, response) => {
        response
          .writeHead(206, {
            etag: etagOf(newer),
            'content-range': `bytes 50000-${newer.length - 1}/${newer.length}`,
          })
          .end(newer.subarray(50_000));
        imitation.files.set(CFA, newer);
      },
    ]);
    expect((await cfa()).failed).toBe(false);
    expect(ranges()).toEqual([undefined, 'bytes=50000-', undefined]);
    expect(readFileSync(target())).toEqual(newer);
  });

  test('at every try is told, keeps what came, and the next run goes on', async () => {
    await cfa();
    const newer = table(2000, 40);
    imitation.files.set(CFA, newer);
    const again = answerWith(500);
    imitation.next.set(CFA, [cut(), again, again, again, again, again]);
    const { failed, text, clock } = await cfa();
    expect(failed).toBe(true);
    expect(clock.slept).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(text).toMatch(/fr-en-inserjeunes-cfa\.csv: expected a whole answer, received status 500 .*6 time\(s\)/);
    expect(readFileSync(target())).toEqual(BODY);
    expect(statSync(part()).size).toBe(50_000);
    const dry = await cfa({ dryRun: true });
    expect(dry.text).toMatch(/fr-en-inserjeunes-cfa\.csv : reprendre \(50\s000 octets\)/);
    expect((await cfa()).text).toContain('modifié');
    expect(ranges().at(-1)).toBe('bytes=50000-');
    expect(readFileSync(target())).toEqual(newer);
    expect(existsSync(part())).toBe(false);
  });

  test('after the last byte, before the file was put in place, costs one question', async () => {
    const again = answerWith(500);
    imitation.next.set(CFA, [cut(), again, again, again, again, again]);
    await cfa();
    writeFileSync(part(), BODY);
    expect((await cfa()).text).toContain('nouveau');
    expect(imitation.asked(CFA).at(-1)?.headers).toMatchObject({ 'if-none-match': etagOf(BODY) });
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('a rest that is not there any more is asked again from zero', async () => {
    imitation.next.set(CFA, [cut(), answerWith(416)]);
    expect((await cfa()).failed).toBe(false);
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('inside a gzip body is seen, even when the transport says that all is well', async () => {
    imitation.next.set(CFA, [gzipLess(12), gzipLess(0)]);
    const { failed, shown } = await cfa();
    expect(failed).toBe(false);
    expect(shown).toContain('a gzip body that cannot be read');
    expect(readFileSync(target())).toEqual(BODY);
  });
});

describe('a server that is busy', () => {
  test('is left alone for the seconds that it asks', async () => {
    imitation.next.set(CFA, [answerWith(429, { 'retry-after': '7' }), answerWith(503)]);
    const { failed, clock } = await cfa();
    expect(failed).toBe(false);
    expect(clock.slept).toEqual([7000, 2000]);
  });

  test('is left alone until the date that it gives', async () => {
    imitation.next.set(CFA, [answerWith(429, { 'retry-after': 'Sat, 28 Nov 2026 10:00:30 GMT' })]);
    expect((await cfa()).clock.slept).toEqual([30_000]);
  });

  test('that asks for an hour is left for another run', async () => {
    imitation.next.set(CFA, [answerWith(503, { 'retry-after': '3600' })]);
    const { failed, text, clock } = await cfa();
    expect(failed).toBe(true);
    expect(clock.slept).toEqual([]);
    expect(text).toContain('in 60 minutes, as the server asks');
  });

  test('is not asked again when it says that the request is wrong', async () => {
    imitation.next.set(CFA, [answerWith(403, {}, 'Interdit\u0007ici')]);
    const { failed, text } = await cfa();
    expect(failed).toBe(true);
    expect(imitation.asked(CFA)).toHaveLength(1);
    expect(text).toContain('received status 403: "Interdit ici"');
    expect(readdirSync(folder)).toEqual([LOCK]);
  });
});

describe('a body that comes slowly', () => {
  test('is cut when no byte comes, and taken up where it was', async () => {
    const clock = new ManualClock();
    let advance = true;
    imitation.next.set(CFA, [stallAfter(50_000)]);
    const watch = setInterval(() => {
      // All that was sent is written, and nothing more comes.
      if (advance && existsSync(part()) && statSync(part()).size === 50_000) {
        advance = false;
        clock.advance(60_000);
      }
    }, 5);
    const { failed, shown } = await cfa({ clock });
    clearInterval(watch);
    expect(failed).toBe(false);
    expect(shown).toContain('no byte for 60 seconds');
    expect(ranges()).toEqual([undefined, 'bytes=50000-']);
    expect(readFileSync(target())).toEqual(BODY);
  });

  test('is cut when not even an answer comes', async () => {
    const clock = new ManualClock();
    imitation.next.set(CFA, [() => clock.advance(60_000)]);
    const { failed, shown } = await cfa({ clock });
    expect(failed).toBe(false);
    expect(shown).toContain('no byte for 60 seconds');
  });

  test('may take as long as it wants while bytes come', async () => {
    const clock = new ManualClock();
    const step = 20_000;
    let sent = 0;
    const drip = (response: ServerResponse): void => {
      if (sent < BODY.length) response.write(BODY.subarray(sent, (sent += step)));
      else response.end();
    };
    let under: ServerResponse | undefined;
    imitation.next.set(CFA, [
      (_, response) => {
        under = response.writeHead(200, { 'content-length': BODY.length });
        drip(under);
      },
    ]);
    const watch = setInterval(() => {
      // 50 seconds after each piece: ten minutes in all.
      if (under === undefined || !existsSync(part()) || statSync(part()).size !== Math.min(sent, BODY.length)) return;
      clock.advance(50_000);
      drip(under);
    }, 5);
    const { failed } = await cfa({ clock });
    clearInterval(watch);
    expect(failed).toBe(false);
    expect(clock.now() - new ManualClock().now()).toBeGreaterThan(5 * 60_000);
    expect(imitation.asked(CFA)).toHaveLength(1);
    expect(readFileSync(target())).toEqual(BODY);
  });
});
