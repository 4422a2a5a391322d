import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';

import { REGLES_HTML } from '../../src/publish/mesures/regles-html.ts';
import { listPages, pickPages, readPage } from './site-pages.ts';

const siteDir = inject('siteDir');
const pages = listPages(siteDir);

/** Does an address of the site lead to a file? Query and anchor left aside. */
function exists(address: string): boolean {
  const path = join(siteDir, decodeURIComponent(address.replace(/[?#].*$/, '')));
  if (address.replace(/[?#].*$/, '').endsWith('/')) return existsSync(join(path, 'index.html'));
  return existsSync(path) && statSync(path).isFile();
}

test('no link of the site leads nowhere', () => {
  const known = new Map<string, boolean>();
  const broken: string[] = [];
  for (const page of pages) {
    for (const [, address = ''] of readPage(siteDir, page).matchAll(/\s(?:href|src)="(\/[^"]*)"/g)) {
      if (!known.has(address)) known.set(address, exists(address.replaceAll('&amp;', '&')));
      if (known.get(address) === false) broken.push(`${page} → ${address}`);
    }
  }
  expect(broken.slice(0, 20)).toEqual([]);
});

test('an anchor within a page has its target', () => {
  const broken = pages.flatMap((page) => {
    const html = readPage(siteDir, page);
    return [...html.matchAll(/\shref="#([^"]+)"/g)]
      .filter(([, id = '']) => !html.includes(`id="${id}"`))
      .map(([link]) => `${page}${link}`);
  });
  expect(broken.slice(0, 20)).toEqual([]);
});

test('every data page names its JSON twin', () => {
  const dataPages = pages.filter((page) => !page.endsWith('/404.html'));
  const silent = dataPages.filter(
    (page) => !readPage(siteDir, page).includes('<link rel="alternate" type="application/json"'),
  );
  expect(silent).toEqual([]);
});

test('the policy of every page refuses inline styles and scripts, and no page needs them', () => {
  const faulty = pages.filter((page) => {
    const html = readPage(siteDir, page);
    return (
      !html.includes('http-equiv="content-security-policy"') ||
      /<[^>]+\sstyle="/.test(html) ||
      /<[^>]+\son[a-z]+="/.test(html)
    );
  });
  expect(faulty).toEqual([]);
});

describe('valid HTML', () => {
  const validator = new HtmlValidate(REGLES_HTML);

  test.each(pickPages(siteDir))('$type: $page', async ({ page }) => {
    const report = await validator.validateString(readPage(siteDir, page));
    const messages = report.results.flatMap(({ messages: list }) =>
      list.map(({ ruleId, message, line }) => `${ruleId} (${line}): ${message}`),
    );
    expect(messages).toEqual([]);
  });
});
