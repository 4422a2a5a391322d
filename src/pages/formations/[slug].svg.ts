import type { APIRoute, GetStaticPaths } from 'astro';

import { dessinerCarte } from '../../components/carte-image.ts';
import { listFormations, readFormation } from '../../site/read.ts';

export const getStaticPaths: GetStaticPaths = () => listFormations().map((slug) => ({ params: { slug } }));

/** The card of the page as an image (API § 8). */
export const GET: APIRoute = ({ params }) =>
  new Response(dessinerCarte(readFormation(params.slug ?? '')), { headers: { 'content-type': 'image/svg+xml' } });
