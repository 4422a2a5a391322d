import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chooseFormer, chooseProfil, chooseSiteUrl, chooseToday, runCommand } from '../src/publish/command.ts';
import { runDataStep } from '../src/publish/data-step.ts';
import { chooseRawDir } from '../src/publish/folders.ts';
import { formatSummary } from '../src/publish/summary.ts';

const root = join(import.meta.dirname, '..');

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      raw: { type: 'string' },
      out: { type: 'string' },
      today: { type: 'string' },
      api: { type: 'string' },
      former: { type: 'string' },
    },
  });
  const result = await runDataStep({
    rawDir: chooseRawDir(values.raw ?? process.env.RAW_DIR, root),
    outDir: values.out ?? join(root, 'data/build'),
    today: chooseToday(values.today),
    api: chooseProfil(values.api),
    formerDir: chooseFormer(values.former),
    siteUrl: chooseSiteUrl(process.env.SITE_URL),
    log: console.error,
  });
  console.log(formatSummary({ ...result, pages: 0, files: result.written.files, bytes: result.written.bytes }));
});
