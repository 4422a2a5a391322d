import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { inject } from 'vitest';

/* What the web servers of hosts.test.ts serve: the built site, with kinds of files that it may not have. */

export const work = mkdtempSync(join(tmpdir(), 'hosts-'));
export const site = join(work, 'site');
export const removeSite = (): void => {
  rmSync(work, { recursive: true, force: true });
};

/** Kinds of files that the site may not have, and what must never be served. */
const ADDED: Record<string, string> = {
  'essai/actualites.atom': '<feed/>',
  'essai/atom.xml': '<feed/>',
  'essai/flux.atom.xml': '<feed/>',
  'essai/feed.json': '{}',
  'essai/plan.xml': '<plan/>',
  'essai/catalogue.jsonld': '{}',
  'essai/donnees.zip': 'zip',
  'integrer/essai/index.html': '<!doctype html><title>Carte</title>',
  'integrer/essai.html': '<!doctype html><title>Carte</title>',
  'essai/vide/rien.txt': 'rien',
  '.cache-du-site': 'secret',
};
/** Links to what the built site has; the folders in which files are added are folders of our own. */
function link(folder: string): void {
  mkdirSync(join(site, folder));
  for (const name of readdirSync(join(inject('siteDir'), folder))) {
    const path = join(folder, name);
    if (path !== 'integrer') symlinkSync(join(inject('siteDir'), path), join(site, path));
  }
}
link('');
link('integrer');
for (const [name, text] of Object.entries(ADDED)) {
  mkdirSync(dirname(join(site, name)), { recursive: true });
  writeFileSync(join(site, name), text);
}

/** One file of each extension in each folder of the first level, so that every rule is met. */
function samplePaths(): string[] {
  const found = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (!/\.\w+$/.test(entry.name)) walk(path);
      else {
        const kind = `${path.split('/')[1] ?? ''} ${path.split('/').length} ${entry.name.slice(entry.name.lastIndexOf('.'))}`;
        if (!found.has(kind)) found.set(kind, path);
      }
    }
  };
  walk('');
  return [...found.values(), ...Object.keys(ADDED).flatMap((name) => (name.startsWith('.') ? [] : [`/${name}`]))];
}
export const paths = samplePaths();
export const read = (path: string): Buffer => readFileSync(join(site, path));

export const certifications = '/api/inserjeunes/certifications';
const bundled = readdirSync(join(site, certifications)).filter((name) =>
  [`${name}.json`, `${name}/millesimes.json`, `${name}/filieres.json`].every((file) =>
    existsSync(join(site, certifications, file)),
  ),
);
export const code = bundled[0] ?? '';
const millesime = (
  JSON.parse(read(`/api/inserjeunes/certifications/${code}/millesimes.json`).toString()) as { millesimes: string[] }
).millesimes[0];
const pair = readdirSync(join(site, 'api/inserjeunes/formations')).find((name) => /-\d{8}\.json$/.test(name)) ?? '';
export const [uai, codeOfPair] = pair.replace('.json', '').split('-');

/** Addresses of the original API: path, query. */
export const BARE: [string, string][] = [
  ['/api', ''],
  ['/api/', ''],
  [`/api/resoudre/${code}`, ''],
  ['/api/inserjeunes/certifications', ''],
  [`/api/inserjeunes/certifications/${code}`, ''],
  [`/api/inserjeunes/certifications/CFD:${code}`, ''],
  [`/api/inserjeunes/certifications/CFD%3A${code}`, ''],
  [`/api/inserjeunes/certifications/${code}`, `millesime=${millesime ?? ''}`],
  [`/api/inserjeunes/certifications/${code}`, 'millesime='],
  [`/api/inserjeunes/certifications/${code}`, 'vue=filieres'],
  [`/api/inserjeunes/certifications/CFD:${code}`, `vue=filieres&millesime=${millesime ?? ''}`],
  ...['11', '84']
    .flatMap((region) =>
      readdirSync(join(site, 'api/inserjeunes/regionales', region, 'certifications')).map((name) => ({ region, name })),
    )
    .filter(({ name }) => name.endsWith('.json'))
    .slice(0, 2)
    .map(({ region, name }): [string, string] => [
      `/api/inserjeunes/regionales/${region}/certifications/${name.slice(0, -5)}`,
      '',
    ]),
  [`/api/inserjeunes/formations/${uai ?? ''}`, ''],
  [`/api/inserjeunes/formations/${uai ?? ''}-${codeOfPair ?? ''}`, ''],
  [`/api/inserjeunes/formations/${uai ?? ''}-CFD:${codeOfPair ?? ''}`, ''],
];
