import type { CarteDeRecherche } from '../domain/recherche.ts';
import { chargerChiffres, type Chiffres } from './recherche-chiffres.ts';
import { codesPossibles, resoudre } from './recherche-codes.ts';
import { chercherEtablissements, lireEtablissements, type EtablissementTrouve } from './recherche-etablissements.ts';
import {
  elargirRequete,
  nommeUnDiplome,
  nommeUneEcole,
  normaliserRequete,
  type EtatDeRecherche,
} from './recherche-etat.ts';
import {
  chargerNoms,
  chargerNomsSansChiffre,
  MOT_LONG,
  type AnnuaireDeNoms,
  type NomsTrouves,
  type NomTrouve,
} from './recherche-noms.ts';

/** A page found, ready to be shown as text. */
export interface Resultat {
  url: string;
  titre: string;
  precision: string;
  genre: string;
  /** What it shows where the search looks; empty for what is no formation. */
  cartes: readonly CarteDeRecherche[];
  /** A formation that shows no figure anywhere. */
  sansChiffre: boolean;
}

export interface Reponse {
  /** Pages that hold the words of the request. */
  exacts: number;
  /** Pages found by names or words near those of the request. */
  proches: number;
  /** Formations without figures, or schools, were not looked through: the first answers were enough. */
  partielle: boolean;
  /** The request is an official code that this site has no page for. */
  codeSansPage?: { code: string; libelle: string | undefined };
  /** The pages from `debut` (included) to `fin` (excluded), loaded when they are not yet. */
  charger(debut: number, fin: number): Promise<Resultat[]>;
}

/** Fewer names than this that hold one word, and schools may be what was meant by it. */
const PEU = 5;
const LIEU_FRANCE = 'france';
const RIEN: Reponse = { exacts: 0, proches: 0, partielle: false, charger: () => Promise.resolve([]) };

type Trouve = NomTrouve | EtablissementTrouve;
const isEcole = (trouve: Trouve): trouve is EtablissementTrouve => 'lire' in trouve;
const cleDe = (trouve: Trouve): string => (isEcole(trouve) ? trouve.id : trouve.url);

/** Where a request looks, and what may answer it. */
interface Perimetre {
  requete: string;
  noms: boolean;
  sansChiffre: boolean;
  ecoles: boolean;
  region: string | undefined;
  garder: (nom: NomTrouve) => boolean;
  ranger: (noms: NomTrouve[]) => NomTrouve[];
}

/**
 * Answers a request: a code, else names of formations and lists, else schools, else formations without figures, each only when what came
 * before it was not enough (`partout`: all of them), so that most requests cost a few kilobytes. Words and facets can each be empty; with
 * neither, nothing is found.
 */
export async function chercher(etat: EtatDeRecherche, partout = false): Promise<Reponse> {
  const codes = codesPossibles(etat.q);
  const connu = codes.length === 0 ? undefined : await resoudre(codes);
  if (connu !== undefined) return repondreCode(connu);
  const requete = normaliserRequete(etat.q);
  if (requete === '' && Object.keys(etat.filtres).length === 0) return RIEN;
  const perimetre = await perimetreDe(etat, requete);
  const { trouves, proches, partielle } =
    (await parcourirLesEcoles(perimetre, partout)) ?? (await parcourir(perimetre, partout));
  const lieu = etat.filtres.region ?? LIEU_FRANCE;
  return {
    exacts: trouves.length,
    proches: proches.length,
    partielle,
    charger: lecteur(requete, [...trouves, ...proches], (url) => cartesDe(lieu, etat.filtres.voie, url)),
  };
}

function repondreCode({ code, libelle, pages }: NonNullable<Awaited<ReturnType<typeof resoudre>>>): Reponse {
  const noms = pages.map((page): NomTrouve => ({ ...page, precision: '', ...SANS_FACETTE }));
  return {
    ...{ exacts: pages.length, proches: 0, partielle: false },
    ...(pages.length === 0 && { codeSansPage: { code, libelle } }),
    charger: lecteur('', noms, (url) => cartesDe(LIEU_FRANCE, undefined, url)),
  };
}
const SANS_FACETTE = { type: '', niveau: '', domaine: '', famille: '', rang: 2 } as const;

