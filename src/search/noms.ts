import { nomsDUsage, type DocumentDeRecherche, type LigneDeNom, type Noms } from '../domain/recherche.ts';
import { slugDeTitre, slugify } from '../lib/slug.ts';
import { compareDocuments } from './order.ts';
import { sigles } from './sigles.ts';

/** A table of values that lines name by their rank. */
class Table<T> {
  private readonly rangs = new Map<string, number>();
  readonly valeurs: T[] = [];

  rangDe(value: T | undefined): number {
    if (value === undefined) return -1;
    const key = JSON.stringify(value);
    const known = this.rangs.get(key);
    if (known !== undefined) return known;
    this.rangs.set(key, this.valeurs.length);
    return this.valeurs.push(value) - 1;
  }
}

/**
 * The names of formations and of the pages that list them; schools are too many, Pagefind has them. Two files, because most names without any figure
 * are never asked for: those with figures and the lists, then the others.
 */
export function toNoms(documents: readonly DocumentDeRecherche[]): Record<'avecChiffres' | 'sansChiffre', Noms> {
  const named = documents.filter(({ genre }) => genre !== 'etablissement').sort(compareDocuments);
  const seen = new Set<string>();
  const newest = named.filter(({ genre, titre }) => {
    // The newest page of a title comes first (`compareDocuments`): the former ones are reached from it.
    if (genre !== 'formation') return true;
    const isFirst = !seen.has(titre);
    seen.add(titre);
    return isFirst;
  });
  return {
    avecChiffres: toFichier(newest.filter((document) => rangDe(document) > 0)),
    sansChiffre: toFichier(newest.filter((document) => rangDe(document) === 0)),
  };
}

function toFichier(documents: readonly DocumentDeRecherche[]): Noms {
  const types = new Table<Noms['types'][number]>();
  const domaines = new Table<string>();
  const familles = new Table<Noms['familles'][number]>();
  const noms = documents.map((document): LigneDeNom => {
    const { titre, precision, filtres } = document;
    const { type = [], niveau = [], domaine = [], famille = [] } = filtres;
    return [
      titre,
      adresseDe(document),
      types.rangDe([precision, slugify(type[0] ?? ''), slugify(niveau[0] ?? '')]),
      domaines.rangDe(domaine.map((nom) => slugify(nom))[0]),
      familles.rangDe(famille.map((nom): Noms['familles'][number] => [slugify(nom), nom])[0]),
      rangDe(document),
      autresNoms(document).join(' | '),
    ];
  });
  return { types: types.valeurs, domaines: domaines.valeurs, familles: familles.valeurs, noms };
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

function autresNoms(document: DocumentDeRecherche): string[] {
  return [...new Set([...nomsDUsage(document), ...sigles(document)])];
}
