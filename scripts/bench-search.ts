import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { launchBrowser } from '../src/bench/chromium.ts';
import { bilanDe, formatAFroid, formatBilan } from '../src/bench/recherche/bilan.ts';
import { essayer, essayerAFroid } from '../src/bench/recherche/essayer.ts';
import { requetesSchema } from '../src/bench/recherche/requetes.ts';
import { answer } from '../src/bench/static-server.ts';
import { documentsDeRechercheSchema } from '../src/domain/recherche.ts';
import { chooseCount, runCommand } from '../src/publish/command.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: join(import.meta.dirname, '../dist') },
      queries: { type: 'string', default: join(import.meta.dirname, '../tests/search/queries.json') },
      worst: { type: 'string', default: '10' },
      out: { type: 'string' },
      /** Also opens a new browser for each request. */
      cold: { type: 'boolean', default: false },
    },
  });
  const { requetes } = requetesSchema.parse(JSON.parse(readFileSync(values.queries, 'utf8')));
  const { documents } = documentsDeRechercheSchema.parse(
    JSON.parse(readFileSync(join(values.dist, 'recherche.json'), 'utf8')),
  );
  const server = createServer((request, response) => answer(values.dist, request, response, { gzip: true }));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const browser = await launchBrowser();
  try {
    const adresse = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { premiere, essais } = await essayer(browser, adresse, requetes, documents);
    console.log(`${essais.length} of ${requetes.length} requests can be answered by this edition.`);
    console.log(`First search: ${premiere.octets} bytes, ${premiere.ms.toFixed(0)} ms.\n`);
    console.log(formatBilan(essais, chooseCount('--worst', values.worst)));
    if (values.cold) {
      const octets = await essayerAFroid(browser, adresse, essais);
      console.log(`\nFirst search of a visit, bytes, by kind:\n${formatAFroid(essais, octets)}`);
    }
    if (values.out !== undefined) {
      const bilan = bilanDe('all', essais);
      writeFileSync(values.out, `${JSON.stringify({ premiere, bilan, essais }, null, 2)}\n`);
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
});
