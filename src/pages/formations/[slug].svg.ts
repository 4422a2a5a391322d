import type { APIRoute, GetStaticPaths } from 'astro';

import { dessinerCartes } from '../../components/carte-image.ts';
import { cartesDeFormation } from '../../components/integrer.ts';
import { listFormations, readFormation } from '../../site/read.ts';

export const getStaticPaths: GetStaticPaths = () => listFormations().map((slug) => ({ params: { slug } }));

/** The card of the page as an image (API § 8). */
export const GET: APIRoute = ({ params }) =>
  new Response(dessinerCartes(cartesDeFormation(readFormation(params.slug ?? ''))), {
    headers: { 'content-type': 'image/svg+xml' },
  });
