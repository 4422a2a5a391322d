/** A page or a choice that is proposed: a link with its name and a few words more. */
export interface Proposition {
  url: string;
  titre: string;
  precision: string;
}

/** As many as a phone shows above its keyboard. */
export const NOMBRE_DE_PROPOSITIONS = 6;

/**
 * Proposes links under the field that it holds while one types: Enter still sends the form, the arrows go through the links, Escape closes them.
 * When nothing can be had, nothing is proposed, and the form works.
 */
export abstract class Propositions extends HTMLElement {
  private readonly liste = document.createElement('ul');
  private readonly statut = document.createElement('p');

  /** Fewer letters propose nothing. */
  protected readonly minimum: number = 2;
  /** What answers; undefined when it cannot be had. */
  protected abstract trouver(texte: string): Promise<Proposition[] | undefined>;
  /** How many are proposed, for those who do not see them. */
  protected abstract compter(nombre: number): string;
  /** Asked once, when the field is first entered. */
  protected abstract preparer(): Promise<unknown>;

  connectedCallback(): void {
    const champ = this.querySelector('input');
    if (champ === null) return;
    champ.autocomplete = 'off';
    this.liste.hidden = true;
    this.statut.className = 'cache';
    this.statut.role = 'status';
    this.append(this.liste, this.statut);
    champ.addEventListener('focus', () => void this.preparer().catch(() => undefined), { once: true });
    champ.addEventListener('input', () => void this.proposer(champ));
    this.addEventListener('keydown', (event) => this.suivreLesFleches(event, champ));
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.fermer();
    });
    // On a slow network words are typed before this is here.
    if (champ === document.activeElement) {
      void this.preparer().catch(() => undefined);
      void this.proposer(champ);
    }
  }

  private async proposer(champ: HTMLInputElement): Promise<void> {
    const asked = champ.value;
    if (asked.trim().length < this.minimum) {
      this.fermer();
      return;
    }
    const trouvees = await this.trouver(asked);
    if (trouvees === undefined || champ.value !== asked) return;
    this.liste.replaceChildren(...trouvees.map(ligne));
    this.liste.hidden = trouvees.length === 0;
    this.statut.textContent = this.compter(trouvees.length);
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

  fermer(): void {
    this.liste.hidden = true;
    this.statut.textContent = '';
  }
}

function ligne({ url, titre, precision }: Proposition): HTMLLIElement {
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
