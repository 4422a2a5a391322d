import { getRegion } from '../domain/regions.ts';
import { anomaliesEtablissement, anomaliesNationales } from './anomalies.ts';
import { sortantsOf } from './cohortes.ts';
import { repartirCohorte } from './indicateurs-publies.ts';
import { REGIONS_FICTIVES } from './echelle.ts';
import { SANS_CHIFFRES } from './etablissements.ts';
import { plain } from './fichier-brut.ts';
import type { Fiche, Modele } from './modele.ts';
import { createRandom, type Random } from './random.ts';
import { salairesOf } from './salaires.ts';
import { pct, type Voie } from './taux.ts';

export type Mesure = readonly [id: string, valeur: number];

export const FILIERES: Record<Voie, string> = {
  apprentissage: 'apprentissage',
  pro: 'voie_pro_sco_educ_nat',
  agricole: 'voie_pro_sco_agri',
};

/** Last leaving years of the five millésimes: `2024` alone for France, `2023_2024` for regions and schools. */
export const MILLESIMES = [2020, 2021, 2022, 2023, 2024] as const;
export const pairOf = (annee: number): string => `${annee - 1}_${annee}`;

/** 18 and 24 months come late: absent from the last two millésimes (FACTS § 1). */
export const horizonsOf = (annee: number): readonly (6 | 12 | 18 | 24)[] => (annee <= 2022 ? [6, 12, 18, 24] : [6, 12]);
/** The shares of all pupils exist from the cumul 2020-2021 on (FACTS § 1). */
export const hasDevenir = (annee: number): boolean => annee >= 2021;

const SEUIL = 20;

/** The raw counts of a record, even under the threshold: hiding them is the work of the build (RULES § 21). */
function* effectifs(fiche: Fiche, annee: number, random: Random): Generator<Mesure> {
  const { cohorte } = fiche;
  yield ['nb_annee_term', cohorte.term];
  // The API leaves it out at times: it can be derived (RULES § 3).
  if (!random.chance(0.35)) yield ['nb_sortant', sortantsOf(cohorte)];
  yield ['nb_poursuite_etudes', cohorte.poursuite];
  // Nobody left: the counts of employment are absent and mean 0 (RULES § 3).
  if (cohorte.poursuite === cohorte.term) return;
  for (const mois of horizonsOf(annee)) yield [`nb_en_emploi_${mois}_mois`, cohorte[`emploi${mois}`]];
}

function* devenir(fiche: Fiche): Generator<Mesure> {
  const shares = repartirCohorte(fiche.cohorte);
  yield ['DEVENIR_part_poursuite_etudes', shares.formation];
  yield ['DEVENIR_part_en_emploi_6_mois', shares.emploi];
  yield ['DEVENIR_part_autre_situation_6_mois', shares.autre];
}

/** Shares are missing now and then; under the threshold they are mostly, not always, left out by the source. */
const showsDevenir = (fiche: Fiche, annee: number, random: Random): boolean =>
  hasDevenir(annee) && random.chance(fiche.cohorte.term < SEUIL ? 0.3 : 0.88);

function* ruptures(fiche: Fiche, probability: number, random: Random): Generator<Mesure> {
  const { term, ruptures: broken } = fiche.cohorte;
  if (fiche.voie === 'apprentissage' && term >= SEUIL && random.chance(probability)) {
    yield ['taux_rupture_contrats', pct(broken, term)];
  }
}

function* tauxNationaux({ cohorte }: Fiche): Generator<Mesure> {
  if (cohorte.term >= SEUIL) yield ['taux_poursuite_etudes', pct(cohorte.poursuite, cohorte.term)];
  const leavers = sortantsOf(cohorte);
  if (leavers >= SEUIL) yield ['taux_emploi_6_mois', pct(cohorte.emploi6, leavers)];
}

const codeCells = (fiche: Fiche): [string, string] =>
  fiche.voie === 'apprentissage' ? [fiche.code, ''] : ['', fiche.code];

export function* nationalLines(modele: Modele): Generator<string> {
  yield 'millesime;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
  for (const annee of MILLESIMES) {
    for (const fiche of modele.fichesOf('france', [annee]).filter(({ voie }) => voie !== 'agricole')) {
      const random = createRandom(modele.seed, 'api', 'france', annee, fiche.voie, fiche.code);
      const mesures = [
        ...effectifs(fiche, annee, random),
        ...(showsDevenir(fiche, annee, random) ? devenir(fiche) : []),
        ...tauxNationaux(fiche),
        ...ruptures(fiche, 1, random),
        ...salairesOf(modele.seed, fiche, annee),
      ];
      for (const mesure of mesures) yield plain([annee, FILIERES[fiche.voie], ...codeCells(fiche), ...mesure]);
    }
  }
  yield* anomaliesNationales();
}

/** The agricultural track slips into the answers of two regions; the build drops it there (RULES § 2). */
const REGIONS_AVEC_AGRICOLE = ['53', '75'];

export function* regionalLines(modele: Modele): Generator<string> {
  yield 'millesime;code_region_academique;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
  for (const annee of MILLESIMES) {
    for (const region of REGIONS_FICTIVES.filter((code) => code !== SANS_CHIFFRES)) {
      const academic = getRegion(region).code_region_academique;
      for (const fiche of modele.fichesOf({ region }, [annee - 1, annee])) {
        if (fiche.voie === 'agricole' && !REGIONS_AVEC_AGRICOLE.includes(region)) continue;
        const random = createRandom(modele.seed, 'api', region, annee, fiche.voie, fiche.code);
        const mesures = [
          ...effectifs(fiche, annee, random),
          ...(showsDevenir(fiche, annee, random) ? devenir(fiche) : []),
          ...ruptures(fiche, 0.6, random),
        ];
        const start = [pairOf(annee), academic, FILIERES[fiche.voie], ...codeCells(fiche)];
        for (const mesure of mesures) yield plain([...start, ...mesure]);
      }
    }
  }
}

/** The track is said only where the code cannot tell it: otherwise it is inferred (FORMATS § 3). */
export function* etablissementLines(modele: Modele): Generator<string> {
  yield 'millesime;uai;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure';
  for (const { uai } of modele.etablissements.filter(({ estDansLApi }) => estDansLApi)) {
    for (const annee of MILLESIMES) {
      for (const fiche of modele.fichesOf({ uai }, [annee - 1, annee])) {
        const random = createRandom(modele.seed, 'api', uai, annee, fiche.voie, fiche.code);
        const filiere = fiche.voie === 'agricole' ? FILIERES.agricole : '';
        const mesures = [
          ...effectifs(fiche, annee, random),
          ...(showsDevenir(fiche, annee, random) ? devenir(fiche) : []),
          ...ruptures(fiche, 0.4, random),
        ];
        for (const mesure of mesures) yield plain([pairOf(annee), uai, filiere, ...codeCells(fiche), ...mesure]);
      }
    }
  }
  yield* anomaliesEtablissement(modele);
}
