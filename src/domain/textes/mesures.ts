import { formatKo, formatNumber, plural } from '../../lib/format.ts';
import { compterDefauts, NB_PAGES_PESEES, type Mesures, type PoidsDeType } from '../mesures.ts';
import { TYPES_DE_PAGE } from '../types-de-page.ts';
import { composer } from './typographie.ts';

/** The words of the sections « Poids des pages » and « Accessibilité » of `/qualite/`, written once the pages exist. */
export const INTRODUCTION_POIDS = [
  composer(
    "Le poids d'une page, c'est ce qu'un téléphone a reçu pour la montrer : son texte, ses styles et ses dessins, comprimés comme le fait un serveur courant (gzip, niveau 6). 1 Ko vaut 1 024 octets.",
  ),
  composer(
    `Quand un type compte plus de ${NB_PAGES_PESEES} pages, ${NB_PAGES_PESEES} ont été pesées, prises à intervalles réguliers dans la liste des adresses, et la plus longue en plus.`,
  ),
];

export const ENTETES_POIDS = ['Type de page', 'Page du milieu', '9 pages sur 10, au plus', 'La plus lourde'].map(
  composer,
);

/** « 3 545 pages, 201 pesées »; all of them: « 19 pages, toutes pesées ». */
export function nombreDePagesPesees({ pages, pesees }: PoidsDeType): string {
  const total = plural(pages, 'page', 'pages');
  if (pages === 1) return total;
  return pages === pesees ? `${total}, toutes pesées` : `${total}, ${formatNumber(pesees)} pesées`;
}

/** Is the budget of a type kept? Null when it has none. */
export function phraseDeBudget({ type, budget, p90, au_dessus: auDessus, pesees }: PoidsDeType): string | null {
  if (budget === null || auDessus === null) return null;
  const tenu = p90 <= budget ? 'limite tenue' : 'limite dépassée';
  const autres =
    auDessus === 0
      ? "Aucune page pesée n'est au-dessus."
      : `${formatNumber(auDessus)} des ${plural(pesees, 'page pesée', 'pages pesées')} ${auDessus === 1 ? 'est' : 'sont'} au-dessus.`;
  return composer(
    `${TYPES_DE_PAGE[type]} : ${tenu}. 9 pages sur 10 pèsent ${formatKo(p90)} au plus, pour une limite de ${formatKo(budget)}. ${autres}`,
  );
}

export const ENTETES_ACCESSIBILITE = ['Type de page', 'Pages', 'Défauts axe-core', 'Défauts de HTML'];
export const ENTETES_DEFAUTS = ['Page', 'Règle', 'Nombre', 'Exemple'];

/** What was looked at, and what was found. */
export function introductionAccessibilite({ examen }: Mesures): string[] {
  const { pages, outils } = examen;
  const faults = (outil: 'accessibilite' | 'html'): number =>
    compterDefauts(pages.map((page) => ({ accessibilite: [], html: [], [outil]: page[outil] })));
  const said = (count: number): string => (count === 0 ? 'aucun défaut' : plural(count, 'défaut', 'défauts'));
  return [
    composer(
      `${plural(pages.length, 'page', 'pages')} : la plus légère, celle du milieu et la plus lourde de chaque type. Deux programmes y ont cherché des défauts pendant la construction du site, volets ouverts.`,
    ),
    composer(
      `axe-core ${outils.axe} (WCAG 2.2 A et AA, bonnes pratiques), ${plural(examen.regles.length, 'règle a répondu', 'règles ont répondu')} : ${said(faults('accessibilite'))}.`,
    ),
    composer(`html-validate ${outils.html_validate} (HTML valide) : ${said(faults('html'))}.`),
  ];
}

/** The rules that are not covered by the build, and where they are. */
export const reglesAilleurs = ({ examen }: Mesures): string =>
  composer(
    `Pas vérifié ici : ce qui demande une page dessinée, comme les contrastes et la taille des zones à toucher (règles ${examen.regles_sans_reponse.join(', ')}). Les tests du programme le vérifient dans un vrai navigateur, sur le site de démonstration, en clair et en sombre. Aucun programme ne remplace l'avis de personnes qui utilisent un lecteur d'écran.`,
  );
