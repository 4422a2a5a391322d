import { couvertureParVoie } from '../../domain/couverture.ts';
import type { Fiche, Maille } from '../../domain/fiche.ts';
import {
  formationSchema,
  type EtablissementDeFormation,
  type Formation,
  type Lien,
  type Voie,
} from '../../domain/formation.ts';
import { regionsAvecPage, selectCarte, selectDerniere } from '../../domain/selection.ts';
import type { Database } from '../database.ts';
import { loadLectures, type Lire } from './comparaisons/lectures.ts';
import { groupRows, RANG_DES_FILIERES, type Contexte } from './contexte.ts';
import { toFiche, type FicheRow } from './fiches.ts';
import type { Identite } from './identites.ts';
import { loadLignee, type Lignee } from './lignee.ts';
import { writeJumeau } from './ressources/jumeaux.ts';
import { writePaquet } from './ressources/paquet.ts';
import { withoutNulls, writeJson } from './write.ts';

interface EtablissementNomme {
  nom: string;
  commune: string | null;
  departement_nom: string | null;
  region_code: string | null;
}

/** What is known of the formations beside their identity and figures, by CFD, famille or UAI. */
interface Annexes extends Lignee {
  /** Open diplomas of each famille that are not its common first year, by title. */
  terminales: Map<string, Lien[]>;
  codes: Map<string, Formation['codes']>;
  etablissements: Map<string, EtablissementNomme>;
}

/** What the page of a formation shows, besides what it is. */
type Contenu = Pick<Formation, 'voies' | 'etablissements' | 'origines'>;

/** Writes `formations/{slug}.json`, `.csv` and `.zip` for every formation with a page, and fills the resumes of the context. */
export async function writeFormations(contexte: Contexte): Promise<void> {
  const annexes = await loadAnnexes(contexte);
  const lireCelles = await loadLectures(contexte);
  const pending = new Map(contexte.identites);
  const rows = contexte.db.stream<FicheRow>(
    `select * from fiches_publiees
     order by formation, filiere, code_certification, maille, region, uai, right(millesime, 4) desc, length(millesime)`,
  );
  for await (const [code, group] of groupRows(rows, (row) => row.formation)) {
    const identite = pending.get(code);
    if (identite === undefined) throw new Error(`figures without a formation: ${code}`);
    const fiches = group.map(toFiche);
    for (const fiche of fiches) contexte.comptes.add(fiche, identite.type);
    writeFormation(contexte, annexes, identite, {
      voies: toVoies(fiches, await lireCelles(identite)),
      etablissements: toEtablissements(fiches, annexes.etablissements),
      origines: originesDe(contexte, group),
    });
    pending.delete(code);
  }
  for (const identite of pending.values())
    writeFormation(contexte, annexes, identite, { voies: [], etablissements: [], origines: undefined });
}

function writeFormation(
  contexte: Contexte,
  annexes: Annexes,
  identite: Identite,
  { voies, etablissements, origines }: Contenu,
): void {
  const { absence: sansFiche, ...reste } = identite;
  const cartes = voies.map(selectCarte).filter((carte) => carte !== undefined);
  const aDesChiffres = [...cartes, ...etablissements.map(({ fiche }) => fiche)].some((fiche) => fiche.parts !== null);
  const terminales = terminalesDe(identite, annexes);
  const commune = terminales && 'plusieurs_formations_possibles';
  const absence = aDesChiffres
    ? undefined
    : (commune ?? cartes[0]?.absence ?? etablissements[0]?.fiche.absence ?? sansFiche ?? 'pas_encore_publiee');
  const formation: Formation = {
    ...contexte.entete,
    ...reste,
    codes: annexes.codes.get(identite.code) ?? [{ code: identite.code, type: 'cfd' }],
    ...withoutNulls({ libelle_ancien: annexes.libellesAnciens.get(identite.code) }),
    anciens: annexes.anciens.get(identite.code) ?? [],
    nouveaux: annexes.nouveaux.get(identite.code) ?? [],
    ...withoutNulls({ terminales, origines }),
    voies,
    etablissements,
    ...(absence === undefined ? {} : { absence }),
  };
  const json = writeJson(contexte.effects, `formations/${identite.slug}.json`, formationSchema, formation);
  const fiches = [...voies.flatMap((voie) => voie.fiches), ...etablissements.map(({ fiche }) => fiche)];
  const jumeau = writeJumeau(contexte, `formations/${identite.slug}.csv`, fiches, absence);
  writePaquet(contexte, formation, json, jumeau);
  remember(contexte, formation, cartes);
  const { code, titre, slug } = formation;
  contexte.revisions?.comparer('formations', { code, titre, slug, fiches: voies.flatMap(({ fiches }) => fiches) });
}

