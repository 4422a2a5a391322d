import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { SitemapAndIndexStream, SitemapStream } from 'sitemap';

import { listPagesByType } from './mesures/pages.ts';

/** Pages in one file; the limit of the protocol is 50,000. */
const PAGES_PAR_PLAN = 45_000;

/** Writes `sitemap-index.xml` and its parts for the built folder: every page but cards for other sites and the page of what is absent. `site`: no final slash. */
export async function ecrirePlanDuSite(siteDir: string, site: string): Promise<void> {
  const pages = [...listPagesByType(siteDir)]
    .filter(([type]) => type !== 'integrer')
    .flatMap(([, list]) => list.map(({ url }) => url))
    .filter((url) => !url.endsWith('.html'))
    .sort();
  const plans = new SitemapAndIndexStream({
    limit: PAGES_PAR_PLAN,
    getSitemapStream: (rank) => {
      const name = `sitemap-${rank}.xml`;
      const plan = new SitemapStream({ hostname: site });
      return [`${site}/${name}`, plan, plan.pipe(createWriteStream(join(siteDir, name)))];
    },
  });
  await pipeline(
    Readable.from(pages.map((url) => ({ url }))),
    plans,
    createWriteStream(join(siteDir, 'sitemap-index.xml')),
  );
}
