import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expressionDe, parametresDe } from '../../../domain/fichiers/adresses.ts';
import { toOpenApi, type ExempleDeFichier } from '../../../domain/fichiers/openapi.ts';
import { etablissementSchema } from '../../../domain/etablissement.ts';
import { adresseDuSchema, NOMS_DES_SCHEMAS, toSchemaJson } from '../../../domain/fichiers/schema-json.ts';
import { SCHEMAS } from '../../../domain/fichiers/schemas.ts';
import { formationSchema } from '../../../domain/formation.ts';
import { REGIONS } from '../../../domain/regions.ts';
import type { FamilleDeFichiers } from '../../../domain/ressources.ts';
import { ADRESSE_PAR_DEFAUT } from '../../../domain/textes/donnees.ts';
import { EDITEUR } from '../../../domain/textes/editeur.ts';
import { estRepris, regionsAvecPage } from '../../../domain/selection.ts';
import { FAMILLES_DE_FICHIERS } from '../../../domain/textes/fichiers.ts';
import { licenceDesDonnees } from '../../../domain/textes/licence.ts';
import type { Contexte } from '../contexte.ts';
import { toExemples } from '../edition.ts';
import { writeJson } from '../write.ts';

const DESSIN = 'mois';
/** The family whose two values go together: a school, and a course of this school. */
const COURS = 'carte_cours';

/** Writes `api/schemas/*.json` and `api/openapi.json`, last of all: the examples are files that were written. */
export function writeReference(contexte: Contexte, today: string, siteUrl: string | undefined): void {
  const { effects, entete } = contexte;
  const fictives = entete.donnees_fictives === true;
  const marque = fictives ? { 'x-donnees_fictives': true } : {};
  for (const nom of NOMS_DES_SCHEMAS) {
    const schema = { ...marque, ...toSchemaJson(nom, siteUrl ?? ADRESSE_PAR_DEFAUT) };
    writeJson(effects, adresseDuSchema(nom).slice(1), SCHEMAS.schemas, SCHEMAS.schemas.parse(schema));
  }
  const openApi = toOpenApi({
    edition: entete.edition,
    date: today,
    fictives,
    licence: licenceDesDonnees(fictives),
    siteUrl,
    contact: EDITEUR?.contact,
    exemples: findExemples(contexte),
  });
  writeJson(effects, 'api/openapi.json', SCHEMAS.openapi, SCHEMAS.openapi.parse(openApi));
}

/** One file of each family, well-covered formations and a school of one of them first. */
function findExemples(contexte: Contexte): Map<string, ExempleDeFichier> {
  const { outDir } = contexte.effects;
  const preferes = preferer(contexte);
  const exemples = FAMILLES_DE_FICHIERS.flatMap((famille): [string, ExempleDeFichier][] => {
    if (famille.nom === 'openapi') return [[famille.nom, { adresse: famille.modele, valeurs: {} }]];
    const exemple =
      famille.avecLesPages === true
        ? supposer(famille, famille.nom === COURS ? coursDe(outDir, preferes) : preferes)
        : findExemple(famille, outDir, preferes);
    return exemple === undefined ? [] : [[famille.nom, exemple]];
  });
  return new Map(exemples);
}

/** Values that make a good example. */
function preferer({ resumes, identites, ...contexte }: Contexte): Set<string> {
  const [premiere] = toExemples({ resumes, identites, ...contexte });
  const carte = premiere?.cartes[0];
  const region = regionDe(premiere?.slug, contexte.effects.outDir);
  const ecoles = [...contexte.etablissements.values()].filter(({ ensemble }) => ensemble?.parts != null);
  const ecole = ecoles.find((candidate) => candidate.region === region?.code) ?? ecoles[0];
  return new Set(
    [
      ...[premiere?.slug, premiere?.code, premiere?.type, carte?.code_certification, carte?.millesime],
      ...[ecole?.uai, ecole?.uai.toLowerCase(), ecole?.uai.slice(0, 3)],
      ...[region?.slug, region?.code, 'ille-et-vilaine', 'formation', 'fiches-nationales', DESSIN],
    ].filter((valeur) => valeur !== undefined),
  );
}

