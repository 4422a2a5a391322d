import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { JSDOM } from 'jsdom';
import { describe, expect, inject, test } from 'vitest';

import { ETATS, type Etat } from '../../src/domain/indicateurs.ts';
import { SEUIL_PUBLICATION } from '../../src/domain/publication.ts';
import { listPages, readPage, sample, typeOf } from './site-pages.ts';

/** What PRODUCT § 8 promises to tests, reusers and readers' tools, checked on the built site. */
const siteDir = inject('siteDir');
const withCards = sample(
  listPages(siteDir).filter((page) => readPage(siteDir, page).includes('data-carte')),
  250,
);

interface PublishedRecord {
  millesime?: string;
  code_certification?: string;
  filiere?: string;
  maille?: string;
  region?: string;
  uai?: string;
  perimetre?: string;
  nb_annee_term?: number;
  absence?: string;
  parts?: Record<Etat, number> | null;
}

/** Every record of a JSON file, wherever it stands. */
function collectRecords(value: unknown): PublishedRecord[] {
  if (Array.isArray(value)) return value.flatMap(collectRecords);
  if (typeof value !== 'object' || value === null) return [];
  // A schema describes the same keys; its millésime is no text.
  const own =
    'parts' in value && 'millesime' in value && typeof value.millesime === 'string' ? [value as PublishedRecord] : [];
  return [...own, ...Object.values(value).flatMap(collectRecords)];
}

const identityOf = (element: Element, name: string): string | null =>
  element.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? null;

function valueOf(element: Element, etat: Etat): number[] {
  return [...element.querySelectorAll(`[data-etat="${etat}"][data-valeur]`)].map((node) =>
    Number(node.getAttribute('data-valeur')),
  );
}

function readCards(page: string): { cards: Element[]; records: PublishedRecord[]; absences: (string | undefined)[] } {
  const { document } = new JSDOM(readPage(siteDir, page)).window;
  const twin = document.querySelector('link[rel="alternate"][type="application/json"]')?.getAttribute('href');
  const json =
    twin == null
      ? {}
      : (JSON.parse(readFileSync(join(siteDir, twin), 'utf8')) as {
          absence?: string;
          voies?: { absence?: string }[];
          formations_sans_chiffre?: { absence: string }[];
        });
  return {
    cards: [...document.querySelectorAll('[data-carte="sur100"]')],
    records: collectRecords(json),
    absences: [
      json.absence,
      ...[...(json.voies ?? []), ...(json.formations_sans_chiffre ?? [])].map((one) => one.absence),
    ],
  };
}

const matches = (card: Element, record: PublishedRecord): boolean => {
  const maille = identityOf(card, 'maille') ?? 'nationale';
  return (
    record.millesime === identityOf(card, 'millesime') &&
    record.maille === maille &&
    (record.code_certification === undefined || record.code_certification === identityOf(card, 'code')) &&
    (record.filiere === undefined || record.filiere === identityOf(card, 'filiere')) &&
    (maille !== 'regionale' || record.region === identityOf(card, 'region')) &&
    (maille !== 'etablissement' || record.uai === identityOf(card, 'uai'))
  );
};

test('there are cards to check, on several types of pages', () => {
  expect(withCards.length).toBeGreaterThan(50);
  expect(new Set(withCards.map(typeOf)).size).toBeGreaterThanOrEqual(3);
});

describe.each(withCards)('%s', (path) => {
  const { cards, records, absences } = readCards(path);

  test('a card with figures draws exactly 100 icons, in the numbers that its words say', () => {
    for (const card of cards.filter(
      (element) => element.querySelector('[data-phrase]') !== null && !element.hasAttribute('data-absence'),
    )) {
      const icons = card.querySelectorAll('[data-icone]');
      if (icons.length === 0) continue;
      expect(icons).toHaveLength(100);
      for (const etat of ETATS) {
        const drawn = [...icons].filter(
          (icon) => icon.closest('[data-etat]')?.getAttribute('data-etat') === etat,
        ).length;
        expect(valueOf(card, etat).length).toBeGreaterThan(0);
        expect(new Set([drawn, ...valueOf(card, etat)]).size).toBe(1);
      }
    }
  });

  test('every share says in words the integer that it bears', () => {
    for (const share of cards.flatMap((card) => [...card.querySelectorAll('[data-phrase] [data-etat][data-valeur]')])) {
      expect(share.textContent).toMatch(new RegExp(`^${share.getAttribute('data-valeur') ?? '?'}\\s`));
    }
  });

  test('page and JSON say the same, and a shown share has its denominator or a source that applies the threshold', () => {
    for (const card of cards) {
      const candidates = records.filter((record) => matches(card, record));
      const shown = ETATS.map((etat) => valueOf(card, etat)[0]);
      if (shown.every((value) => value === undefined)) {
        const said =
          card.getAttribute('data-absence') ?? card.querySelector('[data-absence]')?.getAttribute('data-absence');
        expect([...absences, ...candidates.map((record) => record.absence)]).toContain(said);
        continue;
      }
      const record = candidates.find(
        ({ parts }) => parts != null && ETATS.every((etat, rank) => parts[etat] === shown[rank]),
      );
      expect(record, `no record with shares ${shown.join('/')}`).toBeDefined();
      expect(record?.nb_annee_term ?? SEUIL_PUBLICATION).toBeGreaterThanOrEqual(SEUIL_PUBLICATION);
    }
  });
});

test('every number written in a drawing stands in the table of its figure', () => {
  const drawn = withCards.flatMap((path) => {
    const { document } = new JSDOM(readPage(siteDir, path)).window;
    return [...document.querySelectorAll('figure:has(svg.trace)')].map((figure) => ({ path, figure }));
  });
  expect(drawn.length).toBeGreaterThan(50);
  const strangers = drawn.flatMap(({ path, figure }) => {
    const cells = new Set([...figure.querySelectorAll('td')].map((cell) => cell.textContent.trim()));
    const labels = [...figure.querySelectorAll('svg.trace g[font-weight="700"] text')].map((label) =>
      label.textContent.trim(),
    );
    return labels.filter((label) => !cells.has(label)).map((label) => `${path}: ${label}`);
  });
  expect(strangers).toEqual([]);
});
