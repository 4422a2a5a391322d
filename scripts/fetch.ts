import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { fetchSources } from '../src/fetch/fetch.ts';
import { chooseIdentifiants } from '../src/fetch/inserjeunes-api.ts';
import { runCommand } from '../src/publish/command.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(import.meta.dirname, '../data/raw') },
      only: { type: 'string', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const table = await fetchSources({
    outDir: values.out,
    only: values.only,
    dryRun: values['dry-run'],
    identifiants: chooseIdentifiants(process.env),
    output: { write: (text) => process.stderr.write(text), isTTY: process.stderr.isTTY },
  });
  console.log(table);
});
