import { expect, test } from 'vitest';

import { project } from '../../../src/generator/projection.ts';

test('Vitré is where the national directory puts it in Lambert-93, to the decimetre', () => {
  expect(project('35', 48.11888943601618, -1.213519686192245)).toEqual({
    x: 386611.2,
    y: 6788198.8,
    epsg: 'EPSG:2154',
  });
});

test('on the central meridian of its zone La Réunion has an easting of 500 km, south of the equator', () => {
  const { x, y, epsg } = project('974', -21, 57);
  expect(x).toBe(500000);
  // 0.9996 × the meridian arc from the equator to 21° (2,323,077 m on GRS80), taken from 10,000 km.
  expect(y).toBeCloseTo(7677852.4, 0);
  expect(epsg).toBe('EPSG:2975');
});

test.each([
  ['971', 'EPSG:5490'],
  ['973', 'EPSG:2972'],
  ['976', 'EPSG:4471'],
  ['2A', 'EPSG:2154'],
])('département %s is projected in %s', (departement, epsg) => {
  expect(project(departement, 10, 5).epsg).toBe(epsg);
});
