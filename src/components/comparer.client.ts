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
  TITRE_DU_CODE,
} from '../domain/phrases-comparer.ts';
import { BOM } from '../lib/csv.ts';
import { codeQr } from './code-qr.ts';
import { lireLignes } from './comparer-donnees.ts';
import {
  csvDeListe,
  ecrireFragment,
  garderListe,
  lireFragment,
  lireListe,
  MAX_ENTREES,
  memeListe,
  morceauDe,
  unir,
  type Entree,
  type EntreeLue,
} from './comparer-etat.ts';
import type { MotsDeComparaison } from './comparer-mots.ts';
import { corpsDEntree } from './comparer-table.ts';
import { creer } from './creer.ts';

const memoire = (): Storage => localStorage;

/** The comparison page: the fragment says what is compared; an empty one shows the list kept in this browser. */
class Comparaison {
  private readonly root: HTMLElement;
  private readonly mots: MotsDeComparaison;
  private readonly statut: HTMLElement;
  readonly select: HTMLSelectElement;
  private turn = 0;

  constructor(root: HTMLElement) {
    this.root = root;
    this.mots = JSON.parse(root.dataset.mots ?? '{}') as MotsDeComparaison;
    this.statut = this.get('[data-statut]');
    this.select = this.get('[data-region]') as HTMLSelectElement;
    this.get('[data-outil]').hidden = false;
  }

