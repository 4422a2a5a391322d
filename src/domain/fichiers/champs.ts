import { chiffresChamps } from '../telechargements/champs.ts';
import type { Fiche } from '../fiche.ts';
import { MESURES } from '../indicateurs.ts';
import { CHAMPS_DE_FICHE } from '../textes/dictionnaire.ts';
import { CHAMPS_DU_CONTRAT } from './champs-du-contrat.ts';
import { CHAMPS_DU_SITE } from './champs-du-site.ts';
import { CHAMPS_TECHNIQUES } from './champs-techniques.ts';

export interface ChampDecrit {
  titre?: string | undefined;
  description: string;
  unite?: string | undefined;
}

/** The figures, as the downloads describe them. */
const CHIFFRES: ReadonlyMap<string, ChampDecrit> = new Map(
  chiffresChamps<Fiche>((fiche) => fiche)
    .filter(({ nom }) => nom === 'nb_annee_term' || (MESURES as string[]).includes(nom))
    .map(({ nom, titre, description, unite }) => [nom, { titre, description, unite }]),
);

const MOTS: Readonly<Record<string, string>> = {
  ...CHAMPS_TECHNIQUES,
  ...CHAMPS_DU_SITE,
  ...CHAMPS_DU_CONTRAT,
};
const FICHE: Readonly<Record<string, string>> = CHAMPS_DE_FICHE;
/** Where the words of a record are those of a record. */
const FICHES = ['fiche', 'fiche_ensemble', 'fiche_contrat', 'certificationsTerminales', 'lecture', 'repartitions'];

const proper = (table: Readonly<Record<string, string>>, cle: string): string | undefined =>
  Object.hasOwn(table, cle) ? table[cle] : undefined;

/** What a field says; `parent`: the field, the piece or the schema that holds it. Throws when nothing describes it. */
export function decrireChamp(nom: string, parent: string): ChampDecrit {
  const chiffre = CHIFFRES.get(nom);
  if (chiffre !== undefined) return chiffre;
  const contexte = parent === 'certificationsTerminales' ? 'fiche_contrat' : parent;
  const description =
    proper(MOTS, `${parent}.${nom}`) ??
    proper(MOTS, `${contexte}.${nom}`) ??
    (FICHES.includes(parent) ? proper(FICHE, nom) : undefined) ??
    proper(MOTS, nom) ??
    proper(FICHE, nom);
  if (description === undefined) throw new Error(`nothing says what ${parent}.${nom} means`);
  return { description: description.replaceAll('`', '') };
}

/** Every name that the tables of words hold: a test finds those that no file uses. */
export const CHAMPS_CONNUS = Object.keys(MOTS);
