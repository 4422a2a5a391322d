import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';

import { entreesDeFlux, type EditionDuFlux } from '../../../src/domain/flux.ts';
import type { ResumeRevisions } from '../../../src/domain/revisions.ts';
import { CHANGEMENTS } from '../../../src/domain/textes/changements.ts';
import { toAtom } from '../../../src/pipeline/outputs/flux.ts';

const HOSTILE = 'CAP <script>alert(1)</script> ]]> & "x" \u0001';
const compte = { avant: 1, apres: 1, ajoutees: 0, disparues: 0, deplacees: 0, revisees: 1 };
const revisions: ResumeRevisions = {
  edition_precedente: HOSTILE,
  pages: { formations: compte, etablissements: compte },
  fiches: [
    {
      maille: 'regionale',
      millesime: '2022',
      ajoutees: 1,
      disparues: 2,
      masquees: 3,
      montrees: 4,
      changees: 5,
      identiques: 6,
    },
    {
      maille: 'nationale',
      millesime: '2022',
      ajoutees: 10,
      disparues: 0,
      masquees: 0,
      montrees: 0,
      changees: 0,
      identiques: 0,
    },
  ],
  chiffres: { changes: 5, masques: 3, montres: 4, ajoutes: 0, retires: 0 },
  ecarts: [
    {
      mesure: 'part_emploi',
      nombre: 1,
      plus_grands: [
        { titre: HOSTILE, maille: 'regionale', millesime: '2022', avant: 40, apres: 62, effectif_apres: 31 },
      ],
    },
  ],
};
const EDITION: EditionDuFlux = {
  date: '2026-12-24',
  site: 'https://site.example',
  fictives: false,
  pages: { formations: 344, formations_avec_chiffres: 300, etablissements: 1 },
  revisions,
};
const atom = (edition: EditionDuFlux): Document =>
  new JSDOM(toAtom(entreesDeFlux(edition), edition), { contentType: 'application/xml' }).window.document;
const textOf = (element: Element | null): string => element?.textContent ?? '';

describe('the feeds', () => {
  test('tell the edition first, then what changed since the former one, then what changed in the files', () => {
    const entrees = entreesDeFlux(EDITION);
    expect(entrees.map(({ id }) => id)).toEqual([
      'tag:site.example,2026:edition/2026-12-24',
      'tag:site.example,2026:revisions/2026-12-24',
      ...CHANGEMENTS.map(({ date }) => `tag:site.example,2026:changement/${date}`),
    ]);
    expect(entrees[0]?.texte.replace(/\s/g, ' ')).toBe(
      '344 formations, dont 300 avec des chiffres, et 1 établissement.',
    );
    expect(entrees[1]?.texte.replace(/\s/g, ' ')).toContain(
      'Fiches : 11 nouvelles, 2 disparues, 5 changées, 3 désormais masquées, 4 désormais montrées.',
    );
    expect(entrees[1]?.texte.replace(/\s/g, ' ')).toContain('(2022, 31 jeunes), 40 puis 62.');
    expect(entrees[1]?.adresse).toBe('https://site.example/qualite/#revisions');
  });

  test('an edition compared with none tells no revision, and invented figures say so', () => {
    const entrees = entreesDeFlux({ ...EDITION, fictives: true, revisions: undefined });
    expect(entrees).toHaveLength(1 + CHANGEMENTS.length);
    expect(entrees[0]?.texte).toContain('Données fictives');
  });

  test('the Atom feed is well formed, with what RFC 4287 asks for, and hostile texts stay texts', () => {
    const document = atom(EDITION);
    expect(document.documentElement.localName).toBe('feed');
    expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    for (const nom of ['id', 'title', 'updated', 'author > name', 'link[rel=self]', 'rights'])
      expect(document.querySelectorAll(`feed > ${nom}`), nom).toHaveLength(1);
    const entries = [...document.querySelectorAll('entry')];
    expect(entries).toHaveLength(2 + CHANGEMENTS.length);
    for (const entry of entries) {
      for (const nom of ['id', 'title', 'updated', 'summary'])
        expect(textOf(entry.querySelector(nom)).length, nom).toBeGreaterThan(5);
      expect(entry.querySelector('link')?.getAttribute('href')).toMatch(/^https:\/\/site\.example\//);
      expect(textOf(entry.querySelector('updated'))).toMatch(/^\d{4}-\d\d-\d\dT00:00:00/);
    }
    expect(new Set(entries.map((entry) => textOf(entry.querySelector('id')))).size).toBe(entries.length);
    // The text of an element is HTML: read as such, it is the words that the sources gave, and no element.
    const lu = new JSDOM(textOf(entries[1]?.querySelector('title') ?? null)).window.document.body;
    expect(lu.querySelector('script')).toBeNull();
    expect(lu.textContent).toContain('CAP <script>alert(1)</script> ]]> & "x"');
  });

  test('each day of CHANGELOG.md that changed the data has its words here', () => {
    const changelog = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
    const jours = changelog
      .split(/^## /m)
      .filter((section) => section.includes('### Données'))
      .map((section) => section.slice(0, 10));
    expect(CHANGEMENTS.map(({ date }) => date)).toEqual(jours);
  });
});