async function perimetreDe({ filtres, tri }: EtatDeRecherche, requete: string): Promise<Perimetre> {
  const { genre, region, voie } = filtres;
  const surLesNoms = (['genre', 'type', 'niveau', 'domaine', 'famille'] as const).filter((nom) => filtres[nom]);
  const avecChiffres = region !== undefined || voie !== undefined || tri !== undefined;
  const deFormation = surLesNoms.some((nom) => nom !== 'genre') || voie !== undefined || tri !== undefined;
  const lieu = region ?? LIEU_FRANCE;
  const chiffres = avecChiffres && genre !== 'etablissement' ? await chargerChiffres(lieu) : undefined;
  const partDe = (nom: NomTrouve): number =>
    tri === undefined ? 0 : (cartesDeVoie(chiffres, voie, nom.url)[0]?.parts[tri] ?? 0);
  return {
    requete,
    region,
    noms: genre !== 'etablissement',
    sansChiffre: genre !== 'etablissement' && genre !== 'famille' && !avecChiffres,
    ecoles: (genre === undefined || genre === 'etablissement') && !deFormation,
    garder: (nom) =>
      surLesNoms.every((facette) => nom[facette] === filtres[facette]) &&
      (chiffres === undefined || cartesDeVoie(chiffres, voie, nom.url).length > 0),
    ranger: (noms) => (tri === undefined ? noms : [...noms].sort((left, right) => partDe(right) - partDe(left))),
  };
}

const cartesDeVoie = (chiffres: Chiffres | undefined, voie: string | undefined, url: string) =>
  (chiffres?.cartesDe(url) ?? []).filter(({ filiere }) => voie === undefined || filiere === voie);

const cartesDe = async (lieu: string, voie: string | undefined, url: string) =>
  // Without them the results are names and links.
  cartesDeVoie(await chargerChiffres(lieu).catch(() => undefined), voie, url);

interface Parcours {
  trouves: Trouve[];
  proches: Trouve[];
  partielle: boolean;
}

/** « Lycée Pasteur »: schools alone, when some answer. The names of formations would cost as much again and say nothing. */
async function parcourirLesEcoles(
  { requete, region, ecoles }: Perimetre,
  partout: boolean,
): Promise<Parcours | undefined> {
  if (partout || !ecoles || !nommeUneEcole(requete)) return undefined;
  const trouves = await chercherEtablissements(requete, region);
  return trouves.length === 0 ? undefined : { trouves, proches: [], partielle: true };
}

async function parcourir(perimetre: Perimetre, partout: boolean): Promise<Parcours> {
  const { requete, region } = perimetre;
  const annuaire = await annuaireDe(perimetre);
  const choisis = choisir(annuaire, perimetre);
  const trouves: Trouve[] = choisis.noms;
  const fautes = trouves.length === 0 ? lesNoms('fautes', annuaire, perimetre) : [];

  const assez = fautes.length > 0 || sontAssez(requete, choisis);
  const avecEcoles = perimetre.ecoles && (partout || !(assez || nommeUnDiplome(requete)));
  if (avecEcoles) trouves.push(...(await chercherEtablissements(requete, region)));
  const presque = fautes.length > 0 ? fautes : lesNoms('proches', annuaire, perimetre);
  const avecSansChiffre = perimetre.sansChiffre && (partout || (trouves.length === 0 && presque.length === 0));
  const autres = avecSansChiffre ? await chargerNomsSansChiffre().catch(() => undefined) : undefined;
  trouves.push(...choisir(autres, perimetre).noms);

  const partielle = avecEcoles !== perimetre.ecoles || avecSansChiffre !== perimetre.sansChiffre;
  const annuaires = [annuaire, autres].filter((list) => list !== undefined);
  const suffit = trouves.length >= PEU || sontAssez(requete, choisis);
  return {
    trouves,
    proches: suffit ? [] : await approcher({ ...perimetre, ecoles: avecEcoles }, annuaires, trouves, presque),
    partielle,
  };
}

