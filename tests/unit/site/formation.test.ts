import { describe, expect, it } from 'vitest';

import { libelleDeCouverture } from '../../../src/components/couverture.ts';
import { descriptionDeFormation } from '../../../src/components/descriptions.ts';
import { countEcolesByRegion, sortEcoles, toLigneEcole } from '../../../src/components/ecoles.ts';
import { formatPoints } from '../../../src/components/points.ts';
import { nomsDesSources } from '../../../src/components/sources.ts';
import { toVoies } from '../../../src/components/voies.ts';
import { aFiche, aFormation, anEcole, aVoie } from './records.ts';

const bretagne = aFiche({ maille: 'regionale', region: '53' });
const older = aFiche({ maille: 'regionale', region: '53', millesime: '2020_2021' });

describe('toVoies', () => {
  const formation = aFormation({
    voies: [aVoie({ fiches: [aFiche(), bretagne, older] }), aVoie({ fiches: [aFiche()] })],
  });

  it('leads with France when the whole country is asked, and has nothing wider to add', () => {
    const [voie] = toVoies(formation);
    expect(voie?.carte).toEqual(aFiche());
    expect(voie?.large).toBeUndefined();
  });

  it('leads with the region when it is asked, keeps the wider record beside it, and its own history only', () => {
    const [voie] = toVoies(formation, '53');
    expect(voie?.carte).toEqual(bretagne);
    expect(voie?.large).toEqual(aFiche());
    expect(voie?.historique).toEqual([older, bretagne]);
  });

  it('has no card for a track without a record in the region, but still its wider record', () => {
    const [, voie] = toVoies(formation, '53');
    expect(voie?.carte).toBeUndefined();
    expect(voie?.large).toEqual(aFiche());
    expect(voie?.historique).toEqual([]);
  });

  it('does not repeat as wider the record of the region itself', () => {
    const alone = aFormation({ voies: [aVoie({ fiches: [bretagne] })] });
    expect(toVoies(alone, '53')[0]?.large).toBeUndefined();
  });
});

describe('descriptionDeFormation', () => {
  it('is the sentence of the first card that shows its shares', () => {
    expect(descriptionDeFormation(aFormation(), toVoies(aFormation()))).toMatch(/^Sur 100\s.*23\stravaillaient/);
  });

  it('is the reason when there is none', () => {
    const none = aFormation({ voies: [], absence: 'formation_recente' });
    expect(descriptionDeFormation(none, toVoies(none))).toContain('formation trop récente');
  });
});

describe('schools', () => {
  const cherbourg = anEcole({
    uai: '0500001A',
    nom: 'B',
    commune: 'Cherbourg',
    departement: '50',
    region: '28',
    fiche: aFiche({ maille: 'etablissement' }),
  });
  const brest = anEcole({ nom: 'Z', commune: 'Brest', departement: '29' });

  it('are sorted by département, town and name, never by figures', () => {
    const names = sortEcoles([cherbourg, anEcole({ nom: 'B' }), brest, anEcole({ nom: 'A' })]).map(
      ({ nom, departement }) => [departement, nom],
    );
    expect(names).toEqual([
      ['29', 'Z'],
      ['35', 'A'],
      ['35', 'B'],
      ['50', 'B'],
    ]);
  });

  it('are counted by region, which tells whether the formation has a page there', () => {
    const formation = aFormation({
      voies: [aVoie({ fiches: [bretagne] })],
      etablissements: [cherbourg, brest, anEcole()],
    });
    expect(
      countEcolesByRegion(formation).map(({ region, nombre, aUnePage }) => [region.code, nombre, aUnePage]),
    ).toEqual([
      ['53', 2, true],
      ['28', 1, false],
    ]);
  });

  it('are in no region when the sources do not tell where they are, whatever their identifier', () => {
    const { region: _region, ...placeless } = anEcole();
    const formation = aFormation({ etablissements: [anEcole(), placeless] });
    expect(countEcolesByRegion(formation).map(({ region, nombre }) => [region.code, nombre])).toEqual([['53', 1]]);
  });

  it('say their place where it is known', () => {
    expect(toLigneEcole(anEcole()).precision).toBe('Rennes, 35');
    const { commune: _commune, departement: _departement, ...placeless } = anEcole();
    expect(toLigneEcole(placeless).precision).toBeUndefined();
  });
});

it.each([
  [-4, '−4'],
  [3, '+3'],
  [0, '0'],
])('a difference of %i points is written %s', (value, text) => {
  expect(formatPoints(value)).toBe(text);
});

it.each([
  ['regionale/apprentissage', 'Par région, par apprentissage'],
  ['etablissement/pro', 'Par établissement, au lycée'],
  ['ensemble/cfa', 'Par établissement, les apprentis du CFA'],
  ['nationale', 'France'],
  ['autre/chose', 'autre, chose'],
])('the coverage key %s is said « %s »', (cle, texte) => {
  expect(libelleDeCouverture(cle)).toBe(texte);
});

it('each source is named once', () => {
  expect(nomsDesSources([aFiche(), aFiche({ filiere: 'pro' })])).toHaveLength(1);
});
