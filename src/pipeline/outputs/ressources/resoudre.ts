import type { Lien } from '../../../domain/formation.ts';
import { choisir, findPages, type Plan } from '../../../domain/resolution.ts';
import type { Absence } from '../../../domain/publication.ts';
import { resolutionSchema, type PageTrouvee, type Resolution, type TypeDeCode } from '../../../domain/ressources.ts';
import { isUai } from '../../../domain/uai.ts';
import { jsonTwin, twinOf, urls } from '../../../lib/urls.ts';
import type { Contexte } from '../contexte.ts';
import type { Identite } from '../identites.ts';
import type { Lignee } from '../lignee.ts';
import { writeJson } from '../write.ts';
import type { Correspondances, Designation } from './correspondances.ts';

interface Sommaire extends Plan {
  contexte: Contexte;
  lignee: Lignee;
  /** Diplomas of each famille de métiers, its common first years left out. */
  familles: ReadonlyMap<string, readonly Identite[]>;
}

/** Where every official code and every school lead, codes first. */
export function* resoudre(contexte: Contexte, lignee: Lignee, correspondances: Correspondances): Generator<Resolution> {
  const sommaire = toSommaire(contexte, lignee);
  for (const [code, designations] of correspondances) yield resoudreCode(sommaire, code, designations);
  for (const uai of contexte.etablissements.keys()) {
    // A CFD can look like an UAI: the code then has both meanings, said by the first file.
    if (isUai(uai) && !correspondances.has(uai)) yield resoudreUai(contexte, uai);
  }
}

/** Writes `api/resoudre/{code}.json` for each of them, which `onCode` also sees; how many there are, by type. */
export function writeResoudre(
  { effects }: Contexte,
  resolutions: Iterable<Resolution>,
  onCode: (resolution: Resolution) => void,
): Record<TypeDeCode, number> {
  const nombres: Record<TypeDeCode, number> = { cfd: 0, mef11: 0, sise: 0, rncp: 0, uai: 0 };
  for (const resolution of resolutions) {
    writeJson(effects, `api/resoudre/${resolution.code}.json`, resolutionSchema, resolution);
    nombres[resolution.type] += 1;
    onCode(resolution);
  }
  return nombres;
}

function toSommaire(contexte: Contexte, lignee: Lignee): Sommaire {
  const { identites, resumes } = contexte;
  const diplomes = [...identites.values()].filter(({ famille }) => famille?.est_annee_commune === false);
  return {
    contexte,
    lignee,
    familles: Map.groupBy(diplomes, ({ famille }) => famille?.code ?? ''),
    pageOf: (formation) => {
      const identite = identites.get(formation);
      return identite && toPage(identite, resumes.get(formation)?.absence);
    },
    nouveauxOf: (formation) => lignee.nouveaux.get(formation) ?? [],
  };
}

function toPage({ code, titre, slug }: Identite, absence: PageTrouvee['absence']): PageTrouvee {
  const url = urls.formation(slug);
  const raison = absence === undefined ? {} : { absence };
  return { genre: 'formation', code, titre, url, json: jsonTwin(url), csv: twinOf(url, 'csv'), ...raison };
}

function resoudreCode(sommaire: Sommaire, code: string, designations: readonly Designation[]): Resolution {
  const [first] = designations;
  if (first === undefined) throw new Error(`code without a formation: ${code}`);
  const { contexte, lignee } = sommaire;
  const { absence, ...reponse } = repondre(sommaire, code, designations);
  const seule = designations.length === 1 ? first : undefined;
  const liens = (from: Map<string, Lien[]>): Lien[] => (seule ? (from.get(seule.formation) ?? []) : []);
  const active = first.type === 'rncp' ? designations.some(({ fiche_active }) => fiche_active) : undefined;
  return {
    ...contexte.entete,
    code,
    type: first.type,
    ...(seule?.titre === undefined ? {} : { libelle: seule.titre }),
    ...reponse,
    ...(first.terminales.length === 0 ? {} : { annee_terminale: first.terminales }),
    ...(active === undefined ? {} : { fiche_active: active }),
    anciens: liens(lignee.anciens),
    nouveaux: liens(lignee.nouveaux),
    // The reason comes last, as everywhere.
    ...(absence === undefined ? {} : { absence }),
  };
}

type Reponse = Pick<Resolution, 'chemin' | 'page' | 'candidats' | 'absence'>;

function repondre(sommaire: Sommaire, code: string, designations: readonly Designation[]): Reponse {
  const { etablissements } = sommaire.contexte;
  const pages = designations.flatMap(({ formation }) => findPages(formation, sommaire));
  const rncp = designations.some(({ type }) => type === 'rncp');
  const directe = designations.some(({ formation }) => sommaire.pageOf(formation) !== undefined);
  const chemin = directe ? 'code' : 'succession';
  if (etablissements.has(code)) pages.push(pageDEcole(sommaire.contexte, code));
  const commune = rncp ? undefined : anneeCommune(sommaire, designations, pages);
  return commune ?? choisir(pages, rncp ? 'fiche_rncp' : chemin, sansPage(designations));
}

/** Of several reasons, the one that leaves hope: a type of diploma that the figures follow. */
function sansPage(designations: readonly Designation[]): Absence {
  const suivie = designations.some(({ absence }) => absence === 'pas_encore_publiee');
  return suivie ? 'pas_encore_publiee' : 'hors_dispositif';
}

/** A common first year leads to its own page and to every diploma of its famille (RULES § 13). */
function anneeCommune(
  { contexte, familles, pageOf }: Sommaire,
  [designation]: readonly Designation[],
  [page]: readonly PageTrouvee[],
): Reponse | undefined {
  const famille = contexte.identites.get(designation?.formation ?? '')?.famille;
  if (famille?.est_annee_commune !== true || page === undefined) return undefined;
  const candidats = (familles.get(famille.code) ?? []).flatMap(({ code }) => pageOf(code) ?? []);
  if (candidats.length < 2) return undefined;
  return { chemin: 'annee_commune', page, candidats, absence: 'plusieurs_formations_possibles' };
}

function pageDEcole({ etablissements }: Contexte, uai: string): PageTrouvee {
  const ecole = etablissements.get(uai);
  const url = urls.etablissement(uai);
  return {
    genre: 'etablissement',
    code: uai,
    titre: ecole?.nom ?? uai,
    url,
    json: jsonTwin(url),
    csv: twinOf(url, 'csv'),
    ...(ecole?.absence === undefined ? {} : { absence: ecole.absence }),
  };
}

function resoudreUai(contexte: Contexte, uai: string): Resolution {
  const page = pageDEcole(contexte, uai);
  return {
    ...contexte.entete,
    code: uai,
    type: 'uai',
    libelle: page.titre,
    chemin: 'code',
    page,
    anciens: [],
    nouveaux: [],
    ...(page.absence === undefined ? {} : { absence: page.absence }),
  };
}
