import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { fuzz } from '../src/fuzz/fuzz.ts';
import { formatTuerie, tuer } from '../src/fuzz/tuer.ts';
import { formatEchec, formatTableau, isEchec } from '../src/fuzz/tableau.ts';
import { UserError } from '../src/lib/errors.ts';
import { chooseCount, runCommand } from '../src/publish/command.ts';

const root = join(import.meta.dirname, '..');
const source = join(root, 'data/demo');
/** Of every build here, so that a run gives the same figures on another day. */
const TODAY = '2026-11-24';
/** Says where the run is every so many mutants. */
const PAR_LIGNE = 250;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      mutants: { type: 'string', default: '1000' },
      from: { type: 'string', default: '0' },
      only: { type: 'string' },
      /** Kills builds of a small site instead, so many times. */
      kill: { type: 'string' },
    },
  });
  const number = (option: 'seed' | 'mutants' | 'from'): number => {
    if (!/^\d{1,9}$/.test(values[option]))
      throw new UserError(`--${option} expects a whole number, received "${values[option]}".`);
    return Number(values[option]);
  };
  const graine = number('seed');
  if (values.kill !== undefined) return killBuilds(graine, chooseCount('--kill', values.kill));
  const start = performance.now();
  let done = 0;
  const reponses = await fuzz({
    source,
    graine,
    mutants: number('mutants'),
    from: number('from'),
    only: values.only,
    today: TODAY,
    onReponse: (reponse) => {
      done += 1;
      if (isEchec(reponse)) console.error(formatEchec(reponse, graine, values.only));
      if (done % PAR_LIGNE === 0)
        console.error(`  ${done} mutants, ${((performance.now() - start) / 1000).toFixed(0)} s`);
    },
  });
  console.log(formatTableau(reponses));
  console.log(`${reponses.length} mutants, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (reponses.some(isEchec))
    throw new UserError(
      `${reponses.filter(isEchec).length} mutant(s) crash or publish what nothing explains: see above.`,
    );
});

async function killBuilds(graine: number, fois: number): Promise<void> {
  const start = performance.now();
  const tuerie = await tuer({ root, source, graine, fois, today: TODAY, log: console.error });
  console.log(formatTuerie(tuerie));
  console.log(
    `${fois} builds killed, ${((performance.now() - start) / 1000).toFixed(0)} s; one build: ${tuerie.construction.toFixed(0)} s`,
  );
  const mixed = tuerie.coups.filter(({ site, donnees }) => site === 'melange' || donnees === 'melange');
  const faults = [
    ...mixed.map(({ numero, etape }) => `kill ${numero + 1}, « ${etape} »: an output that is not whole`),
    ...tuerie.fautes,
  ];
  if (faults.length > 0) throw new UserError(faults.join('\n'));
}
