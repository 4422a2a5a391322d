import { ANNEES, type Diplome } from './diplomes.ts';
import { DEMONSTRATION, type Echelle } from './echelle.ts';
import { addCohortes, type Cohorte, cohorteOf, COHORTE_VIDE } from './cohortes.ts';
import { buildEtablissements, type Etablissement, SANS_CHIFFRES } from './etablissements.ts';
import { buildOffre, type Cours } from './offre.ts';
import { compareText } from './random.ts';
import { buildSuperieur, type Superieur } from './superieur.ts';
import type { Voie } from './taux.ts';

/** One record of InserJeunes: a place, a track, a code, and one or two cohorts added up. */
export interface Fiche {
  voie: Voie;
  code: string;
  cohorte: Cohorte;
}

/** The whole fictional country. Everything else is a way of writing it down. */
export interface Modele {
  seed: number;
  echelle: Echelle;
  diplomes: readonly Diplome[];
  etablissements: readonly Etablissement[];
  cours: readonly Cours[];
  coursOf(uai: string): readonly Cours[];
  superieur: Superieur;
  /** Records of a school, a region (INSEE code) or France (`null` place) for the leavers of these years. */
  fichesOf(lieu: Lieu, annees: readonly number[]): Fiche[];
}

export type Lieu = { uai: string } | { region: string } | 'france';

function lieuxOf(cours: Cours): string[] {
  if (cours.region === SANS_CHIFFRES) return [];
  const region = cours.region === null ? [] : [`region ${cours.region}`];
  return [...(cours.uai === null ? [] : [`uai ${cours.uai}`]), ...region, 'france'];
}

const cleOf = (lieu: Lieu): string =>
  typeof lieu === 'string' ? lieu : 'uai' in lieu ? `uai ${lieu.uai}` : `region ${lieu.region}`;

/** Adds every cohort to its school, its region and France: the wider figure is always the sum of the narrower ones, or more. */
function addUp(seed: number, offre: readonly Cours[]): Map<string, Map<string, Fiche>> {
  const totals = new Map<string, Map<string, Fiche>>();
  for (const cours of offre) {
    for (const annee of ANNEES) {
      const drawn = cohorteOf(seed, cours, annee);
      if (!drawn) continue;
      for (const lieu of lieuxOf(cours)) {
        const place = `${lieu} ${annee}`;
        const fiches = totals.get(place) ?? new Map<string, Fiche>();
        totals.set(place, fiches);
        addTo(fiches, { voie: cours.voie, code: drawn.code, cohorte: drawn.cohorte });
      }
    }
  }
  return totals;
}

function addTo(fiches: Map<string, Fiche>, fiche: Fiche): void {
  const cle = `${fiche.voie} ${fiche.code}`;
  const known = fiches.get(cle)?.cohorte ?? COHORTE_VIDE;
  fiches.set(cle, { ...fiche, cohorte: addCohortes(known, fiche.cohorte) });
}

/** Same seed and same scale, same country. */
export function buildModele(seed: number, echelle: Echelle = DEMONSTRATION): Modele {
  const etablissements = buildEtablissements(seed, echelle);
  const cours = [...buildOffre(seed, echelle, etablissements)];
  const totals = addUp(seed, cours);
  const byUai = Map.groupBy(cours, (item) => item.uai);
  return {
    seed,
    echelle,
    diplomes: echelle.diplomes,
    etablissements,
    cours,
    superieur: buildSuperieur(seed, echelle, etablissements),
    coursOf: (uai) => byUai.get(uai) ?? [],
    fichesOf(lieu, annees) {
      const added = new Map<string, Fiche>();
      for (const annee of annees) {
        for (const fiche of totals.get(`${cleOf(lieu)} ${annee}`)?.values() ?? []) addTo(added, fiche);
      }
      return [...added.values()].sort(
        (left, right) => compareText(left.voie, right.voie) || compareText(left.code, right.code),
      );
    },
  };
}