/** The diplomas whose figures the records show, by code (RULES § 12); undefined when all are its own. */
function originesDe({ identites }: Contexte, rows: readonly FicheRow[]): Formation['origines'] {
  const liens = rows
    .filter(({ donnee_type }) => donnee_type !== 'self')
    .map(({ donnee_code, donnee_formation }): [string, Lien] => {
      const code = donnee_formation ?? donnee_code;
      const identite = identites.get(code);
      return [donnee_code, { code, libelle: identite?.titre ?? code, ...withoutNulls({ slug: identite?.slug }) }];
    });
  return liens.length === 0 ? undefined : Object.fromEntries(liens);
}

/** The diplomas that a common first year leads to; none for any other formation (RULES § 13). */
function terminalesDe({ famille }: Identite, annexes: Annexes): Lien[] | undefined {
  return famille?.est_annee_commune === true ? annexes.terminales.get(famille.code) : undefined;
}

/** Keeps what lists and search need of a formation, without its figures by region. */
function remember(contexte: Contexte, formation: Formation, cartes: Fiche[]): void {
  const { code, slug, titre, type, est_fermee, absence } = formation;
  contexte.resumes.set(code, {
    code,
    slug,
    titre,
    type: type.slug,
    est_fermee,
    cartes,
    ...(absence === undefined ? {} : { absence }),
  });
  const shown = formation.voies.flatMap(({ fiches }) => fiches).filter((fiche) => fiche.parts !== null);
  const local = formation.etablissements.filter(({ fiche }) => fiche.parts !== null);
  const regions = new Set(shown.flatMap(({ region }) => region ?? []));
  contexte.couverture.set(code, {
    regions,
    regionsAvecPage: new Set(regionsAvecPage(formation).filter((region) => regions.has(region))),
    filieres: new Set([...shown, ...local.map(({ fiche }) => fiche)].map(({ filiere }) => filiere)),
    voies: couvertureParVoie(formation),
  });
  contexte.mots.set(code, {
    anciens: [
      ...(formation.libelle_ancien === undefined ? [] : [formation.libelle_ancien]),
      ...formation.anciens.map(({ libelle }) => libelle),
    ],
    codes: formation.codes.map((entry) => entry.code),
  });
}

const RANG_DES_MAILLES: Record<Maille, number> = { nationale: 0, regions: 1, regionale: 2, etablissement: 3 };

/** One track per code and filière; the ones with most pupils first. A code known in schools only has a track without record. */
function toVoies(toutes: readonly Fiche[], lire: Lire): Voie[] {
  const groups = Map.groupBy(toutes, (fiche) => `${fiche.filiere} ${fiche.code_certification}`);
  const voies = [...groups.values()].flatMap((group): Voie[] => {
    const [first] = group;
    if (first === undefined) return [];
    const fiches = group
      .filter(({ maille }) => maille !== 'etablissement')
      .sort((left, right) => RANG_DES_MAILLES[left.maille] - RANG_DES_MAILLES[right.maille]);
    return [
      {
        filiere: first.filiere,
        code_certification: first.code_certification,
        code_certification_type: first.code_certification_type,
        ...withoutNulls({ duree_ans: first.duree_ans }),
        fiches,
        lectures: lire(fiches),
        ...(fiches.length === 0 ? { absence: 'pas_encore_publiee' as const } : {}),
      },
    ];
  });
  return voies.sort(compareVoies);
}

