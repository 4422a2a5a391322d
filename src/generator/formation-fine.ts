import { isContredit } from './anomalies.ts';
import { anneeOf, type Diplome, diplomeOf, libelleInserJeunes } from './diplomes.ts';
import type { Echelle } from './echelle.ts';
import { cumulOf, nameIn, regionLabel, schoolsOf } from './donnees-ouvertes.ts';
import type { Etablissement } from './etablissements.ts';
import { quoted, withDecimal } from './fichier-brut.ts';
import { type IndicateursPublies, publish } from './indicateurs-publies.ts';
import { hasDevenir } from './inserjeunes-api.ts';
import type { Modele } from './modele.ts';
import { codeOf, type Cours } from './offre.ts';
import { createRandom } from './random.ts';
import { retenu } from './repartition.ts';

const ENTETE_FORMATION_FINE =
  'Année;UAI;Libellé;Région;Type diplome;Code formation mefstat11;Libellé formation;Durée formation;Diplôme rénové ou nouveau;' +
  'DEVENIR Part poursuite études;DEVENIR Part en emploi 6 mois;DEVENIR Part autre situation 6 mois;Taux poursuite études;' +
  'Taux emploi 6 mois;Taux emploi 12 mois;Taux emploi 18 mois;Taux emploi 24 mois';

/** MC5 and MC3 are the same level before and after its renaming (FACTS § 1). */
const typeIn = ({ formationFine }: Echelle, type: string, annee: number): string =>
  type === 'MC3' && annee < formationFine.premiereAnneeMC3 ? 'MC5' : type;

function* coursPublies(modele: Modele, uai: string, annee: number): Generator<{ code: string; cours: Cours }> {
  const seen = new Set<string>();
  for (const cours of modele.coursOf(uai).filter(({ voie }) => voie === 'pro')) {
    for (const year of [annee - 1, annee]) {
      const code = codeOf(cours, year);
      if (code === undefined || seen.has(code)) continue;
      seen.add(code);
      yield { code, cours };
    }
  }
}

interface Rangee {
  annee: number;
  school: Etablissement;
  rank: number;
  code: string;
  cours: Cours;
  diplome: Diplome;
  type: string;
}

/** Every course of every lycée and cumul, before any figure is drawn. */
function* rangees(modele: Modele): Generator<Rangee> {
  const { echelle } = modele;
  const schools = schoolsOf(modele, 'lycee');
  for (const annee of echelle.formationFine.cumuls) {
    for (const [rank, school] of schools.entries()) {
      for (const { code, cours } of coursPublies(modele, school.uai, annee)) {
        const diplome = versionOf(cours, code, annee);
        yield { annee, school, rank, code, cours, diplome, type: typeIn(echelle, diplome.type, annee) };
      }
    }
  }
}

/** When the country must have so many rows of a type, those that are too many are left out evenly: real schools do not answer for every course. */
function* rangeesRetenues(modele: Modele): Generator<Rangee> {
  const { lignes } = modele.echelle.formationFine;
  const totals = new Map<string, number>();
  if (lignes) for (const { type } of rangees(modele)) totals.set(type, (totals.get(type) ?? 0) + 1);
  const ranks = new Map<string, number>();
  for (const rangee of rangees(modele)) {
    const { type } = rangee;
    const rank = ranks.get(type) ?? 0;
    ranks.set(type, rank + 1);
    if (!lignes || retenu(rank, lignes[type] ?? 0, totals.get(type) ?? 0)) yield rangee;
  }
}

/** `fr-en-inserjeunes-lycee_pro-formation-fine`: rates by school and final-year MEFSTAT11, no headcount. */
export function* formationFineLines(modele: Modele): Generator<string> {
  yield ENTETE_FORMATION_FINE;
  const fichesOf = keepLast((uai: string, annee: number) => modele.fichesOf({ uai }, [annee - 1, annee]));
  for (const rangee of rangeesRetenues(modele)) {
    const { annee, school, rank, code } = rangee;
    const fiche = fichesOf(school.uai, annee).find((candidate) => candidate.code === code && candidate.voie === 'pro');
    if (!fiche) continue;
    const random = createRandom(modele.seed, 'fine', school.uai, code, annee);
    const found = publish(fiche.cohorte, random);
    const parts = random.chance(0.7) && hasDevenir(annee) ? found.parts : null;
    yield formationFineLine(rangee, { ...found, parts: contradict(parts, rank, annee) });
  }
}

/** Rows of a school follow each other: its records are read once. */
function keepLast<T>(read: (uai: string, annee: number) => T): (uai: string, annee: number) => T {
  let last: { key: string; value: T } | undefined;
  return (uai, annee) => {
    const key = `${uai} ${annee}`;
    if (last?.key !== key) last = { key, value: read(uai, annee) };
    return last.value;
  };
}

function contradict(parts: IndicateursPublies['parts'], rank: number, annee: number): IndicateursPublies['parts'] {
  if (!parts || !isContredit(rank, annee) || parts.autre < 3) return parts;
  return { ...parts, emploi: parts.emploi + 3, autre: parts.autre - 3 };
}

/** The version of the diploma that has this code. */
function versionOf(cours: Cours, code: string, annee: number): Diplome {
  const year = [annee, annee - 1].find((candidate) => codeOf(cours, candidate) === code);
  const diplome = year === undefined ? undefined : diplomeOf(cours.lignee, year);
  if (!diplome) throw new Error(`no diploma for ${code}`);
  return diplome;
}

function formationFineLine(rangee: Rangee, found: IndicateursPublies): string {
  const { school, annee, cours, code, diplome, type } = rangee;
  const isNew = annee - anneeOf(diplome.ouverture) <= 4;
  const duree = cours.enUnAn ? 1 : Number(code.charAt(3));
  const late = annee <= 2022;
  const rates: (number | null)[] = [
    found.parts?.formation ?? null,
    found.parts?.emploi ?? null,
    found.parts?.autre ?? null,
    found.poursuite,
    found.emploi6,
    found.emploi12,
    late ? found.emploi18 : null,
    late ? found.emploi24 : null,
  ];
  return quoted([
    cumulOf(annee),
    school.uai,
    nameIn(school, annee),
    regionLabel(school),
    type,
    code,
    libelleInserJeunes(diplome),
    `en ${duree} an${duree > 1 ? 's' : ''}`,
    isNew ? 'oui' : 'non',
    ...rates.map(withDecimal),
  ]);
}