/** The names with figures; undefined when they are not looked through, or cannot be had: the rest answers alone. */
const annuaireDe = ({ noms }: Perimetre): Promise<AnnuaireDeNoms | undefined> =>
  noms ? chargerNoms().catch(() => undefined) : Promise.resolve(undefined);

function lesNoms(
  mode: 'fautes' | 'proches' | 'debuts' | 'voisins',
  annuaire: AnnuaireDeNoms | undefined,
  { requete, garder, ranger }: Perimetre,
): NomTrouve[] {
  return requete === '' || annuaire === undefined ? [] : ranger(annuaire[mode](requete, garder));
}

function choisir(annuaire: AnnuaireDeNoms | undefined, { requete, garder, ranger }: Perimetre): NomsTrouves {
  if (annuaire === undefined) return { noms: [], estEntier: false };
  const { noms, estEntier } =
    requete === '' ? { noms: annuaire.tous(garder), estEntier: false } : annuaire.exacts(requete, garder);
  return { noms: ranger(noms), estEntier };
}

/** Do these names answer the request? One short word (« Europe ») may also be the name of a school, unless it is a whole name here. */
const sontAssez = (requete: string, { noms, estEntier }: NomsTrouves): boolean =>
  noms.length >= PEU ||
  (noms.length > 0 && (estEntier || requete === '' || requete.includes(' ') || requete.length >= MOT_LONG));

/** What is near: mistakes forgiven, then the first wider request that has answers, then what looks like it; without what was found. */
async function approcher(
  perimetre: Perimetre,
  annuaires: readonly AnnuaireDeNoms[],
  trouves: readonly Trouve[],
  presque: readonly Trouve[],
): Promise<Trouve[]> {
  const known = new Set(trouves.map(cleDe));
  const sauf = (found: readonly Trouve[]): Trouve[] => found.filter((nom) => !known.has(cleDe(nom)));
  const tous = (mode: 'proches' | 'debuts' | 'voisins', requete: string): Trouve[] =>
    sauf(annuaires.flatMap((annuaire) => lesNoms(mode, annuaire, { ...perimetre, requete })));
  const { requete, ecoles, region } = perimetre;
  if (requete === '' || presque.length > 0) return sauf(presque);
  const proches = tous('proches', requete);
  if (proches.length > 0) return proches;
  for (const wider of elargirRequete(requete)) {
    const near = [...tous('debuts', wider), ...(ecoles ? sauf(await chercherEtablissements(wider, region)) : [])];
    if (near.length > 0) return near;
  }
  return tous('voisins', requete);
}

/** Reads results as they are asked for, once each, in their order. */
function lecteur(
  requete: string,
  trouves: readonly Trouve[],
  cartesDe: (url: string) => Promise<readonly CarteDeRecherche[]>,
): Reponse['charger'] {
  const attente = [...trouves];
  const lus: Resultat[] = [];
  const lireLot = async (lot: readonly Trouve[]): Promise<Resultat[]> => {
    const ecoles = (await lireEtablissements(requete, lot.filter(isEcole))).values();
    const lues = lot.map(async (trouve): Promise<Resultat | undefined> => {
      if (!isEcole(trouve)) {
        const { url, titre, precision, genre, rang } = trouve;
        const cartes = genre === 'formation' && rang > 0 ? await cartesDe(url) : [];
        return { url, titre, precision, genre, cartes, sansChiffre: rang === 0 };
      }
      const ecole = ecoles.next().value;
      return ecole && { ...ecole, genre: 'etablissement', cartes: [], sansChiffre: false };
    });
    return (await Promise.all(lues)).filter((resultat) => resultat !== undefined);
  };
  return async (debut, fin) => {
    while (lus.length < fin && attente.length > 0) lus.push(...(await lireLot(attente.splice(0, fin - lus.length))));
    return lus.slice(debut, fin);
  };
}
