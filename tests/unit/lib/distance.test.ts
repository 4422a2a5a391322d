import { expect, test } from 'vitest';

import { distanceKm, type Position } from '../../../src/lib/distance.ts';

const PARIS: Position = { latitude: 48.8566, longitude: 2.3522 };

test.each<[nom: string, lieu: Position, km: number]>([
  ['Rennes', { latitude: 48.1173, longitude: -1.6778 }, 309],
  ['Marseille', { latitude: 43.2965, longitude: 5.3698 }, 661],
  ['Saint-Denis (La Réunion)', { latitude: -20.8823, longitude: 55.4504 }, 9363],
])('from Paris to %s as the crow flies, within what a round Earth allows (0.5 %%)', (_, lieu, km) => {
  expect(Math.abs(distanceKm(PARIS, lieu) - km)).toBeLessThan(km * 0.005);
  expect(distanceKm(lieu, PARIS)).toBeCloseTo(distanceKm(PARIS, lieu), 9);
});

test('a degree of latitude is 111.2 km, one of longitude less as one goes north', () => {
  const from = (latitude: number, longitude: number): number =>
    distanceKm({ latitude: 48, longitude: 0 }, { latitude, longitude });
  expect(from(49, 0)).toBeCloseTo(111.195, 2);
  expect(from(48, 1)).toBeCloseTo(111.195 * Math.cos((48 * Math.PI) / 180), 1);
});

test('a place is at no distance of itself, and its antipode is half a turn away', () => {
  expect(distanceKm(PARIS, PARIS)).toBe(0);
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20015.1, 0);
});
