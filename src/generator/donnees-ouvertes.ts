import { getRegion } from '../domain/regions.ts';
import { uaisMalEcrits } from './anomalies.ts';
import { addCohortes, type Cohorte, COHORTE_VIDE } from './cohortes.ts';
import { capitals } from './diplomes.ts';
import { type Etablissement, SANS_CHIFFRES } from './etablissements.ts';
import { type Cellule, orNd, quoted, textQuoted, withDecimal } from './fichier-brut.ts';
import { type IndicateursPublies, publish } from './indicateurs-publies.ts';
import { hasDevenir } from './inserjeunes-api.ts';
import type { Modele } from './modele.ts';
import { compareText, createRandom } from './random.ts';
import type { Voie } from './taux.ts';

/** The six cumuls of the open data, by last leaving year. */
const CUMULS = [2019, 2020, 2021, 2022, 2023, 2024] as const;
export const cumulOf = (annee: number): string => `cumul ${annee - 1}-${annee}`;

/** Public lycées are renamed from year to year: the first two cumuls have the former name. */
export const nameIn = (school: Etablissement, annee: number): string => (annee <= 2020 ? school.nomAncien : school.nom);
export const regionLabel = (school: Etablissement): string => capitals(getRegion(school.region).nom);

export function schoolsOf(modele: Modele, genre: Etablissement['genre']): Etablissement[] {
  return modele.etablissements
    .filter((school) => school.genre === genre && school.region !== SANS_CHIFFRES)
    .sort((left, right) => compareText(left.uai, right.uai));
}

/** All the pupils of a school in some tracks, two cohorts together. */
function cohorteDe(modele: Modele, uai: string, annee: number, voies: readonly Voie[]): Cohorte {
  return modele
    .fichesOf({ uai }, [annee - 1, annee])
    .filter(({ voie }) => voies.includes(voie))
    .reduce<Cohorte>((sum, fiche) => addCohortes(sum, fiche.cohorte), COHORTE_VIDE);
}

function indicateurs(modele: Modele, uai: string, annee: number, voies: readonly Voie[]): IndicateursPublies {
  const random = createRandom(modele.seed, 'ouvert', uai, annee, voies.join());
  return publish(cohorteDe(modele, uai, annee, voies), random);
}

/* ------------------------------------------------------------------------------------------ CFA */

const ENTETE_CFA =
  'Année;UAI;Libellé;Région;DEVENIR Part poursuite études;DEVENIR Part en emploi 6 mois;DEVENIR Part autre situation 6 mois;' +
  'Part contrats apprentissage interrompus;Taux poursuite études;Taux emploi 6 mois;Taux emploi 6 mois attendu;VA emploi 6 mois;' +
  'Taux emploi 12 mois;Taux emploi 18 mois;Taux emploi 24 mois;num_ligne';

/** CFA of a cumul. */
const cfaDe = (modele: Modele, annee: number): Etablissement[] =>
  schoolsOf(modele, 'cfa').filter(({ cumuls: [premier, dernier] }) => premier <= annee && annee <= dernier);

/** `fr-en-inserjeunes-cfa`: decimals everywhere but on broken contracts, which the first cumul alone has (SOURCES § A). */
export function* cfaLines(modele: Modele): Generator<string> {
  yield ENTETE_CFA;
  let rank = 10_000;
  const misspelt = uaisMalEcrits(modele).at(-1) ?? '';
  for (const annee of [...CUMULS].reverse()) {
    for (const school of cfaDe(modele, annee)) {
      rank += 1;
      yield cfaLine(school.uai, school, annee, rank, indicateurs(modele, school.uai, annee, ['apprentissage']));
      if (annee !== 2023 || !misspelt.startsWith(school.uai.slice(0, 7))) continue;
      rank += 1;
      yield cfaLine(misspelt, school, annee, rank, indicateurs(modele, school.uai, annee, ['apprentissage']));
    }
  }
}

