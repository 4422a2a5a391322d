import { estRepris } from '../../domain/selection.ts';
import { listeSchema, sommaireSchema, type Liste, type ResumeFormation, type Rubrique } from '../../domain/listes.ts';
import { NIVEAUX, niveauDeRubrique, type TypeDiplome } from '../../domain/types-diplome.ts';
import type { Contexte } from './contexte.ts';
import type { Identite } from './identites.ts';
import { writeJson } from './write.ts';

interface Heading {
  slug: string;
  titre: string;
}

/** Writes the browse lists, `diplomes/{type}.json`, `domaines/{slug}.json`, `familles/{slug}.json`, and `formations.json`. */
export function writeListes(contexte: Contexte): void {
  const identites = [...contexte.identites.values()];
  const types = writeGenre(contexte, 'diplome', identites, ({ type }) => ({ slug: type.slug, titre: type.nom }));
  const domaines = writeGenre(contexte, 'domaine', identites, ({ domaine }) =>
    domaine?.slug === undefined ? undefined : { slug: domaine.slug, titre: domaine.libelle },
  );
  const familles = writeGenre(contexte, 'famille', identites, ({ famille }) =>
    famille?.slug === undefined ? undefined : { slug: famille.slug, titre: famille.libelle },
  );
  const bySlug = new Map(types.map((rubrique) => [rubrique.slug, rubrique]));
  const niveaux = grouperParNiveau(contexte, [...contexte.resumes.values()]).map(({ code, libelle, types: group }) => ({
    code,
    libelle,
    types: group.flatMap(({ slug }) => bySlug.get(slug) ?? []),
  }));
  writeJson(contexte.effects, 'formations.json', sommaireSchema, { ...contexte.entete, niveaux, domaines, familles });
}

function writeGenre(
  contexte: Contexte,
  genre: Liste['genre'],
  identites: Identite[],
  headingOf: (identite: Identite) => Heading | undefined,
): Rubrique[] {
  const groups = Map.groupBy(identites, (identite) => headingOf(identite)?.slug);
  const rubriques = [...groups].flatMap(([slug, members]) => {
    const heading = members[0] && headingOf(members[0]);
    if (slug === undefined || heading === undefined) return [];
    const resumes = members.flatMap(({ code }) => contexte.resumes.get(code) ?? []);
    const propres = resumes.filter(({ est_fermee, cartes }) => !estRepris(est_fermee, cartes));
    const formations = sortByTitle(propres.length > 0 ? propres : resumes);
    const communes = members.filter(({ famille }) => famille?.est_annee_commune);
    const liste: Liste = {
      ...contexte.entete,
      genre,
      slug,
      titre: heading.titre,
      ...(genre === 'famille'
        ? { annees_communes: communes.map(({ code, titre, slug: page }) => ({ code, libelle: titre, slug: page })) }
        : {}),
      formations,
    };
    writeJson(contexte.effects, `${genre}s/${slug}.json`, listeSchema, liste);
    const nb_avec_chiffres = formations.filter(({ absence }) => absence === undefined).length;
    return [{ slug, libelle: heading.titre, nb_formations: formations.length, nb_avec_chiffres }];
  });
  return rubriques.sort((left, right) => left.libelle.localeCompare(right.libelle, 'fr'));
}

interface GroupeDeNiveau {
  code: string;
  libelle: string;
  types: (TypeDiplome & { formations: ResumeFormation[] })[];
}

/** Formations by level (nearest to school age first) then by diploma type, the types with most figures first. */
export function grouperParNiveau(contexte: Contexte, formations: ResumeFormation[]): GroupeDeNiveau[] {
  const identiteOf = ({ code }: ResumeFormation): Identite | undefined => contexte.identites.get(code);
  const byNiveau = Map.groupBy(formations, (resume) =>
    niveauDeRubrique(resume.type, identiteOf(resume)?.diplome?.code),
  );
  return NIVEAUX.flatMap(({ code, libelle }) => {
    const members = byNiveau.get(code) ?? [];
    if (members.length === 0) return [];
    const byType = Map.groupBy(members, ({ type }) => type);
    const types = [...byType.values()].flatMap((group) => {
      const type = group[0] && identiteOf(group[0])?.type;
      return type === undefined ? [] : [{ ...type, formations: sortByTitle(group) }];
    });
    const shown = (group: ResumeFormation[]): number =>
      group.filter(({ cartes }) => cartes.some(({ parts }) => parts !== null)).length;
    types.sort(
      (left, right) =>
        shown(right.formations) - shown(left.formations) || left.libelle.localeCompare(right.libelle, 'fr'),
    );
    return [{ code, libelle, types }];
  });
}

function sortByTitle(formations: ResumeFormation[]): ResumeFormation[] {
  return formations.sort(
    (left, right) => left.titre.localeCompare(right.titre, 'fr') || (left.code < right.code ? -1 : 1),
  );
}
