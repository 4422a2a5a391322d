import { avecRegion, lireRegion, oublierRegion, regionDeLAdresse, retenirRegion } from './ma-region.ts';

const memoire = (): Storage => localStorage;

/**
 * The visitor's region, chosen once: remembered in this browser, carried in the address (`?region=bretagne`), said first on every page of a formation
 * that has figures there. Nothing moves: the style sheet keeps the room of the sentence.
 */
class MaRegion extends HTMLElement {
  connectedCallback(): void {
    for (const link of this.liens()) {
      link.addEventListener('click', () => {
        retenirRegion(regionDeLAdresse(link.pathname) ?? '', memoire);
      });
    }
    const choisie = this.dataset.ici ?? lireRegion(location.search, memoire);
    if (choisie === undefined) return;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/formations/"]'))
      link.setAttribute('href', avecRegion(link.getAttribute('href') ?? '', choisie));
    if (this.dataset.ici !== undefined) return;
    retenirRegion(choisie, memoire);
    history.replaceState(null, '', avecRegion(location.pathname + location.hash, choisie));
    this.dire(choisie);
  }

  private liens(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('li a')];
  }

  /** « Votre région : Bretagne. Au lycée : 16 travaillaient… », from the tables of regions of the page. */
  private dire(slug: string): void {
    const line = this.querySelector('.choisie');
    const choix = this.liens().find((link) => regionDeLAdresse(link.pathname) === slug);
    if (line === null) return;
    if (choix === undefined) line.append('Votre région ne publie pas de chiffre pour cette formation. ');
    else {
      const link = document.createElement('a');
      link.href = choix.href;
      link.textContent = choix.textContent.trim();
      line.append('Votre région\u00a0: ', link, '. ', ...this.chiffres(choix.textContent.trim()));
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'lien';
    button.textContent = 'Oublier ma région';
    button.addEventListener('click', () => {
      oublierRegion(memoire);
      location.assign(location.pathname);
    });
    line.append(button);
  }

  private chiffres(nom: string): string[] {
    return [...document.querySelectorAll<HTMLElement>('#regions-en-detail details')].flatMap((details) => {
      const row = [...details.querySelectorAll('tbody tr')].find(
        (tr) => tr.querySelector('th')?.firstChild?.textContent?.trim() === nom,
      );
      const parts = [...(row?.querySelectorAll<HTMLElement>('td[data-etat]') ?? [])];
      if (parts.length === 0) return [];
      const [emploi = '', formation = '', autre = ''] = parts.map(({ dataset }) => dataset.valeur ?? '');
      // « Comparer 17 régions : au lycée, en 2 ans »
      const voie = details.querySelector('summary')?.textContent.split('\u00a0: ').at(-1)?.trim() ?? '';
      return [
        `${voie.charAt(0).toUpperCase()}${voie.slice(1)}\u00a0: sur 100, ${emploi} travaillaient, ${formation} étudiaient, ${autre} en autre situation. `,
      ];
    });
  }
}

customElements.define('ma-region', MaRegion);
