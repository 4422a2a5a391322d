import { getRegion } from '../domain/regions.ts';
import type { Etablissement } from './etablissements.ts';
import { orNd, quoted } from './fichier-brut.ts';
import { COLONNES_INSERSUP } from './insersup-colonnes.ts';
import { type Ligne, measured, type Mesuree, SEUIL_INSERSUP } from './insersup-mesures.ts';
import type { Modele } from './modele.ts';
import type { DiplomeSise } from './superieur-diplomes.ts';
import { capitals } from './diplomes.ts';
import { createRandom } from './random.ts';
import {
  addPromotions,
  MOIS,
  moisConnus,
  type Promotion,
  promotionNationale,
  promotionOf,
  PROMOTIONS,
  salairesSuperieur,
  secteurOf,
  SISE_FICTIF,
  typeSise,
} from './superieur.ts';

/** `86.67`, `90`: two decimals at most, a point. */
const rate = (part: number, whole: number): string => String(Math.round((part / whole) * 10_000) / 100);

/** The identifier of a place in the directory of higher education, five signs: `0519221W` → `0b4mt`. */
const idPaysage = (uai: string): string => Number(uai.slice(0, 7)).toString(36).padStart(5, '0');

/** Cells that say where: empty in national rows, which `uo_lib` alone tells apart. */
function place(school: Etablissement | undefined): Ligne {
  if (!school) return { uo_lib: 'National', uo_lib_actuel: 'National' };
  const region = getRegion(school.region);
  const academie = region.academies.find(({ code }) => code === school.ville.academie);
  return {
    reg_nom: region.nom,
    reg_id: `R${region.code}`,
    aca_nom: academie?.nom ?? '',
    aca_id: `A${school.ville.academie}`,
    uo_lib: capitals(school.nom),
    uo_lib_actuel: school.nom,
    id_paysage: idPaysage(school.uai),
    id_paysage_actuel: idPaysage(school.uai),
    etablissement: school.uai,
    denomination_principale: capitals(school.nom),
  };
}

export function identity(diplome: DiplomeSise, school: Etablissement | undefined): Ligne {
  const type = typeSise(diplome.type);
  const secteur = secteurOf(diplome);
  return {
    date_jeu: '2026_S1',
    ...place(school),
    type_diplome_long: type.long,
    type_diplome: type.court,
    dom_lib: secteur.domaine_libelle,
    dom: secteur.domaine,
    discipli_lib: secteur.discipline_libelle,
    discipli: secteur.discipline,
    sectdis_lib: secteur.libelle,
    sectdis: secteur.code,
    libelle_diplome: diplome.libelle,
    diplome: diplome.sise,
    source: 'insersup',
  };
}

export interface Ventilation {
  genre: string;
  nationalite: string;
  obtention_diplome: string;
  regime_inscription: string;
  /** Share of the promotion that it covers. */
  part: number;
}

export const ENSEMBLE: Ventilation = {
  genre: 'ensemble',
  nationalite: 'ensemble',
  obtention_diplome: 'ensemble',
  regime_inscription: 'ensemble',
  part: 1,
};
/** Rows that a reader must leave out, or it counts people twice. */
const VENTILATIONS: readonly Ventilation[] = [
  { ...ENSEMBLE, genre: 'femme', part: 0.54 },
  { ...ENSEMBLE, genre: 'homme', part: 0.46 },
  { ...ENSEMBLE, nationalite: 'français', part: 0.87 },
  { ...ENSEMBLE, obtention_diplome: 'diplômé', part: 0.91 },
  { ...ENSEMBLE, regime_inscription: 'formation initiale', part: 0.7 },
];

function scale(promotion: Promotion, part: number): Promotion {
  const scaled = (count: number): number => Math.round(count * part);
  return {
    inscrits: scaled(promotion.sortants) + scaled(promotion.poursuivants),
    diplomes: scaled(promotion.diplomes),
    sortants: scaled(promotion.sortants),
    poursuivants: scaled(promotion.poursuivants),
    emploi: promotion.emploi.map(scaled),
  };
}

/** Figures of one horizon; `count`, those paid by an employer in France, is null when they are not known or too few. */
function monthOf(mois: number, count: number | null, sortants: number, salaires: readonly number[]): Ligne {
  const among = (part: number): number | null => (count === null ? null : Math.round((sortants - count) * part));
  const [stable, nonSalaries, etranger] = [count === null ? null : Math.round(count * 0.72), among(0.15), among(0.1)];
  const rateOf = (part: number | null): string => (part === null ? 'nd' : rate(part, sortants));
  const paid = count !== null && mois === 12 && count >= SEUIL_INSERSUP;
  const cells: Ligne = {
    [`tx_sortants_en_emploi_${mois}`]: rateOf(count === null ? null : count + (nonSalaries ?? 0) + (etranger ?? 0)),
    [`tx_sortants_en_emploi_etranger_${mois}`]: rateOf(etranger),
    [`nb_sortants_en_emploi_sal_fr_${mois}`]: orNd(count),
    [`tx_sortants_en_emploi_sal_fr_${mois}`]: rateOf(count),
    [`nb_sortants_en_emploi_non_sal_${mois}`]: orNd(nonSalaries),
    [`tx_sortants_en_emploi_non_sal_${mois}`]: rateOf(nonSalaries),
    [`nb_sortants_en_emploi_stable_${mois}`]: orNd(stable),
    [`tx_sortants_en_emploi_stable_${mois}`]: stable === null || count === 0 ? 'nd' : rate(stable, count ?? 1),
  };
  for (const [index, euros] of salaires.entries()) cells[`salaire_q${index + 1}_${mois}`] = paid ? euros : 'nd';
  return cells;
}

