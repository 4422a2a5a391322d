import type { Bilan } from '../domain/catalogue/bilan.ts';
import {
  ANNULEE,
  COLONNES_DE_COUVERTURE,
  EN_COURS,
  fauteEnMots,
  FICHIER_UNIQUE,
  inconnusEnMots,
  lectureEnMots,
  LEGENDE_DE_COUVERTURE,
  lieuEnMots,
  PANNE,
  phraseDeBilan,
  phraseDesColonnes,
  phraseDuFormat,
  progressionEnMots,
  remarques,
  RESEAU,
  tableDeCouverture,
  type FauteEnMots,
  type LigneDeCouverture,
  type MotsDesAbsences,
} from '../domain/phrases-catalogue.ts';
import { formatEntier } from '../lib/format-leger.ts';
import { urls } from '../lib/urls.ts';
import { creer } from './creer.ts';
import type { Demande, Reponse } from './mon-catalogue-messages.ts';

/** The page « Mon catalogue »: the file goes to a worker, the answer comes back; nothing else does. */
class MonCatalogue {
  private readonly root: HTMLElement;
  private readonly mots: MotsDesAbsences;
  private readonly champ: HTMLInputElement;
  private worker: Worker | undefined;
  private lien = '';

  constructor(root: HTMLElement) {
    this.root = root;
    this.mots = JSON.parse(root.dataset.mots ?? '{}') as MotsDesAbsences;
    this.champ = this.get('input') as HTMLInputElement;
    this.champ.addEventListener('change', () => this.choisir([...(this.champ.files ?? [])]));
    this.get('[data-annuler]').addEventListener('click', () => this.annuler());
    this.ecouterLeDepot();
    this.get('[data-outil]').hidden = false;
  }

  private get(selector: string): HTMLElement {
    const element = this.root.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`catalogue page without ${selector}`);
    return element;
  }

  private ecouterLeDepot(): void {
    const depot = this.get('[data-depot]');
    const hover = (isOver: boolean) => (event: DragEvent) => {
      event.preventDefault();
      depot.classList.toggle('survol', isOver);
    };
    depot.addEventListener('dragenter', hover(true));
    depot.addEventListener('dragover', hover(true));
    depot.addEventListener('dragleave', hover(false));
    depot.addEventListener('drop', (event) => {
      hover(false)(event);
      this.choisir([...(event.dataTransfer?.files ?? [])]);
    });
  }

  private choisir(fichiers: readonly File[]): void {
    const [fichier] = fichiers;
    if (fichier === undefined) return;
    this.arreter();
    this.get('[data-resultat]').replaceChildren();
    if (fichiers.length > 1) {
      this.refuser(FICHIER_UNIQUE);
      return;
    }
    this.dire(EN_COURS);
    this.erreur('');
    this.avancer({ octets: 0, lignes: 0 }, fichier.size);
    const worker = new Worker(new URL('./mon-catalogue.worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Reponse>) => this.recevoir(data, fichier));
    worker.addEventListener('error', () => this.recevoir({ genre: 'panne' }, fichier));
    worker.postMessage({ source: fichier, adresse: location.origin } satisfies Demande);
  }

  /** Stops the work, forgets its memory and lets the same file be chosen again. */
  private arreter(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.champ.value = '';
    this.get('[data-avance]').hidden = true;
    URL.revokeObjectURL(this.lien);
  }

  private annuler(): void {
    this.arreter();
    this.dire(ANNULEE);
    this.champ.focus();
  }

  private recevoir(reponse: Reponse, fichier: File): void {
    if (reponse.genre === 'avance') {
      this.avancer(reponse, fichier.size);
      return;
    }
    const hadFocus = this.get('[data-avance]').contains(document.activeElement);
    this.arreter();
    if (hadFocus) this.champ.focus();
    if (reponse.genre === 'fini') this.montrer(reponse.bilan, reponse.enrichi, fichier.name);
    else if (reponse.genre === 'refuse') this.refuser(fauteEnMots(reponse.faute));
    else if (reponse.genre === 'illisible') this.refuser(lectureEnMots(reponse.faute, reponse.ligne));
    else {
      this.dire('');
      this.erreur(reponse.genre === 'reseau' ? RESEAU : PANNE);
    }
  }

  private dire(texte: string): void {
    this.get('[data-statut]').textContent = texte;
  }

  private erreur(texte: string): void {
    this.get('[data-erreur]').textContent = texte;
    this.get('[data-erreur]').hidden = texte === '';
  }

  private refuser({ attendu, recu, conseil, lignes }: FauteEnMots): void {
    this.dire('');
    const where = lignes.length === 0 ? '' : ` (${lieuEnMots(lignes)})`;
    this.erreur(`Attendu\u00a0: ${attendu}. Reçu\u00a0: ${recu}${where}. Que faire\u00a0: ${conseil}`);
  }

  private avancer({ octets, lignes }: { octets: number; lignes: number }, total: number): void {
    const part = progressionEnMots(octets, total, lignes);
    this.get('[data-avance]').hidden = false;
    this.get('progress').setAttribute('value', String(octets / Math.max(1, total)));
    this.get('[data-part]').textContent = part;
  }

  private montrer(bilan: Bilan, enrichi: Blob, nom: string): void {
    this.dire(phraseDeBilan(bilan));
    this.lien = URL.createObjectURL(enrichi);
    const sortie = `${nom.replace(/\.[^.]*$/, '')}-enrichi.csv`;
    const telecharger = creer(
      'a',
      { href: this.lien, download: sortie, class: 'bouton', 'data-telecharger': '' },
      `Télécharger ${sortie}`,
    );
    this.get('[data-resultat]').replaceChildren(
      creer('p', {}, telecharger),
      tableau(tableDeCouverture(bilan, this.mots)),
      ...inconnus(bilan),
      ...[phraseDesColonnes(bilan.colonnes), phraseDuFormat(bilan.format), ...remarques(bilan)].map((texte) =>
        creer('p', { class: 'discret' }, texte),
      ),
    );
  }
}

function tableau(lignes: readonly LigneDeCouverture[]): HTMLTableElement {
  const heads = COLONNES_DE_COUVERTURE.map((nom) => creer('th', { scope: 'col' }, nom));
  const rows = lignes.flatMap(({ statut, avecChiffre, titre, conseil, nombre, part }) => {
    const isReason = !avecChiffre && statut !== 'sans_code';
    const name = isReason ? creer('a', { href: urls.comprendre(statut) }, titre) : titre;
    return [
      creer(
        'tr',
        { 'data-statut-de-ligne': statut },
        creer('th', { scope: 'row' }, name),
        creer('td', {}, formatEntier(nombre)),
        creer('td', {}, part),
      ),
      creer('tr', { class: 'conseil' }, creer('td', { colspan: '3', class: 'discret' }, conseil)),
    ];
  });
  return creer(
    'table',
    {},
    creer('caption', {}, LEGENDE_DE_COUVERTURE),
    creer('thead', {}, creer('tr', {}, ...heads)),
    creer('tbody', {}, ...rows),
  );
}

function inconnus(bilan: Bilan): HTMLElement[] {
  if (bilan.inconnus.length === 0) return [];
  const { titre, elements } = inconnusEnMots(bilan);
  return [
    creer(
      'details',
      { 'data-inconnus': '' },
      creer('summary', {}, titre),
      creer('ul', {}, ...elements.map((texte) => creer('li', {}, texte))),
    ),
  ];
}

/** Makes the page live. */
export const monter = (root: HTMLElement): unknown => new MonCatalogue(root);
