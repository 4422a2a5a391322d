import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { couvrir, nomDeSortie } from '../src/couverture/couvrir.ts';
import { UserError } from '../src/lib/errors.ts';
import { chooseSiteUrl, runCommand } from '../src/publish/command.ts';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dist: { type: 'string', default: join(import.meta.dirname, '../dist') }, out: { type: 'string' } },
  });
  const [fichier, ...others] = positionals;
  if (fichier === undefined || others.length > 0)
    throw new UserError(
      'npm run coverage expects one file: npm run coverage -- catalogue.csv [--dist DIR] [--out FILE]. SITE_URL is the address of the links.',
    );
  const outFile = values.out ?? nomDeSortie(fichier);
  const adresse = chooseSiteUrl(process.env.SITE_URL) ?? '';
  console.log(await couvrir({ fichier, distDir: values.dist, outFile, adresse }));
});
