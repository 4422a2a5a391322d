import {
  etablissementSchema,
  type Ensemble,
  type Etablissement,
  type FormationDEtablissement,
  type FormationSansChiffre,
} from '../../domain/etablissement.ts';
import { PERIMETRES, type Fiche, type FicheEnsemble, type Filiere } from '../../domain/fiche.ts';
import { toLectureDEcole, toLectureDEnsemble } from '../../domain/lectures.ts';
import { compareMillesimes } from '../../domain/millesime.ts';
import { listeEtablissementsSchema } from '../../domain/listes.ts';
import type { Absence } from '../../domain/publication.ts';
import { getRegion } from '../../domain/regions.ts';
import { selectDerniere } from '../../domain/selection.ts';
import { groupRows, type Contexte } from './contexte.ts';
import { toFiche, toFicheEnsemble, type EnsembleRow, type FicheRow } from './fiches.ts';
import { toEcoleSituee } from './proximite.ts';
import { writeJumeau } from './ressources/jumeaux.ts';
import { withoutNulls, writeJson } from './write.ts';

/** A row of the mart `etablissements`. */
export interface EtablissementRow {
  uai: string;
  nom: string;
  nature: Etablissement['nature'];
  secteur: 'public' | 'prive' | null;
  adresse: string | null;
  code_postal: string | null;
  commune: string | null;
  departement_code: string | null;
  departement_nom: string | null;
  region_code: string | null;
  academie: string | null;
  academie_nom: string | null;
  latitude: number | null;
  longitude: number | null;
  absence: Absence | null;
}

/** A row of the mart `formations_sans_chiffre`. */
interface SansChiffreRow {
  uai: string;
  formation: string;
  filiere: Filiere;
  absence: Absence;
  uais: string[];
}

/** What a school shows, besides who it is. */
interface Contenu {
  ensembles: EnsembleRow[];
  fiches: FicheRow[];
  sansChiffre: SansChiffreRow[];
}

const newestFirst = (left: { millesime: string }, right: { millesime: string }): number =>
  compareMillesimes(left.millesime, right.millesime);

/** Writes `etablissements/{uai}.json` for every school with a page, their list, and fills the resumes of the context. */
export async function writeEtablissements(contexte: Contexte): Promise<void> {
  const { db } = contexte;
  const ensembles = Map.groupBy(
    await db.all<EnsembleRow>('select * from ensembles_publies order by uai'),
    ({ uai }) => uai,
  );
  const sansChiffre = Map.groupBy(
    await db.all<SansChiffreRow>('select * from formations_sans_chiffre order by uai, formation'),
    ({ uai }) => uai,
  );
  const fiches = groupRows(
    db.stream<FicheRow>(
      `select * from fiches_publiees where maille = 'etablissement' order by uai, formation, filiere, code_certification, millesime`,
    ),
    (row) => row.uai ?? '',
  );
  const rows = await db.all<EtablissementRow>('select * from etablissements order by uai');
  const noms = new Map(rows.map(({ uai, nom }) => [uai, nom]));
  let next = await fiches.next();
  for (const row of rows) {
    const courses = !next.done && next.value[0] === row.uai ? next.value[1] : [];
    if (courses.length > 0) next = await fiches.next();
    writeEtablissement(contexte, noms, row, {
      ensembles: ensembles.get(row.uai) ?? [],
      fiches: courses,
      sansChiffre: sansChiffre.get(row.uai) ?? [],
    });
  }
  if (!next.done) throw new Error(`figures without a school: ${next.value[0]}`);
  const etablissements = [...contexte.etablissements.values()].map(({ uai, nom, nature, commune, region }) => ({
    uai,
    nom,
    nature,
    commune,
    region,
  }));
  writeJson(contexte.effects, 'etablissements.json', listeEtablissementsSchema, { ...contexte.entete, etablissements });
}

function writeEtablissement(
  contexte: Contexte,
  noms: ReadonlyMap<string, string>,
  row: EtablissementRow,
  contenu: Contenu,
): void {
  const ensembles = toEnsembles(contenu.ensembles);
  const formations = toFormations(contexte, row, contenu.fiches);
  const sansChiffre = toSansChiffre(contexte, contenu.sansChiffre);
  const absence = whyNothing(row, { ensembles, formations, sansChiffre });
  const etablissement: Etablissement = {
    ...contexte.entete,
    ...toIdentite(row),
    ensembles,
    formations,
    ...(sansChiffre.length === 0 ? {} : { formations_sans_chiffre: sansChiffre }),
    ...withoutNulls({ ecoles: nommerEcoles(row.uai, noms, { formations, sansChiffre }) }),
    ...(absence === undefined ? {} : { absence }),
  };
  const chemin = `etablissements/${row.uai.toLowerCase()}`;
  writeJson(contexte.effects, `${chemin}.json`, etablissementSchema, etablissement);
  const fiches = [...ensembles, ...formations].flatMap((groupe): (Fiche | FicheEnsemble)[] => groupe.fiches);
  writeJumeau(contexte, `${chemin}.csv`, fiches, absence);
  const ensemble = selectDerniere(ensembles[0]?.fiches ?? []);
  contexte.ecoles.push(toEcoleSituee(etablissement));
  contexte.etablissements.set(row.uai, {
    uai: row.uai,
    nom: row.nom,
    nature: row.nature,
    ...withoutNulls({ commune: row.commune, departement: row.departement_nom, region: row.region_code }),
    ...(ensemble === undefined ? {} : { ensemble }),
    nb_formations: formations.length,
    ...(absence === undefined ? {} : { absence }),
  });
  contexte.revisions?.comparer('etablissements', {
    code: row.uai,
    titre: row.nom,
    slug: row.uai.toLowerCase(),
    fiches: [...ensembles, ...formations].flatMap(({ fiches }): (Fiche | FicheEnsemble)[] => fiches),
  });
}

