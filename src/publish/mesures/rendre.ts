import {
  compterDefauts,
  type Defaut,
  type Mesures,
  type PageExaminee,
  type PoidsDeType,
} from '../../domain/mesures.ts';
import {
  ENTETES_ACCESSIBILITE,
  ENTETES_DEFAUTS,
  ENTETES_POIDS,
  INTRODUCTION_POIDS,
  introductionAccessibilite,
  nombreDePagesPesees,
  phraseDeBudget,
  reglesAilleurs,
} from '../../domain/textes/mesures.ts';
import { TYPES_DE_PAGE } from '../../domain/types-de-page.ts';
import { formatKo, formatNumber } from '../../lib/format.ts';
import { urls } from '../../lib/urls.ts';
import type { Place } from './remplir.ts';
import { renderLien, renderListe, renderParagraphe, renderTableau, type Cellule, type Ligne } from './tableau.ts';

/** What goes into each place of `/qualite/`. */
export function renderMesures(mesures: Mesures): Record<Place, string> {
  return { poids: renderPoids(mesures), accessibilite: renderAccessibilite(mesures) };
}

function renderPoids({ poids }: Mesures): string {
  const budgets = poids.map(phraseDeBudget).filter((phrase) => phrase !== null);
  return [
    ...INTRODUCTION_POIDS.map(renderParagraphe),
    ...(budgets.length === 0 ? [] : [renderListe(budgets)]),
    renderTableau({
      id: 'poids-titre',
      legende: 'Poids des pages, par type',
      entetes: ENTETES_POIDS,
      lignes: poids.map(toLigneDePoids),
    }),
    renderLien(urls.mesures(), 'Ces mesures en JSON'),
  ].join('');
}

function toLigneDePoids(poids: PoidsDeType): Ligne {
  const octets = (quoi: string, valeur: number, href?: string): Cellule => ({
    texte: formatKo(valeur),
    href,
    attributs: { 'data-indicateur': `poids_${quoi}_octets`, 'data-valeur': valeur },
  });
  return {
    attributs: { 'data-type-page': poids.type },
    cellules: [
      { texte: TYPES_DE_PAGE[poids.type], precision: nombreDePagesPesees(poids) },
      octets('mediane', poids.mediane),
      octets('p90', poids.p90),
      octets('maximum', poids.maximum, poids.plus_lourde),
    ],
  };
}

function renderAccessibilite(mesures: Mesures): string {
  const { pages } = mesures.examen;
  const defauts = pages.flatMap(toLignesDeDefauts);
  const [introduction = '', ...resultats] = introductionAccessibilite(mesures);
  return [
    renderParagraphe(introduction),
    renderListe(resultats),
    renderTableau({
      id: 'examen-titre',
      legende: 'Pages regardées et défauts trouvés, par type',
      entetes: ENTETES_ACCESSIBILITE,
      lignes: [...Map.groupBy(pages, ({ type }) => type).values()].map(toLigneDExamen),
    }),
    ...(defauts.length === 0
      ? []
      : [
          renderTableau({ id: 'defauts-titre', legende: 'Défauts trouvés', entetes: ENTETES_DEFAUTS, lignes: defauts }),
        ]),
    renderParagraphe(reglesAilleurs(mesures)),
  ].join('');
}

function toLigneDExamen(pages: readonly PageExaminee[]): Ligne {
  const [first] = pages;
  if (first === undefined) throw new Error('a type of pages without a page');
  const nombre = (indicateur: string, valeur: number): Cellule => ({
    texte: formatNumber(valeur),
    attributs: { 'data-indicateur': indicateur, 'data-valeur': valeur },
  });
  return {
    attributs: { 'data-type-page': first.type },
    cellules: [
      { texte: TYPES_DE_PAGE[first.type] },
      nombre('pages_regardees', pages.length),
      nombre('defauts_accessibilite', compterDefauts(pages.map((page) => ({ ...page, html: [] })))),
      nombre('defauts_html', compterDefauts(pages.map((page) => ({ ...page, accessibilite: [] })))),
    ],
  };
}

function toLignesDeDefauts({ url, accessibilite, html }: PageExaminee): Ligne[] {
  const toLigne =
    (outil: string) =>
    ({ regle, nombre, exemple }: Defaut): Ligne => ({
      cellules: [
        { texte: url, href: url },
        { texte: regle, precision: outil },
        { texte: formatNumber(nombre) },
        { texte: exemple },
      ],
    });
  return [...accessibilite.map(toLigne('axe-core')), ...html.map(toLigne('html-validate'))];
}
