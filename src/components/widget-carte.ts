import { codeDeLaPage } from '../lib/slug.ts';
import { codesPossibles, resoudre } from './recherche-codes.ts';
import { adresseDesCartes } from './integrer-options.ts';
import type { CarteTrouvee, EtatDuWidget } from './widget-etat.ts';

/** Why no card can be shown. */
export type SansCarte = 'code_inconnu' | 'plusieurs' | 'sans_region' | 'panne';

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
    const found = await fetch(adresseDesCartes({ ...etat, code: carte.code }), { method: 'HEAD' });
    if (found.ok) return carte;
    return etat.region === undefined ? 'code_inconnu' : 'sans_region';
  } catch {
    return 'panne';
  }
}
