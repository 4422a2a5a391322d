import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Rapport } from '../../domain/edition.ts';
import { mesuresSchema, type Mesures, type PoidsDeType } from '../../domain/mesures.ts';
import type { TypeDePage } from '../../domain/types-de-page.ts';
import { urls } from '../../lib/urls.ts';
import { Examen } from './examiner.ts';
import { listPagesByType, readPage, type PageConstruite } from './pages.ts';
import { pickThree, toPoids, weighPages } from './poids.ts';
import { remplir } from './remplir.ts';
import { renderMesures } from './rendre.ts';

export interface MesurerOptions {
  /** Folder with every page, before it is put in place. */
  siteDir: string;
  entete: Pick<Rapport, 'edition' | 'donnees_fictives'>;
  /** ISO day of the build. */
  today: string;
}

/**
 * Weighs and examines the rendered pages, completes `/qualite/` with what was found, and writes the same as `/qualite/mesures.json`.
 *
 * The page « Qualité » is one of those measured: it is filled once without itself, measured, and filled again from the same start. What it says
 * of itself is thus true but for the digits of that last filling.
 */
export async function mesurer({ siteDir, entete, today }: MesurerOptions): Promise<Mesures> {
  const pagesByType = listPagesByType(siteDir);
  const poids = new Map<TypeDePage, PoidsDeType>();
  const examen = new Examen();
  const weighAndPick = (type: TypeDePage, pages: readonly PageConstruite[]): PageConstruite[] => {
    const weighed = weighPages(pages);
    poids.set(type, toPoids(type, pages, weighed));
    return pickThree(weighed);
  };
  for (const [type, pages] of pagesByType) {
    const picked = weighAndPick(type, pages);
    if (type !== 'qualite') await examineAll(examen, type, picked);
  }
  const finish = (): Mesures =>
    mesuresSchema.parse({
      edition: entete.edition,
      ...(entete.donnees_fictives === true ? { donnees_fictives: true } : {}),
      date: today,
      poids: [...poids.values()],
      examen: examen.finish(),
    });

  const fichier = join(siteDir, urls.qualite(), 'index.html');
  const gabarit = readFileSync(fichier, 'utf8');
  writeFileSync(fichier, remplir(gabarit, renderMesures(finish())));
  await examineAll(examen, 'qualite', weighAndPick('qualite', pagesByType.get('qualite') ?? []));
  const mesures = finish();
  writeFileSync(fichier, remplir(gabarit, renderMesures(mesures)));
  writeJson(join(siteDir, urls.mesures()), mesures);
  return mesures;
}

async function examineAll(examen: Examen, type: TypeDePage, pages: readonly PageConstruite[]): Promise<void> {
  for (const page of pages) await examen.examiner({ type, url: page.url }, readPage(page));
}

function writeJson(fichier: string, mesures: Mesures): void {
  mkdirSync(dirname(fichier), { recursive: true });
  writeFileSync(fichier, `${JSON.stringify(mesures)}\n`);
}
