import { avertissementsDe, questionsAPoser } from '../domain/comparer.ts';
import {
  AIDE_MESURES,
  autreListeGardee,
  AVERTISSEMENTS_EN_MOTS,
  COLONNES_COMPARER,
  comptageDeListe,
  entreesEcartees,
  LEGENDE_COMPARER,
  MESSAGES_COMPARER,
  questionEnMots,
  RIEN_NE_CLASSE,
  TITRE_QUESTIONS,
} from '../domain/phrases-comparer.ts';
import { BOM } from '../lib/csv.ts';
import { lireLignes } from './comparer-donnees.ts';
import {
  cheminDe,
  csvDeListe,
  ecrireFragment,
  garderListe,
  lireFragment,
  lireListe,
  MAX_ENTREES,
  memeListe,
  unir,
  type Entree,
  type EntreeLue,
} from './comparer-etat.ts';
import type { MotsDeComparaison } from './comparer-mots.ts';
import { corpsDEntree, creer } from './comparer-table.ts';

const memoire = (): Storage => localStorage;

/** Makes the page live: the fragment says what is compared; an empty one shows the list kept in this browser. */
export function monter(root: HTMLElement): void {
  const get = (selector: string): HTMLElement => {
    const element = root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`comparison page without ${selector}`);
    return element;
  };
  const mots = JSON.parse(root.dataset.mots ?? '{}') as MotsDeComparaison;
  const statut = get('[data-statut]');
  const select = get('[data-region]') as HTMLSelectElement;
  let turn = 0;
  get('[data-outil]').hidden = false;
  get('#questions').textContent = TITRE_QUESTIONS;

  function aller(entrees: readonly Entree[], region = select.value): Promise<void> {
    const fragment = ecrireFragment({ entrees: [...entrees], ...(region !== '' && { region }) });
    history.replaceState(null, '', fragment === '' ? location.pathname : `#${fragment}`);
    return montrer();
  }

  async function montrer(message = ''): Promise<void> {
    const mine = ++turn;
    const asked = lireFragment(location.hash);
    const entrees = asked.entrees.length > 0 ? asked.entrees : lireListe(memoire);
    select.value = asked.region ?? '';
    if (asked.entrees.length === 0 && entrees.length > 0)
      history.replaceState(null, '', `#${ecrireFragment({ ...asked, entrees })}`);
    statut.textContent = MESSAGES_COMPARER.chargement;
    const read = await Promise.all(entrees.map((entree) => lireLignes(entree, asked.region)));
    if (mine !== turn) return;
    const lues = read.filter((one) => typeof one !== 'string');
    const count = (echec: string): number => read.filter((one) => one === echec).length;
    const notes = entreesEcartees(asked.refusees, asked.enTrop, count('inconnue'), count('muette'));
    statut.textContent = [message, comptageDeListe(lues.length), ...notes].filter((text) => text !== '').join(' ');
    dessiner(lues, asked.region);
    actions(lues);
  }

  function dessiner(lues: EntreeLue[], region: string | undefined): void {
    const lignes = lues.flatMap((lue) => lue.lignes);
    const warnings = avertissementsDe(lignes).map((name) => creer('li', {}, AVERTISSEMENTS_EN_MOTS[name]));
    get('[data-avertissements]').replaceChildren(...warnings);
    get('[data-avertissements]').hidden = warnings.length === 0;
    const heads = COLONNES_COMPARER.map((name) => creer('th', { scope: 'col' }, name));
    const bodies = lues.map((lue) => corpsDEntree(lue, { mots, region }));
    const table = creer(
      'table',
      {},
      creer('caption', {}, LEGENDE_COMPARER),
      creer('thead', {}, creer('tr', {}, ...heads)),
      ...bodies,
    );
    const notes = [RIEN_NE_CLASSE, AIDE_MESURES].map((text) => creer('p', { class: 'discret' }, text));
    get('[data-table]').replaceChildren(...(lues.length === 0 ? [] : [table, ...notes]));
    get('[data-questions]').replaceChildren(
      ...questionsAPoser(lignes).map((question) => creer('li', {}, questionEnMots(question))),
    );
    get('[data-adresse]').textContent = location.href;
    for (const button of root.querySelectorAll<HTMLElement>('[data-retirer]'))
      button.addEventListener('click', () => void retirer(lues, button.dataset.retirer ?? ''));
  }

  async function retirer(lues: EntreeLue[], chemin: string): Promise<void> {
    const shown = lues.map(({ entree }) => entree);
    const rank = shown.findIndex((entree) => cheminDe(entree) === chemin);
    const rest = shown.filter((entree) => cheminDe(entree) !== chemin);
    if (memeListe(shown, lireListe(memoire))) garderListe(rest, memoire);
    await aller(rest);
    const buttons = root.querySelectorAll<HTMLElement>('[data-retirer]');
    (buttons[Math.min(rank, buttons.length - 1)] ?? get('[data-table]')).focus();
  }

  function actions(lues: EntreeLue[]): void {
    const shown = lues.map(({ entree }) => entree);
    const kept = lireListe(memoire);
    const differs = !memeListe(shown, kept);
    const union = unir(kept, shown);
    get('[data-autre]').hidden = kept.length === 0 || !differs;
    get('[data-autre]').textContent = autreListeGardee(kept.length);
    const keep = async (list: Entree[], message: string): Promise<void> => {
      const done = garderListe(list, memoire);
      await aller(list);
      statut.textContent = done ? message : MESSAGES_COMPARER.refus;
      get('[data-table]').focus();
    };
    const offers: [boolean, string, () => unknown][] = [
      [
        differs && kept.length > 0 && union.length <= MAX_ENTREES,
        'Ajouter à ma liste',
        () => keep(union, MESSAGES_COMPARER.ajoutee),
      ],
      [differs && shown.length > 0, 'Garder cette liste', () => keep(shown, MESSAGES_COMPARER.gardee)],
      [differs && kept.length > 0, 'Voir ma liste', () => aller(kept)],
      [
        kept.length > 0,
        'Effacer la liste gardée',
        () => (garderListe([], memoire), montrer(MESSAGES_COMPARER.oubliee)),
      ],
      [lues.length > 0, 'Copier le lien', copier],
      [lues.length > 0, 'Télécharger en CSV', () => telecharger(lues)],
      [lues.length > 0, 'Imprimer', () => print()],
    ];
    get('[data-actions]').replaceChildren(
      ...offers
        .filter(([isOffered]) => isOffered)
        .map(([, name, act]) => {
          const button = creer('button', { type: 'button' }, name);
          button.addEventListener('click', () => void act());
          return button;
        }),
    );
  }

  async function copier(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      statut.textContent = MESSAGES_COMPARER.copie;
    } catch {
      statut.textContent = MESSAGES_COMPARER.copieImpossible;
    }
  }

  select.addEventListener('change', () => void aller(lireFragment(location.hash).entrees));
  addEventListener('hashchange', () => void montrer());
  void montrer();
}

function telecharger(lues: readonly EntreeLue[]): void {
  const url = URL.createObjectURL(new Blob([BOM + csvDeListe(lues, location.origin)], { type: 'text/csv' }));
  creer('a', { href: url, download: 'ma-liste.csv' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
