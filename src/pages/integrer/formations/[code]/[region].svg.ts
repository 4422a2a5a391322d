import type { APIRoute, GetStaticPaths } from 'astro';

import { dessinerCartes } from '../../../../components/carte-image.ts';
import { cartesDeFormation } from '../../../../components/integrer.ts';
import { codeDuSlug } from '../../../../lib/slug.ts';
import { listFormations, listRegionsDeFormation, readFormation } from '../../../../site/read.ts';

export const getStaticPaths: GetStaticPaths = () =>
  listFormations().flatMap((slug) =>
    listRegionsDeFormation(slug).map((region) => ({ params: { code: codeDuSlug(slug), region }, props: { slug } })),
  );

/** The cards of a region as an image; those of France are the SVG twin of the page of the formation (`publierCartes`). */
export const GET: APIRoute<{ slug: string }> = ({ props, params }) =>
  new Response(dessinerCartes(cartesDeFormation(readFormation(props.slug), params.region)), {
    headers: { 'content-type': 'image/svg+xml' },
  });