function monthsOf({ promotion, annees }: Mesuree, salaires: readonly number[]): Ligne {
  const known = promotion.sortants >= SEUIL_INSERSUP ? moisConnus(annees.at(-1) ?? 0) : 0;
  const isPooled = annees.length > 1;
  const cells: Ligne = {};
  for (const [rank, mois] of MOIS.entries()) {
    const count = rank < known ? (promotion.emploi[rank] ?? 0) : null;
    Object.assign(cells, monthOf(mois, count, promotion.sortants, salaires), {
      [`flag_${mois}`]: isPooled ? '*' : '',
      [`exception_${mois}`]: isPooled ? 'Moins de 20 sortants donc cumul de 2 promotions' : '',
    });
  }
  return cells;
}

export function figures(mesuree: Mesuree, ventilation: Ventilation, salaires: readonly number[]): Ligne {
  const scaled = { ...mesuree, promotion: scale(mesuree.promotion, ventilation.part) };
  const { genre, nationalite, obtention_diplome, regime_inscription } = ventilation;
  return {
    genre,
    nationalite,
    obtention_diplome,
    regime_inscription,
    promo: mesuree.annees.join(','),
    ...monthsOf(scaled, salaires),
    nb_poursuivants: scaled.promotion.poursuivants,
    nb_sortants: scaled.promotion.sortants,
  };
}

function* nationalRows({ seed, echelle, superieur }: Modele): Generator<Ligne> {
  for (const annee of PROMOTIONS) {
    for (const [rank, diplome] of [SISE_FICTIF, ...superieur.diplomes].entries()) {
      const national = measured(annee, (year) => promotionNationale(seed, superieur, diplome, year));
      const salaires = salairesSuperieur(seed, diplome, annee);
      const start = identity(diplome, undefined);
      yield { ...start, ...figures(national, ENSEMBLE, salaires) };
      if (annee !== 2023 || rank % 6 !== 0) continue;
      for (const ventilation of VENTILATIONS) yield { ...start, ...figures(national, ventilation, salaires) };
      yield { ...start, diplome: 'all', libelle_diplome: 'Tous', ...figures(national, ENSEMBLE, salaires) };
    }
  }
  // Some small diplomas have a pooled row beside their single ones.
  for (const diplome of echelle.diplomesSise.filter(({ type }) => type === 'DP')) {
    const of = (year: number): Promotion => promotionNationale(seed, superieur, diplome, year);
    const pooled: Mesuree = { promotion: addPromotions(of(2021), of(2022)), annees: [2021, 2022] };
    yield {
      ...identity(diplome, undefined),
      ...figures(pooled, ENSEMBLE, salairesSuperieur(seed, diplome, 2022)),
    };
  }
}

function* schoolRows(modele: Modele): Generator<Ligne> {
  for (const school of modele.superieur.ecoles) {
    for (const diplome of modele.superieur.diplomesDe(school)) {
      const random = createRandom(modele.seed, 'insersup', school.uai, diplome.sise);
      const mesuree = measured(2023, (year) => promotionOf(modele.seed, school, diplome, year));
      const start = identity(diplome, school);
      const salaires = salairesSuperieur(modele.seed, diplome, 2023);
      yield { ...start, ...figures(mesuree, ENSEMBLE, salaires) };
      if (random.chance(0.15)) yield { ...start, ...figures(mesuree, VENTILATIONS[0] ?? ENSEMBLE, salaires) };
    }
  }
}

/** One row as the data set writes it; `rank` is its line number. */
export const toLine = (ligne: Ligne, rank: number): string =>
  quoted(COLONNES_INSERSUP.map((name) => (name === 'num_ligne' ? rank : (ligne[name] ?? ''))));

/** `fr-esr-insersup`: national rows, then those of schools, several breakdowns of each. */
export function* openDataLines(modele: Modele): Generator<string> {
  yield COLONNES_INSERSUP.join(';');
  let rank = 0;
  for (const rows of [nationalRows(modele), schoolRows(modele)]) {
    for (const ligne of rows) {
      rank += 1;
      yield toLine(ligne, rank);
    }
  }
}
