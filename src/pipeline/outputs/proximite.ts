import type { Etablissement } from '../../domain/etablissement.ts';
import type { Fiche, FicheEnsemble, Filiere } from '../../domain/fiche.ts';
import {
  departementSchema,
  listeDepartementsSchema,
  type Cadre,
  type Commune,
  type EcoleProche,
  type FichierDepartement,
  type ListeDepartements,
  type Offre,
} from '../../domain/proximite.ts';
import { cadreProche, positionDe } from '../../domain/proximite-regles.ts';
import { REGIONS, slugDeDepartement, type Departement, type Region } from '../../domain/regions.ts';
import { estRepris, selectDerniere } from '../../domain/selection.ts';
import type { Position } from '../../lib/distance.ts';
import type { Contexte } from './contexte.ts';
import { compareEcoles } from './regions.ts';
import { withoutNulls, writeJson } from './write.ts';

/** A row of the mart `communes`. */
interface CommuneRow extends Position {
  departement_code: string;
  nom: string;
  codes_postaux: string[];
}

/** A course of a school, by its code, with the track: before it has a rank in the file of the département. */
interface Cours {
  code: string;
  filiere: Filiere;
}

/** A school as « Près de chez moi » lists it, with its département. */
export interface EcoleSituee {
  departement: string | undefined;
  ecole: Omit<EcoleProche, 'avec_chiffres' | 'sans_chiffre'>;
  avec: Cours[];
  sans: Cours[];
}

const arrondir = (degres: number): number => Number(degres.toFixed(4));

/** What « Près de chez moi » keeps of the file of a school. */
export function toEcoleSituee(etablissement: Etablissement): EcoleSituee {
  const { uai, nom, nature, secteur, commune, latitude, longitude, departement } = etablissement;
  const ensemble = selectDerniere(etablissement.ensembles[0]?.fiches ?? []);
  const cours = etablissement.formations
    .filter(({ est_fermee, fiches }) => !estRepris(est_fermee, fiches))
    .flatMap(({ code, fiches }) =>
      [...Map.groupBy(fiches, ({ filiere }) => filiere)].map(([filiere, group]) => ({ code, filiere, fiches: group })),
    );
  const shows = ({ fiches }: { fiches: Fiche[] }): boolean => fiches.some(({ parts }) => parts !== null);
  const toCours = ({ code, filiere }: Cours): Cours => ({ code, filiere });
  return {
    departement: departement?.code,
    ecole: {
      uai,
      nom,
      nature,
      ...withoutNulls({ secteur, commune }),
      ...(latitude === undefined || longitude === undefined
        ? {}
        : { latitude: arrondir(latitude), longitude: arrondir(longitude) }),
      ...(ensemble?.parts == null ? {} : { ensemble: enBref(ensemble) }),
    },
    avec: cours.filter(shows).map(toCours),
    sans: [...cours.filter((one) => !shows(one)), ...(etablissement.formations_sans_chiffre ?? [])].map(toCours),
  };
}

/** The shares of a whole school and what they are shares of. */
function enBref({ perimetre, maille, uai, millesime, source, nb_annee_term, parts }: FicheEnsemble): FicheEnsemble {
  return { perimetre, maille, uai, millesime, source, ...withoutNulls({ nb_annee_term }), parts };
}

interface DepartementSitue {
  departement: Departement;
  region: Region;
  ecoles: EcoleSituee[];
  cadre: Cadre | undefined;
}

/** Writes `pres-de-chez-moi/{slug}.json` for every département that has schools, and `pres-de-chez-moi.json`. */
export async function writeProximite(contexte: Contexte): Promise<void> {
  const rows = await contexte.db.all<CommuneRow>('select * from communes order by departement_code, nom');
  const communes = Map.groupBy(rows, ({ departement_code }) => departement_code);
  const ecoles = Map.groupBy(contexte.ecoles, ({ departement }) => departement);
  const situes = REGIONS.flatMap((region) =>
    region.departements.flatMap((departement): DepartementSitue[] => {
      const own = ecoles.get(departement.code) ?? [];
      return own.length === 0 ? [] : [{ departement, region, ecoles: own, cadre: toCadre(own) }];
    }),
  );
  for (const situe of situes) {
    const towns = (communes.get(situe.departement.code) ?? []).map(toCommune);
    const file = toFichier(contexte, situe, towns, situes);
    writeJson(contexte.effects, `pres-de-chez-moi/${file.slug}.json`, departementSchema, file);
  }
  writeJson(contexte.effects, 'pres-de-chez-moi.json', listeDepartementsSchema, {
    ...contexte.entete,
    regions: toListe(situes),
    nb_sans_departement: (ecoles.get(undefined) ?? []).length,
  });
}

