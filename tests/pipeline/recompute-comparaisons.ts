import type { Fiche } from '../../src/domain/fiche.ts';
import type { Formation, Voie } from '../../src/domain/formation.ts';
import type { Comparaison, Lecture } from '../../src/domain/lecture.ts';

/** PRODUCT §§ 4.4, 4.10, 4.11 and docs/decisions/0010 over again, from the published files of formations alone. */

interface Comparee {
  formation: Formation;
  code: string;
  parts: NonNullable<Fiche['parts']>;
  effectif: number;
}
/** By place, track and millésime, then by formation. */
type Comparees = Map<string, Map<string, Comparee>>;

const placeDe = (
  { filiere }: Voie,
  { maille, region, millesime }: Pick<Fiche, 'maille' | 'region' | 'millesime'>,
): string => [filiere, maille, region, millesime].join(' ');

function compareesDe(formations: readonly Formation[]): Comparees {
  const places: Comparees = new Map();
  for (const formation of formations)
    for (const voie of formation.voies)
      for (const { parts, donnee_source, nb_annee_term: effectif = -1, ...fiche } of voie.fiches) {
        if (parts === null || donnee_source !== undefined) continue;
        const place = places.get(placeDe(voie, fiche)) ?? new Map<string, Comparee>();
        places.set(placeDe(voie, fiche), place);
        const code = voie.code_certification;
        const other = place.get(formation.code);
        const isLarger =
          other === undefined || effectif > other.effectif || (effectif === other.effectif && code < other.code);
        if (isLarger) place.set(formation.code, { formation, code, parts, effectif });
      }
  return places;
}

/** The Wilson score interval in its other form, in points. */
function wilson(part: number, n: number): [low: number, high: number] {
  const [p, z] = [part / 100, 1.959964];
  const root = z * Math.sqrt(z * z + 4 * n * p * (1 - p));
  return [(2 * n * p + z * z - root) / (2 * (n + z * z)), (2 * n * p + z * z + root) / (2 * (n + z * z))].map(
    (bound) => 100 * bound,
  ) as [number, number];
}

function situation(part: number, n: number | undefined, autres: number[]): Comparaison['emploi'] {
  const milieu = autres.sort((left, right) => left - right)[Math.floor((autres.length - 1) / 2)] ?? -1;
  if (n === undefined) return { milieu, position: null };
  const [low, high] = wilson(part, n);
  const below = autres.filter((autre) => autre < low - 1e-9).length / autres.length;
  const above = autres.filter((autre) => autre > high + 1e-9).length / autres.length;
  const name = (share: number): '9_sur_10' | '3_sur_4' | 'la_moitie' | undefined =>
    share >= 0.9 ? '9_sur_10' : share >= 0.75 ? '3_sur_4' : share >= 0.5 ? 'la_moitie' : undefined;
  const [higher, lower] = [name(below), name(above)];
  if (higher !== undefined) return { milieu, position: `plus_haut_que_${higher}` };
  return { milieu, position: lower === undefined ? null : `plus_bas_que_${lower}` };
}

const ensemble = ({ parts }: Pick<Comparee, 'parts'>): number => parts.emploi + parts.formation;

/** `famille`, `specialite` or neither. */
function rapport(left: Formation, right: Formation): 'famille' | 'specialite' | undefined {
  if (left.famille !== undefined && left.famille.code === right.famille?.code) return 'famille';
  const isSame =
    left.groupe_specialite !== undefined &&
    left.diplome !== undefined &&
    left.groupe_specialite.code === right.groupe_specialite?.code &&
    left.diplome.code === right.diplome?.code;
  return isSame ? 'specialite' : undefined;
}

function prochesDe(
  formation: Formation,
  source: string,
  parts: Comparee['parts'],
  place: Map<string, Comparee>,
): string[] {
  return [...place.values()]
    .flatMap((autre) => ({ autre, genre: rapport(formation, autre.formation) ?? '' }))
    .filter(
      ({ autre, genre }) =>
        genre !== '' &&
        ![formation.code, source].includes(autre.formation.code) &&
        !autre.formation.est_fermee &&
        autre.formation.famille?.est_annee_commune !== true &&
        ensemble(autre) - ensemble({ parts }) >= 5,
    )
    .sort(
      (left, right) =>
        left.genre.localeCompare(right.genre) ||
        ensemble(right.autre) - ensemble(left.autre) ||
        (left.autre.formation.code < right.autre.formation.code ? -1 : 1),
    )
    .slice(0, 5)
    .map(({ autre, genre }) => `${genre} ${autre.code}`);
}

type Attendue = Pick<Lecture, 'comparaison'> & { place: string; proches: string[] };

/** What the reading of one record must say; `published`: what it says. */
export function* lecturesRecalculees(
  formations: readonly Formation[],
): Generator<{ published: Attendue; expected: Attendue }> {
  const places = compareesDe(formations);
  for (const formation of formations)
    for (const voie of formation.voies)
      for (const lecture of voie.lectures) {
        const key = placeDe(voie, lecture);
        const place = places.get(key) ?? new Map<string, Comparee>();
        const fiche = voie.fiches.find((candidate) => placeDe(voie, candidate) === key);
        if (!fiche?.parts) throw new Error(`no record to read: ${formation.code} ${key}`);
        const { parts, donnee_source: copie, nb_annee_term: n } = fiche;
        const source =
          copie === undefined ? formation.code : (formation.origines?.[copie.code_certification]?.code ?? '');
        const duType = new Map([...place].filter(([, autre]) => autre.formation.type.slug === formation.type.slug));
        const comparees = [...duType.values()];
        const comparaison =
          duType.size < 10 || !duType.has(source)
            ? undefined
            : {
                nombre: duType.size,
                emploi: situation(
                  parts.emploi,
                  n,
                  comparees.map((autre) => autre.parts.emploi),
                ),
                formation: situation(
                  parts.formation,
                  n,
                  comparees.map((autre) => autre.parts.formation),
                ),
              };
        const published = (lecture.proches ?? []).map((proche) => `${proche.rapport} ${proche.code_certification}`);
        yield {
          published: { place: `${formation.code} ${key}`, comparaison: lecture.comparaison, proches: published },
          expected: {
            place: `${formation.code} ${key}`,
            comparaison,
            proches: prochesDe(formation, source, parts, place),
          },
        };
      }
}
