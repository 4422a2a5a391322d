import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chooseFormer, chooseProfil, chooseSiteUrl, chooseToday, runCommand } from '../src/publish/command.ts';
import { chooseRawDir } from '../src/publish/folders.ts';
import { publish } from '../src/publish/publish.ts';

const root = join(import.meta.dirname, '..');

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      today: { type: 'string' },
      api: { type: 'string' },
      former: { type: 'string' },
      /** File for what each step took, as JSON. */
      journal: { type: 'string' },
    },
  });
  const summary = await publish({
    root,
    rawDir: chooseRawDir(process.env.RAW_DIR, root),
    dataDir: process.env.DATA_DIR ?? join(root, 'data/build'),
    outDir: process.env.OUT_DIR ?? join(root, 'dist'),
    today: chooseToday(values.today),
    api: chooseProfil(values.api),
    formerDir: chooseFormer(values.former),
    siteUrl: chooseSiteUrl(process.env.SITE_URL),
    log: console.error,
    onJournal: (journal) => {
      if (values.journal !== undefined) writeFileSync(values.journal, `${JSON.stringify(journal)}\n`);
    },
  });
  console.log(summary);
});
