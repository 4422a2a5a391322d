import type { Rapport } from '../../../domain/edition.ts';
import type { Contexte } from '../contexte.ts';
import { loadLignee } from '../lignee.ts';
import { FichiersDuCatalogue } from './catalogue.ts';
import { loadCorrespondances } from './correspondances.ts';
import { writeDatapackage } from './datapackage.ts';
import { writeIndexApi } from './index-api.ts';
import { writeJeux } from './jeux.ts';
import { resoudre, writeResoudre } from './resoudre.ts';

/**
 * Our own files beside those of the pages (API § 8): `api/resoudre/`, `api/catalogue/`, `telechargements/`, `api/index.json`. After the formations and the schools,
 * whose reasons of absence it repeats.
 */
export async function writeRessources(contexte: Contexte, today: string, sources: Rapport['sources']): Promise<void> {
  const lignee = await loadLignee(contexte.db, contexte.identites);
  const correspondances = await loadCorrespondances(contexte);
  const catalogue = new FichiersDuCatalogue(contexte);
  const codes = writeResoudre(contexte, resoudre(contexte, lignee, correspondances), (resolution) =>
    catalogue.addCode(resolution),
  );
  await catalogue.write();
  const jeux = await writeJeux(contexte, lignee, correspondances);
  writeDatapackage(contexte, today, sources, jeux);
  writeIndexApi(contexte, today, sources, { codes, jeux });
}
