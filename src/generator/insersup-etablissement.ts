import { SISE_INCONNU } from './anomalies.ts';
import { capitals } from './diplomes.ts';
import type { Etablissement } from './etablissements.ts';
import { quoted } from './fichier-brut.ts';
import { byMonth, type Ligne, measured, type Mesuree, SEUIL_INSERSUP } from './insersup-mesures.ts';
import type { Modele } from './modele.ts';
import type { DiplomeSise } from './superieur-diplomes.ts';
import {
  MOIS,
  moisConnus,
  promotionOf,
  PROMOTIONS,
  salairesSuperieur,
  secteurOf,
  SISE_FICTIF,
  typeSise,
} from './superieur.ts';

const COLONNES_OMOGEN: readonly string[] = [
  ...[
    'diplome',
    'libelle_diplome',
    'type_diplome_long',
    'etablissement',
    'denomination_principale',
    'domaine',
    'discipline',
  ],
  ...['secteur_disciplinaire', 'annee_universitaire', 'nb_inscrits', 'nb_diplomes', 'nb_sortants', 'nb_poursuivants'],
  'taux_poursuivant',
  ...byMonth('nb_in_dsn'),
  ...byMonth('taux_in_dsn'),
  ...byMonth('taux_autre'),
  ...[1, 2, 3].map((rank) => `salaire_q${rank}_national_diplome_12`),
];

/** `37,8`: one decimal and a comma, unlike the open data. */
const commaRate = (part: number, whole: number): string =>
  (Math.round((part / whole) * 1000) / 10).toFixed(1).replace('.', ',');

function omogenMonths({ promotion, annees }: Mesuree, isHidden: boolean): Ligne {
  const cells: Ligne = {};
  const known = moisConnus(annees.at(-1) ?? 0);
  for (const [rank, mois] of MOIS.entries()) {
    const count = promotion.emploi[rank] ?? 0;
    const absence = rank === known ? 'nd' : 'na';
    const isKnown = rank < known && !isHidden;
    const autres = promotion.inscrits - promotion.poursuivants - count;
    cells[`nb_in_dsn_${mois}`] = isKnown ? count : isHidden ? 'nd' : absence;
    cells[`taux_in_dsn_${mois}`] = isKnown ? commaRate(count, promotion.inscrits) : isHidden ? 'nd' : absence;
    cells[`taux_autre_${mois}`] = isKnown ? commaRate(autres, promotion.inscrits) : isHidden ? 'nd' : absence;
  }
  return cells;
}

function omogenRow(modele: Modele, school: Etablissement, diplome: DiplomeSise, annee: number): Ligne {
  const mesuree = measured(annee, (year) => promotionOf(modele.seed, school, diplome, year));
  const { promotion, annees } = mesuree;
  // `*` two promotions pooled, `**` still too few leavers (RULES § 16.1).
  const isHidden = promotion.sortants < SEUIL_INSERSUP;
  const mark = annees.length === 1 ? '' : isHidden ? ' **' : ' *';
  const secteur = secteurOf(diplome);
  const cells: Ligne = {
    diplome: diplome.sise,
    libelle_diplome: diplome.libelle,
    type_diplome_long: typeSise(diplome.type).court,
    etablissement: school.uai,
    denomination_principale: capitals(school.nom),
    domaine: secteur.domaine,
    discipline: secteur.discipline_libelle,
    secteur_disciplinaire: capitals(secteur.libelle),
    annee_universitaire: `${annee - 1}-${annee}`,
    nb_inscrits: promotion.inscrits,
    nb_diplomes: promotion.diplomes,
    nb_sortants: `${promotion.sortants}${mark}`,
    nb_poursuivants: promotion.poursuivants,
    taux_poursuivant: commaRate(promotion.poursuivants, promotion.inscrits),
    ...omogenMonths(mesuree, isHidden),
  };
  for (const [rank, euros] of salairesSuperieur(modele.seed, diplome, annee).entries()) {
    cells[`salaire_q${rank + 1}_national_diplome_12`] = annee <= 2023 ? euros : 'nd';
  }
  return cells;
}

/** `insersup-etablissement`: the answers of the service for schools, every value as text (FORMATS § 4). */
export function* omogenLines(modele: Modele): Generator<string> {
  yield COLONNES_OMOGEN.join(';');
  const write = (ligne: Ligne): string => quoted(COLONNES_OMOGEN.map((name) => ligne[name] ?? ''));
  const { superieur } = modele;
  const schools = superieur.ecoles;
  for (const school of schools) {
    for (const diplome of superieur.diplomesDe(school)) {
      for (const annee of PROMOTIONS) yield write(omogenRow(modele, school, diplome, annee));
    }
  }
  const first = schools[0];
  if (!first) return;
  yield write(omogenRow(modele, first, SISE_FICTIF, 2023));
  // The same diploma under a second discipline: the first row read must win (RULES § 16.1).
  const [diplome] = superieur.diplomesDe(first);
  if (diplome)
    yield write({
      ...omogenRow(modele, first, diplome, 2023),
      discipline: 'Pluridisciplinaire sciences',
    });
  yield write({ ...omogenRow(modele, first, SISE_FICTIF, 2022), diplome: SISE_INCONNU, libelle_diplome: 'INCONNU' });
}
