import {
  cadreProche,
  chercherCommunes,
  compterSansOffre,
  estPrecise,
  ranger,
  trouver,
} from '../domain/proximite-regles.ts';
import { bilanEnMots, communesProposees, MESSAGES_PROXIMITE } from '../domain/phrases-proximite.ts';
import type { Commune, FichierDepartement } from '../domain/proximite.ts';
import { slugify } from '../lib/slug.ts';
import { creer } from './creer.ts';
import { NOMBRE_DE_PROPOSITIONS, Propositions, type Proposition } from './propositions.ts';
import { toChoix, type Option } from './proximite-choix.ts';
import { chargerDepartement } from './proximite-donnees.ts';
import { ecrireEtat, lireEtat, type EtatDeProximite } from './proximite-etat.ts';
import { parCommune, parDistance } from './proximite-liste.ts';

/** Proposes the towns of the département under the field; each is a link to its own fragment. */
class CommunesProposees extends Propositions {
  private get departement(): string {
    return this.closest<HTMLElement>('ecoles-proches')?.dataset.departement ?? '';
  }

  protected override preparer(): Promise<unknown> {
    return chargerDepartement(this.departement);
  }

  protected override async trouver(texte: string): Promise<Proposition[] | undefined> {
    const fichier = await chargerDepartement(this.departement).catch(() => undefined);
    return fichier && chercherCommunes(fichier.communes, texte, NOMBRE_DE_PROPOSITIONS).map(toProposition);
  }

  protected override compter(nombre: number): string {
    return communesProposees(nombre);
  }
}

const cleDe = ({ nom }: Pick<Commune, 'nom'>): string => slugify(nom);

const toProposition = (commune: Commune): Proposition => ({
  url: `#${ecrireEtat({ ...lireEtat(location.hash), commune: cleDe(commune) })}`,
  titre: commune.nom,
  precision: commune.codes_postaux[0] ?? '',
});

/**
 * The schools of a département by distance from a town, or by course. The fragment says what is asked; an empty one leaves the whole list, from A
 * to Z, as it was written.
 */
class EcolesProches extends HTMLElement {
  private turn = 0;

