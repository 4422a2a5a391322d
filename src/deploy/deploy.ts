import { UserError } from '../lib/errors.ts';
import { formatTable } from '../lib/table.ts';
import { chooseBucket, openBucket } from './bucket.ts';
import { checkBuild, listEntries, PHASES, sumBytes } from './build-folder.ts';
import { deployToBucket } from './to-bucket.ts';
import { deployToFolder } from './to-folder.ts';

export interface DeployOptions {
  distDir: string;
  /** `s3://bucket/prefix`, `rsync://…`, `user@host:path` or the absolute path of a folder. */
  to: string;
  dryRun: boolean;
  /** Publishes the invented figures too. */
  demonstration: boolean;
  /** Writes the files of the API under their bare path too (object storage only). */
  bare: boolean;
  environment: NodeJS.ProcessEnv;
  log: (line: string) => void;
  stop?: AbortSignal | undefined;
}

type Target = { kind: 'bucket'; bucket: string; prefix: string } | { kind: 'folder'; path: string };

/** `npm run deploy`: makes the target hold exactly the build, sends only what changed, and returns the table of what was done. */
export async function deploy(options: DeployOptions): Promise<string> {
  const { distDir, dryRun, log, bare, stop } = options;
  const target = chooseTarget(options.to);
  const place = target.kind === 'bucket' ? chooseBucket(target.bucket, options.environment) : undefined;
  checkBuild(distDir, options.demonstration);
  const start = performance.now();
  log(`Fichiers de ${distDir}`);
  const entries = listEntries(distDir, { bare: bare && target.kind === 'bucket' });
  const rows: [string, number, number][] = [];
  if (target.kind === 'bucket' && place !== undefined) {
    const plan = await deployToBucket({ bucket: openBucket(place), prefix: target.prefix, entries, dryRun, log, stop });
    rows.push(
      ...PHASES.map((phase): [string, number, number] => [phase, plan.send[phase].length, sumBytes(plan.send[phase])]),
      ['supprimés', plan.remove.length, 0],
      ['inchangés', plan.unchanged, 0],
    );
  } else if (target.kind === 'folder') {
    const { sent, removed } = await deployToFolder({ distDir, target: target.path, entries, dryRun, log });
    const names = new Set(sent);
    const found = entries.filter(({ key }) => names.has(key));
    rows.push(
      ...PHASES.map((phase): [string, number, number] => {
        const ofPhase = found.filter((entry) => entry.phase === phase);
        return [phase, ofPhase.length, sumBytes(ofPhase)];
      }),
      ['supprimés', removed.length, 0],
      ['inchangés', entries.length - found.length, 0],
    );
  }
  return [
    '',
    formatTable(
      [dryRun ? 'à faire' : 'fait', 'fichiers', 'octets'],
      rows.map(([name, files, bytes]) => [name, String(files), String(bytes)]),
    ),
    '',
    `${dryRun ? 'Rien n’a été envoyé (--dry-run)' : `En ligne : ${options.to}`}, ${((performance.now() - start) / 1000).toFixed(1)} secondes.`,
  ].join('\n');
}

/** Reads `--to`. Throws `UserError` on anything that is neither a bucket nor something that rsync understands. */
export function chooseTarget(to: string): Target {
  const bucket = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([^?#]*))?$/.exec(to);
  if (bucket?.[1] !== undefined) {
    const prefix = (bucket[2] ?? '').replace(/\/+$/, '');
    return { kind: 'bucket', bucket: bucket[1], prefix: prefix === '' ? '' : `${prefix}/` };
  }
  if (/^(?:rsync:\/\/[^/]+\/.+|[^\s/:-][^\s/:]*:(?!:|\/\/).+|\/.+)$/.test(to) && !to.startsWith('s3:'))
    return { kind: 'folder', path: to };
  throw new UserError(
    `--to expects s3://bucket/prefix, rsync://host/module/path, user@host:path or the absolute path of a folder, received "${to}".`,
  );
}
