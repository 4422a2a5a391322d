import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { bancher, CONDITIONS } from '../src/bench/bancher.ts';
import { choosePages } from '../src/bench/choisir.ts';
import { formatResultats } from '../src/bench/table.ts';
import { chooseCount, runCommand } from '../src/publish/command.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: join(import.meta.dirname, '../dist') },
      pages: { type: 'string', default: '3' },
      runs: { type: 'string', default: '3' },
      out: { type: 'string' },
    },
  });
  const runs = chooseCount('--runs', values.runs);
  const pages = choosePages(values.dist, chooseCount('--pages', values.pages));
  const resultats = await bancher(values.dist, pages, { runs, log: console.error });
  console.log(formatResultats(resultats));
  if (values.out !== undefined) {
    writeFileSync(values.out, `${JSON.stringify({ conditions: CONDITIONS, runs, resultats }, null, 2)}\n`);
  }
});
