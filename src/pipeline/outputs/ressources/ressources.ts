import type { Rapport } from '../../../domain/edition.ts';
import type { Contexte } from '../contexte.ts';
import { loadLignee } from '../lignee.ts';
import { FichiersDuCatalogue } from './catalogue.ts';
import { loadCorrespondances } from './correspondances.ts';
import { ExemplesDeRapprochement, pageRapprocher } from '../../../domain/textes/rapprocher.ts';
import { pageDeTextePublieeSchema } from '../../../domain/textes/page-de-texte.ts';
import { ADRESSE_PAR_DEFAUT } from '../../../domain/textes/donnees.ts';
import { writeJson } from '../write.ts';
import { writeDatapackage } from './datapackage.ts';
import { writeDcat } from './dcat.ts';
import { writeIndexApi } from './index-api.ts';
import { writeJeux } from './jeux.ts';
import { resoudre, writeResoudre } from './resoudre.ts';

/**
 * Our own files beside those of the pages (API § 8): `api/resoudre/`, `api/catalogue/`, `telechargements/`, `donnees/`, `api/index.json`. After the formations and the schools,
 * whose reasons of absence it repeats.
 */
export async function writeRessources(contexte: Contexte, today: string, sources: Rapport['sources']): Promise<void> {
  const lignee = await loadLignee(contexte.db, contexte.identites);
  const correspondances = await loadCorrespondances(contexte);
  const catalogue = new FichiersDuCatalogue(contexte);
  const exemples = new ExemplesDeRapprochement();
  const codes = writeResoudre(contexte, resoudre(contexte, lignee, correspondances), (resolution) => {
    catalogue.addCode(resolution);
    exemples.add(resolution);
  });
  writeJson(contexte.effects, 'donnees/rapprocher.json', pageDeTextePublieeSchema, {
    ...contexte.entete,
    ...pageRapprocher(contexte.siteUrl ?? ADRESSE_PAR_DEFAUT, exemples),
  });
  await catalogue.write();
  const jeux = await writeJeux(contexte, lignee, correspondances);
  writeDatapackage(contexte, today, sources, jeux);
  writeDcat(contexte, jeux);
  writeIndexApi(contexte, today, sources, { codes, jeux });
}
