import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ProfilApi } from '../domain/contrat.ts';
import type { Mesures } from '../domain/mesures.ts';
import { documentsDeRechercheSchema, type DocumentsDeRecherche, type Noms } from '../domain/recherche.ts';
import { ADRESSE_PAR_DEFAUT } from '../domain/textes/donnees.ts';
import { dansUnFil } from '../pipeline/fil.ts';
import type { BuildDataResult } from '../pipeline/build.ts';
import { verifierArbre, type BilanDeVerification } from '../pipeline/verifier/verifier.ts';
import { buildSearchIndex } from '../search/build.ts';
import { toNoms } from '../search/noms.ts';
import { publierCartes } from './cartes.ts';
import { runDataStep } from './data-step.ts';
import { lier, remplacer } from './folders.ts';
import { dessinerImages } from './images.ts';
import type { Journal } from './journal.ts';
import type { MesurerOptions } from './mesures/mesurer.ts';
import { ecrirePlanDuSite } from './plan-du-site.ts';
import { runSiteStep } from './site-step.ts';
import { formatSummary } from './summary.ts';
import { peser } from './taille.ts';

export interface PublishOptions {
  /** Root of the project. */
  root: string;
  rawDir: string;
  /** Where the data step leaves its JSON files (`data/build`). */
  dataDir: string;
  outDir: string;
  /** ISO day. */
  today: string;
  /** Public address of the site without final slash, when it is known. */
  siteUrl?: string | undefined;
  api?: ProfilApi | undefined;
  /** Output of a former edition to compare with. */
  formerDir?: string | undefined;
  log: (line: string) => void;
  /** Told what the build took, once it is done. */
  onJournal?: ((journal: Journal) => void) | undefined;
}

/** The folder of the page that the measures complete: read back once it is whole. */
const REMPLIE = 'qualite';

/**
 * The whole publication: data, pages, JSON twins, search index, measures of the pages, the check that nothing hidden shows, then the swap. A failure at any point leaves the former `outDir` as it was.
 * Returns the closing table.
 */
export async function publish(options: PublishOptions): Promise<string> {
  const { root, dataDir, log } = options;
  const steps: { name: string; seconds: number }[] = [];
  const timed: Timed = async (name, work) => {
    log(name);
    const start = performance.now();
    const result = await work();
    steps.push({ name, seconds: (performance.now() - start) / 1000 });
    return result;
  };
  return remplacer({ target: options.outDir, rawDir: options.rawDir }, async (output) => {
    log(`Exports lus dans ${options.rawDir}`);
    const data = await runDataStep({ ...options, outDir: dataDir });
    steps.push(...data.steps);
    const siteDir = output.next;
    const pages = await timed('pages', () => runSiteStep({ root, dataDir, outDir: siteDir, log }));
    const { mesures, verification } = await completer({ root, dataDir, siteDir, today: options.today, data, timed });
    await timed('cartes à intégrer', () =>
      publierCartes({
        siteDir: output.next,
        documents: readDocuments(dataDir).documents,
        date: options.today,
        site: options.siteUrl ?? ADRESSE_PAR_DEFAUT,
        fictif: data.rapport.donnees_fictives === true,
      }),
    );
    const { siteUrl } = options;
    if (siteUrl !== undefined) await timed('plan du site', () => ecrirePlanDuSite(output.next, siteUrl));
    const { files, bytes } = peser(output.next);
    await timed('mise en place', () => output.commit());
    const etapes = steps.map(({ name, seconds }) => ({ nom: name, secondes: seconds }));
    options.onJournal?.({ etapes, pages, fichiers: files, octets: bytes });
    return formatSummary({ rapport: data.rapport, steps, pages, files, bytes, verification, mesures });
  });
}

/** Runs one step and notes what it took. */
type Timed = <T>(name: string, work: () => Promise<T> | T) => Promise<T>;

interface CompleterOptions {
  root: string;
  dataDir: string;
  /** Holds the pages. */
  siteDir: string;
  today: string;
  data: BuildDataResult;
  timed: Timed;
}

/** What goes with the pages, then the check of the whole; a thread measures the pages meanwhile, which takes one core for as long. */
async function completer({ root, dataDir, siteDir, today, data, timed }: CompleterOptions): Promise<Examen> {
  const { edition, donnees_fictives } = data.rapport;
  const options: MesurerOptions = { siteDir, entete: { edition, donnees_fictives }, today };
  const mesure = dansUnFil<Mesures>(new URL('./mesures/fil.ts', import.meta.url), options);
  // Its failure waits until it is asked; whatever else fails, nothing of it runs any more when the folder goes.
  const attente = mesure.catch(() => undefined);
  try {
    await timed('images des cartes', () => dessinerImages({ root, dataDir, siteDir }));
    await timed('jumeaux JSON', () => {
      lier(dataDir, siteDir);
    });
    await timed('index de recherche', () => indexDocuments(dataDir, siteDir));
    return await timed('mesure et vérification du site', () => examiner(siteDir, data, mesure));
  } finally {
    await attente;
  }
}

interface Examen {
  mesures: Mesures;
  verification: BilanDeVerification;
}

/** Reads the tree back; the page that the measures complete is read back last, and counted. */
async function examiner(siteDir: string, { caches, lu }: BuildDataResult, mesure: Promise<Mesures>): Promise<Examen> {
  const { bilan } = await verifierArbre(siteDir, caches, { dossiers: [REMPLIE], arbre: lu });
  const mesures = await mesure;
  const { bilan: remplie } = await verifierArbre(join(siteDir, REMPLIE), caches);
  const verification = { ...bilan };
  for (const compte of ['fichiers', 'fiches', 'valeurs', 'valeurs_sans_identite'] as const)
    verification[compte] += remplie[compte];
  return { mesures, verification };
}

const readDocuments = (dataDir: string): DocumentsDeRecherche =>
  documentsDeRechercheSchema.parse(JSON.parse(readFileSync(join(dataDir, 'recherche.json'), 'utf8')));

async function indexDocuments(dataDir: string, siteDir: string): Promise<void> {
  const { documents, ...entete } = readDocuments(dataDir);
  const ecoles = documents.filter(({ genre }) => genre === 'etablissement');
  await buildSearchIndex({ documents: ecoles, outputDir: join(siteDir, 'pagefind') });
  const { avecChiffres, sansChiffre } = toNoms(documents);
  const write = (name: string, noms: Noms): void =>
    writeFileSync(join(siteDir, 'recherche', name), JSON.stringify({ ...entete, ...noms }));
  write('noms.json', avecChiffres);
  write('noms-sans-chiffre.json', sansChiffre);
}
