import { coursDEtablissement, lignesDeCours, lignesDEtablissement, lignesDeFormation } from '../domain/comparer.ts';
import type { Etablissement } from '../domain/etablissement.ts';
import type { Formation } from '../domain/formation.ts';
import { cheminDe, jumeauDe, type Entree, type EntreeLue } from './comparer-etat.ts';

/** Why an entry is not shown: no such file in this edition, or no answer. */
export type Echec = 'inconnue' | 'muette';
type Jumeau = { genre: 'formations'; formation: Formation } | { genre: 'etablissements'; etablissement: Etablissement };

const lus = new Map<string, Jumeau>();

/**
 * The JSON twin of an entry, from this site only; asked once. The build checks every field of these files (schemas of the domain): here only
 * that it is the file of that kind.
 */
async function lireJumeau(entree: Entree): Promise<Jumeau | Echec> {
  const path = cheminDe(entree);
  const known = lus.get(path);
  if (known !== undefined) return known;
  try {
    const response = await fetch(jumeauDe(entree), { credentials: 'omit', redirect: 'error' });
    if (!response.ok) return response.status === 404 ? 'inconnue' : 'muette';
    const read = reconnaitre(entree, await response.json());
    if (read === undefined) return 'muette';
    lus.set(path, read);
    return read;
  } catch {
    return 'muette';
  }
}

function reconnaitre({ genre }: Entree, json: unknown): Jumeau | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  if (genre === 'formations')
    return 'titre' in json && 'voies' in json && Array.isArray(json.voies)
      ? { genre, formation: json as unknown as Formation }
      : undefined;
  return 'nom' in json && 'ensembles' in json && Array.isArray(json.ensembles)
    ? { genre, etablissement: json as unknown as Etablissement }
    : undefined;
}

/** The rows of an entry, or why there are none. */
export async function lireLignes(entree: Entree, region: string | undefined): Promise<EntreeLue | Echec> {
  const jumeau = await lireJumeau(entree);
  if (typeof jumeau === 'string') return jumeau;
  if (jumeau.genre === 'formations') return { entree, lignes: lignesDeFormation(jumeau.formation, region), cours: [] };
  const { etablissement } = jumeau;
  const lignes =
    entree.cours === undefined ? lignesDEtablissement(etablissement) : lignesDeCours(etablissement, entree.cours);
  return { entree, lignes, cours: coursDEtablissement(etablissement) };
}