function toListe(situes: readonly DepartementSitue[]): ListeDepartements['regions'] {
  return [...Map.groupBy(situes, ({ region }) => region)]
    .map(([{ code, nom, slug }, group]) => ({
      code,
      libelle: nom,
      slug,
      departements: group
        .map(({ departement, ecoles }) => ({
          code: departement.code,
          nom: departement.nom,
          slug: slugDeDepartement(departement.nom),
          nb_etablissements: ecoles.length,
        }))
        .sort((left, right) => left.nom.localeCompare(right.nom, 'fr')),
    }))
    .sort((left, right) => left.libelle.localeCompare(right.libelle, 'fr'));
}

const toCommune = ({ nom, codes_postaux, latitude, longitude }: CommuneRow): Commune => ({
  nom,
  codes_postaux,
  latitude: arrondir(latitude),
  longitude: arrondir(longitude),
});

function toCadre(ecoles: readonly EcoleSituee[]): Cadre | undefined {
  const positions = ecoles.flatMap(({ ecole }) => positionDe({ ...ecole, avec_chiffres: [], sans_chiffre: [] }) ?? []);
  if (positions.length === 0) return undefined;
  const latitudes = positions.map(({ latitude }) => latitude);
  const longitudes = positions.map(({ longitude }) => longitude);
  return {
    sud: Math.min(...latitudes),
    ouest: Math.min(...longitudes),
    nord: Math.max(...latitudes),
    est: Math.max(...longitudes),
  };
}

function toFichier(
  { entete, identites }: Contexte,
  { departement, region, ecoles }: DepartementSitue,
  communes: Commune[],
  situes: readonly DepartementSitue[],
): FichierDepartement {
  const offres = toOffres(identites, ecoles);
  const rangs = new Map([...offres.keys()].map((cle, rang) => [cle, rang]));
  const toRangs = (cours: readonly Cours[]): number[] =>
    cours.flatMap((one) => rangs.get(cleDe(one)) ?? []).sort((left, right) => left - right);
  const types = new Map([...identites.values()].map(({ type }) => [type.slug, type.libelle]));
  return {
    ...entete,
    code: departement.code,
    nom: departement.nom,
    slug: slugDeDepartement(departement.nom),
    region: { code: region.code, libelle: region.nom, slug: region.slug },
    voisins: situes.flatMap(({ departement: { code, nom }, cadre }) =>
      code !== departement.code && cadre !== undefined && communes.some((commune) => cadreProche(commune, cadre))
        ? [{ slug: slugDeDepartement(nom), nom, cadre }]
        : [],
    ),
    communes,
    types: [...new Set([...offres.values()].map(({ type }) => type))]
      .map((slug) => ({ slug, libelle: types.get(slug) ?? slug }))
      .sort((left, right) => left.libelle.localeCompare(right.libelle, 'fr')),
    offres: [...offres.values()],
    etablissements: ecoles
      .map(({ ecole, avec, sans }) => ({ ...ecole, avec_chiffres: toRangs(avec), sans_chiffre: toRangs(sans) }))
      .sort(compareEcoles),
  };
}

const cleDe = ({ code, filiere }: Cours): string => `${code} ${filiere}`;

/** The courses of a département, each once, by title. */
function toOffres(identites: Contexte['identites'], ecoles: readonly EcoleSituee[]): Map<string, Offre> {
  const cours = new Map(ecoles.flatMap(({ avec, sans }) => [...avec, ...sans]).map((one) => [cleDe(one), one]));
  const offres = [...cours].flatMap(([cle, { code, filiere }]): [string, Offre][] => {
    const identite = identites.get(code);
    if (identite === undefined) return [];
    const { slug, titre, type, est_fermee } = identite;
    return [[cle, { slug, titre, type: type.slug, filiere, ...(est_fermee ? { est_fermee } : {}) }]];
  });
  return new Map(
    offres.sort(([a, left], [b, right]) => left.titre.localeCompare(right.titre, 'fr') || (a < b ? -1 : 1)),
  );
}
