import { parseArgs } from 'node:util';

import { chooseFraction, generate } from '../src/generator/generate.ts';
import { UserError } from '../src/lib/errors.ts';
import { formatNumber } from '../src/lib/format.ts';
import { runCommand } from '../src/publish/command.ts';

await runCommand(() => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'data/demo' },
      seed: { type: 'string', default: '1' },
      scale: { type: 'string' },
      'insersup-lignes': { type: 'string' },
    },
  });
  if (!/^\d{1,9}$/.test(values.seed)) throw new UserError(`--seed expects a whole number, received "${values.seed}".`);
  const lignes = values['insersup-lignes'];
  if (lignes !== undefined && !/^[1-9]\d{0,8}$/.test(lignes))
    throw new UserError(`--insersup-lignes expects a number of rows, received "${lignes}".`);
  const sizes = generate({
    out: values.out,
    seed: Number(values.seed),
    fraction: values.scale === undefined ? undefined : chooseFraction(values.scale),
    insersupLignes: lignes === undefined ? undefined : Number(lignes),
    log: console.error,
  });
  for (const [name, bytes] of sizes) console.log(`${formatNumber(bytes).padStart(12)}  ${name}`);
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  console.log(`${formatNumber(total).padStart(12)}  bytes in ${sizes.size} files: ${values.out}, seed ${values.seed}`);
  return Promise.resolve();
});
