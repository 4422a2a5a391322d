import { RACINE_DU_CATALOGUE } from '../domain/catalogue/fichiers.ts';
import { CatalogueRefuse } from '../domain/catalogue/bilan.ts';
import { joindreCatalogue } from '../domain/catalogue/traiter.ts';
import { CsvIllisible } from '../lib/csv-lecture.ts';
import type { Demande, Reponse } from './mon-catalogue-messages.ts';

/** A file of the site did not come. */
class FichierMuet extends Error {}

/** The only requests of this worker: files of this site, whose addresses hold no cell of the catalogue but three digits of an UAI. */
async function lire(adresse: string): Promise<string> {
  try {
    const response = await fetch(`${RACINE_DU_CATALOGUE}/${adresse}`, { credentials: 'omit', redirect: 'error' });
    if (response.ok) return await response.text();
  } catch {
    // Said below.
  }
  throw new FichierMuet(adresse);
}

const repondre = (reponse: Reponse): void => self.postMessage(reponse);

async function traiter({ source, adresse }: Demande): Promise<Reponse> {
  // One blob a batch: the browser may put them out of memory.
  const morceaux: Blob[] = [];
  try {
    const bilan = await joindreCatalogue({
      source,
      lire,
      adresse,
      ecrire: (texte) => void morceaux.push(new Blob([texte])),
      onProgress: (etat) => repondre({ genre: 'avance', ...etat }),
    });
    return { genre: 'fini', bilan, enrichi: new Blob(morceaux, { type: 'text/csv;charset=utf-8' }) };
  } catch (error) {
    if (error instanceof CsvIllisible) return { genre: 'illisible', faute: error.faute, ligne: error.ligne };
    if (error instanceof CatalogueRefuse) return { genre: 'refuse', faute: error.faute };
    return { genre: error instanceof FichierMuet ? 'reseau' : 'panne' };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Demande>) => void traiter(data).then(repondre));
