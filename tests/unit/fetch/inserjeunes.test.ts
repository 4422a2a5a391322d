import { mkdirSync, readdirSync, readFileSync, writeFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { chooseIdentifiants } from '../../../src/fetch/inserjeunes-api.ts';
import { pagesNationales, pagesRegionales, toRows } from '../../../src/fetch/inserjeunes-pages.ts';
import { bring, newFolder, type Brought } from './bring.ts';
import { answerWith, IDENTIFIANTS, Imitation } from './imitation.ts';
import { ManualClock } from './manual-clock.ts';

const mesure = (code: object, valeur: number | null = 87): object => ({
  data: [
    { id_mesure: 'nb_annee_term', valeur_mesure: valeur, dimensions: [code] },
    { id_mesure: 'nb_annee_term', valeur_mesure: 1000, dimensions: [{}] },
  ],
});
const MEF = { id_mefstat11: '23830033299' };
const CFD = { id_formation_apprentissage: '40033299' };

let imitation: Imitation;
let folder: string;
beforeEach(async () => {
  imitation = await new Imitation().listen();
  folder = newFolder();
  for (const { chemin } of [...pagesNationales(2025), ...pagesRegionales(2025)])
    imitation.pages.set(chemin, mesure(CFD));
});
afterEach(async () => {
  await imitation.close();
  rmSync(folder, { recursive: true, force: true });
});

const api = (niveau: string, options: Parameters<typeof bring>[2] = {}): Promise<Brought> =>
  bring(imitation, folder, { only: [`inserjeunes-${niveau}`], identifiants: IDENTIFIANTS, ...options });
const lines = (niveau: string): string[] =>
  readFileSync(join(folder, `inserjeunes-${niveau}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
const pagesAsked = (): string[] => imitation.received.map(({ what }) => what).filter((what) => what !== '/login');
const writeSchools = (...uais: string[]): void =>
  writeFileSync(
    join(folder, 'fr-en-inserjeunes-cfa.csv'),
    `annee;uai;taux_poursuite_etudes;taux_emploi_6_mois\n${uais.map((uai) => `2023_2024;${uai};1;2\n`).join('')}`,
  );

describe('the pages asked', () => {
  test('are those of every leaving year before this one', () => {
    expect(pagesNationales(2022).map(({ chemin }) => chemin)).toEqual([
      '/france/millesime/2020/filiere/apprentissage',
      '/france/millesime/2020/filiere/voie_pro_sco_educ_nat',
      '/france/millesime/2021/filiere/apprentissage',
      '/france/millesime/2021/filiere/voie_pro_sco_educ_nat',
    ]);
  });

  test('are those of every academic region but Mayotte and the overseas collectivities', () => {
    const paths = pagesRegionales(2021).map(({ chemin }) => chemin);
    expect(paths).toHaveLength(17);
    expect(paths[0]).toBe('/region/01/millesime/2019_2020');
    expect(paths).not.toContain('/region/13/millesime/2019_2020');
    expect(paths).not.toContain('/region/00/millesime/2019_2020');
  });
});

describe('an answer', () => {
  const [page] = pagesNationales(2021) as [ReturnType<typeof pagesNationales>[number]];

  test('gives a line for each measure of a code, with the track of its page when it says none; totals have no code', () => {
    expect(toRows(mesure(CFD), page)).toBe('2020;apprentissage;40033299;;nb_annee_term;87\n');
    expect(toRows(mesure(MEF), page)).toBe('2020;apprentissage;;23830033299;nb_annee_term;87\n');
  });

  test('may be without a figure: the cell is empty, not 0', () => {
    expect(toRows(mesure(CFD, null), page)).toBe('2020;apprentissage;40033299;;nb_annee_term;\n');
    expect(toRows(mesure(CFD, 0), page)).toBe('2020;apprentissage;40033299;;nb_annee_term;0\n');
  });

  test('of another shape is an error that says where', () => {
    expect(() => toRows({ data: [{ id_mesure: 3 }] }, page)).toThrow(/data\.0\.id_mesure/);
  });
});

describe('the account', () => {
  test('is optional', async () => {
    expect(chooseIdentifiants({})).toBeUndefined();
    const { text } = await api('national', { identifiants: undefined });
    expect(text).toContain('expects INSERJEUNES_USERNAME and INSERJEUNES_PASSWORD');
  });

  test.each([
    [{ INSERJEUNES_USERNAME: 'a' }],
    [{ INSERJEUNES_PASSWORD: 'tres-secret' }],
    [{ INSERJEUNES_USERNAME: 'a', INSERJEUNES_PASSWORD: 'tres-secret\nHost: x' }],
  ])('is whole and fit for a header, or refused without being shown', (environment) => {
    expect(() => chooseIdentifiants(environment)).toThrow(/^(?!.*tres-secret).*expect the name and the password/s);
  });

  test('that is refused is told, without the password, even if the service repeats it', async () => {
    const { text, failed } = await api('national', { identifiants: { username: 'compte', password: 'autre-secret' } });
    expect(failed).toBe(true);
    expect(text).toContain('Check INSERJEUNES_USERNAME and INSERJEUNES_PASSWORD');
    expect(text).not.toContain('autre-secret');
    expect(imitation.received).toHaveLength(1);
  });

  test('is in no file and no message', async () => {
    imitation.next.set('/france/millesime/2020/filiere/apprentissage', [
      answerWith(403, {}, `no ${IDENTIFIANTS.password} jeton-1`),
    ]);
    const { text, shown } = await api('national');
    expect(text).toContain('status 403: "no … …"');
    await api('national');
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect([text, shown, ...written].join('\n')).not.toMatch(/tres-secret|jeton-\d/);
  });

  test.each(['/login', '/france/millesime/2020/filiere/apprentissage'])(
    'and its token never follow a redirect of %s to another origin',
    async (path) => {
      const thief: unknown[] = [];
      const other = createServer((request, response) => {
        thief.push(request.headers);
        response.end('{}');
      });
      await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
      const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
      imitation.next.set(path, [answerWith(307, { location: `${elsewhere}/x` })]);
      const { failed, text } = await api('national');
      other.close();
      expect(failed).toBe(true);
      expect(text).toContain(`received a redirect to ${elsewhere}, which is not followed`);
      expect(thief).toEqual([]);
    },
  );

  test('follow a redirect on their own origin', async () => {
    imitation.next.set('/login', [answerWith(307, { location: '/api/v1.0/login' })]);
    expect((await api('national')).failed).toBe(false);
  });
});

describe('the files', () => {
  test('have the lines that the reader wants, in the order of the pages', async () => {
    imitation.pages.set('/france/millesime/2024/filiere/voie_pro_sco_educ_nat', mesure(MEF));
    const { text, failed, shown } = await api('national');
    expect(failed).toBe(false);
    expect(shown).toContain('2 pages sans chiffre sur 12');
    expect(lines('national').slice(0, 2)).toEqual([
      'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
      '2020;apprentissage;40033299;;nb_annee_term;87',
    ]);
    // 2025 is refused: not published yet.
    expect(lines('national').at(-1)).toBe('2024;voie_pro_sco_educ_nat;;23830033299;nb_annee_term;87');
    expect(text).toMatch(/inserjeunes-national\.csv +nouveau +\d+ +10/);
    expect(imitation.logins).toBe(1);
  });

  test('are not asked more than five pages a second', async () => {
    const clock = new ManualClock();
    const start = clock.now();
    await api('regional', { clock });
    const requests = imitation.received.length;
    expect(requests).toBe(6 * 17 + 1);
    expect(clock.now() - start).toBeGreaterThanOrEqual((requests - 1) * 200);
  });

  test('ask of each school of the lists the millésimes that regions have', async () => {
    writeSchools('0380055D', '0019015U', '0380055D', '0380055X');
    for (const { chemin, millesime } of pagesRegionales(2025))
      if (millesime < '2022_2023') imitation.pages.delete(chemin);
    writeFileSync(
      join(folder, 'inserjeunes-regional.csv'),
      'millesime;code_region_academique;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure\n2022_2023;10;40033299;;nb_sortant;3\n2023_2024;10;40033299;;nb_sortant;3\n',
    );
    imitation.pages.set('/UAI/0380055D/millesime/2023_2024', mesure(MEF));
    expect((await api('etablissement')).failed).toBe(false);
    expect(pagesAsked().sort()).toEqual([
      '/UAI/0019015U/millesime/2022_2023',
      '/UAI/0019015U/millesime/2023_2024',
      '/UAI/0380055D/millesime/2022_2023',
      '/UAI/0380055D/millesime/2023_2024',
    ]);
    expect(lines('etablissement').slice(1)).toEqual(['2023_2024;0380055D;;;23830033299;nb_annee_term;87']);
  });

  test('of schools need a list of schools', async () => {
    expect((await api('etablissement')).text).toContain('expected a list of schools');
  });

  test('refused for another reason than an absence are an error', async () => {
    imitation.next.set('/france/millesime/2021/filiere/apprentissage', [
      answerWith(400, {}, '{"msg":"filiere inconnue"}'),
    ]);
    const { failed, text } = await api('national');
    expect(failed).toBe(true);
    expect(text).toContain('a refusal: "filiere inconnue"');
  });

  test('without a single figure are an error, and the former one stays', async () => {
    writeFileSync(join(folder, 'inserjeunes-national.csv'), 'ancien');
    for (const { chemin } of pagesNationales(2025)) imitation.pages.set(chemin, { data: [] });
    expect((await api('national')).text).toContain('received a header alone');
    expect(lines('national')).toEqual(['ancien']);
  });
});

describe('on the way', () => {
  test('a token that expires is renewed once for all, and the page asked again', async () => {
    imitation.next.set('/france/millesime/2022/filiere/apprentissage', [
      (_, response) => {
        imitation.expired.add('jeton-1');
        response.writeHead(401).end();
      },
    ]);
    expect((await api('national')).failed).toBe(false);
    expect(imitation.logins).toBe(2);
    expect(lines('national')).toHaveLength(11);
  });

  test('a token that is never taken is an error, not a loop', async () => {
    imitation.expired.add('jeton-1').add('jeton-2').add('jeton-3').add('jeton-4').add('jeton-5').add('jeton-6');
    const { failed, text } = await api('national');
    expect(failed).toBe(true);
    expect(text).toContain('status 401');
    expect(imitation.received.length).toBeLessThan(20);
  });

  test('what passes is tried again; what is no JSON is an error', async () => {
    const path = '/france/millesime/2020/filiere/apprentissage';
    imitation.next.set(path, [answerWith(502), (_, response) => response.destroy()]);
    expect((await api('national')).failed).toBe(false);
    imitation.next.set('/region/01/millesime/2019_2020', [answerWith(200, {}, '<html>maintenance')]);
    expect((await api('regional')).text).toContain('received something else, with status 200');
  });

  test('pages received are kept when one fails, and not asked again', async () => {
    const bad = '/france/millesime/2023/filiere/apprentissage';
    imitation.next.set(bad, [answerWith(403)]);
    expect((await api('national')).failed).toBe(true);
    const first = pagesAsked().filter((page) => page !== bad);
    imitation.received.length = 0;
    const { failed, shown } = await api('national');
    expect(failed).toBe(false);
    expect(shown).toContain(`reprise, ${first.length} pages sur 12 déjà là`);
    expect(pagesAsked().filter((page) => first.includes(page))).toEqual([]);
    expect(lines('national')).toHaveLength(11);
    expect(readdirSync(folder).sort()).toEqual(['.sources.lock.json', 'inserjeunes-national.csv']);
  });

  test('a partial file whose last line is cut goes on before it; one of another time starts again', async () => {
    const part = join(folder, 'inserjeunes-national.csv.part');
    const page = (path: string): string => `${JSON.stringify({ page: path, lignes: 'x\n' })}\n`;
    const begin = (debut: string): string => `${JSON.stringify({ base: imitation.bases.inserjeunes, debut })}\n`;
    mkdirSync(folder, { recursive: true });
    const known = '/france/millesime/2020/filiere/apprentissage';
    const cut = page('/france/millesime/2021/filiere/apprentissage').slice(0, 20);
    writeFileSync(part, begin('2026-11-27T00:00:00Z') + page(known) + cut);
    imitation.next.set('/france/millesime/2024/filiere/apprentissage', [answerWith(403)]);
    expect((await api('national')).shown).toContain('reprise, 1 pages sur 12');
    expect(pagesAsked()).not.toContain(known);
    const kept = readFileSync(part, 'utf8').trimEnd().split('\n');
    expect(() => kept.map((line) => JSON.parse(line) as unknown)).not.toThrow();
    writeFileSync(part, begin('2026-01-01T00:00:00Z') + page(known));
    await api('national');
    expect(pagesAsked()).toContain(known);
  });

  test('a file of this month is not asked again, one of last year is', async () => {
    await api('national');
    imitation.received.length = 0;
    expect((await api('national')).text).toContain('inchangé');
    expect(imitation.received).toEqual([]);
    await api('national', { clock: new ManualClock('2027-01-15T00:00:00Z') });
    expect(pagesAsked()).toHaveLength(14);
  });
});