/** Order of the tracks of a page: by kind of track, then the ones with most pupils first. */
export function compareVoies(left: Pick<Voie, 'filiere' | 'fiches'>, right: Pick<Voie, 'filiere' | 'fiches'>): number {
  const cohort = (voie: Pick<Voie, 'fiches'>): number => selectCarte(voie)?.nb_annee_term ?? 0;
  return RANG_DES_FILIERES[left.filiere] - RANG_DES_FILIERES[right.filiere] || cohort(right) - cohort(left);
}

/** The newest record of each school and track, by name of town then of school. */
function toEtablissements(fiches: readonly Fiche[], noms: Annexes['etablissements']): EtablissementDeFormation[] {
  const groups = Map.groupBy(
    fiches.filter(({ maille }) => maille === 'etablissement'),
    (fiche) => `${fiche.uai ?? ''} ${fiche.filiere} ${fiche.code_certification}`,
  );
  const etablissements = [...groups.values()].flatMap((group) => {
    const fiche = selectDerniere(group);
    if (fiche?.uai === undefined) return [];
    const identite = noms.get(fiche.uai);
    const { commune, departement_nom: departement } = identite ?? { commune: null, departement_nom: null };
    return [
      {
        uai: fiche.uai,
        nom: identite?.nom ?? `Établissement ${fiche.uai}`,
        ...(commune === null ? {} : { commune }),
        ...(departement === null ? {} : { departement }),
        ...(identite?.region_code == null ? {} : { region: identite.region_code }),
        fiche,
      },
    ];
  });
  const key = ({ commune, nom, uai }: EtablissementDeFormation): string => `${commune ?? '\uffff'} ${nom} ${uai}`;
  return etablissements.sort((left, right) => key(left).localeCompare(key(right), 'fr'));
}

async function loadAnnexes({ db, identites }: Contexte): Promise<Annexes> {
  const etablissements = await db.all<EtablissementNomme & { uai: string }>(
    'select uai, nom, commune, departement_nom, region_code from etablissements',
  );
  return {
    codes: await loadCodes(db),
    ...(await loadLignee(db, identites)),
    terminales: terminalesParFamille(identites),
    etablissements: new Map(etablissements.map((row) => [row.uai, row])),
  };
}

function terminalesParFamille(identites: Contexte['identites']): Annexes['terminales'] {
  const finales = [...identites.values()]
    .filter(({ famille, est_fermee }) => famille?.est_annee_commune === false && !est_fermee)
    .sort((left, right) => left.titre.localeCompare(right.titre, 'fr') || (left.code < right.code ? -1 : 1));
  const groups = Map.groupBy(finales, ({ famille }) => famille?.code ?? '');
  return new Map(
    [...groups].map(([famille, group]) => [
      famille,
      group.map(({ code, titre, slug }) => ({ code, libelle: titre, slug })),
    ]),
  );
}

/** Every official code of each CFD: itself, its MEFSTAT11, its RNCP sheets. */
async function loadCodes(db: Database): Promise<Map<string, Formation['codes']>> {
  const rows = await db.all<{ formation: string; code: string; type: Formation['codes'][number]['type'] }>(
    `select formation, code_certification as code, code_certification_type as type from int_certifications
     union all select cfd as formation, rncp, 'rncp' from stg_rncp__certifications where est_active
     order by formation, type, code`,
  );
  const groups = Map.groupBy(rows, ({ formation }) => formation);
  return new Map([...groups].map(([formation, codes]) => [formation, codes.map(({ code, type }) => ({ code, type }))]));
}
