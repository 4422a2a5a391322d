import { codeDeLaPage } from '../lib/slug.ts';
import { codesPossibles, resoudre } from './recherche-codes.ts';
import { adresseDesCartes } from './integrer-options.ts';
import type { CarteTrouvee, EtatDuWidget } from './widget-etat.ts';

/** Why no card can be shown. */
export type SansCarte = 'code_inconnu' | 'plusieurs' | 'sans_region' | 'sans_formation' | 'panne';

const pageDe = async (code: string) => (await resoudre(codesPossibles(code)))?.pages ?? [];

/** What the codes of a state lead to, or why they lead to nothing. Never throws. */
export async function trouverLaCarte(etat: EtatDuWidget): Promise<CarteTrouvee | SansCarte> {
  try {
    const pages = await pageDe(etat.uai ?? etat.code ?? '');
    const [page] = pages;
    if (page === undefined) return 'code_inconnu';
    if (pages.length > 1) return 'plusieurs';
    const carte: CarteTrouvee = {
      code: etat.uai === undefined ? codeDeLaPage(page.url) : undefined,
      nom: page.titre,
      page: page.url,
    };
    const found = await fetch(adresseDesCartes({ ...etat, code: carte.code }));
    if (!found.ok) return etat.region === undefined ? 'code_inconnu' : 'sans_region';
    if (etat.uai === undefined || etat.code === undefined) return carte;
    const cle = await cleDansLEcole(await found.text(), etat.code);
    return cle === undefined ? 'sans_formation' : { ...carte, cle };
  } catch {
    return 'panne';
  }
}

/** The key of the card of a course in the page of a school, whatever the code that names the course; read, never shown. */
async function cleDansLEcole(html: string, code: string): Promise<string | undefined> {
  const cards = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('article')];
  const [page] = await pageDe(code);
  const formation = page === undefined ? code : codeDeLaPage(page.url);
  const card =
    cards.find(({ dataset }) => dataset.code === code) ?? cards.find(({ dataset }) => dataset.formation === formation);
  return card?.dataset.code;
}
