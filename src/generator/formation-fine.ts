import { isContredit } from './anomalies.ts';
import { anneeOf, diplomeOf, libelleInserJeunes } from './diplomes.ts';
import { cumulOf, nameIn, regionLabel, schoolsOf } from './donnees-ouvertes.ts';
import type { Etablissement } from './etablissements.ts';
import { quoted, withDecimal } from './fichier-brut.ts';
import { type IndicateursPublies, publish } from './indicateurs-publies.ts';
import type { Modele } from './modele.ts';
import { codeOf, type Cours } from './offre.ts';
import { createRandom } from './random.ts';

const ENTETE_FORMATION_FINE =
  'Année;UAI;Libellé;Région;Type diplome;Code formation mefstat11;Libellé formation;Durée formation;Diplôme rénové ou nouveau;' +
  'DEVENIR Part poursuite études;DEVENIR Part en emploi 6 mois;DEVENIR Part autre situation 6 mois;Taux poursuite études;' +
  'Taux emploi 6 mois;Taux emploi 12 mois;Taux emploi 18 mois;Taux emploi 24 mois';

/** Cumuls published at this grain; the older ones are left out to keep the folder small. */
const CUMULS_FORMATION_FINE = [2022, 2023, 2024] as const;

/** MC5 and MC3 are the same level before and after its renaming (FACTS § 1). */
const typeIn = (type: string, annee: number): string => (type === 'MC3' && annee <= 2022 ? 'MC5' : type);

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

/** `fr-en-inserjeunes-lycee_pro-formation-fine`: rates by school and final-year MEFSTAT11, no headcount. */
export function* formationFineLines(modele: Modele): Generator<string> {
  yield ENTETE_FORMATION_FINE;
  for (const annee of CUMULS_FORMATION_FINE) {
    for (const [rank, school] of schoolsOf(modele, 'lycee').entries()) {
      const fiches = modele.fichesOf({ uai: school.uai }, [annee - 1, annee]);
      for (const { code, cours } of coursPublies(modele, school.uai, annee)) {
        const fiche = fiches.find((candidate) => candidate.code === code && candidate.voie === 'pro');
        if (!fiche) continue;
        const random = createRandom(modele.seed, 'fine', school.uai, code, annee);
        const found = publish(fiche.cohorte, random);
        const parts = random.chance(0.7) ? found.parts : null;
        yield formationFineLine(school, annee, cours, code, { ...found, parts: contradict(parts, rank, annee) });
      }
    }
  }
}

function contradict(parts: IndicateursPublies['parts'], rank: number, annee: number): IndicateursPublies['parts'] {
  if (!parts || !isContredit(rank, annee) || parts.autre < 3) return parts;
  return { ...parts, emploi: parts.emploi + 3, autre: parts.autre - 3 };
}

/** The version of the diploma that has this code. */
function versionOf(cours: Cours, code: string, annee: number) {
  const diplome = [annee, annee - 1].map((year) =>
    codeOf(cours, year) === code ? diplomeOf(cours.lignee, year) : undefined,
  );
  return diplome.find((found) => found !== undefined);
}

function formationFineLine(
  school: Etablissement,
  annee: number,
  cours: Cours,
  code: string,
  found: IndicateursPublies,
): string {
  const diplome = versionOf(cours, code, annee);
  if (!diplome) throw new Error(`no diploma for ${code}`);
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
    typeIn(diplome.type, annee),
    code,
    libelleInserJeunes(diplome),
    `en ${duree} an${duree > 1 ? 's' : ''}`,
    isNew ? 'oui' : 'non',
    ...rates.map(withDecimal),
  ]);
}
