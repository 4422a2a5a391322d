import { gzipSync } from 'node:zlib';

import type { Random } from '../../generator/random.ts';
import { libre, neutre, type Operateur } from './types.ts';

const place = (octets: Buffer, random: Random): number => random.int(0, octets.length - 1);

/** The same bytes, with `inserted` in place of `removed` of them at `at`. */
const splice = (octets: Buffer, at: number, removed: number, inserted: Uint8Array): Buffer =>
  Buffer.concat([octets.subarray(0, at), inserted, octets.subarray(at + removed)]);

function changer(octets: Buffer, random: Random, change: (byte: number) => number): Buffer {
  const copy = Buffer.from(octets);
  for (let left = random.int(1, 4); left > 0; left -= 1) {
    const at = place(copy, random);
    copy[at] = change(copy[at] ?? 0);
  }
  return copy;
}

/** Where each line begins. */
const debuts = (octets: Buffer): number[] =>
  [...octets.entries()].flatMap(([index, byte]) => (byte === 10 && index + 1 < octets.length ? index + 1 : []));

/** The disk, the network or an editor: bytes that change, come or go. */
export const OPERATEURS_D_OCTETS: readonly Operateur[] = [
  libre('bits retournés', (octets, random) => changer(octets, random, (byte) => byte ^ (1 << random.int(0, 7)))),
  libre('octets changés', (octets, random) => changer(octets, random, () => random.int(0, 255))),
  libre('octet inséré', (octets, random) => splice(octets, place(octets, random), 0, Buffer.of(random.int(1, 255)))),
  libre('octet retiré', (octets, random) => splice(octets, place(octets, random), 1, Buffer.of())),
  libre('bloc retiré', (octets, random) => splice(octets, place(octets, random), random.int(2, 300), Buffer.of())),
  libre('bloc doublé', (octets, random) => {
    const at = place(octets, random);
    return splice(octets, at, 0, octets.subarray(at, at + random.int(2, 300)));
  }),
  neutre('octet nul', (octets, random) => splice(octets, place(octets, random), 0, Buffer.of(0))),
  libre('BOM au milieu', (octets, random) => splice(octets, place(octets, random), 0, Buffer.of(0xef, 0xbb, 0xbf))),
  neutre('coupé dans une ligne', (octets, random) => {
    const at = place(octets, random);
    return octets[at - 1] === 10 || octets[at] === 10 || octets[at] === 13 ? undefined : octets.subarray(0, at);
  }),
  neutre('coupé dans le dernier nombre', (octets) => {
    const end = octets.toString('latin1').trimEnd().length;
    return /\d\d$/.test(octets.toString('latin1', 0, end)) ? octets.subarray(0, end - 1) : undefined;
  }),
  libre('coupé entre deux lignes', (octets, random) => {
    const starts = debuts(octets);
    return starts.length === 0 ? undefined : octets.subarray(0, random.pick(starts));
  }),
  neutre('début perdu', (octets, random) => octets.subarray(random.pick([...debuts(octets), 1]))),
  neutre('vidé', (_, random) => Buffer.from(random.pick(['', '\n', '   \n\n', '\ufeff', '\ufeff\n']))),
  neutre('compressé', (octets) => gzipSync(octets)),
  neutre('page web', () => Buffer.from('<!doctype html><html><body>502 Bad Gateway</body></html>')),
];