/** Why the school shows no figure at all; undefined when it shows one. */
function whyNothing(
  row: EtablissementRow,
  shown: { ensembles: Ensemble[]; formations: FormationDEtablissement[]; sansChiffre: FormationSansChiffre[] },
): Absence | undefined {
  const fiches = [
    ...shown.ensembles.flatMap(({ fiches: own }) => own),
    ...shown.formations.flatMap(({ fiches: own }) => own),
  ];
  if (fiches.some(({ parts }) => parts !== null)) return undefined;
  return fiches[0]?.absence ?? shown.sansChiffre[0]?.absence ?? row.absence ?? 'pas_encore_publiee';
}

/** Who a school is and where, without its figures. */
export function toIdentite(row: EtablissementRow): Omit<Etablissement, 'edition' | 'ensembles' | 'formations'> {
  const { uai, nom, nature, secteur, adresse, code_postal, commune, latitude, longitude } = row;
  const region = row.region_code === null ? undefined : getRegion(row.region_code);
  return {
    uai,
    nom,
    nature,
    ...withoutNulls({ secteur, adresse, code_postal, commune }),
    ...(row.departement_code === null || row.departement_nom === null
      ? {}
      : { departement: { code: row.departement_code, nom: row.departement_nom } }),
    ...(region === undefined ? {} : { region: { code: region.code, libelle: region.nom, slug: region.slug } }),
    ...(row.academie === null || row.academie_nom === null
      ? {}
      : { academie: { code: row.academie, nom: row.academie_nom } }),
    ...withoutNulls({ latitude, longitude }),
  };
}

/** The other schools that the records name, when they have a page; undefined when there is none. */
function nommerEcoles(
  uai: string,
  noms: ReadonlyMap<string, string>,
  shown: { formations: FormationDEtablissement[]; sansChiffre: FormationSansChiffre[] },
): Etablissement['ecoles'] {
  const uais = [
    ...shown.formations.flatMap(({ fiches }) => fiches.flatMap(({ uai_donnee }) => uai_donnee ?? [])),
    ...shown.sansChiffre.flatMap((formation) => formation.uais),
  ];
  const entries = [...new Set(uais)]
    .filter((other) => other !== uai)
    .sort()
    .flatMap((other): [string, string][] => {
      const nom = noms.get(other);
      return nom === undefined ? [] : [[other, nom]];
    });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** By perimeter in the order of `PERIMETRES` (the widest first), newest millésime first. */
function toEnsembles(rows: EnsembleRow[]): Ensemble[] {
  return PERIMETRES.flatMap((perimetre) => {
    const fiches = rows.filter((row) => row.perimetre === perimetre).map(toFicheEnsemble);
    const lecture = toLectureDEnsemble(fiches);
    if (fiches.length === 0) return [];
    return [{ perimetre, fiches: fiches.sort(newestFirst), ...(lecture === undefined ? {} : { lecture }) }];
  });
}

function toFormations(
  contexte: Contexte,
  { region_code }: EtablissementRow,
  rows: FicheRow[],
): FormationDEtablissement[] {
  const formations = [...Map.groupBy(rows, ({ formation }) => formation)].flatMap(([formation, group]) => {
    const identite = contexte.identites.get(formation);
    if (identite === undefined) return [];
    const { code, titre, slug, type, est_fermee } = identite;
    const dansLaRegion =
      region_code !== null && contexte.couverture.get(code)?.regionsAvecPage.has(region_code) === true;
    const fiches = group.map(toFiche).sort(newestFirst);
    const lecture = toLectureDEcole(fiches, titre);
    return [
      {
        ...{ code, titre, slug, type: type.slug, est_fermee },
        ...(dansLaRegion ? { chiffres_dans_la_region: true as const } : {}),
        fiches,
        ...(lecture === undefined ? {} : { lecture }),
      },
    ];
  });
  return formations.sort((left, right) => left.titre.localeCompare(right.titre, 'fr'));
}

/** The courses that the school gives and that are measured elsewhere, by title. */
function toSansChiffre({ identites }: Contexte, rows: SansChiffreRow[]): FormationSansChiffre[] {
  const formations = rows.flatMap(({ formation, filiere, absence, uais }) => {
    const identite = identites.get(formation);
    if (identite === undefined) return [];
    const { code, titre, slug } = identite;
    return [{ code, titre, slug, filiere, absence, uais }];
  });
  return formations.sort((left, right) => left.titre.localeCompare(right.titre, 'fr'));
}
