import { formatDate } from '../../lib/format.ts';
import type { Licence } from '../ressources.ts';
import { licenceDesDonnees } from './licence.ts';

/** A page whose figures are quoted. */
export interface Citable {
  /** Name of the page: hostile text, from the sources. */
  titre: string;
  /** Official code, or what tells the page apart. */
  cle: string;
  /** Whole address of the page. */
  adresse: string;
  /** Day of the edition, ISO. */
  date: string;
  /** Names of the sources of its figures. */
  sources: readonly string[];
  fictives: boolean;
}

export interface Citations {
  courte: string;
  longue: string;
  bibtex: string;
  licence: Licence;
}

const MOIS_BIBTEX = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** What TeX would run. */
const SIGNES_TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text as a BibTeX value: nothing in it is a command or closes a brace. */
const toTex = (texte: string): string =>
  texte.replace(/[\\~^{}$&#%_]/g, (signe) => SIGNES_TEX[signe] ?? `\\${signe}`).replace(/\s/g, ' ');

/** How to quote the figures of a page, in three forms: a short one, a long one with sources and licence, an entry for BibTeX. */
export function citer({ titre, cle, adresse, date, sources, fictives }: Citable): Citations {
  const licence = licenceDesDonnees(fictives);
  const edition = `édition du ${formatDate(date)}${fictives ? ' (données fictives)' : ''}`;
  const origine = sources.length === 0 ? '' : ` Sources\u00a0: ${sources.join('\u202f; ')}.`;
  const [annee = '', mois = ''] = date.split('-');
  const champs = [
    ['title', `{${toTex(titre)}\u00a0: ce que sont devenus les jeunes}`],
    ['author', '{Et après\u202f?}'],
    ['year', annee],
    ['month', MOIS_BIBTEX[Number(mois) - 1] ?? ''],
    ['url', adresse.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['note', toTex(`${maj(edition)}.${origine} ${licence.titre}`)],
  ].map(([nom = '', valeur = '']) => `  ${nom} = ${nom === 'month' ? valeur : `{${valeur}}`}`);
  return {
    courte: `«\u00a0${titre}\u00a0», Et après\u202f?, ${edition}, ${adresse}`,
    longue: `Et après\u202f? (${annee}). «\u00a0${titre}\u00a0: ce que sont devenus les jeunes\u00a0», ${edition}.${origine} ${licence.titre}. ${adresse}`,
    bibtex: `@misc{et-apres-${cle.toLowerCase().replace(/[^a-z0-9-]+/g, '-')}-${date},\n${champs.join(',\n')}\n}`,
    licence,
  };
}

const maj = (texte: string): string => `${texte.charAt(0).toUpperCase()}${texte.slice(1)}`;
