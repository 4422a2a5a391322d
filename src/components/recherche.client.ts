import { MESSAGES_RECHERCHE, phraseDeCodeSansPage, phraseDeStatut } from '../domain/phrases-recherche.ts';
import { ecrireEtat, FACETTES, lireEtat, type EtatDeRecherche } from './recherche-etat.ts';
import { chercher, type Reponse, type Resultat } from './recherche-moteur.ts';
import { ligneDeResultat } from './recherche-resultats.ts';

/** Results shown at once: each school is a request. */
const PAR_PAGE = 10;
/** Milliseconds without a key before a search begins. */
const PAUSE = 200;

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
    partout: get('[data-partout]', HTMLButtonElement),
    legende: get('[data-legende]', HTMLElement),
    tri: get('[data-tri]', HTMLElement),
    nomDeRegion: (code: string): string =>
      (JSON.parse(root.dataset.regions ?? '{}') as Record<string, string>)[code] ?? code,
    aide: get('[data-sans-resultat]', HTMLElement),
  };
}
type Elements = ReturnType<typeof elements>;

/** Makes the search page live: the field and the facets ask the index, the address follows, the list is rebuilt. */
export function monter(root: HTMLElement): void {
  const page = elements(root);
  let current = 0;
  let timer: number | undefined;

  const lancer = async (etat: EtatDeRecherche, partout = false): Promise<void> => {
    const turn = ++current;
    const isStale = (): boolean => turn !== current;
    if (ecrireEtat(etat) === '') {
      vider(page);
      return;
    }
    page.statut.textContent = MESSAGES_RECHERCHE.enCours;
    page.liste.setAttribute('aria-busy', 'true');
    try {
      const reponse = await chercher(etat, partout);
      const premiers = await reponse.charger(0, PAR_PAGE);
      if (isStale()) return;
      montrer(page, etat, reponse, premiers);
      page.partout.onclick = () => void lancer(etat, true).then(() => page.liste.querySelector('a')?.focus());
    } catch (error) {
      if (isStale()) return;
      vider(page);
      page.aide.hidden = false;
      page.statut.textContent = MESSAGES_RECHERCHE.panne;
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
    for (const nom of [...FACETTES, 'tri'] as const) {
      const select = page.form.elements.namedItem(nom);
      if (select instanceof HTMLSelectElement) select.value = (nom === 'tri' ? etat.tri : etat.filtres[nom]) ?? '';
    }
    page.affiner.open ||= etat.tri !== undefined || Object.keys(etat.filtres).length > 0;
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
  for (const element of [page.suite, page.partout, page.aide, page.legende, page.tri]) element.hidden = true;
}

function montrer(page: Elements, etat: EtatDeRecherche, reponse: Reponse, premiers: Resultat[]): void {
  const { exacts, proches, codeSansPage, partielle } = reponse;
  const total = exacts + proches;
  const ligne = (resultat: Resultat): HTMLLIElement => ligneDeResultat(resultat, page.nomDeRegion);
  vider(page);
  page.statut.textContent =
    codeSansPage === undefined
      ? phraseDeStatut(exacts, proches, etat.q)
      : phraseDeCodeSansPage(codeSansPage.code, codeSansPage.libelle);
  page.aide.hidden = total > 0;
  page.tri.hidden = etat.tri === undefined;
  page.legende.hidden = premiers.every(({ cartes }) => cartes.length === 0);
  page.liste.append(...premiers.map(ligne));
  let shown = PAR_PAGE;
  const finir = (): void => {
    page.suite.hidden = total <= shown;
    page.partout.hidden = !partielle || total > shown;
  };
  finir();
  page.suite.onclick = async () => {
    const suivants = (await reponse.charger(shown, shown + PAR_PAGE)).map(ligne);
    shown += PAR_PAGE;
    finir();
    page.liste.append(...suivants);
    suivants[0]?.querySelector('a')?.focus();
  };
}
