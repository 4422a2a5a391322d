import {
  MESURES_COMPAREES,
  valeurDe,
  type LigneComparee,
  type MesureComparee,
  type ValeurComparee,
} from '../domain/comparer.ts';
import { ETATS } from '../domain/etats.ts';
import {
  CHOIX_DU_COURS,
  horsRegion,
  NOMS_DES_MESURES_COMPAREES,
  SANS_OBJET,
  valeurEnMots,
} from '../domain/phrases-comparer.ts';
import { mesureEnBref } from '../domain/phrases-fiche.ts';
import { cheminDe, morceauDe, type EntreeLue } from './comparer-etat.ts';
import type { MotsDeComparaison } from './comparer-mots.ts';
import { creer } from './creer.ts';
import { identite } from './identite.ts';

export interface Contexte {
  mots: MotsDeComparaison;
  /** INSEE code of the region asked. */
  region: string | undefined;
}

const nomDeRegion = ({ mots }: Contexte, code: string): string => mots.regions[code] ?? code;

/** One entry: its name with the button that takes it away, then two rows a track. */
export function corpsDEntree(lue: EntreeLue, contexte: Contexte): HTMLTableSectionElement {
  const { entree, lignes } = lue;
  const [{ titre, niveau } = { titre: entree.cle, niveau: undefined }] = lignes;
  const retirer = creer(
    'button',
    {
      type: 'button',
      class: 'bouton',
      'data-retirer': morceauDe(entree),
      'aria-label': `Retirer ${titre} de la liste`,
    },
    'Retirer',
  );
  const nom = creer('th', { scope: 'rowgroup', colspan: '4' }, creer('a', { href: cheminDe(entree) }, titre));
  if (niveau !== undefined) nom.append(' ', creer('span', { class: 'badge' }, niveau));
  nom.append(' ', retirer);
  if (lue.cours.length > 0) nom.append(choixDuCours(lue));
  return creer('tbody', {}, creer('tr', { class: 'nom' }, nom), ...lignes.flatMap((l) => rangees(l, contexte)));
}

/** A school has courses: one of them can stand instead of the whole. */
function choixDuCours({ entree, lignes, cours }: EntreeLue): HTMLElement {
  const options = [{ code: '', titre: CHOIX_DU_COURS.toutes }, ...cours].map(({ code, titre }) =>
    creer('option', { value: code.toLowerCase() }, titre),
  );
  const select = creer(
    'select',
    { 'data-cours': morceauDe(entree), 'aria-label': `${CHOIX_DU_COURS.etiquette}, ${lignes[0]?.titre ?? entree.cle}` },
    ...options,
  );
  select.value = entree.cours ?? '';
  return creer('p', { class: 'cours' }, select);
}

function rangees(ligne: LigneComparee, contexte: Contexte): HTMLTableRowElement[] {
  const { voie, fiche, absence } = ligne;
  const attributs = fiche === undefined ? {} : identite(fiche);
  const titre = creer('th', { scope: 'row' }, voie === '' ? 'Ensemble' : voie);
  const parts = fiche?.parts;
  if (parts != null) {
    const cells = ETATS.map((etat) =>
      creer('td', { 'data-etat': etat, 'data-valeur': String(parts[etat]) }, String(parts[etat])),
    );
    return [creer('tr', attributs, titre, ...cells), precisions(ligne, attributs, contexte)];
  }
  const raison = absence ?? 'pas_encore_publiee';
  const cell = creer('td', { colspan: '3', 'data-absence': raison }, contexte.mots.absences[raison]);
  const row = creer('tr', attributs, titre, cell);
  return fiche === undefined ? [row] : [row, precisions(ligne, attributs, contexte)];
}

/** Below the three shares: how many, when, where, whose figures; then the further figures, always the same in the same order. */
function precisions(ligne: LigneComparee, attributs: object, contexte: Contexte): HTMLTableRowElement {
  const cell = creer('td', { colspan: '4' });
  const { fiche, origine, horsRegion: elsewhere } = ligne;
  if (fiche)
    cell.append(
      creer(
        'p',
        { class: 'discret' },
        mesureEnBref(fiche, (code) => nomDeRegion(contexte, code)),
      ),
    );
  if (origine !== null) cell.append(creer('p', { class: 'discret' }, origine));
  if (elsewhere && contexte.region !== undefined)
    cell.append(creer('p', { class: 'discret' }, horsRegion(nomDeRegion(contexte, contexte.region))));
  if (fiche?.parts != null)
    cell.append(creer('ul', {}, ...MESURES_COMPAREES.map((mesure) => mesureEnLigne(ligne, mesure, contexte))));
  return creer('tr', { ...attributs, class: 'precisions' }, cell);
}

function mesureEnLigne(ligne: LigneComparee, mesure: MesureComparee, contexte: Contexte): HTMLLIElement {
  return creer(
    'li',
    {},
    `${NOMS_DES_MESURES_COMPAREES[mesure]}\u00a0: `,
    valeurOuRaison(mesure, valeurDe(ligne, mesure), contexte),
  );
}

function valeurOuRaison(mesure: MesureComparee, valeur: ValeurComparee, { mots }: Contexte): HTMLElement {
  if ('valeur' in valeur)
    return creer(
      'strong',
      { 'data-indicateur': mesure, 'data-valeur': String(valeur.valeur) },
      valeurEnMots(mesure, valeur.valeur),
    );
  if (valeur.absence === 'sans_objet') return creer('span', {}, SANS_OBJET);
  return creer('span', { 'data-absence': valeur.absence }, mots.absences[valeur.absence]);
}
