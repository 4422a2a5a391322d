import type { Lien } from '../../domain/formation.ts';
import type { Filiere } from '../../domain/fiche.ts';
import { NOMS_DES_VOIES } from '../../domain/phrases.ts';
import { documentsDeRechercheSchema, LIEU_FRANCE, type DocumentDeRecherche } from '../../domain/recherche.ts';
import { getRegion, REGIONS } from '../../domain/regions.ts';
import { synonymesDe } from '../../domain/synonymes.ts';
import { NIVEAUX, niveauDeRubrique } from '../../domain/types-diplome.ts';
import { capitalize } from '../../lib/format-leger.ts';
import { urls } from '../../lib/urls.ts';
import { writeChiffres } from './chiffres-recherche.ts';
import type { Contexte } from './contexte.ts';
import type { Identite } from './identites.ts';
import { writeJson } from './write.ts';

const NIVEAU_PAR_CODE = new Map(NIVEAUX.map(({ code, libelle }) => [code, libelle]));

const NATURES: Record<string, string> = { lycee: 'Lycée', cfa: 'CFA', superieur: 'Supérieur', autre: 'Établissement' };

/** Writes `recherche.json`: one record for each page that a search can lead to; and the figures of France that its results show. */
export function writeRecherche(contexte: Contexte): void {
  const documents = [
    ...[...contexte.identites.values()].map((identite) => toDocument(contexte, identite)),
    ...[...contexte.etablissements.values()].map(toEtablissement),
    ...REGIONS.map(({ code, nom, slug }): DocumentDeRecherche => ({
      url: urls.region(slug),
      genre: 'region',
      titre: nom,
      precision: 'Région',
      mots: [],
      codes: [code],
      filtres: { genre: ['Régions'] },
    })),
    ...toRubriques(contexte),
  ];
  writeJson(contexte.effects, 'recherche.json', documentsDeRechercheSchema, { ...contexte.entete, documents });
  writeChiffres(contexte, LIEU_FRANCE, contexte.resumes.values());
}

function toDocument(contexte: Contexte, identite: Identite): DocumentDeRecherche {
  const { code, slug, titre, type, libelle_officiel, domaine, famille, diplome } = identite;
  const { regions, filieres } = contexte.couverture.get(code) ?? {
    regions: new Set<string>(),
    filieres: new Set<Filiere>(),
  };
  const mots = contexte.mots.get(code) ?? { anciens: [], codes: [code] };
  const niveau = NIVEAU_PAR_CODE.get(niveauDeRubrique(type.slug, diplome?.code));
  return {
    url: urls.formation(slug),
    genre: 'formation',
    titre,
    precision: type.nom,
    mots: [
      ...new Set([
        libelle_officiel,
        ...mots.anciens,
        ...synonymesDe([titre, ...mots.anciens]),
        ...(famille ? [famille.libelle] : []),
        ...(domaine ? [domaine.libelle] : []),
      ]),
    ],
    codes: mots.codes,
    ...(contexte.resumes.get(code)?.est_fermee === true ? { est_fermee: true } : {}),
    filtres: withoutEmpty({
      genre: ['Formations'],
      type: [type.libelle],
      voie: [...filieres].map((filiere) => capitalize(NOMS_DES_VOIES[filiere])),
      region: [...regions].sort().map((region) => getRegion(region).nom),
      domaine: domaine ? [domaine.libelle] : [],
      famille: famille ? [famille.libelle] : [],
      niveau: niveau === undefined ? [] : [niveau],
    }),
  };
}

function toEtablissement(resume: ReturnType<Contexte['etablissements']['get']> & object): DocumentDeRecherche {
  const nature = NATURES[resume.nature] ?? 'Établissement';
  const region = resume.region === undefined ? undefined : getRegion(resume.region).nom;
  return {
    url: urls.etablissement(resume.uai),
    genre: 'etablissement',
    titre: resume.nom,
    precision: [nature, resume.commune, resume.departement, region].filter((part) => part !== undefined).join(', '),
    mots: [],
    codes: [resume.uai],
    filtres: withoutEmpty({ genre: ['Établissements'], region: region === undefined ? [] : [region] }),
  };
}

/** The browse pages: domains, diploma types, familles de métiers, each once. */
function toRubriques(contexte: Contexte): DocumentDeRecherche[] {
  const identites = [...contexte.identites.values()];
  return [
    ...toBrowsePages(
      identites.flatMap(({ domaine }) => domaine ?? []),
      'domaine',
      'Domaine',
      urls.domaine,
    ),
    ...toBrowsePages(
      identites.map(({ type }) => ({ code: type.slug, libelle: type.nom, slug: type.slug, mots: [type.libelle] })),
      'diplome',
      'Type de diplôme',
      urls.diplome,
    ),
    ...toBrowsePages(
      identites.flatMap(({ famille }) => famille ?? []),
      'famille',
      'Famille de métiers',
      urls.famille,
    ),
  ];
}

function toBrowsePages(
  liens: (Lien & { mots?: string[] })[],
  genre: DocumentDeRecherche['genre'],
  precision: string,
  toUrl: (slug: string) => string,
): DocumentDeRecherche[] {
  const bySlug = new Map(liens.map((lien) => [lien.slug, lien]));
  return [...bySlug].flatMap(([slug, { libelle, mots = [] }]) =>
    slug === undefined ? [] : [{ url: toUrl(slug), genre, titre: libelle, precision, mots, codes: [], filtres: {} }],
  );
}

function withoutEmpty(filtres: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filtres).filter(([, values]) => values.length > 0));
}
