import type { Dossier } from './base.ts';
import { lignesChangees, moins, type Lignes, type LigneLue } from './lignes.ts';
import { texteDe, type Chiffres } from './publies.ts';

/** A record that was read in one folder and not in the other. */
export interface Ecart extends LigneLue {
  fichier: string;
  kind: string;
  /** Cells by name of column. */
  cellules: Record<string, string>;
}

/** Records read from one folder and not from the other, with the lines that differ in the files themselves. */
export interface Ecarts {
  perdus: Ecart[];
  nouveaux: Ecart[];
}

function ecarts(left: Lignes, right: Lignes): Ecart[] {
  return [...left].flatMap(([fichier, { kind, colonnes, lues }]) =>
    moins(lues, right.get(fichier)?.lues ?? [], ({ texte }) => texte).map((ligne) => ({
      ...ligne,
      fichier,
      kind,
      cellules: toCellules(colonnes, ligne.texte),
    })),
  );
}

/** A normalised line as cells; a quoted one may hold a comma. */
function toCellules(colonnes: readonly string[], texte: string): Record<string, string> {
  const cells = [...texte.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  return Object.fromEntries(colonnes.map((nom, index) => [nom, cells[index] ?? '']));
}

export function comparerLectures(propre: Lignes, mutant: Lignes): Ecarts {
  return { perdus: ecarts(propre, mutant), nouveaux: ecarts(mutant, propre) };
}

/**
 * Lines that stand, byte for byte, in both files, and that do not read as the same records: nothing explains them. A whole file that is gone, or that
 * came, explains its records.
 */
export function sansCause(
  fichiers: Iterable<string>,
  propre: Dossier,
  mutant: Dossier,
  [avant, apres]: readonly [Lignes, Lignes],
): string[] {
  return [...new Set(fichiers)]
    .filter((fichier) => propre.has(fichier) && mutant.has(fichier))
    .flatMap((fichier) => {
      const [here, there] = [propre.get(fichier), mutant.get(fichier)];
      const stable = (lignes: Lignes, changed: ReadonlySet<number>): LigneLue[] =>
        (lignes.get(fichier)?.lues ?? []).filter(({ ligne }) => !changed.has(ligne));
      const left = stable(avant, lignesChangees(here, there));
      const right = stable(apres, lignesChangees(there, here));
      return [
        ...moins(left, right, ({ texte }) => texte).map(
          ({ ligne, texte }) => `${fichier}:${ligne} is no longer read: ${texte}`,
        ),
        ...moins(right, left, ({ texte }) => texte).map(
          ({ ligne, texte }) => `${fichier}:${ligne} is read otherwise: ${texte}`,
        ),
      ];
    });
}

/** Columns whose cells name a course, by any of its codes, or a school. */
const NOMME =
  /^(?:id_formation_apprentissage|id_mefstat11|code_formation_mefstat11|formation_diplome|mef|mef_stat_11|cfd|code_diplome|code_scolarite|diplome|diplome_consol|diplome_sise|(?:ancien|nouveau)_diplome_\d)$/;
const NOMME_UNE_ECOLE = /uai|^etablissement$|^identifiant_de_l_etablissement$/;
/** Columns of reference tables whose row speaks of every course that has this value. */
const REFERENCES: Partial<Record<string, string>> = {
  n_niveau_formation_diplome: 'niveau_formation_diplome',
  n_type_diplome_sise: 'type_diplome_sise',
};

const cellulesDe = (cellules: Record<string, string>, wanted: RegExp): string[] =>
  Object.entries(cellules).flatMap(([nom, cell]) => (cell !== '' && wanted.test(nom) ? cell : []));

/** Every row of the reference tables, as the codes that it names together and its cells. */
function liensDe(lignes: Lignes): { codes: string[]; cellules: Record<string, string> }[] {
  return [...lignes.values()]
    .filter(({ kind }) => /^(?:n_|v_|catalogue)/.test(kind))
    .flatMap(({ colonnes, lues }) => lues.map(({ texte }) => toCellules(colonnes, texte)))
    .map((cellules) => ({ codes: [...cellulesDe(cellules, NOMME), ...cellulesDe(cellules, /uai/)], cellules }));
}

/** The courses and schools that the changed records speak of, and those that reference tables join to these courses. */
export function touches({ perdus, nouveaux }: Ecarts, lectures: readonly Lignes[]): Set<string> {
  const changed = [...perdus, ...nouveaux];
  const found = new Set(
    changed.flatMap(({ cellules }) => [...cellulesDe(cellules, NOMME), ...cellulesDe(cellules, NOMME_UNE_ECOLE)]),
  );
  const liens = lectures.flatMap(liensDe);
  for (const { kind, cellules } of changed) {
    const colonne = REFERENCES[kind];
    if (colonne === undefined) continue;
    for (const lien of liens)
      if (lien.cellules[colonne] === cellules[colonne]) for (const code of lien.codes) found.add(code);
  }
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { codes } of liens) if (codes.some((code) => found.has(code))) for (const code of codes) found.add(code);
  }
  return found;
}

/** Published figures that differ although nothing that they come from was touched. */
export function chiffresSansCause(propre: Chiffres, mutant: Chiffres, touched: ReadonlySet<string>): string[] {
  const cles = new Set([...propre.keys(), ...mutant.keys()]);
  const differents = [...cles].filter((cle) => texteDe(propre.get(cle)) !== texteDe(mutant.get(cle)));
  // Statistical secrecy compares the places of one course: a school that is touched may hide or show another one.
  const voisins = new Set(
    [...propre.values(), ...mutant.values()]
      .filter(({ noms }) => noms.some((nom) => touched.has(nom)))
      .flatMap(({ code }) => code),
  );
  return differents
    .filter((cle) => {
      const both = [propre.get(cle), mutant.get(cle)].flatMap((fiche) => fiche ?? []);
      return !both.some(({ noms, code }) => noms.some((nom) => touched.has(nom)) || voisins.has(code));
    })
    .map((cle) => `${cle}: ${texteDe(propre.get(cle))} became ${texteDe(mutant.get(cle))}`);
}