function cfaLine(uai: string, school: Etablissement, annee: number, rank: number, found: IndicateursPublies): string {
  const parts = hasDevenir(annee) ? found.parts : null;
  const late = annee <= 2022;
  const cells = [
    parts?.formation ?? null,
    parts?.emploi ?? null,
    parts?.autre ?? null,
    annee === 2019 ? found.interrompus : null,
    found.poursuite,
    found.emploi6,
    found.attendu,
    found.valeurAjoutee,
    found.emploi12,
    late ? found.emploi18 : null,
    late ? found.emploi24 : null,
  ].map((value, index) => (index === 3 ? value : withDecimal(value)));
  return quoted([cumulOf(annee), uai, nameIn(school, annee), regionLabel(school), ...cells, withDecimal(rank)]);
}

/* --------------------------------------------------------------------------------- whole lycées */

const PERIMETRES: readonly (readonly [libelle: string, voies: readonly Voie[]])[] = [
  ['ensemble', ['pro', 'apprentissage']],
  ['dont apprentis', ['apprentissage']],
  ['dont élèves en voie pro sco', ['pro']],
];

interface LigneDeLycee {
  school: Etablissement;
  perimetre: string;
  found: IndicateursPublies;
}

/** One line a lycée, and two more when it also has apprentices (SOURCES § B). */
function* lignesDeLycees(modele: Modele, annee: number): Generator<LigneDeLycee> {
  for (const school of schoolsOf(modele, 'lycee')) {
    for (const [perimetre, voies] of school.aDesApprentis ? PERIMETRES : PERIMETRES.slice(0, 1)) {
      yield { school, perimetre, found: indicateurs(modele, school.uai, annee, voies) };
    }
  }
}

/** `fr-en-inserjeunes-lycee_pro`, with the technical names of its columns and `nd` where the recent DEPP tables have it. */
export function* lyceeLines(modele: Modele): Generator<string> {
  yield (
    'annee;uai;libelle;region;dont_apprentis_en_eple;taux_poursuite_etudes;taux_emploi_6_mois;taux_emploi_6_mois_attendu;' +
    'va_emploi_6_mois;part_en_poursuite_d_etudes;part_en_emploi_6_mois_apres_la_sortie;part_des_autres_situations'
  );
  for (const annee of [2021, 2022, 2023, 2024]) {
    for (const { school, perimetre, found } of lignesDeLycees(modele, annee)) {
      const { parts } = found;
      const rates = [found.poursuite, found.emploi6, found.attendu, found.valeurAjoutee];
      const shares = [parts?.formation ?? null, parts?.emploi ?? null, parts?.autre ?? null];
      const identity: Cellule[] = [cumulOf(annee), school.uai, nameIn(school, annee), regionLabel(school), perimetre];
      yield quoted([...identity, ...[...rates, ...shares].map(orNd)]);
    }
  }
}

const ENTETE_DEPP = `"n°UAI de l'établissement";"Libellé de l'établissement";"Région";;;"Taux";"Taux attendu";"Valeur ajoutée";`;

/** First presentation of the DEPP (2018-2019): eleven columns, five of them without a name (SOURCES § B). */
export function* deppPro2019Lines(modele: Modele): Generator<string> {
  yield `${ENTETE_DEPP};;`;
  for (const { school, perimetre, found } of lignesDeLycees(modele, 2019)) {
    yield textQuoted([
      school.uai,
      nameIn(school, 2019),
      regionLabel(school),
      perimetre,
      found.poursuite,
      found.emploi6,
      found.attendu,
      found.valeurAjoutee,
      found.emploi12,
      found.emploi18,
      found.emploi24,
    ]);
  }
}

/** Second presentation (2019-2020): nine columns, the fourth one empty in the tables on apprenticeship. */
export function* deppApprentissage2020Lines(modele: Modele): Generator<string> {
  yield ENTETE_DEPP;
  for (const school of cfaDe(modele, 2020)) {
    const found = indicateurs(modele, school.uai, 2020, ['apprentissage']);
    const { poursuite, emploi6, attendu, valeurAjoutee, emploi12 } = found;
    const identity = [school.uai, nameIn(school, 2020), regionLabel(school), null];
    yield textQuoted([...identity, poursuite, emploi6, attendu, valeurAjoutee, emploi12]);
  }
}
