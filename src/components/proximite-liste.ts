import type { Offre } from '../domain/proximite.ts';
import {
  estPrecise,
  normaliserCommune,
  type EcoleTrouvee,
  type Palier,
  type Recherche,
} from '../domain/proximite-regles.ts';
import {
  AIDE_SANS_POSITION,
  autresOffres,
  distanceEnMots,
  formationsDeLEcole,
  METHODE_DE_DISTANCE,
  natureEnBref,
  offreEnMots,
  ORDRE_PAR_DISTANCE,
  phraseDEnsemble,
  titreDePalier,
  titreDesResultats,
  titreSansPosition,
} from '../domain/phrases-proximite.ts';
import { urls } from '../lib/urls.ts';
import { creer } from './creer.ts';
import { identite } from './identite.ts';

/** Courses named under a school; its page has them all. */
const OFFRES_MAX = 4;

export interface Demande {
  recherche: Recherche;
  /** Name of the town. */
  commune: string | undefined;
}

/** The schools by distance: groups that open, the first one open; then those whose place is not known. */
export function parDistance(
  { paliers, sansPosition }: { paliers: Palier[]; sansPosition: EcoleTrouvee[] },
  demande: Demande,
): HTMLElement[] {
  const groups = paliers.map((palier, rang) => groupe(titreDePalier(palier), palier.ecoles, demande, rang === 0));
  const inconnues =
    sansPosition.length === 0
      ? []
      : [
          groupe(titreSansPosition(sansPosition.length), sansPosition, demande, paliers.length === 0, [
            creer('p', { class: 'discret' }, AIDE_SANS_POSITION),
          ]),
        ];
  const note = creer('p', { class: 'discret etroit' }, `${ORDRE_PAR_DISTANCE} ${METHODE_DE_DISTANCE}`);
  return [titre(demande), note, ...groups, ...inconnues];
}

/** The schools of the département that answer, by town, when no town is chosen. */
export const parCommune = (ecoles: readonly EcoleTrouvee[], demande: Demande): HTMLElement[] =>
  ecoles.length === 0 ? [] : [titre(demande), liste(ecoles, demande)];

const titre = ({ commune }: Demande): HTMLElement => creer('h2', { tabindex: '-1' }, titreDesResultats(commune));

function groupe(
  nom: string,
  ecoles: readonly EcoleTrouvee[],
  demande: Demande,
  isOpen: boolean,
  avant: HTMLElement[] = [],
): HTMLElement {
  const summary = creer('summary', {}, creer('h3', {}, nom));
  return creer('details', { open: isOpen ? '' : undefined }, summary, ...avant, liste(ecoles, demande));
}

const liste = (ecoles: readonly EcoleTrouvee[], demande: Demande): HTMLElement =>
  creer('ul', { class: 'ecoles' }, ...ecoles.map((ecole) => ligne(ecole, demande)));

/** One school; the page without scripts says the same in LigneEcole.astro. */
function ligne(trouvee: EcoleTrouvee, demande: Demande): HTMLLIElement {
  const { ecole, km } = trouvee;
  const { commune } = demande;
  const item = creer('li', { 'data-ecole': ecole.uai }, creer('a', { href: urls.etablissement(ecole.uai) }, ecole.nom));
  if (km !== undefined && commune !== undefined) {
    const isIn = ecole.commune !== undefined && normaliserCommune(ecole.commune) === normaliserCommune(commune);
    item.append(' ', creer('strong', { 'data-km': km.toFixed(1) }, distanceEnMots(km, isIn)));
  }
  const isPrecise = estPrecise(demande.recherche);
  const place = [natureEnBref(ecole), ...(ecole.commune === undefined ? [] : [ecole.commune])].join(', ');
  item.append(creer('p', { class: 'discret' }, isPrecise ? place : `${place}. ${formationsDeLEcole(ecole)}`));
  if (isPrecise) item.append(offresTrouvees(trouvee));
  if (ecole.ensemble !== undefined) item.append(phrase(ecole.ensemble));
  return item;
}

function offresTrouvees({ avec, sans }: EcoleTrouvee): HTMLElement {
  const toItem = (offre: Offre, aDesChiffres: boolean): HTMLLIElement => {
    const { titre, suite } = offreEnMots(offre, aDesChiffres);
    return creer('li', {}, creer('a', { href: urls.formation(offre.slug) }, titre), suite);
  };
  const items = [...avec.map((offre) => toItem(offre, true)), ...sans.map((offre) => toItem(offre, false))];
  const rest = items.length - OFFRES_MAX;
  const shown = rest > 1 ? [...items.slice(0, OFFRES_MAX), creer('li', {}, autresOffres(rest))] : items;
  return creer('ul', { class: 'offres' }, ...shown);
}

function phrase(fiche: NonNullable<EcoleTrouvee['ecole']['ensemble']>): HTMLElement {
  const segments = phraseDEnsemble(fiche).map((segment) =>
    typeof segment === 'string'
      ? segment
      : creer(
          'span',
          { class: `part p-${segment.etat}`, 'data-etat': segment.etat, 'data-valeur': String(segment.valeur) },
          segment.texte,
        ),
  );
  return creer('p', { class: 'phrase', 'data-phrase': '', ...identite(fiche) }, ...segments);
}
