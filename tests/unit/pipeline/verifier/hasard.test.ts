import { describe, expect, test } from 'vitest';

import { SEUIL_PUBLICATION } from '../../../../src/domain/publication.ts';
import { protegerCellules } from '../../../../src/domain/secret.ts';
import type { Cellule } from '../../../../src/domain/secret-relations.ts';
import { chercherRecuperations, type BilanDeRecuperation } from '../../../../src/pipeline/verifier/recuperation.ts';
import { Releve } from '../../../../src/pipeline/verifier/releve.ts';

/** Numbers from 0 (included) to 1, always the same for one seed (mulberry32). */
function hasard(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ANNEES = [2020, 2021, 2022, 2023];

/** The cells of one code and track: pupils drawn school by school and year by year, then added up; some records are left out by the sources. */
function tirer(seed: number): Cellule[] {
  const next = hasard(seed);
  const entier = (max: number): number => Math.floor(next() * max);
  const cellules: Cellule[] = [];
  const totaux = new Map<string, number>();
  const add = (cle: string, pupils: number): void => void totaux.set(cle, (totaux.get(cle) ?? 0) + pupils);
  const poser = (
    maille: Cellule['maille'],
    millesime: string,
    region: string | null,
    uai: string | null,
    pupils: number,
  ): void => {
    const sort = next();
    if (sort < 0.08) return;
    const effectif = sort < 0.11 ? null : pupils;
    // Of unknown size: hidden, or shown as rates only.
    const cachee = effectif === null ? maille !== 'etablissement' || next() < 0.5 : effectif < SEUIL_PUBLICATION;
    cellules.push({
      cle: `${maille} ${millesime} ${region ?? ''} ${uai ?? ''}`,
      maille,
      millesime,
      region,
      uai,
      effectif,
      cachee,
    });
  };
  for (let region = 11; region < 12 + entier(4); region += 1) {
    for (let ecole = 0; ecole < 1 + entier(4); ecole += 1) {
      const uai = `${region}0000${ecole}A`;
      const parAn = ANNEES.map((annee) => {
        const pupils = next() < 0.15 ? 0 : entier(next() < 0.5 ? 14 : 60);
        add(`FR ${annee}`, pupils);
        // Single years of schools and pooled years of France are no usual shape: they tie the sums into rings.
        if (next() < 0.1) poser('etablissement', String(annee), String(region), uai, pupils);
        return pupils;
      });
      ANNEES.slice(1).forEach((annee, rank) => {
        const pupils = (parAn[rank] ?? 0) + (parAn[rank + 1] ?? 0);
        add(`${region} ${annee - 1}_${annee}`, pupils);
        poser('etablissement', `${annee - 1}_${annee}`, String(region), uai, pupils);
      });
    }
    for (const annee of ANNEES.slice(1)) {
      const millesime = `${annee - 1}_${annee}`;
      poser('regionale', millesime, String(region), null, totaux.get(`${region} ${millesime}`) ?? 0);
    }
  }
  for (const annee of ANNEES) poser('nationale', String(annee), null, null, totaux.get(`FR ${annee}`) ?? 0);
  if (next() < 0.2)
    poser('nationale', '2022_2023', null, null, (totaux.get('FR 2022') ?? 0) + (totaux.get('FR 2023') ?? 0));
  return cellules;
}

/** What an attacker finds in the publication of these cells. */
function attaquer(cellules: readonly Cellule[], cachees: ReadonlySet<Cellule>): BilanDeRecuperation {
  const releve = new Releve(new Set());
  for (const cellule of cellules) {
    const { maille, millesime, region, uai, effectif } = cellule;
    releve.lireJson('ecoles.json', {
      ...{ code_certification: '50022190', filiere: 'pro', maille, millesime, region, uai },
      ...(effectif === null ? {} : { nb_annee_term: effectif }),
      nb_sortant: cachees.has(cellule) ? null : 1,
    });
    if (uai !== null && region !== null) releve.lireJson('ecoles.json', { uai, region: { code: region } });
  }
  return chercherRecuperations(releve);
}

const estCachee = ({ cachee }: Cellule): boolean => cachee;

describe('complementary suppression against the verifier, on 2,000 drawn sets of cells', () => {
  const tirages = Array.from({ length: 2000 }, (_, seed) => tirer(seed + 1));

  test('nothing can be computed once it has hidden its cells', () => {
    const perces = tirages.flatMap((cellules, seed) => {
      const { protegees } = protegerCellules('pro', cellules);
      const { trouvees } = attaquer(cellules, new Set([...cellules.filter(estCachee), ...protegees.keys()]));
      return trouvees.length === 0 ? [] : [{ seed: seed + 1, trouvees }];
    });
    expect(perces).toEqual([]);
  });

  test('with the threshold alone, a hidden figure can be computed in most of them', () => {
    const perces = tirages.filter(
      (cellules) => attaquer(cellules, new Set(cellules.filter(estCachee))).trouvees.length > 0,
    );
    expect(perces.length).toBeGreaterThan(1000);
  });

  test('it does not hide at random: showing the last cell that was hidden gives something away, four times in five', () => {
    const cas = tirages.flatMap((cellules) => {
      const protegees = [...protegerCellules('pro', cellules).protegees.keys()];
      return protegees.length === 0 ? [] : [{ cellules, protegees }];
    });
    const utiles = cas.filter(({ cellules, protegees }) => {
      const cachees = new Set([...cellules.filter(estCachee), ...protegees.slice(0, -1)]);
      return attaquer(cellules, cachees).trouvees.length > 0;
    });
    expect(cas.length).toBeGreaterThan(1000);
    expect(utiles.length / cas.length).toBeGreaterThan(0.8);
  });
});
