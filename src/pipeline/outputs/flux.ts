import { Feed } from 'feed';

import type { Rapport } from '../../domain/edition.ts';
import { entreesDeFlux, FLUX, fluxJsonSchema, idDuFlux, TITRE_DU_FLUX, type EntreeDeFlux } from '../../domain/flux.ts';
import { ADRESSE_PAR_DEFAUT } from '../../domain/textes/donnees.ts';
import { licenceDesDonnees } from '../../domain/textes/licence.ts';
import { urls } from '../../lib/urls.ts';
import type { Contexte } from './contexte.ts';
import { writeJson } from './write.ts';

const instant = (jour: string): string => `${jour}T00:00:00Z`;

/** Writes the Atom and the JSON feed of editions and changes. After the report, which tells the revisions. */
export function writeFlux({ effects, entete, date, siteUrl }: Contexte, { pages, revisions }: Rapport): void {
  const site = siteUrl ?? ADRESSE_PAR_DEFAUT;
  const entrees = entreesDeFlux({ date, site, fictives: entete.donnees_fictives === true, pages, revisions });
  writeJson(effects, FLUX.json.slice(1), fluxJsonSchema, {
    ...entete,
    version: 'https://jsonfeed.org/version/1.1',
    title: TITRE_DU_FLUX,
    home_page_url: `${site}${urls.donnees()}`,
    feed_url: `${site}${FLUX.json}`,
    language: 'fr',
    items: entrees.map(({ id, titre, texte, adresse, date: jour }) => ({
      id,
      url: adresse,
      title: titre,
      content_text: texte,
      date_published: instant(jour),
    })),
  });
  effects.writeText(FLUX.atom.slice(1), toAtom(entrees, { site, date, fictives: entete.donnees_fictives === true }));
}

/** The Atom feed (RFC 4287). Texts are escaped as HTML, which the format says they are: a title of the sources stays a text. */
export function toAtom(
  entrees: readonly EntreeDeFlux[],
  { site, date, fictives }: { site: string; date: string; fictives: boolean },
): string {
  const feed = new Feed({
    id: idDuFlux(site, 'editions'),
    title: TITRE_DU_FLUX,
    link: `${site}${urls.donnees()}`,
    updated: new Date(instant(date)),
    language: 'fr',
    generator: false,
    feedLinks: { atom: `${site}${FLUX.atom}` },
    copyright: licenceDesDonnees(fictives).titre,
    author: { name: 'Et après\u202f?' },
  });
  for (const { id, titre, texte, adresse, date: jour } of entrees)
    feed.addItem({
      id,
      title: toHtml(titre),
      description: toHtml(texte),
      link: adresse,
      date: new Date(instant(jour)),
    });
  return `${feed.atom1()}\n`;
}

const SIGNES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML; what XML cannot hold is left out. */
const toHtml = (texte: string): string =>
  texte.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"]/g, (signe) => SIGNES[signe] ?? signe);
