import { codeNu } from '../domain/code-officiel.ts';
import { codeDeLElement, codeDeLImage, codeDuCadre, titreDuCadre } from '../domain/codes-a-copier.ts';
import { twinOf } from '../lib/urls.ts';
import {
  adresseDesCartes,
  fragmentDe,
  LANGUES_DES_CARTES,
  PAR_DEFAUT,
  TAILLES,
  THEMES,
  TOUTES,
  type Cible,
  type Presentation,
} from './integrer-options.ts';

/** The three ways to put a card in a page: a frame without script, an image, an element. */
export const FORMES = ['cadre', 'image', 'element'] as const;
export type Forme = (typeof FORMES)[number];

/** What the builder is asked; the fragment of its address says it, so that a choice can be sent to somebody. */
export interface EtatDuWidget extends Cible, Presentation {
  forme: Forme;
  /** Stay with this edition. */
  figee: boolean;
}

const CHAMPS = {
  code: /^[0-9A-Z]{3,20}$/,
  region: /^[0-9A-Z]{2}$/,
  uai: /^[0-9]{7}[A-Z]$/,
};

const choisir = <T extends string>(values: readonly T[], value: string | null, byDefault: T): T =>
  values.find((candidate) => candidate === value) ?? byDefault;

/** The state that a fragment or a form says; what is not understood is left out. */
export function lireEtatDuWidget(params: URLSearchParams): EtatDuWidget {
  const lire = (nom: keyof typeof CHAMPS): string | undefined => {
    const value = codeNu(params.get(nom) ?? '').toUpperCase();
    return CHAMPS[nom].test(value) ? value : undefined;
  };
  return {
    ...{ code: lire('code'), region: lire('region'), uai: lire('uai') },
    langue: choisir(LANGUES_DES_CARTES, params.get('langue'), PAR_DEFAUT.langue),
    taille: choisir(TAILLES, params.get('taille'), PAR_DEFAUT.taille),
    theme: choisir(THEMES, params.get('theme'), PAR_DEFAUT.theme),
    forme: choisir(FORMES, params.get('forme'), 'cadre'),
    figee: params.get('edition') === 'figee',
  };
}

/** The fragment of a state, without `#`: what is as by default is not said. */
export function ecrireEtatDuWidget({ code, region, uai, figee, ...choix }: EtatDuWidget): string {
  const defaut: Record<string, string> = { ...PAR_DEFAUT, forme: 'cadre' };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ code, region, uai })) if (value !== undefined) params.set(name, value);
  for (const [name, value] of Object.entries(choix)) if (value !== defaut[name]) params.set(name, value);
  if (figee) params.set('edition', 'figee');
  return params.toString();
}

/** What the codes lead to. `uai` alone: a school; both: a course in a school. */
export interface CarteTrouvee {
  /** CFD or SISE of the page of the formation; undefined for a school. */
  code?: string | undefined;
  /** Of a course in a school: which of its cards. */
  cle?: string;
  nom: string;
  /** Path of the page that says more. */
  page: string;
}

interface Site {
  /** Without final slash. */
  adresse: string;
  /** ISO day of this edition. */
  edition: string;
}

/** Address of the cards in a frame, from the root of the site; with a school, the fragment names the asked course. */
export function adresseDuCadre(etat: EtatDuWidget, { code, cle = TOUTES }: CarteTrouvee, edition: string): string {
  const path = adresseDesCartes({ ...etat, code }, etat.figee ? edition : undefined);
  return `${path}#${fragmentDe(cle, etat)}`;
}

/** Path of the image: of a formation, a region, a school, or one course of a school. */
export function adresseDeLImage(etat: EtatDuWidget, { code, cle }: CarteTrouvee, edition: string): string {
  const cartes = adresseDesCartes({ ...etat, code }, etat.figee ? edition : undefined);
  return etat.uai === undefined || cle === undefined ? twinOf(cartes, 'svg') : `${cartes}${cle}.svg`;
}

/** The lines to copy. `hauteur`: of the frame, in pixels, when the card was measured. */
export function codeACopier(etat: EtatDuWidget, carte: CarteTrouvee, site: Site, hauteur?: number): string {
  const titre = titreDuCadre(carte.nom);
  if (etat.forme === 'image')
    return codeDeLImage({
      image: site.adresse + adresseDeLImage(etat, carte, site.edition),
      page: site.adresse + carte.page,
      titre,
    });
  if (etat.forme === 'cadre')
    return codeDuCadre({
      adresse: site.adresse + adresseDuCadre(etat, carte, site.edition),
      titre,
      ...(hauteur !== undefined && { hauteur }),
    });
  return codeDeLElement(`${site.adresse}/integrer/et-apres.js`, attributsDeLElement(etat, site.edition));
}

/** Attributes of the element, those as by default left out. */
export const attributsDeLElement = (
  { code, uai, region, langue, taille, theme, figee }: EtatDuWidget,
  edition: string,
): Record<string, string | undefined> => ({
  code,
  uai,
  region: uai === undefined ? region : undefined,
  lang: langue === PAR_DEFAUT.langue ? undefined : langue,
  taille: taille === PAR_DEFAUT.taille ? undefined : taille,
  theme: theme === PAR_DEFAUT.theme ? undefined : theme,
  edition: figee ? edition : undefined,
});