/** A school, a preferred one when it can, and one of its courses; nothing when no school has any. */
function coursDe(outDir: string, preferes: ReadonlySet<string>): Set<string> {
  const dossier = join(outDir, 'etablissements');
  const names = existsSync(dossier) ? readdirSync(dossier).filter((name) => name.endsWith('.json')) : [];
  const isPreferred = (name: string): boolean => preferes.has(name.slice(0, -'.json'.length));
  for (const name of names.sort((left, right) => Number(isPreferred(right)) - Number(isPreferred(left)))) {
    const { uai, formations } = etablissementSchema.parse(JSON.parse(readFileSync(join(dossier, name), 'utf8')));
    const cours = formations.find(({ est_fermee, fiches }) => fiches.length > 0 && !estRepris(est_fermee, fiches));
    const [fiche] = cours?.fiches ?? [];
    if (fiche !== undefined) return new Set([uai, fiche.code_certification]);
  }
  return new Set();
}

/** A region where the first example has figures, the same one when it can. */
function regionDe(slug: string | undefined, outDir: string): (typeof REGIONS)[number] | undefined {
  const fichier = slug === undefined ? undefined : join(outDir, `formations/${slug}.json`);
  const codes =
    fichier === undefined ? [] : regionsAvecPage(formationSchema.parse(JSON.parse(readFileSync(fichier, 'utf8'))));
  const regions = REGIONS.filter(({ code }) => codes.length === 0 || codes.includes(code));
  return regions.find(({ slug: nom }) => nom === 'bretagne') ?? regions[0];
}

/** The address that the preferred values make: what the pages write for a well-covered formation. */
function supposer(famille: FamilleDeFichiers, preferes: ReadonlySet<string>): ExempleDeFichier | undefined {
  let adresse = famille.modele;
  // A value stands once in an address: the code of a school may be written as that of a diploma.
  const left = new Set(preferes);
  for (const [nom, { motif }] of parametresDe(famille)) {
    const valeur = [...left].find((candidate) => new RegExp(`^(?:${motif})$`).test(candidate));
    if (valeur === undefined) return undefined;
    left.delete(valeur);
    adresse = adresse.replace(`{${nom}}`, valeur);
  }
  return toExemple(famille, adresse);
}

/** Looks for a written file whose address is of the family, folder by folder, preferred names first. */
function findExemple(
  famille: FamilleDeFichiers,
  outDir: string,
  preferes: ReadonlySet<string>,
): ExempleDeFichier | undefined {
  const parts = famille.modele.slice(1).split('/');
  const walk = (base: string, rank: number): string | undefined => {
    const part = parts[rank];
    if (part === undefined) return base;
    for (const name of namesOf(join(outDir, base), { ...famille, modele: part }, preferes)) {
      const found = walk(`${base}/${name}`, rank + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const adresse = walk('', 0);
  return adresse === undefined ? undefined : toExemple(famille, adresse);
}

function namesOf(directory: string, part: FamilleDeFichiers, preferes: ReadonlySet<string>): string[] {
  if (!part.modele.includes('{')) return existsSync(join(directory, part.modele)) ? [part.modele] : [];
  if (!existsSync(directory)) return [];
  const expression = expressionDe(part);
  const score = (name: string): number =>
    Object.values(expression.exec(name)?.groups ?? {}).filter((valeur) => preferes.has(valeur)).length;
  return readdirSync(directory)
    .filter((name) => expression.test(name))
    .map((name) => ({ name, rang: score(name) }))
    .sort((left, right) => right.rang - left.rang || (left.name < right.name ? -1 : 1))
    .map(({ name }) => name);
}

function toExemple(famille: FamilleDeFichiers, adresse: string): ExempleDeFichier {
  return { adresse, valeurs: { ...expressionDe(famille).exec(adresse)?.groups } };
}
