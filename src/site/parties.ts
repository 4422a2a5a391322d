import type { AstroIntegration } from 'astro';

import { codeDuSlug } from '../lib/slug.ts';

/** A share of the pages: `{ rang: 0, parties: 2 }` is one subject in two. */
export interface Partie {
  rang: number;
  parties: number;
}

/** `0/2` → the first of two shares; undefined renders everything. Throws on anything else: it comes from our own build. */
export function lirePartie(text: string | undefined): Partie {
  if (text === undefined || text === '') return { rang: 0, parties: 1 };
  const [, rang, parties] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const partie = { rang: Number(rang), parties: Number(parties) };
  if (!(partie.rang < partie.parties)) throw new Error(`PARTIE expects a share such as 0/2, received "${text}"`);
  return partie;
}

/**
 * What an address is about: the code of a formation, the UAI of a school, the name of a region, else the address itself.
 *
 * `/formations/cap-cuisine-50022146/bretagne`, `/integrer/formations/50022146/53` → `50022146`
 */
export function sujetDe(pathname: string): string {
  const [, rubrique, nom = ''] = /^\/(?:integrer\/)?(formations|etablissements|regions)\/([^/.]+)/.exec(pathname) ?? [];
  if (rubrique === undefined) return pathname;
  return rubrique === 'formations' ? codeDuSlug(nom) : nom.toUpperCase();
}

/** Is a subject in this share? Its name alone tells, so that a page can list its own addresses without reading the files of the other shares. */
export function estDeLaPartie(sujet: string, { rang, parties }: Partie): boolean {
  let somme = 0;
  for (const signe of sujet) somme = (31 * somme + (signe.codePointAt(0) ?? 0)) % 65_521;
  return somme % parties === rang;
}

/** The addresses of one share: subjects in the order they come, all the addresses of a subject together, so that its file is read once. */
export function choisirPartie<T extends { pathname: string }>(paths: readonly T[], partie: Partie): T[] {
  const subjects = Map.groupBy(paths, ({ pathname }) => sujetDe(pathname));
  return [...subjects].flatMap(([sujet, group]) => (estDeLaPartie(sujet, partie) ? group : []));
}

/** Renders one share of the pages, in the order of their subjects (`src/publish/site-step.ts` starts a process for each). */
export function pagesDeLaPartie(partie: Partie): AstroIntegration {
  return {
    name: 'pages-de-la-partie',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          getStaticPaths: async () => choisirPartie(await prerenderer.getStaticPaths(), partie),
        }));
      },
    },
  };
}
