import { phraseDeFiltre, phraseDeTri } from '../domain/phrases-tri.ts';
import { contient, trier, triSuivant, type Cle, type Tri } from './tri.ts';

/** Rows that stay together: a course and its other tracks (`suite`). */
interface Groupe {
  corps: HTMLTableSectionElement;
  lignes: HTMLTableRowElement[];
  nom: string;
}

interface Table {
  table: HTMLTableElement;
  /** The heading above the table: it goes with it. */
  titre: Element | null;
  groupes: Groupe[];
  tri: Tri | null;
}

type Controle = HTMLInputElement | HTMLSelectElement;

function lireGroupes(table: HTMLTableElement): Groupe[] {
  const groupes: Groupe[] = [];
  for (const corps of table.tBodies) {
    for (const row of corps.rows) {
      if (row.className === 'titre') continue;
      const last = groupes.at(-1);
      if (row.className === 'suite' && last) last.lignes.push(row);
      else groupes.push({ corps, lignes: [row], nom: row.cells[0]?.textContent.trim() ?? '' });
    }
  }
  return groupes;
}

/** The figure of the first row that shows one. */
function cleDe({ lignes, nom }: Groupe, colonne: number): Cle {
  if (colonne === 0) return nom;
  const shown = lignes.map((row) => row.cells[colonne]?.dataset.valeur).find((value) => value !== undefined);
  return shown === undefined ? undefined : Number(shown);
}

/** Puts the rows in their order; the titles between rows (A, B…) belong to the printed order only. */
function ranger({ table, groupes, tri }: Table): void {
  const ordered = tri === null ? groupes : trier(groupes, (groupe) => cleDe(groupe, tri.colonne), tri.sens);
  for (const { corps, lignes } of ordered) (tri === null ? corps : table.tBodies[0])?.append(...lignes);
  for (const corps of table.tBodies) {
    const [first, ...rows] = corps.rows;
    if (first?.className === 'titre') first.hidden = tri !== null || rows.every((row) => row.hidden);
  }
}

/** The headings become buttons; `dire` tells what a press did. */
function equiper(table: Table, dire: (phrase: string) => void): void {
  const heads = [...(table.table.tHead?.rows[0]?.cells ?? [])];
  heads.forEach((head, colonne) => {
    const label = head.querySelector('.tri');
    if (label === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'tri';
    button.append(...label.childNodes);
    label.replaceWith(button);
    button.addEventListener('click', () => {
      table.tri = triSuivant(table.tri, colonne);
      for (const other of heads) other.removeAttribute('aria-sort');
      if (table.tri) head.setAttribute('aria-sort', table.tri.sens);
      ranger(table);
      dire(phraseDeTri(head.textContent.trim(), table.tri?.sens ?? null));
    });
  });
}

/** Keeps the groups of which one row answers every control; says how many. */
function filtrer(tables: Table[], controles: Controle[]): string {
  const isWanted = (row: HTMLTableRowElement): boolean =>
    controles.every(({ value, name }) =>
      name === 'departement' ? value === '' || row.dataset.departement === value : contient(row.textContent, value),
    );
  let shown = 0;
  let total = 0;
  for (const table of tables) {
    const kept = table.groupes.filter(({ lignes }) => lignes.some(isWanted));
    for (const groupe of table.groupes) for (const row of groupe.lignes) row.hidden = !kept.includes(groupe);
    ranger(table);
    table.table.hidden = kept.length === 0;
    if (table.titre instanceof HTMLHeadingElement) table.titre.hidden = table.table.hidden;
    shown += kept.length;
    total += table.groupes.length;
  }
  return phraseDeFiltre(shown, total);
}

/** Sorts and filters the tables that it holds; without it they are complete, in their printed order. */
class TableTriable extends HTMLElement {
  connectedCallback(): void {
    const statut = this.querySelector('.outils p');
    const etat = statut?.firstElementChild;
    if (!statut || !etat) return;
    const phrases = { filtre: '', tri: etat.textContent };
    const dire = (): void => {
      etat.textContent = `${phrases.filtre} ${phrases.tri}`.trim();
    };
    const tables = [...this.querySelectorAll('table')].map((table): Table => {
      return { table, titre: table.previousElementSibling, groupes: lireGroupes(table), tri: null };
    });
    tables.forEach((table, rank) => {
      // Far below the status, its words stand above the sorted table too.
      const avis = document.createElement('p');
      avis.className = 'avis';
      if (rank > 0) table.table.before(avis);
      equiper(table, (phrase) => {
        phrases.tri = phrase;
        dire();
        avis.textContent = table.tri && statut.textContent;
      });
    });
    const controles = [...this.querySelectorAll<Controle>('.outils input, .outils select')];
    for (const controle of controles) {
      controle.disabled = false;
      controle.addEventListener('input', () => {
        phrases.filtre = filtrer(tables, controles);
        dire();
      });
    }
  }
}

customElements.define('table-triable', TableTriable);
