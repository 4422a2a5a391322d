import type { MailleDuContrat, Tableau } from '../../../domain/contrat.ts';
import type { ContexteContrat } from './contexte.ts';

/** The array of the lists of each level (API § 4). */
export const TABLEAU_DE: Record<MailleDuContrat, Tableau> = {
  nationale: 'certifications',
  regionale: 'regionales',
  etablissement: 'formations',
};

/** A list that is written one row at a time. */
export interface ListeOuverte {
  /** One row, as JSON text. */
  add(element: string): void;
  close(): void;
}

/** Opens a list of `total` rows in the wrapper of API § 4, all on one page, one row a line: a long list can be read without holding it. Its end throws when another number of rows came. */
export function openListeJson(
  { effects, entete }: Pick<ContexteContrat, 'effects' | 'entete'>,
  tableau: Tableau,
  path: string,
  total: number,
): ListeOuverte {
  const file = effects.openText(path);
  const pagination = { page: 1, items_par_page: total, nombre_de_page: 1, total };
  file.write(`${JSON.stringify({ ...entete, pagination }).slice(0, -1)},"${tableau}":[`);
  let rows = 0;
  return {
    add(element) {
      file.write(rows === 0 ? `\n${element}` : `,\n${element}`);
      rows += 1;
    },
    close() {
      file.write(rows === 0 ? ']}\n' : '\n]}\n');
      file.close();
      if (rows !== total) throw new Error(`${path} announces ${total} rows and holds ${rows}`);
    },
  };
}

/** A whole list at once. */
export function writeListeJson(
  contexte: Pick<ContexteContrat, 'effects' | 'entete'>,
  tableau: Tableau,
  path: string,
  elements: readonly string[],
): void {
  const liste = openListeJson(contexte, tableau, path, elements.length);
  for (const element of elements) liste.add(element);
  liste.close();
}