  private get(selector: string): HTMLElement {
    const element = this.root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`comparison page without ${selector}`);
    return element;
  }

  aller(entrees: readonly Entree[], region = this.select.value): Promise<void> {
    const fragment = ecrireFragment({ entrees: [...entrees], ...(region !== '' && { region }) });
    history.replaceState(null, '', fragment === '' ? location.pathname : `#${fragment}`);
    return this.montrer();
  }

  async montrer(message = ''): Promise<void> {
    const mine = ++this.turn;
    const asked = lireFragment(location.hash);
    const entrees = asked.entrees.length > 0 ? asked.entrees : lireListe(memoire);
    this.select.value = asked.region ?? '';
    if (asked.entrees.length === 0 && entrees.length > 0)
      history.replaceState(null, '', `#${ecrireFragment({ ...asked, entrees })}`);
    this.statut.textContent = MESSAGES_COMPARER.chargement;
    const read = await Promise.all(entrees.map((entree) => lireLignes(entree, asked.region)));
    if (mine !== this.turn) return;
    const lues = read.filter((one) => typeof one !== 'string');
    const count = (echec: string): number => read.filter((one) => one === echec).length;
    const notes = entreesEcartees(asked.refusees, asked.enTrop, count('inconnue'), count('muette'));
    this.statut.textContent = [message, comptageDeListe(lues.length), ...notes].filter((text) => text !== '').join(' ');
    this.dessiner(lues, asked.region);
    this.actions(lues);
  }

  private dessiner(lues: EntreeLue[], region: string | undefined): void {
    const lignes = lues.flatMap((lue) => lue.lignes);
    const warnings = avertissementsDe(lignes).map((name) => creer('li', {}, AVERTISSEMENTS_EN_MOTS[name]));
    this.get('[data-avertissements]').replaceChildren(...warnings);
    this.get('[data-avertissements]').hidden = warnings.length === 0;
    const heads = COLONNES_COMPARER.map((name) => creer('th', { scope: 'col' }, name));
    const bodies = lues.map((lue) => corpsDEntree(lue, { mots: this.mots, region }));
    const table = creer(
      'table',
      {},
      creer('caption', {}, LEGENDE_COMPARER),
      creer('thead', {}, creer('tr', {}, ...heads)),
      ...bodies,
    );
    const notes = [RIEN_NE_CLASSE, AIDE_MESURES].map((text) => creer('p', { class: 'discret' }, text));
    this.get('[data-table]').replaceChildren(...(lues.length === 0 ? [] : [table, ...notes]));
    this.get('[data-questions]').replaceChildren(
      ...questionsAPoser(lignes).map((question) => creer('li', {}, questionEnMots(question))),
    );
    this.get('[data-adresse]').textContent = location.href;
    for (const section of this.root.querySelectorAll<HTMLElement>('[data-si-liste]'))
      section.hidden = lues.length === 0;
    this.get('[data-qr]').replaceChildren(...(lues.length === 0 ? [] : [codeQr(location.href, TITRE_DU_CODE)]));
    for (const button of this.root.querySelectorAll<HTMLElement>('[data-retirer]'))
      button.addEventListener('click', () => void this.retirer(lues, button.dataset.retirer ?? ''));
    for (const select of this.root.querySelectorAll<HTMLSelectElement>('[data-cours]'))
      select.addEventListener('change', () => void this.preciser(lues, select));
  }

  /** A school gives its place in the list to one of its courses, or takes it back. */
  private async preciser(lues: EntreeLue[], { dataset, value }: HTMLSelectElement): Promise<void> {
    const rank = lues.findIndex(({ entree }) => morceauDe(entree) === dataset.cours);
    const entrees = lues.map(({ entree: { genre, cle, cours } }, here): Entree => {
      const kept = here === rank ? value : (cours ?? '');
      return { genre, cle, ...(kept !== '' && { cours: kept }) };
    });
    await this.aller(entrees);
    const asked = morceauDe(entrees[rank] ?? { genre: 'etablissements', cle: '' });
    this.root.querySelector<HTMLElement>(`[data-cours="${asked}"]`)?.focus();
  }

  private async retirer(lues: EntreeLue[], morceau: string): Promise<void> {
    const shown = lues.map(({ entree }) => entree);
    const rank = shown.findIndex((entree) => morceauDe(entree) === morceau);
    const rest = shown.filter((entree) => morceauDe(entree) !== morceau);
    if (memeListe(shown, lireListe(memoire))) garderListe(rest, memoire);
    await this.aller(rest);
    const buttons = this.root.querySelectorAll<HTMLElement>('[data-retirer]');
    (buttons[Math.min(rank, buttons.length - 1)] ?? this.get('[data-table]')).focus();
  }

  private actions(lues: EntreeLue[]): void {
    const shown = lues.map(({ entree }) => entree);
    const kept = lireListe(memoire);
    const differs = !memeListe(shown, kept);
    const union = unir(kept, shown);
    this.get('[data-autre]').hidden = kept.length === 0 || !differs;
    this.get('[data-autre]').textContent = autreListeGardee(kept.length);
    const keep = async (list: Entree[], message: string): Promise<void> => {
      const done = garderListe(list, memoire);
      await this.aller(list);
      this.statut.textContent = done ? message : MESSAGES_COMPARER.refus;
      this.get('[data-table]').focus();
    };
    const offers: [boolean, string, () => unknown][] = [
      [
        differs && kept.length > 0 && union.length <= MAX_ENTREES,
        'Ajouter à ma liste',
        () => keep(union, MESSAGES_COMPARER.ajoutee),
      ],
      [differs && shown.length > 0, 'Garder cette liste', () => keep(shown, MESSAGES_COMPARER.gardee)],
      [differs && kept.length > 0, 'Voir ma liste', () => this.aller(kept)],
      [
        kept.length > 0,
        'Effacer la liste gardée',
        () => (garderListe([], memoire), this.montrer(MESSAGES_COMPARER.oubliee)),
      ],
      [lues.length > 0, 'Copier le lien', () => this.copier()],
      [lues.length > 0, 'Télécharger en CSV', () => telecharger(lues)],
      [lues.length > 0, 'Imprimer', () => print()],
    ];
    this.get('[data-actions]').replaceChildren(
      ...offers
        .filter(([isOffered]) => isOffered)
        .map(([, name, act]) => {
          const button = creer('button', { type: 'button' }, name);
          button.addEventListener('click', () => void act());
          return button;
        }),
    );
  }

  private async copier(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.statut.textContent = MESSAGES_COMPARER.copie;
    } catch {
      this.statut.textContent = MESSAGES_COMPARER.copieImpossible;
    }
  }
}

/** Makes the page live. */
export function monter(root: HTMLElement): void {
  const page = new Comparaison(root);
  page.select.addEventListener('change', () => void page.aller(lireFragment(location.hash).entrees));
  addEventListener('hashchange', () => void page.montrer());
  void page.montrer();
}

function telecharger(lues: readonly EntreeLue[]): void {
  const url = URL.createObjectURL(new Blob([BOM + csvDeListe(lues, location.origin)], { type: 'text/csv' }));
  creer('a', { href: url, download: 'ma-liste.csv' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
