import { fetchSources } from '../../../src/fetch/fetch.ts';
import { chooseIdentifiants } from '../../../src/fetch/inserjeunes-api.ts';
import type { Bases } from '../../../src/fetch/sources.ts';
import { runCommand } from '../../../src/publish/command.ts';

/** `scripts/fetch.ts` on the addresses given: `node run.ts FOLDER BASES-AS-JSON NAME…`. */
await runCommand(async () => {
  const [, , outDir = '', bases = '', ...only] = process.argv;
  const table = await fetchSources({
    ...{ outDir, only, dryRun: false, identifiants: chooseIdentifiants(process.env) },
    output: { write: (text) => process.stderr.write(text), isTTY: false },
    bases: JSON.parse(bases) as Bases,
  });
  console.log(table);
});
