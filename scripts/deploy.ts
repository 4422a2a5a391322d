import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { deploy } from '../src/deploy/deploy.ts';
import { UserError } from '../src/lib/errors.ts';
import { runCommand } from '../src/publish/command.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      dist: { type: 'string', default: join(import.meta.dirname, '../dist') },
      to: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      demonstration: { type: 'boolean', default: false },
      'without-bare-paths': { type: 'boolean', default: false },
    },
  });
  if (values.to === undefined)
    throw new UserError(
      'npm run deploy expects a target: npm run deploy -- [--dist DIR] --to s3://bucket/prefix | rsync://host/module | user@host:path [--dry-run] [--demonstration] [--without-bare-paths].',
    );
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const table = await deploy({
    distDir: values.dist,
    to: values.to,
    dryRun: values['dry-run'],
    demonstration: values.demonstration,
    bare: !values['without-bare-paths'],
    environment: process.env,
    log: console.error,
    stop: stop.signal,
  });
  console.log(table);
});
