import { z } from 'zod';

import { formatDate, plural } from '../lib/format.ts';
import { urls } from '../lib/urls.ts';
import { enteteShape } from './formation.ts';
import type { Ecart, ResumeRevisions } from './revisions.ts';
import { CHANGEMENTS } from './textes/changements.ts';

/** Where the feeds are. */
export const FLUX = { atom: '/flux/editions.atom', json: '/flux/editions.json' } as const;
export const TITRE_DU_FLUX = 'Et après\u202f? Éditions et changements des données';
/** Moves that the entry about revisions tells; the page « Qualité » has the others. */
const NB_ECARTS = 5;

export interface EntreeDeFlux {
  /** The same in every build that tells the same thing. */
  id: string;
  titre: string;
  texte: string;
  adresse: string;
  /** ISO day. */
  date: string;
}

/** What the feeds tell of an edition. */
export interface EditionDuFlux {
  date: string;
  /** Public address of the site, no final slash. */
  site: string;
  fictives: boolean;
  pages: { formations: number; formations_avec_chiffres: number; etablissements: number };
  revisions?: ResumeRevisions | undefined;
}

/** `tag:` addresses (RFC 4151) stay what they are when the site moves its pages. */
export const idDuFlux = (site: string, quoi: string): string => `tag:${new URL(site).hostname},2026:${quoi}`;

/** The edition, what changed in it since the former one, and what changed in the files; newest first. */
export function entreesDeFlux({ date, site, fictives, pages, revisions }: EditionDuFlux): EntreeDeFlux[] {
  const entree = (quoi: string, reste: Omit<EntreeDeFlux, 'id'>): EntreeDeFlux => ({
    id: idDuFlux(site, quoi),
    ...reste,
    adresse: `${site}${reste.adresse}`,
  });
  const marque = fictives ? ' Données fictives\u00a0: les chiffres de cette démonstration sont inventés.' : '';
  const edition = entree(`edition/${date}`, {
    titre: `Édition du ${formatDate(date)}`,
    texte: `${plural(pages.formations, 'formation', 'formations')}, dont ${plural(pages.formations_avec_chiffres, 'avec des chiffres', 'avec des chiffres')}, et ${plural(pages.etablissements, 'établissement', 'établissements')}.${marque}`,
    adresse: urls.donnees(),
    date,
  });
  const changements = CHANGEMENTS.map(({ titre, texte, date: jour }) =>
    entree(`changement/${jour}`, { titre, texte, adresse: urls.donnees(), date: jour }),
  );
  const revision =
    revisions === undefined
      ? []
      : [
          entree(`revisions/${date}`, {
            titre: `Ce qui a changé depuis «\u00a0${revisions.edition_precedente}\u00a0»`,
            texte: `${revisionsEnMots(revisions)}${marque}`,
            adresse: `${urls.qualite()}#revisions`,
            date,
          }),
        ];
  return [edition, ...revision, ...changements].sort(
    (left, right) => (left.date < right.date ? 1 : 0) - (left.date > right.date ? 1 : 0),
  );
}

const NOMS_DES_CLASSES = [
  ['ajoutees', 'nouvelle', 'nouvelles'],
  ['disparues', 'disparue', 'disparues'],
  ['changees', 'changée', 'changées'],
  ['masquees', 'désormais masquée', 'désormais masquées'],
  ['montrees', 'désormais montrée', 'désormais montrées'],
] as const;

function revisionsEnMots({ fiches, ecarts }: ResumeRevisions): string {
  const nombres = NOMS_DES_CLASSES.map(([classe, une, des]) =>
    plural(
      fiches.reduce((somme, fiche) => somme + fiche[classe], 0),
      une,
      des,
    ),
  );
  const plus = ecarts.find(({ mesure }) => mesure === 'part_emploi')?.plus_grands.slice(0, NB_ECARTS) ?? [];
  const grands =
    plus.length === 0
      ? ''
      : ` Plus grands écarts, en emploi sur 100 jeunes\u00a0: ${plus.map(ecartEnMots).join('\u202f; ')}.`;
  return `Fiches\u00a0: ${nombres.join(', ')}.${grands}`;
}

const ecartEnMots = ({ titre, millesime, avant, apres, effectif_apres: effectif }: Ecart): string =>
  `${titre} (${millesime}${effectif === undefined ? '' : `, ${plural(effectif, 'jeune', 'jeunes')}`}), ${avant} puis ${apres}`;

/** `/flux/editions.json`: JSON Feed 1.1, with the marks of every file of ours. */
export const fluxJsonSchema = z.strictObject({
  ...enteteShape,
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('fr'),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        url: z.url(),
        title: z.string(),
        content_text: z.string(),
        date_published: z.iso.datetime(),
      }),
    )
    .min(1),
});
