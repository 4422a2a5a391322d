import { describe, expect, test } from 'vitest';

import type { Fiche } from '../../../../src/domain/fiche.ts';
import { choisirExemple, suivre } from '../../../../src/domain/textes/exemple-suivi.ts';
import { getPageDeTexte } from '../../../../src/domain/textes/pages.ts';
import { aResume } from '../../site/records.ts';
import { editionComptee, ficheComptee } from './edition-comptee.ts';

const chosen = (...cartes: Fiche[]): Fiche | undefined => choisirExemple([aResume({ cartes })])?.fiche;
const apprentis: Fiche = { ...ficheComptee, filiere: 'apprentissage' };

describe('the record to follow', () => {
  test('is of the school track where there is one', () => {
    expect(chosen(apprentis, ficheComptee)).toBe(ficheComptee);
    expect(chosen(apprentis)).toBe(apprentis);
  });

  test.each<[string, Partial<Fiche>]>([
    ['a count is unknown', { nb_sortant: undefined }],
    ['a count is hidden', { nb_en_emploi_6_mois: null }],
    ['leavers and others do not add up', { nb_sortant: 190 }],
    ['the rate is not that of its counts', { taux_emploi_6_mois: 35 }],
    ['the shares are not those of its counts', { parts: { emploi: 16, formation: 53, autre: 31, calcul: 'source' } }],
    ['the figures are those of another diploma', { donnee_source: { code_certification: '1', type: 'ancienne' } }],
  ])('is not one where %s', (_, fields) => {
    expect(chosen({ ...ficheComptee, ...fields })).toBeUndefined();
  });

  test('is not a small group', () => {
    const small = {
      nb_annee_term: 100,
      nb_poursuite_etudes: 54,
      nb_sortant: 46,
      nb_en_emploi_6_mois: 15,
      taux_emploi_6_mois: 33,
    };
    expect(chosen({ ...ficheComptee, ...small })).toBeUndefined();
    const large = Object.fromEntries(
      Object.entries(small).map(([name, value]) => [name, name.startsWith('taux') ? value : value * 2]),
    );
    expect(chosen({ ...ficheComptee, ...large })).toBeDefined();
  });

  test('shows four numbers that differ', () => {
    const equal = {
      nb_annee_term: 400,
      nb_poursuite_etudes: 200,
      nb_sortant: 200,
      nb_en_emploi_6_mois: 100,
      taux_emploi_6_mois: 50,
      parts: { emploi: 25, formation: 50, autre: 25, calcul: 'source' as const },
    };
    expect(chosen({ ...ficheComptee, ...equal })).toBeUndefined();
  });
});

test('every figure of the example names its state or its indicator, and equals the record', () => {
  const exemple = choisirExemple(editionComptee.exemples);
  if (exemple === undefined) throw new Error('no example');
  const bloc = suivre(exemple, false);
  if (bloc.genre !== 'suivi') throw new Error('not a followed example');
  const arbres = bloc.etapes.flatMap(({ arbre }) => arbre ?? []);
  const phrases = [
    ...bloc.etapes.flatMap((etape) => etape.phrases),
    ...arbres.flatMap(({ tronc, branches }) => [
      tronc,
      ...branches.flatMap(({ branche, feuilles }) => [branche, ...feuilles]),
    ]),
  ];
  const chiffres = phrases.flat().filter((morceau) => typeof morceau !== 'string');
  expect(chiffres.length).toBeGreaterThan(12);
  for (const { valeur, etat, indicateur } of chiffres) {
    const { parts } = ficheComptee;
    const expected =
      etat === undefined ? (ficheComptee as unknown as Record<string, number>)[indicateur ?? ''] : parts?.[etat];
    expect(valeur, etat ?? indicateur).toBe(expected);
  }
});

test('a fictional example says so, in the page and in its block', () => {
  const find = (fictif: true | undefined): string | undefined =>
    getPageDeTexte('comprendre', { edition: { ...editionComptee, donnees_fictives: fictif } })
      .sections.flatMap(({ blocs }) => blocs)
      .flatMap((bloc) => (bloc.genre === 'suivi' ? bloc.titre : []))[0];
  expect(find(true)).toContain('chiffres fictifs');
  expect(find(undefined)).not.toContain('fictif');
});

test('without any record to follow the page keeps an invented example', () => {
  const section = getPageDeTexte('comprendre').sections.find(({ id }) => id === 'deux-chiffres');
  expect(section?.blocs[0]).toMatchObject({ genre: 'exemple' });
});
