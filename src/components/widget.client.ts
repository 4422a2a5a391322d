import { creer } from './creer.ts';
import { NOMBRE_DE_PROPOSITIONS, Propositions, type Proposition } from './propositions.ts';
import { chargerNoms } from './recherche-noms.ts';
import { codeDeLaPage } from '../lib/slug.ts';
import { trouverLaCarte, type SansCarte } from './widget-carte.ts';
import {
  adresseDeLImage,
  adresseDuCadre,
  attributsDeLElement,
  codeACopier,
  ecrireEtatDuWidget,
  lireEtatDuWidget,
  type CarteTrouvee,
  type EtatDuWidget,
} from './widget-etat.ts';

/** What the page says, written in it by the build. */
interface Mots {
  absences: Record<SansCarte, string>;
  pret: string;
  copie: string;
  sansCopie: string;
  attente: string;
}

/** Proposes formations under the field of codes; each is a link to its own fragment. */
class FormationsProposees extends Propositions {
  protected override preparer(): Promise<unknown> {
    return chargerNoms();
  }

  protected override async trouver(texte: string): Promise<Proposition[] | undefined> {
    if (/^[\d\s:]+$/.test(texte)) return [];
    const annuaire = await chargerNoms().catch(() => undefined);
    const formations = annuaire?.exacts(texte, ({ genre }) => genre === 'formation').noms;
    const found =
      formations?.length === 0 ? annuaire?.proches(texte, ({ genre }) => genre === 'formation') : formations;
    return found?.slice(0, NOMBRE_DE_PROPOSITIONS).map(({ url, titre, precision }) => {
      const etat = { ...lireEtatDuWidget(new URLSearchParams(location.hash.slice(1))), code: codeDeLaPage(url) };
      return { url: `#${ecrireEtatDuWidget({ ...etat, uai: undefined })}`, titre, precision };
    });
  }

  protected override compter(nombre: number): string {
    return nombre === 0 ? 'Aucun diplôme proposé.' : `Diplômes proposés : ${nombre}, flèche vers le bas pour y aller.`;
  }
}

/** Height of the preview before its card is measured, in pixels. */
const HAUTEUR = 400;

/** The choices, the preview and the lines to copy. The fragment of the address is the state. */
class ConstructeurDeCarte extends HTMLElement {
  private tour = 0;
  private mots!: Mots;

  connectedCallback(): void {
    this.mots = JSON.parse(this.dataset.mots ?? '{}') as Mots;
    const form = this.trouver('form');
    this.trouver('fieldset').disabled = false;
    const suivre = (): void => {
      location.hash = ecrireEtatDuWidget(this.lireLeFormulaire(form));
    };
    form.addEventListener('change', suivre);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      suivre();
    });
    this.trouver('[data-copier]').addEventListener('click', () => void this.copier());
    window.addEventListener('hashchange', () => void this.montrer());
    void this.montrer();
  }

  private trouver<K extends keyof HTMLElementTagNameMap>(selector: K): HTMLElementTagNameMap[K];
  private trouver(selector: string): HTMLElement;
  private trouver(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`${selector} is not in the page`);
    return found;
  }

  private lireLeFormulaire(form: HTMLFormElement): EtatDuWidget {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') params.set(name, value);
    return lireEtatDuWidget(params);
  }

  /** Writes the state of the address in the form. */
  private remplir(etat: EtatDuWidget): void {
    const form = this.trouver('form');
    const values: Record<string, string | undefined> = {
      ...etat,
      figee: undefined,
      edition: etat.figee ? 'figee' : '',
    };
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = value ?? '';
    }
  }

  private async montrer(): Promise<void> {
    const tour = ++this.tour;
    const etat = lireEtatDuWidget(new URLSearchParams(location.hash.slice(1)));
    this.remplir(etat);
    if (etat.code === undefined && etat.uai === undefined) {
      this.dire(this.mots.attente);
      return;
    }
    const carte = await trouverLaCarte(etat);
    if (tour !== this.tour) return;
    if (typeof carte === 'string') {
      this.dire(this.mots.absences[carte], carte);
      return;
    }
    this.apercevoir(etat, carte);
  }

  /** Nothing to copy: says why. */
  private dire(texte: string, absence?: string): void {
    this.trouver('[data-statut]').textContent = texte;
    if (absence === undefined) delete this.trouver('[data-statut]').dataset.absence;
    else this.trouver('[data-statut]').dataset.absence = absence;
    this.trouver('[data-apercu]').replaceChildren();
    this.trouver('[data-resultat-du-widget]').hidden = true;
  }

  private apercevoir(etat: EtatDuWidget, carte: CarteTrouvee): void {
    const edition = this.dataset.edition ?? '';
    const site = { adresse: this.dataset.site ?? location.origin, edition };
    const ecrire = (hauteur?: number): void => {
      this.trouver('textarea').value = codeACopier(etat, carte, site, hauteur);
    };
    const apercu = this.trouver('[data-apercu]');
    if (etat.forme === 'image') {
      const src = adresseDeLImage(etat, carte, edition);
      apercu.replaceChildren(creer('img', { src, alt: `Aperçu : ${carte.nom}`, width: '640' }));
    } else if (etat.forme === 'element') {
      const element = document.createElement('et-apres');
      for (const [name, value] of Object.entries(attributsDeLElement(etat, edition)))
        if (value !== undefined) element.setAttribute(name, value);
      apercu.replaceChildren(element);
      const script = '/integrer/et-apres.js';
      void import(/* @vite-ignore */ script);
    } else apercu.replaceChildren(this.cadre(adresseDuCadre(etat, carte, edition), carte.nom, ecrire));
    ecrire();
    this.trouver('[data-statut]').textContent = this.mots.pret;
    delete this.trouver('[data-statut]').dataset.absence;
    this.trouver('[data-resultat-du-widget]').hidden = false;
  }

  /** The card in a frame of this site, measured once it is there: the lines to copy then have its height. */
  private cadre(src: string, nom: string, mesurer: (hauteur: number) => void): HTMLIFrameElement {
    const frame = creer('iframe', { src, title: `Aperçu : ${nom}`, height: String(HAUTEUR) });
    frame.addEventListener('load', () => {
      const height = frame.contentDocument?.documentElement.scrollHeight ?? HAUTEUR;
      frame.height = String(height);
      mesurer(height);
    });
    return frame;
  }

  private async copier(): Promise<void> {
    const zone = this.trouver('textarea');
    try {
      await navigator.clipboard.writeText(zone.value);
      this.trouver('[data-statut]').textContent = this.mots.copie;
    } catch {
      zone.select();
      this.trouver('[data-statut]').textContent = this.mots.sansCopie;
    }
  }
}

customElements.define('formations-proposees', FormationsProposees);
customElements.define('constructeur-de-carte', ConstructeurDeCarte);
