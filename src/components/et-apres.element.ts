/*
 * <et-apres code="50022137" region="53" uai="0350808N" lang="en" taille="compact" theme="sombre" edition="2026-11-24" niveau="3">
 *
 * Shows a card of « Et après ? » in the page that bears this element: what became of young people, out of 100, after a course. It fetches one page
 * of this site, which holds no script, and lays it in a shadow tree: the style of the page and that of the card do not meet, and its height is that
 * of its content. No cookie, no tracker, no key, nothing from anywhere else. MIT licence.
 */

/** Folder of the cards: this file lies in it. */
const RACINE = new URL('.', import.meta.url);

interface Mots {
  inconnu: string;
  region: string;
  ecole: string;
  panne: string;
  lien: string;
}
const MOTS: Record<'fr' | 'en', Mots> = {
  fr: {
    inconnu: "Code inconnu : ce code n'est pas dans les nomenclatures officielles de cette édition.",
    region: 'Pas de chiffre publié pour cette région. Voici ceux de la France ou des régions mesurées.',
    ecole: 'Pas de chiffre publié pour cette formation dans cet établissement.',
    panne: "Les chiffres n'ont pas pu être chargés.",
    lien: 'Les voir sur le site Et après ?',
  },
  en: {
    inconnu: 'Unknown code: it is not in the official reference tables of this edition.',
    region: 'No figure published for this region. Here are those of France, or of the regions that were measured.',
    ecole: 'No figure published for this course in this school.',
    panne: 'The figures could not be loaded.',
    lien: 'See them on the site Et après ? (in French)',
  },
};

/** A page of this site as a document: it is parsed, never run. Null when there is none. */
function lirePage(url: URL): Promise<Document | null> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.onreadystatechange = () => {
      if (request.readyState !== XMLHttpRequest.HEADERS_RECEIVED || request.status !== 404) return;
      // Its page is not read: the policy of the host would complain of its styles.
      request.abort();
      done(null);
    };
    request.onload = () => {
      if (request.status === 200 && request.responseXML !== null) done(request.responseXML);
      else fail(new Error(`HTTP ${request.status}`));
    };
    request.onerror = () => {
      fail(new Error('network'));
    };
    request.send();
  });
}

