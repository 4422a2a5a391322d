import {
  listeRegionsSchema,
  pageRegionSchema,
  type PageRegion,
  type ResumeEtablissement,
  type ResumeFormation,
} from '../../domain/listes.ts';
import type { Fiche } from '../../domain/fiche.ts';
import type { Absence } from '../../domain/publication.ts';
import { REGIONS, REGIONS_HORS_INSERJEUNES, type Region } from '../../domain/regions.ts';
import { estRepris, selectDerniere } from '../../domain/selection.ts';
import { writeChiffres } from './chiffres-recherche.ts';
import { groupRows, RANG_DES_FILIERES, type Contexte } from './contexte.ts';
import { toFiche, type FicheRow } from './fiches.ts';
import { grouperParNiveau } from './listes.ts';
import { writeJson } from './write.ts';

/** Writes `regions/{slug}.json` for the 19 regions with what the search shows of them, and `regions.json`. */
export async function writeRegions(contexte: Contexte): Promise<void> {
  const byRegion = await loadFormationsParRegion(contexte);
  const schools = Map.groupBy(contexte.etablissements.values(), ({ region }) => region);
  const regions = REGIONS.map((region) => {
    const page = toPage(contexte, region, byRegion.get(region.code) ?? [], schools.get(region.code) ?? []);
    writeJson(contexte.effects, `regions/${region.slug}.json`, pageRegionSchema, page);
    const formations = page.types.flatMap((type) => type.formations);
    writeChiffres(contexte, region.slug, formations);
    return {
      code: region.code,
      libelle: region.nom,
      slug: region.slug,
      nb_formations_avec_chiffres: formations.filter(({ cartes }) => cartes.some(({ parts }) => parts !== null)).length,
      nb_etablissements: page.etablissements.length,
    };
  });
  const sorted = regions.sort((left, right) => left.libelle.localeCompare(right.libelle, 'fr'));
  writeJson(contexte.effects, 'regions.json', listeRegionsSchema, { ...contexte.entete, regions: sorted });
}

type Situable = Pick<ResumeEtablissement, 'commune' | 'nom' | 'uai'>;
const cleDEcole = ({ commune, nom, uai }: Situable): string => `${commune ?? '\uffff'} ${nom} ${uai}`;

/** By town, then by name: never by figures. */
export const compareEcoles = (left: Situable, right: Situable): number =>
  cleDEcole(left).localeCompare(cleDEcole(right), 'fr');

function toPage(
  contexte: Contexte,
  region: Region,
  formations: ResumeFormation[],
  etablissements: (ResumeEtablissement & { region?: string | undefined; absence?: Absence | undefined })[],
): PageRegion {
  const types = grouperParNiveau(contexte, formations).flatMap(({ types }) => types);
  const { code, nom, slug } = region;
  const sansChiffre = formations.length === 0 && etablissements.every(({ ensemble }) => ensemble === undefined);
  return {
    ...contexte.entete,
    code,
    nom,
    slug,
    types: types.map((type) => ({ slug: type.slug, libelle: type.libelle, formations: type.formations })),
    etablissements: etablissements.sort(compareEcoles).map(({ region, absence, ...resume }) => resume),
    ...(sansChiffre
      ? { absence: REGIONS_HORS_INSERJEUNES.includes(code) ? 'hors_dispositif' : 'pas_encore_publiee' }
      : {}),
  };
}

/** By region: each formation that has a record there, with the newest record of each track. */
async function loadFormationsParRegion(contexte: Contexte): Promise<Map<string, ResumeFormation[]>> {
  const rows = contexte.db.stream<FicheRow>(
    `select * from fiches_publiees where maille = 'regionale' order by region, formation, filiere, code_certification, millesime`,
  );
  const byRegion = new Map<string, ResumeFormation[]>();
  for await (const [, group] of groupRows(rows, (row) => `${row.region ?? ''} ${row.formation}`)) {
    const [first] = group;
    const resume = first && contexte.resumes.get(first.formation);
    if (first?.region == null || resume === undefined) continue;
    if (estRepris(resume.est_fermee, group.map(toFiche))) continue;
    const { absence: _, ...identite } = resume;
    const list = byRegion.get(first.region) ?? [];
    list.push({ ...identite, cartes: toCartes(group) });
    byRegion.set(first.region, list);
  }
  return byRegion;
}

function toCartes(rows: FicheRow[]): Fiche[] {
  const groups = Map.groupBy(
    rows.map(toFiche),
    ({ filiere, code_certification }) => `${filiere} ${code_certification}`,
  );
  const cartes = [...groups.values()].map((group) => selectDerniere(group)).filter((carte) => carte !== undefined);
  return cartes.sort(
    (left, right) =>
      RANG_DES_FILIERES[left.filiere] - RANG_DES_FILIERES[right.filiere] ||
      (right.nb_annee_term ?? 0) - (left.nb_annee_term ?? 0),
  );
}
