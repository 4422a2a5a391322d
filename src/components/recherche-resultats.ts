import { mesureEnBref, origineEnBref, titreDeVoie } from '../domain/phrases-fiche.ts';
import { SANS_CHIFFRE, SANS_CHIFFRE_ICI } from '../domain/phrases-recherche.ts';
import type { CarteDeRecherche } from '../domain/recherche.ts';
import { capitalize } from '../lib/format-leger.ts';
import { creer } from './creer.ts';
import { identite } from './identite.ts';
import type { Resultat } from './recherche-moteur.ts';

const NOMS_DES_GENRES: Record<string, string> = {
  formation: 'Formation',
  etablissement: 'Établissement',
  region: 'Région',
  famille: 'Famille de métiers',
  domaine: 'Domaine',
  diplome: 'Type de diplôme',
};

/** Tracks that a result shows; its page has the others. */
const NB_CARTES = 2;

/** One result: the link, what it is, and its card in small, a line a track. Text only: what the files hold is raw (ENGINEERING § 0.6). */
export function ligneDeResultat(resultat: Resultat, nomDeRegion: (code: string) => string): HTMLLIElement {
  const { url, titre, precision, genre, cartes, sansChiffre } = resultat;
  const kind = [NOMS_DES_GENRES[genre] ?? '', precision].filter((text) => text !== '').join(' · ');
  const item = creer('li', { 'data-resultat': genre }, creer('a', { href: url }, titre), creer('span', {}, kind));
  if (genre !== 'formation') return item;
  if (cartes.length === 0) item.append(creer('p', { class: 'discret' }, sansChiffre ? SANS_CHIFFRE : SANS_CHIFFRE_ICI));
  item.append(...cartes.slice(0, NB_CARTES).map((carte) => mini(carte, nomDeRegion)));
  return item;
}

/** « Au lycée, en 2 ans : 25 travaillaient, 44 étudiaient, 31 autre situation », its bar, then of how many, when and where. */
function mini(carte: CarteDeRecherche, nomDeRegion: (code: string) => string): HTMLElement {
  const { emploi, formation, autre } = carte.parts;
  const part = (etat: 'emploi' | 'formation' | 'autre', valeur: number, verbe: string): HTMLElement =>
    creer('span', { 'data-etat': etat, 'data-valeur': String(valeur) }, creer('b', {}, String(valeur)), ` ${verbe}`);
  const origine = origineEnBref(carte);
  return creer(
    'div',
    { class: 'mini', ...identite(carte) },
    creer(
      'p',
      {},
      `${titreDeVoie(carte)}\u00a0: `,
      part('emploi', emploi, 'travaillaient'),
      ', ',
      part('formation', formation, 'étudiaient'),
      ', ',
      part('autre', autre, 'autre situation'),
    ),
    barre(emploi, formation),
    creer(
      'p',
      { class: 'discret' },
      mesureEnBref(carte, nomDeRegion),
      origine === null ? '' : ` ${capitalize(origine)}.`,
    ),
  );
}

const SVG = 'http://www.w3.org/2000/svg';

/** The bar of Barre.astro. */
function barre(emploi: number, formation: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { class: 'barre', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const trait = (name: string, from: number, length: number): void => {
    if (length === 0) return;
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', `M${from} 2h${length}`);
    svg.append(path);
  };
  trait('b-emploi', 0, emploi);
  trait('b-formation', emploi, formation);
  return svg;
}
