import { codeNu, lireUai } from '../code-officiel.ts';

/** What a column of a catalogue holds: a code of one kind, a code of some kind (`code`), or the code of a school. */
export const GENRES_DE_COLONNE = ['mef11', 'cfd', 'sise', 'rncp', 'code', 'uai'] as const;
export type GenreDeColonne = (typeof GENRES_DE_COLONNE)[number];

export interface ColonneReconnue {
  rang: number;
  /** Header as written in the file. */
  nom: string;
  genre: GenreDeColonne;
  /** Was it recognised by its name, or by what its cells look like? */
  par: 'nom' | 'valeurs';
}

/**
 * Names of columns, as `normaliser` writes them; in a kind, the first name is the first to be read. Schools: where the course takes place, then who
 * trains, then who manages (RULES § 15). `mef` alone is read as MEFSTAT11, the only school code that the sources know.
 */
export const NOMS_DE_COLONNES: Record<GenreDeColonne, readonly string[]> = {
  mef11: [
    ...['mefstat11', 'mefstat_11', 'mef_stat_11', 'code_mefstat11', 'code_mefstat_11', 'code_mef_stat_11'],
    ...['mefstat', 'code_mefstat', 'mef11', 'code_mef11', 'mef', 'code_mef'],
  ],
  cfd: [
    ...['cfd', 'code_cfd', 'cfd_code', 'cfd_formation', 'code_formation_diplome', 'formation_diplome'],
    ...['code_diplome_cfd', 'cfd_entree'],
  ],
  sise: ['sise', 'code_sise', 'diplome_sise', 'code_diplome_sise', 'sise_code', 'code_diplome', 'diplom'],
  rncp: [
    ...['rncp', 'code_rncp', 'rncp_code', 'numero_rncp', 'num_rncp', 'fiche_rncp', 'numero_fiche_rncp'],
    ...['code_fiche_rncp', 'rncp_numero', 'no_rncp', 'n_rncp'],
  ],
  code: ['code_certification', 'code_formation', 'code', 'code_officiel', 'code_de_la_formation'],
  uai: [
    ...['uai_lieu_formation', 'uai_lieu_de_formation', 'uai_formation', 'lieu_formation_uai', 'etablissement_lieu_uai'],
    ...['uai', 'code_uai', 'uai_etablissement', 'etablissement_uai', 'code_uai_etablissement', 'numero_uai'],
    ...['rne', 'code_rne', 'identifiant_de_l_etablissement', 'code_etablissement', 'numero_etablissement'],
    ...['etablissement_formateur_uai', 'uai_formateur', 'uai_etablissement_formateur'],
    ...['etablissement_gestionnaire_uai', 'uai_gestionnaire', 'uai_responsable', 'etablissement_responsable_uai'],
  ],
};

/** `Code UAI de l'établissement` → `code_uai_de_l_etablissement` */
function normaliser(nom: string): string {
  return nom
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Do not take a date for a code: `20240901` */
const DATE = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const FORMES: readonly [genre: GenreDeColonne, convient: (texte: string) => boolean][] = [
  ['uai', (texte) => lireUai(texte) !== undefined],
  ['rncp', (texte) => /^RNCP\d{1,7}$/i.test(codeNu(texte))],
  ['mef11', (texte) => /^\d{11}$/.test(codeNu(texte))],
  ['cfd', (texte) => /^\d{7,8}$/.test(codeNu(texte)) && !DATE.test(texte)],
];
/** A column is of a kind when so many of its cells look like it. */
const PART_MINIMALE = 0.8;

/**
 * The columns that hold codes, in the order in which a row is read: the most precise kind first. By name; a file without any known name is looked
 * at by its cells, one column a kind. `echantillon`: the first rows.
 */
export function reconnaitreColonnes(
  entetes: readonly string[],
  echantillon: readonly (readonly string[])[],
): ColonneReconnue[] {
  const noms = entetes.map(normaliser);
  const parNom = GENRES_DE_COLONNE.flatMap((genre) =>
    NOMS_DE_COLONNES[genre].flatMap((connu) =>
      noms.flatMap((nom, rang) =>
        nom === connu ? [{ rang, nom: entetes[rang] ?? '', genre, par: 'nom' as const }] : [],
      ),
    ),
  );
  return parNom.length > 0 ? parNom : reconnaitreParValeurs(entetes, echantillon);
}

function reconnaitreParValeurs(
  entetes: readonly string[],
  echantillon: readonly (readonly string[])[],
): ColonneReconnue[] {
  const found = FORMES.flatMap(([genre, convient]): ColonneReconnue[] => {
    const rang = entetes.findIndex((_, index) => {
      const cells = echantillon.map((cellules) => cellules[index]?.trim() ?? '').filter((cell) => cell !== '');
      return cells.length > 0 && cells.filter(convient).length >= PART_MINIMALE * cells.length;
    });
    return rang === -1 ? [] : [{ rang, nom: entetes[rang] ?? '', genre, par: 'valeurs' }];
  });
  return found.sort((left, right) => GENRES_DE_COLONNE.indexOf(left.genre) - GENRES_DE_COLONNE.indexOf(right.genre));
}