async function lireTexte(url: URL): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: HTTP ${response.status}`);
  return response.text();
}

const feuilles = new Map<string, Promise<CSSStyleSheet>>();

/** A style sheet of this site, asked for once for all the cards of the page. */
function lireFeuille(url: URL): Promise<CSSStyleSheet> {
  const known = feuilles.get(url.href);
  if (known !== undefined) return known;
  const started = lireTexte(url).then((text) => new CSSStyleSheet().replace(text));
  feuilles.set(url.href, started);
  // The next card asks again.
  started.catch(() => feuilles.delete(url.href));
  return started;
}

/** The code of the formation that an official code leads to; undefined when it leads to none, or to several. */
async function resoudre(code: string): Promise<string | undefined> {
  const response = await fetch(new URL(`/api/resoudre/${encodeURIComponent(code)}.json`, RACINE));
  if (!response.ok) return undefined;
  const { page } = (await response.json()) as { page?: { genre: string; code: string } };
  return page?.genre === 'formation' ? page.code : undefined;
}

/** What a code may be: it becomes a part of an address. `CFD:`, `MEFSTAT11:` and `SISE:` are left out. */
const lireCode = (value: string | null): string =>
  (value ?? '')
    .replace(/^[a-z0-9]+:/i, '')
    .trim()
    .toUpperCase();

const cartesDe = (page: ParentNode, code: string): HTMLElement[] => {
  const cards = [...page.querySelectorAll('article')];
  const ofFormation = cards.filter((card) => card.dataset.formation === code);
  return ofFormation.length > 0 ? ofFormation : cards.filter((card) => card.dataset.code === code);
};

class EtApres extends HTMLElement {
  static readonly observedAttributes = ['code', 'uai', 'region', 'edition', 'lang', 'niveau'];
  /** What is being shown: an answer that comes too late is dropped. */
  private tour = 0;
  private readonly arbre = this.attachShadow({ mode: 'open' });

  attributeChangedCallback(): void {
    if (this.isConnected) void this.montrer();
  }

  connectedCallback(): void {
    void this.montrer();
  }

  private get mots(): Mots {
    return MOTS[this.lang === 'en' ? 'en' : 'fr'];
  }

  private async montrer(): Promise<void> {
    const tour = ++this.tour;
    // Several attributes that change together are one change.
    await Promise.resolve();
    if (tour !== this.tour) return;
    this.setAttribute('aria-busy', 'true');
    const contenu = await this.chercher().catch(() => this.dire(this.mots.panne, undefined));
    if (tour !== this.tour) return;
    this.arbre.replaceChildren(...contenu);
    this.removeAttribute('aria-busy');
  }

  /** The card; else what can be shown in its place. */
  private async chercher(): Promise<Element[]> {
    const code = lireCode(this.getAttribute('code'));
    const uai = lireCode(this.getAttribute('uai'));
    const region = this.getAttribute('region') ?? '';
    if (uai !== '') {
      const page = await this.lire(`etablissements/${uai}/`);
      if (page === null) return this.dire(this.mots.inconnu, 'code_inconnu');
      const isThere = code === '' || cartesDe(page, code).length > 0;
      return isThere ? this.poser(page, code) : this.dire(this.mots.ecole, 'pas_encore_publiee');
    }
    if (code === '') return this.dire(this.mots.inconnu, 'code_inconnu');
    const formation = (await resoudre(code)) ?? code;
    const own = region === '' ? null : await this.lire(`formations/${formation}/${region}/`);
    const page = own ?? (await this.lire(`formations/${formation}/`));
    if (page === null) return this.dire(this.mots.inconnu, 'code_inconnu');
    const contenu = await this.poser(page, code);
    return region === '' || own !== null ? contenu : [...this.dire(this.mots.region, 'pas_encore_publiee'), ...contenu];
  }

  private lire(path: string): Promise<Document | null> {
    const edition = this.getAttribute('edition') ?? '';
    // Only letters, digits and hyphens: these values come from the page that bears the element.
    if (!/^[\w/-]+$/.test(path) || !/^[\d-]*$/.test(edition)) return Promise.resolve(null);
    const dossier = edition === '' || RACINE.pathname.includes('/editions/') ? '' : `editions/${edition}/`;
    return lirePage(new URL(dossier + path, RACINE));
  }

  /** The content of a page of cards, made ready for this one: the cards that the code names (a formation, or one of its records), else all. */
  private async poser(page: Document, code: string): Promise<Element[]> {
    const main = document.importNode(page.querySelector('main') ?? page.body, true);
    const chosen = cartesDe(main, code);
    for (const card of main.querySelectorAll('article')) if (chosen.length > 0 && !chosen.includes(card)) card.remove();
    for (const link of main.querySelectorAll('a')) link.href = new URL(link.getAttribute('href') ?? '', RACINE).href;
    const niveau = Number(this.getAttribute('niveau') ?? 3);
    for (const title of main.querySelectorAll('h1, h2'))
      title.ariaLevel = String(niveau + (title.localName === 'h1' ? 0 : 1));
    const feuille = page.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.getAttribute('href');
    if (feuille != null) this.arbre.adoptedStyleSheets = [await lireFeuille(new URL(feuille, page.URL))];
    // One `main` in a page: that of the host.
    const carte = document.createElement('div');
    carte.className = 'carte';
    carte.append(...main.childNodes);
    return [carte];
  }

  private dire(texte: string, absence: string | undefined): Element[] {
    const phrase = document.createElement('p');
    if (absence !== undefined) phrase.dataset.absence = absence;
    const link = document.createElement('a');
    link.href = new URL('/', RACINE).href;
    link.textContent = this.mots.lien;
    phrase.append(`${texte} `, link);
    return [phrase];
  }
}

if (customElements.get('et-apres') === undefined) customElements.define('et-apres', EtApres);
