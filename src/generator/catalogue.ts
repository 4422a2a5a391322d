import { getRegion } from '../domain/regions.ts';
import { type Diplome, diplomeOf } from './diplomes.ts';
import type { Etablissement } from './etablissements.ts';
import { quoted } from './fichier-brut.ts';
import type { Modele } from './modele.ts';
import type { Cours } from './offre.ts';
import { createRandom, type Random } from './random.ts';

/** Who teaches, who trains, who signs: `uai_formation`, `etablissement_formateur_uai`, `etablissement_gestionnaire_uai`. */
interface Roles {
  lieu: string;
  formateur: string;
  gestionnaire: string;
}

/**
 * The situations that the rules on roles tell apart (RULES § 15). Figures are always those of `uai`: it can be where one
 * is taught, the trainer of sites that have no figure of their own, or only the manager of others.
 */
function rolesOf(random: Random, uai: string, neighbours: readonly string[]): Roles[] {
  const alone: Roles = { lieu: uai, formateur: uai, gestionnaire: uai };
  const other = neighbours.length === 0 ? undefined : random.pick(neighbours);
  const draw = random.next();
  if (other === undefined || draw < 0.5) return [alone];
  if (draw < 0.65) return [{ ...alone, gestionnaire: other }];
  if (draw < 0.8) return [alone, { lieu: other, formateur: uai, gestionnaire: uai }];
  if (draw < 0.88) return [{ lieu: other, formateur: uai, gestionnaire: uai }];
  if (draw < 0.94) return [{ lieu: other, formateur: other, gestionnaire: uai }];
  return [{ lieu: '', formateur: uai, gestionnaire: 'null' }];
}

const ENTETE =
  'id;cfd;cfd_specialite;cfd_outdated;cfd_date_fermeture;intitule_long;intitule_court;diplome;niveau;libelle_court;nom_academie;' +
  'num_academie;code_postal;code_commune_insee;num_departement;region;localite;uai_formation;etablissement_formateur_uai;' +
  'etablissement_gestionnaire_uai;etablissement_gestionnaire_enseigne;published;catalogue_published';

const NIVEAUX: Record<string, string> = {
  '5': '3 (CAP...)',
  '4': '4 (BAC...)',
  '3': '5 (BTS, DEUST...)',
  '2': '6 (Licence, BUT...)',
};

function catalogueLine(
  rank: number,
  diplome: Diplome,
  roles: Roles,
  school: Etablissement,
  place: Etablissement,
): string {
  const region = getRegion(place.region);
  const academie = region.academies.find(({ code }) => code === place.ville.academie);
  return quoted([
    `fictif${String(rank).padStart(18, '0')}`,
    diplome.cfd,
    '',
    diplome.fermeture !== null && diplome.fermeture < '2026' ? 'true' : 'false',
    diplome.fermeture === null ? '' : `${diplome.fermeture}T00:00:00.000Z`,
    diplome.libelle,
    diplome.stat33,
    diplome.type,
    NIVEAUX[diplome.cfd.charAt(0)] ?? '',
    diplome.type,
    academie?.nom ?? '',
    // Not padded, unlike ACCE (FORMATS § 6).
    String(Number(place.ville.academie)),
    place.ville.code_postal,
    place.ville.insee,
    place.ville.departement,
    region.nom,
    place.ville.nom,
    roles.lieu,
    roles.formateur,
    roles.gestionnaire,
    school.nom,
    'true',
    'true',
  ]);
}

/** The diploma that apprentices enter today: the version of the last cohort, or the one that replaces it. */
function currentDiplome(cours: Cours, random: Random): Diplome | undefined {
  const diplome = diplomeOf(cours.lignee, 2024);
  const next = cours.lignee.diplomes.find(({ cfd }) => cfd === diplome?.nouveaux[0]);
  return next !== undefined && random.chance(0.6) ? next : diplome;
}

/** The apprenticeship catalogue, with the columns that FORMATS § 6 lists and that fit a demonstration. */
export function* catalogueLines(modele: Modele): Generator<string> {
  yield ENTETE;
  let rank = 0;
  const byUai = new Map(modele.etablissements.map((school) => [school.uai, school]));
  const byRegion = Map.groupBy(modele.etablissements, ({ region }) => region);
  for (const school of modele.etablissements) {
    const neighbours = (byRegion.get(school.region) ?? [])
      .filter((other) => other.uai !== school.uai && other.genre !== 'superieur')
      .map(({ uai }) => uai);
    for (const cours of modele.coursOf(school.uai).filter(({ voie }) => voie === 'apprentissage')) {
      const random = createRandom(modele.seed, 'catalogue', cours.cle);
      const diplome = currentDiplome(cours, random);
      if (!diplome) continue;
      for (const roles of rolesOf(random, school.uai, neighbours)) {
        rank += 1;
        yield catalogueLine(rank, diplome, roles, school, byUai.get(roles.lieu) ?? school);
      }
    }
  }
}
