import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a very small build; every part of a complete one is there. */
export const SMALL_BUILD: Readonly<Record<string, string>> = {
  'rapport.json': '{"edition":"Édition"}',
  'index.html': '<p>accueil</p>',
  '404.html': '<p>absente</p>',
  '404.json': '{"statusCode":404}',
  'integrer/404.html': '<p>carte absente</p>',
  'api/index.json': '{}',
  'api/inserjeunes/certifications/50022137.json': '{"nb":1}',
  'api/inserjeunes/certifications/50022137/2023.json': '{"nb":2}',
  'api/inserjeunes/certifications.csv': 'a;b\n',
  'assets/urls.DJq5hx5D.js': 'export {}',
  'pagefind/pagefind.js': 'export {}',
  'pagefind/fragment/fr_106d265.pf_fragment': 'x',
  'qualite/mesures.json': '{}',
  'formations/cap-boulanger-50022137/index.html': '<p>CAP</p>',
};

/** Writes a build into `folder`. */
export function writeBuild(folder: string, files: Readonly<Record<string, string>> = SMALL_BUILD): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
