import type { Filiere } from '../domain/fiche.ts';
import type { FichierDepartement, Offre } from '../domain/proximite.ts';
import { repond } from '../domain/proximite-regles.ts';
import { choixDeFormation, ETIQUETTES, MESSAGES_PROXIMITE } from '../domain/phrases-proximite.ts';
import { titreDeVoie } from '../domain/phrases-fiche.ts';
import type { EtatDeProximite } from './proximite-etat.ts';

export interface Option {
  valeur: string;
  libelle: string;
}

/** What each select offers and shows: never a choice that no loaded school has, but the one of the address, which stays visible. */
export interface Choix {
  types: Option[];
  voies: Option[];
  formations: Option[];
  /** The type of the chosen formation when the address names no type. */
  type: string;
}

type Fichier = Pick<FichierDepartement, 'types' | 'offres'>;

/** The choices of the loaded files, for what the address asks. */
export function toChoix(fichiers: readonly Fichier[], etat: EtatDeProximite): Choix {
  const offres = fichiers.flatMap((fichier) => fichier.offres);
  const type = etat.type ?? offres.find(({ slug }) => slug === etat.formation)?.type ?? '';
  const types = new Map(fichiers.flatMap((fichier) => fichier.types.map(({ slug, libelle }) => [slug, libelle])));
  const voies = [...new Set<Filiere>(offres.map(({ filiere }) => filiere))];
  return {
    type,
    types: [{ valeur: '', libelle: ETIQUETTES.tous }, ...garder(toOptions(types), type)],
    voies: [
      { valeur: '', libelle: ETIQUETTES.toutes },
      ...toOptions(new Map(voies.map((filiere) => [filiere, titreDeVoie({ filiere })]))),
    ],
    formations: toFormations(offres, type, etat),
  };
}

function toFormations(offres: readonly Offre[], type: string, { filiere, formation }: EtatDeProximite): Option[] {
  if (type === '' && formation === undefined) return [{ valeur: '', libelle: MESSAGES_PROXIMITE.typeDAbord }];
  const offered = offres.filter((offre) => repond(offre, { type: type === '' ? undefined : type, filiere }));
  const names = new Map(type === '' ? [] : offered.map((offre) => [offre.slug, choixDeFormation(offre)]));
  return [{ valeur: '', libelle: ETIQUETTES.toutes }, ...garder(toOptions(names), formation ?? '')];
}

const toOptions = (names: ReadonlyMap<string, string>): Option[] =>
  [...names]
    .map(([valeur, libelle]) => ({ valeur, libelle }))
    .sort((left, right) => left.libelle.localeCompare(right.libelle, 'fr'));

/** The options with the one that the address asks, when no school here has it. */
const garder = (options: Option[], asked: string): Option[] =>
  asked === '' || options.some(({ valeur }) => valeur === asked)
    ? options
    : [...options, { valeur: asked, libelle: MESSAGES_PROXIMITE.autreChoix }];
