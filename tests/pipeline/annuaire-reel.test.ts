import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import Papa from 'papaparse';
import { expect, test } from 'vitest';

import { distanceKm } from '../../src/lib/distance.ts';
import { Database, readSql } from '../../src/pipeline/database.ts';
import { temporaryFolder } from './build-folder.ts';

/** The real directory of one département gives each school in degrees and in Lambert-93; never copied into the project. */
const ANNUAIRE = join(import.meta.dirname, '../../../shared/data/real/fr-en-annuaire-education.extrait-35.csv');
const present = existsSync(ANNUAIRE);
if (!present) console.info('real directory absent (../shared/data/real): Lambert-93 is tested on a few points only');

test.skipIf(!present)('our degrees of every school of the real directory are its own, to the metre', async () => {
  const text = readFileSync(ANNUAIRE, 'utf8').replace(/^\ufeff/, '');
  const rows = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data;
  const placed = rows.filter((row) => row.epsg === 'EPSG:2154' && row.latitude !== '');
  expect(placed.length).toBeGreaterThan(900);
  const db = await Database.open(temporaryFolder());
  await db.run(await readSql('macros.sql'));
  const values = placed.map(({ coordonnee_X: x, coordonnee_Y: y }, rang) => `(${rang}, ${x}, ${y})`).join(', ');
  const computed = await db.all<{ latitude: number; longitude: number }>(
    `select lambert93_latitude(x::double, y::double) as latitude, lambert93_longitude(x::double, y::double) as longitude
     from (values ${values}) as points (rang, x, y) order by rang`,
  );
  db.close();
  const gaps = placed.map((row, rang) =>
    distanceKm(
      { latitude: Number(row.latitude), longitude: Number(row.longitude) },
      computed[rang] ?? { latitude: 0, longitude: 0 },
    ),
  );
  expect(Math.max(...gaps) * 1000).toBeLessThan(1);
});
