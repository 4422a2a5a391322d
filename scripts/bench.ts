import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { construire } from '../src/bench/echelle/construire.ts';
import { mesurerEcriture, mesurerLecture } from '../src/bench/echelle/limites.ts';
import { toDessin, toTableau, type Echelon } from '../src/bench/echelle/rapport.ts';
import { chooseFraction, generate } from '../src/generator/generate.ts';
import { runCommand } from '../src/publish/command.ts';
import { peser } from '../src/publish/taille.ts';

const root = join(import.meta.dirname, '..');

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', multiple: true, default: ['1/20', '1/4', 'national'] },
      work: { type: 'string', default: join(tmpdir(), 'et-apres-bench') },
      out: { type: 'string', default: join(root, 'docs') },
    },
  });
  const echelons: Echelon[] = [];
  for (const nom of values.scale) {
    const fraction = chooseFraction(nom);
    const [rawDir, workDir] = [join(values.work, `exports-${fraction}`), join(values.work, `site-${fraction}`)];
    console.error(`${nom} : exports`);
    if (!existsSync(rawDir)) generate({ out: rawDir, seed: 1, fraction });
    rmSync(workDir, { recursive: true, force: true });
    mkdirSync(workDir, { recursive: true });
    console.error(`${nom} : construction`);
    const construction = await construire({ root, rawDir, workDir, log: console.error });
    console.error(`${nom} : ce que peut la machine`);
    const ecriture = mesurerEcriture(join(workDir, 'dist'), join(workDir, 'ecriture'));
    const lecture = await mesurerLecture(rawDir, join(workDir, 'lecture'));
    rmSync(workDir, { recursive: true, force: true });
    echelons.push({
      ...{ fraction, nom, construction },
      octetsDesExports: peser(rawDir).bytes,
      limites: { ecriture, lecture },
    });
    // After each size: the largest may be given up.
    const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? '?'}), Node ${process.version}`;
    writeFileSync(join(values.out, 'bench.md'), toPage(machine, toTableau(echelons)));
    writeFileSync(join(values.out, 'bench.svg'), toDessin(echelons));
  }
  console.log(readFileSync(join(values.out, 'bench.md'), 'utf8'));
});

function toPage(machine: string, tableau: string): string {
  return `# What a build costs, by size of the country

Written by \`npm run bench\` on ${machine}. Exports: \`npm run generate -- --scale …\` (decision 0018). « machine » is what the same machine takes, in the same
run, to write as many files of the same sizes and to read the same exports with DuckDB's plain \`read_csv\`.

${tableau}

![Seconds of each step against the size of the country](bench.svg)
`;
}
