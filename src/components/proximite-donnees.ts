import type { FichierDepartement } from '../domain/proximite.ts';
import { jsonTwin, urls } from '../lib/urls.ts';

const lus = new Map<string, Promise<FichierDepartement>>();

/**
 * The file of a département, from this site only; asked once, and again after a failure. The build checks every field of these files (schemas of
 * the domain): here only that it is a file of that kind.
 */
export function chargerDepartement(slug: string): Promise<FichierDepartement> {
  const known = lus.get(slug);
  if (known !== undefined) return known;
  const loading = lire(slug).catch((error: unknown) => {
    lus.delete(slug);
    throw error;
  });
  lus.set(slug, loading);
  return loading;
}

async function lire(slug: string): Promise<FichierDepartement> {
  const response = await fetch(jsonTwin(urls.proximite(slug)), { credentials: 'omit', redirect: 'error' });
  if (!response.ok) throw new Error(`${slug}: HTTP ${response.status}`);
  const json: unknown = await response.json();
  if (typeof json !== 'object' || json === null || !('communes' in json) || !Array.isArray(json.communes))
    throw new Error(`${slug}: not the file of a département`);
  return json as unknown as FichierDepartement;
}
