import { chargerNoms, chargerNomsSansChiffre, type NomTrouve } from './recherche-noms.ts';

/** Names proposed at once: as many as a phone shows above its keyboard. */
const NOMBRE = 6;

/**
 * Proposes names under the field while one types, with mistakes forgiven. They are links: Enter still sends the form, the arrows go through the
 * links, Escape closes them. Without the names nothing is proposed, and the form works.
 */
class NomsProposes extends HTMLElement {
  private readonly liste = document.createElement('ul');
  private readonly statut = document.createElement('p');

  connectedCallback(): void {
    const champ = this.querySelector('input');
    if (champ === null) return;
    champ.autocomplete = 'off';
    this.liste.hidden = true;
    this.statut.className = 'cache';
    this.statut.role = 'status';
    this.append(this.liste, this.statut);
    champ.addEventListener('focus', () => void chargerNoms().catch(() => undefined), { once: true });
    champ.addEventListener('input', () => void this.proposer(champ));
    this.addEventListener('keydown', (event) => this.suivreLesFleches(event, champ));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.fermer();
    });
  }

  private async proposer(champ: HTMLInputElement): Promise<void> {
    const asked = champ.value;
    if (asked.trim().length < 2) {
      this.fermer();
      return;
    }
    const noms = await trouver(asked).catch(() => undefined);
    if (noms === undefined || champ.value !== asked) return;
    this.liste.replaceChildren(...noms.map(ligne));
    this.liste.hidden = noms.length === 0;
    this.statut.textContent = phraseDePropositions(noms.length);
  }

  private suivreLesFleches(event: KeyboardEvent, champ: HTMLInputElement): void {
    if (event.key === 'Escape' && !this.liste.hidden) {
      // A search field would lose its words.
      event.preventDefault();
      champ.focus();
      this.fermer();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || this.liste.hidden) return;
    event.preventDefault();
    const stops = [champ, ...this.liste.querySelectorAll('a')];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    stops[(here + step + stops.length) % stops.length]?.focus();
  }

  private fermer(): void {
    this.liste.hidden = true;
    this.statut.textContent = '';
  }
}

/** Names with figures, else the same with mistakes forgiven, else the names without figures. */
async function trouver(asked: string): Promise<NomTrouve[]> {
  const annuaire = await chargerNoms();
  const found = [annuaire.exacts(asked).noms, annuaire.proches(asked)].find((noms) => noms.length > 0);
  return (found ?? (await chargerNomsSansChiffre()).exacts(asked).noms).slice(0, NOMBRE);
}

const phraseDePropositions = (nombre: number): string => {
  if (nombre === 0) return 'Aucun nom proposé.';
  return nombre === 1
    ? '1 nom proposé, flèche vers le bas pour y aller.'
    : `${nombre} noms proposés, flèche vers le bas pour y aller.`;
};

function ligne({ url, titre, precision }: NomTrouve): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = titre;
  const detail = document.createElement('small');
  detail.textContent = precision;
  link.append(' ', detail);
  item.append(link);
  return item;
}

customElements.define('noms-proposes', NomsProposes);
