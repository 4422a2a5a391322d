import { ecrireEtat, FACETTES, lireEtat, phraseDeStatut, type EtatDeRecherche } from './recherche-etat.ts';
import { chargerNoms } from './recherche-noms.ts';
import { chercher, prechauffer, type Reponse, type Resultat } from './recherche-moteur.ts';

/** Results shown at once. */
const PAR_PAGE = 20;
/** Milliseconds without a key before a search begins. */
const PAUSE = 200;

const NOMS_DES_GENRES: Record<string, string> = {
  formation: 'Formation',
  etablissement: 'Établissement',
  region: 'Région',
  famille: 'Famille de métiers',
  domaine: 'Domaine',
  diplome: 'Type de diplôme',
};

/** The elements of Recherche.astro; the component and this module are written together. */
function elements(root: HTMLElement) {
  const get = <T extends HTMLElement>(selector: string, type: new () => T): T => {
    const element = root.querySelector(selector);
    if (!(element instanceof type)) throw new Error(`search page without ${selector}`);
    return element;
  };
  return {
    form: get('form', HTMLFormElement),
    champ: get('input[type="search"]', HTMLInputElement),
    facettes: get('fieldset', HTMLFieldSetElement),
    affiner: get('details', HTMLDetailsElement),
    statut: get('[data-statut]', HTMLElement),
    liste: get('[data-resultats]', HTMLOListElement),
    suite: get('[data-suite]', HTMLButtonElement),
    aide: get('[data-sans-resultat]', HTMLElement),
  };
}
type Elements = ReturnType<typeof elements>;

/** What a search needs is fetched when the field gets the focus; a failure is said when the words come. */
function preparer(): void {
  void prechauffer().catch(() => undefined);
  void chargerNoms().catch(() => undefined);
}

/** Makes the search page live: the field and the facets ask the index, the address follows, the list is rebuilt. */
export function monter(root: HTMLElement): void {
  const page = elements(root);
  let current = 0;
  let timer: number | undefined;

  const lancer = async (etat: EtatDeRecherche): Promise<void> => {
    const turn = ++current;
    const isStale = (): boolean => turn !== current;
    if (ecrireEtat(etat) === '') {
      vider(page);
      return;
    }
    page.statut.textContent = 'Recherche en cours…';
    page.liste.setAttribute('aria-busy', 'true');
    try {
      const reponse = await chercher(etat);
      const premiers = await reponse.charger(0, PAR_PAGE);
      if (!isStale()) montrer(page, etat, reponse, premiers);
    } catch (error) {
      if (isStale()) return;
      vider(page);
      page.aide.hidden = false;
      page.statut.textContent = "La recherche n'a pas pu se charger. Les listes ci-dessous mènent à toutes les pages.";
      console.error(error);
    }
  };

  const suivre = (mode: 'pushState' | 'replaceState'): void => {
    const etat = lireFormulaire(page);
    const address = `${location.pathname}${ecrireEtat(etat)}`;
    if (address !== location.pathname + location.search) history[mode](null, '', address);
    void lancer(etat);
  };

  page.facettes.disabled = false;
  page.champ.addEventListener('focus', preparer, { once: true });
  page.champ.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => suivre('replaceState'), PAUSE);
  });
  page.facettes.addEventListener('change', () => suivre('pushState'));
  page.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    suivre('pushState');
  });
  addEventListener('popstate', () => reprendre());

  function reprendre(): void {
    const etat = lireEtat(location.search);
    page.champ.value = etat.q;
    for (const facette of FACETTES) {
      const select = page.form.elements.namedItem(facette);
      if (select instanceof HTMLSelectElement) select.value = etat.filtres[facette] ?? '';
    }
    page.affiner.open ||= Object.keys(etat.filtres).length > 0;
    void lancer(etat);
  }
  reprendre();
}

function lireFormulaire(page: Elements): EtatDeRecherche {
  const data = new FormData(page.form);
  const params = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') params.set(name, value);
  return lireEtat(`?${params.toString()}`);
}

function vider(page: Elements): void {
  page.liste.replaceChildren();
  page.liste.removeAttribute('aria-busy');
  page.statut.textContent = '';
  page.suite.hidden = true;
  page.aide.hidden = true;
}

function montrer(page: Elements, etat: EtatDeRecherche, reponse: Reponse, premiers: Resultat[]): void {
  const total = reponse.exacts + reponse.proches;
  vider(page);
  page.statut.textContent = phraseDeStatut(reponse.exacts, reponse.proches, etat.q);
  page.aide.hidden = total > 0;
  page.liste.append(...premiers.map(ligne));
  let shown = PAR_PAGE;
  page.suite.hidden = total <= shown;
  page.suite.onclick = async () => {
    const suivants = (await reponse.charger(shown, shown + PAR_PAGE)).map(ligne);
    shown += PAR_PAGE;
    page.suite.hidden = total <= shown;
    page.liste.append(...suivants);
    suivants[0]?.querySelector('a')?.focus();
  };
}

/** One result. Text only: what the index holds is raw (ENGINEERING § 0.6). */
function ligne({ url, titre, precision, genre }: Resultat): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.resultat = genre;
  const link = document.createElement('a');
  link.href = url;
  link.textContent = titre;
  const detail = document.createElement('span');
  detail.textContent = [NOMS_DES_GENRES[genre], precision]
    .filter((text) => text !== undefined && text !== '')
    .join(' · ');
  item.append(link, detail);
  return item;
}