  connectedCallback(): void {
    const form = this.get('form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.choisirCommune();
    });
    for (const select of form.querySelectorAll('select'))
      select.addEventListener('change', () => this.choisir(select.name));
    form.addEventListener('focusin', () => void this.preparer(), { once: true });
    addEventListener('hashchange', () => void this.montrer(true));
    if (location.hash !== '') void this.montrer();
  }

  private get(selector: string): HTMLElement {
    const element = this.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`near me without ${selector}`);
    return element;
  }

  /** No field where no town is known. */
  private get champ(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  /** No choices where no course is known. */
  private select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[name="${name}"]`);
  }

  private get departement(): string {
    return this.dataset.departement ?? '';
  }

  private dire(message: string): void {
    this.get('[data-statut]').textContent = message;
  }

  /** The choices, as soon as somebody comes near them. */
  private async preparer(): Promise<void> {
    const fichier = await chargerDepartement(this.departement).catch(() => undefined);
    if (fichier !== undefined && this.turn === 0) this.remplir([fichier], lireEtat(location.hash));
  }

  private aller(etat: EtatDeProximite): void {
    const fragment = ecrireEtat(etat);
    history.replaceState(null, '', fragment === '' ? location.pathname : `#${fragment}`);
    void this.montrer();
  }

  /** A select changed; another type, and the former formation is no longer one of its own. */
  private choisir(name: string): void {
    const value = (one: string): string => this.select(one)?.value ?? '';
    const formation = name === 'type' ? '' : value('formation');
    const asked = lireEtat(`type=${value('type')}&voie=${value('voie')}&formation=${formation}`);
    this.aller({ ...asked, commune: lireEtat(location.hash).commune });
  }

  /** Enter in the field, or its button: the town nearest to what was typed. */
  private async choisirCommune(): Promise<void> {
    const typed = this.champ?.value ?? '';
    const fichier = await chargerDepartement(this.departement).catch(() => undefined);
    if (fichier === undefined) {
      this.dire(MESSAGES_PROXIMITE.echec);
      return;
    }
    const [commune] = chercherCommunes(fichier.communes, typed, 1);
    if (commune === undefined && typed.trim() !== '') {
      this.dire(MESSAGES_PROXIMITE.inconnue);
      return;
    }
    const fragment = ecrireEtat({ ...lireEtat(location.hash), commune: commune && cleDe(commune) });
    if (`#${fragment}` === location.hash) await this.montrer(true);
    else location.hash = fragment;
  }

  /** `isMove`: the visitor chose a town; the reading goes on at what was found. */
  private async montrer(isMove = false): Promise<void> {
    const mine = ++this.turn;
    const etat = lireEtat(location.hash);
    if (ecrireEtat(etat) === '') {
      this.toutRevoir();
      return;
    }
    this.dire(MESSAGES_PROXIMITE.chargement);
    const propre = await chargerDepartement(this.departement).catch(() => undefined);
    if (mine !== this.turn) return;
    if (propre === undefined) {
      this.dire(MESSAGES_PROXIMITE.echec);
      return;
    }
    const commune = propre.communes.find((one) => cleDe(one) === etat.commune);
    const voisins = commune === undefined ? [] : propre.voisins.filter(({ cadre }) => cadreProche(commune, cadre));
    const read = await Promise.all(voisins.map(({ slug }) => chargerDepartement(slug).catch(() => undefined)));
    if (mine !== this.turn) return;
    const fichiers = read.filter((fichier) => fichier !== undefined);
    this.remplir([propre, ...fichiers], etat);
    this.dessiner(propre, fichiers, etat, commune, read.length - fichiers.length);
    if (isMove && commune !== undefined) this.get('[data-resultats] h2').focus();
  }

  private dessiner(
    propre: FichierDepartement,
    voisins: FichierDepartement[],
    recherche: EtatDeProximite,
    commune: Commune | undefined,
    manquants: number,
  ): void {
    const own = trouver(propre, recherche, commune);
    const groups = ranger(
      own,
      voisins.flatMap((fichier) => trouver(fichier, recherche, commune)),
    );
    const precise = estPrecise(recherche);
    const near = groups.paliers.filter(({ a }) => a !== undefined).flatMap(({ ecoles }) => ecoles);
    const isUnknown = recherche.commune !== undefined && commune === undefined;
    const isList = commune === undefined && !precise;
    const demande = { recherche, commune: commune?.nom };
    this.get('[data-resultats]').replaceChildren(
      ...(commune === undefined ? parCommune(isList ? [] : own, demande) : parDistance(groups, demande)),
    );
    this.get('[data-liste]').hidden = !isList;
    this.get('[data-tout]').hidden = isList;
    const bilan = bilanEnMots({
      lieu: commune?.nom ?? propre.nom,
      depuisUneCommune: commune !== undefined,
      nombre: commune === undefined ? own.length : near.length,
      precise,
      sansOffre: [propre, ...voisins].reduce((sum, fichier) => sum + compterSansOffre(fichier), 0),
      manquants,
    });
    this.dire(isUnknown ? `${MESSAGES_PROXIMITE.inconnue}${isList ? '' : ` ${bilan}`}` : bilan);
    if (commune !== undefined && this.champ !== null) this.champ.value = commune.nom;
    const proposees = this.querySelector('communes-proposees');
    if (proposees instanceof CommunesProposees) proposees.fermer();
  }

  private remplir(fichiers: readonly FichierDepartement[], etat: EtatDeProximite): void {
    const { types, voies, formations, type } = toChoix(fichiers, etat);
    this.remplirUn('type', types, type);
    this.remplirUn('voie', voies, etat.filiere ?? '');
    this.remplirUn('formation', formations, etat.formation ?? '');
  }

  private remplirUn(name: string, options: readonly Option[], value: string): void {
    const select = this.select(name);
    if (select === null) return;
    select.replaceChildren(...options.map(({ valeur, libelle }) => creer('option', { value: valeur }, libelle)));
    select.value = value;
  }

  private toutRevoir(): void {
    this.get('[data-resultats]').replaceChildren();
    this.get('[data-liste]').hidden = false;
    this.get('[data-tout]').hidden = true;
    (this.get('form') as HTMLFormElement).reset();
    this.dire('');
  }
}

customElements.define('communes-proposees', CommunesProposees);
customElements.define('ecoles-proches', EcolesProches);
