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

/** Folders of data files only, which the data step read back. */
const DONNEES_RELUES = ['api', 'telechargements'];
/** The folder of the page that the measures complete: read back once it is whole. */
const REMPLIE = 'qualite';

/**
 * The whole publication: data, pages, JSON twins, search index, measures of the pages, the check that nothing hidden shows, then the swap. A failure at any point leaves the former `outDir` as it was.
 * Returns the closing table.
 */
export async function publish(options: PublishOptions): Promise<string> {
  const { root, dataDir, log } = options;
  const steps: { name: string; seconds: number }[] = [];
  const timed = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
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
    const pages = await timed('pages', () => runSiteStep({ root, dataDir, outDir: output.next, log }));
    await timed('images des cartes', () => dessinerImages({ root, dataDir, siteDir: output.next }));
    await timed('jumeaux JSON', () => {
      lier(dataDir, output.next);
    });
    await timed('index de recherche', () => indexDocuments(dataDir, output.next));
    const { mesures, verification } = await timed('mesure et vérification du site', () =>
      examiner(output.next, dataDir, data, options.today),
    );
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

/** Measures the pages in a thread while the tree is read back in others; the page that the measures complete is read back last, and counted. */
async function examiner(
  siteDir: string,
  dataDir: string,
  { rapport: { edition, donnees_fictives }, caches, releve }: BuildDataResult,
  today: string,
): Promise<{ mesures: Mesures; verification: BilanDeVerification }> {
  const options: MesurerOptions = { siteDir, entete: { edition, donnees_fictives }, today };
  const arbre = { racine: dataDir, releve };
  const [mesures, { bilan }] = await Promise.all([
    dansUnFil<Mesures>(new URL('./mesures/fil.ts', import.meta.url), options),
    verifierArbre(siteDir, caches, { dossiers: [...DONNEES_RELUES, REMPLIE], arbre }),
  ]);
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
