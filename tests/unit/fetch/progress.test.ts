import { expect, test } from 'vitest';

import { Affichage, avancement } from '../../../src/fetch/progress.ts';
import { ManualClock } from './manual-clock.ts';

const MO = 1024 * 1024;

function show(isTTY: boolean, seconds: number): string[] {
  const clock = new ManualClock();
  const written: string[] = [];
  const { log, progress } = new Affichage({ write: (text) => written.push(text), isTTY }, clock);
  for (let second = 0; second <= seconds; second += 1) {
    progress('a.csv', second * MO, 40 * MO, 'octets');
    clock.advance(1000);
  }
  log('fin');
  return written.map((text) => text.replaceAll('\u00a0', ' '));
}

test('a terminal shows one line, rewritten, and gone when something else is said', () => {
  expect(show(true, 2)).toEqual([
    '  a.csv : 1,0 Mo sur 40,0 Mo (2 %), 1,0 Mo/s',
    '\r\u001b[2K  a.csv : 2,0 Mo sur 40,0 Mo (5 %), 1,0 Mo/s',
    '\r\u001b[2Kfin\n',
  ]);
});

test('anything else gets a line every five seconds', () => {
  expect(show(false, 12)).toEqual([
    '  a.csv : 5,0 Mo sur 40,0 Mo (12 %), 1,0 Mo/s\n',
    '  a.csv : 10,0 Mo sur 40,0 Mo (25 %), 1,0 Mo/s\n',
    'fin\n',
  ]);
});

test('a size that is not known has no share', () => {
  expect(avancement(3 * MO, undefined, 'octets').replaceAll('\u00a0', ' ')).toBe('3,0 Mo');
  expect(avancement(30, 120, 'pages').replaceAll('\u00a0', ' ')).toBe('30 pages sur 120 (25 %)');
});
