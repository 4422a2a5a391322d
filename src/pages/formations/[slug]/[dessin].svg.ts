import type { APIRoute } from 'astro';

import { dessinerPlanche, listPlanches, type NomDePlanche } from '../../../components/planches.ts';
import { toVoies } from '../../../components/voies.ts';
import { codeDuSlug } from '../../../lib/slug.ts';
import { estDeLaPartie, lirePartie } from '../../../site/parties.ts';
import { listFormations, readComparaisons, readFormation } from '../../../site/read.ts';

const partie = lirePartie(process.env.PARTIE);

/** Each drawing of a formation as a file of its own. Which ones it has takes reading it: those of other shares are left to them. */
export function getStaticPaths() {
  return listFormations()
    .filter((slug) => estDeLaPartie(codeDuSlug(slug), partie))
    .flatMap((slug) => listPlanches(toVoies(readFormation(slug))).map((dessin) => ({ params: { slug, dessin } })));
}

export const GET: APIRoute<Record<string, never>, { slug: string; dessin: NomDePlanche }> = ({ params }) => {
  const formation = readFormation(params.slug);
  const { repartitions } = readComparaisons(formation.type.slug);
  return new Response(dessinerPlanche(params.dessin, formation, toVoies(formation), repartitions));
};
