import { expect, test } from 'vitest';

import { codeNu, lireCode, lireCodeQuelconque, lireUai } from '../../../src/domain/code-officiel.ts';

test.each([
  ['CFD : 500 221 37', '50022137'],
  ['="01022103"', '01022103'],
  ["'01022103", '01022103'],
  ['500\u00a0221\u202f37', '50022137'],
  ['RNCP 37537', 'RNCP37537'],
  ['UAI 0350777E', '0350777E'],
  ['46T31202', '46T31202'],
])('%s is the code %s', (written, code) => {
  expect(codeNu(written)).toBe(code);
});

test.each([
  ['cfd', '1022103', '01022103'],
  ['cfd', '01022103', '01022103'],
  ['cfd', '46t31202', '46T31202'],
  ['sise', '12', '0000012'],
  ['sise', '2500249', '2500249'],
  ['rncp', '37537', 'RNCP37537'],
  ['rncp', 'rncp00037537', 'RNCP37537'],
  ['mef11', '2322 0022 190', '23220022190'],
] as const)('in a column %s, %s is read %s', (type, written, code) => {
  expect(lireCode(type, written)).toBe(code);
});

test.each([
  ['23220022190', [['mef11', '23220022190']]],
  ['50022137', [['cfd', '50022137']]],
  [
    '1022103',
    [
      ['sise', '1022103'],
      ['cfd', '01022103'],
    ],
  ],
  ['RNCP 37537', [['rncp', 'RNCP37537']]],
])('without a kind, %s is tried as its shape says', (written, lectures) => {
  expect(lireCodeQuelconque(written)).toEqual(lectures);
});

test.each([
  ['0010856a', '0010856A'],
  ['10856A', undefined],
  ['010856A', '0010856A'],
  ['0010856B', undefined],
  ['', undefined],
])('the UAI of « %s » is %s', (written, uai) => {
  expect(lireUai(written)).toBe(uai);
});
