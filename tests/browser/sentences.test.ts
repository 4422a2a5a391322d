import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, inject, test } from 'vitest';

import { fautesDe } from '../captions/rules.ts';
import { listPages, readPage } from './site-pages.ts';

/* The rules of captions, on the text of every built page: what a component puts together cannot break them either. */
const siteDir = inject('siteDir');

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
  '#x27': "'",
};
const decode = (text: string): string =>
  text
    .replace(/&(amp|lt|gt|quot|#39|#x27|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** Elements that read as one line with the text around them; any other ends it. */
const INLINE = /<\/?(?:a|abbr|b|bdi|cite|em|i|small|span|strong|sub|sup|time)(?:\s[^>]*)?>/g;

/** The lines of text of a page, with what is read aloud or shown by search engines; no code, no drawing. */
function linesOf(html: string): string[] {
  const spoken = [...html.matchAll(/\s(?:aria-label|alt|title|placeholder|content)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  );
  const shown = html
    .replace(/<head>[^]*?<title>/, '<title>')
    .replace(/<(script|style|svg|pre|code|meta|link)\b[^>]*>(?:[^]*?<\/\1>)?/g, (all, name: string) => {
      if (name !== 'svg') return name === 'code' ? 'code' : '\n';
      return `\n${[...all.matchAll(/<(?:title|text|desc)[^>]*>([^<]*)</g)].map(([, text = '']) => text).join('\n')}\n`;
    })
    .replace(INLINE, '')
    .replace(/<[^>]+>/g, '\n');
  // The policy of the page is in a `content` too.
  return [...spoken.filter((text) => !text.includes('-src ')), ...shown.split('\n')]
    .map((line) =>
      decode(line)
        .replace(/[ \t]+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** A piece of text that holds no other. */
const BLOCK = /<(p|li|td|th|figcaption|caption)\b[^>]*>(?:(?!<(?:p|li|td|th|ul|ol|table)\b)[^])*?<\/\1>/g;

/** Names that the sources give, of diplomas and schools: they are not ours to rewrite. Only those that would be a fault. */
function namesOfOthers(): string[] {
  const { documents } = JSON.parse(readFileSync(join(siteDir, 'recherche.json'), 'utf8')) as {
    documents: { titre: string; precision: string; mots: string[] }[];
  };
  const names = new Set(documents.flatMap(({ titre, precision, mots }) => [titre, precision, ...mots]));
  return [...names].filter((name) => fautesDe(name).length > 0).sort((left, right) => right.length - left.length);
}

const pages = listPages(siteDir);
const where = new Map<string, string>();
for (const page of pages)
  for (const line of linesOf(readPage(siteDir, page))) if (!where.has(line)) where.set(line, page);

test('there is text to read on every page', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(where.size).toBeGreaterThan(1000);
});

test('every sentence of every page keeps the rules of captions', () => {
  const names = namesOfOthers();
  const faults = [...where].flatMap(([line, page]) => {
    if (fautesDe(line).length === 0) return [];
    const ours = names.reduce((text, name) => text.replaceAll(name, 'Nom'), line);
    return fautesDe(ours).map((fault) => `${page} ${fault}`);
  });
  expect(faults).toEqual([]);
});

test('no share out of all pupils stands in a line that says « taux d’emploi »', () => {
  const faulty = pages.filter((page) =>
    [...readPage(siteDir, page).matchAll(BLOCK)].some(
      ([block]) =>
        /data-etat="|data-indicateur="taux_en_/.test(block) &&
        /taux d(?:'|&#39;|’)emploi/.test(block.replace(/<[^>]+>/g, '')),
    ),
  );
  expect(faulty).toEqual([]);
});
