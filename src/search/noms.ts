import type { DocumentDeRecherche } from '../domain/edition.ts';
import { slugDeTitre } from '../lib/slug.ts';
import { compareDocuments } from './order.ts';
import { sigles } from './record.ts';

/**
 * A name to suggest while typing. `adresse`: the end of the address of a formation, which its title does not give (its code), or a whole
 * address. `type`: rank in `types`. `rang`: 2 = the page shows figures and the diploma is still awarded, 1 = it no longer is, 0 = no figure.
 * `autres`: old names, acronyms, words for it.
 */
export type LigneDeNom = [titre: string, adresse: string, type: number, rang: 0 | 1 | 2, autres: string];

/** `/recherche/noms.json`: the names of formations and of the pages that list them, in the order of the index; schools are too many for it. */
export interface Noms {
  types: string[];
  noms: LigneDeNom[];
}

export function toNoms(documents: readonly DocumentDeRecherche[]): Noms {
  const named = documents.filter(({ genre }) => genre !== 'etablissement').sort(compareDocuments);
  const types = [...new Set(named.map(({ precision }) => precision))];
  const seen = new Set<string>();
  const noms = named.flatMap((document): LigneDeNom[] => {
    // The newest page of a title comes first (`compareDocuments`): the former ones are reached from it.
    if (seen.has(document.titre) && document.genre === 'formation') return [];
    seen.add(document.titre);
    const { titre, precision } = document;
    return [[titre, adresseDe(document), types.indexOf(precision), rangDe(document), autresNoms(document).join(' | ')]];
  });
  return { types, noms };
}

function rangDe({ genre, filtres, est_fermee: isClosed }: DocumentDeRecherche): 0 | 1 | 2 {
  const hasFigures = genre !== 'formation' || filtres.region !== undefined || filtres.voie !== undefined;
  if (!hasFigures) return 0;
  return isClosed === true ? 1 : 2;
}

function adresseDe({ genre, titre, url }: DocumentDeRecherche): string {
  const start = `/formations/${slugDeTitre(titre)}-`;
  return genre === 'formation' && url.startsWith(start) ? url.slice(start.length, -1) : url;
}

/** Official labels are in capitals and say the title again; the domain of a course is no name of it. */
function autresNoms(document: DocumentDeRecherche): string[] {
  const domaines = document.filtres.domaine ?? [];
  const isOfficial = (mot: string): boolean => document.genre === 'formation' && mot === mot.toUpperCase();
  const others = document.mots.filter((mot) => !isOfficial(mot) && !domaines.includes(mot));
  return [...new Set([...others, ...sigles(document)])].filter((mot) => mot !== document.titre);
}
