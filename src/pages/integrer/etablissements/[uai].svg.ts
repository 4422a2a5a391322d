import type { APIRoute, GetStaticPaths } from 'astro';

import { dessinerCartes } from '../../../components/carte-image.ts';
import { cartesDEnsemble } from '../../../components/integrer.ts';
import { listEtablissements, readEtablissement } from '../../../site/read.ts';

export const getStaticPaths: GetStaticPaths = () =>
  listEtablissements().map((uai) => ({ params: { uai: uai.toUpperCase() } }));

/** The cards of the whole school as an image. */
export const GET: APIRoute = ({ params }) =>
  new Response(dessinerCartes(cartesDEnsemble(readEtablissement(params.uai ?? ''))), {
    headers: { 'content-type': 'image/svg+xml' },
  });
