import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { oEmbedSchema, toOEmbed } from '../domain/oembed.ts';
import type { DocumentDeRecherche } from '../domain/recherche.ts';
import { getRegion } from '../domain/regions.ts';
import { codeDeLaPage } from '../lib/slug.ts';
import { twinOf, urls } from '../lib/urls.ts';
import { lierLeFichier } from '../pipeline/lier.ts';

export interface PublierCartes {
  siteDir: string;
  documents: readonly DocumentDeRecherche[];
  /** ISO day of the edition. */
  date: string;
  /** Address of this site, without final slash. */
  site: string;
  fictif: boolean;
}

/**
 * What goes with the cards that were rendered in `/integrer/`: their oEmbed descriptions, the images of France under the codes of formations, then
 * the copy of this edition that stays (`/integrer/editions/{date}/`; a deploy never takes away those of former editions). Only copies of pages and
 * images that were checked, and names.
 */
export function publierCartes(options: PublierCartes): void {
  for (const { carte, nom } of cartesDe(options)) {
    const embed = toOEmbed({ nom, carte, site: options.site, fictif: options.fictif });
    writeFile(join(options.siteDir, twinOf(carte, 'json')), JSON.stringify(oEmbedSchema.parse(embed)));
  }
  copierLesImages(options);
  figer(options);
  placerLAbsence(options);
}

/** Hosts look for `404.html` (Cloudflare Pages in the folder itself); Astro can write that name at the root only. */
function placerLAbsence({ siteDir }: PublierCartes): void {
  const folder = join(siteDir, urls.carteAbsente());
  renameSync(join(folder, 'index.html'), join(siteDir, 'integrer/404.html'));
  rmdirSync(folder);
}

/** The cards that exist, and what they are about. */
function* cartesDe({ siteDir, documents }: PublierCartes): Generator<{ carte: string; nom: string }> {
  for (const { genre, url, titre, codes } of documents) {
    const [uai] = codes;
    if (genre === 'etablissement' && uai !== undefined) yield { carte: urls.carteEtablissement(uai), nom: titre };
    if (genre !== 'formation') continue;
    const code = codeDeLaPage(url);
    const carte = urls.carteFormation(code);
    yield { carte, nom: titre };
    for (const region of foldersOf(join(siteDir, carte)))
      yield { carte: urls.carteFormation(code, region), nom: `${titre} (${getRegion(region).nom})` };
  }
}

const foldersOf = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function copierLesImages({ siteDir, documents }: PublierCartes): void {
  for (const { genre, url } of documents) {
    if (genre !== 'formation') continue;
    const image = join(siteDir, twinOf(urls.carteFormation(codeDeLaPage(url)), 'svg'));
    lierLeFichier(join(siteDir, twinOf(url, 'svg')), image);
  }
}

/** How every card begins: no data stands there. */
const DEBUT = '<!DOCTYPE html><html lang="fr">';
const DEBUT_FIGE = '<!DOCTYPE html><html lang="fr" data-figee>';

function figer({ siteDir, date }: PublierCartes): void {
  const cards = join(siteDir, 'integrer');
  const frozen = join(siteDir, urls.cartesFigees(date));
  const files = readdirSync(cards, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const target = join(frozen, path.slice(cards.length));
    if (path.startsWith(join(cards, 'editions')) || path.startsWith(join(siteDir, urls.carteAbsente()))) continue;
    if (entry.name.endsWith('.html')) writeFile(target, figerLaPage(path));
    else if (!entry.name.endsWith('.json')) {
      mkdirSync(dirname(target), { recursive: true });
      lierLeFichier(path, target);
    }
  }
}

function figerLaPage(path: string): string {
  const html = readFileSync(path, 'utf8');
  if (!html.startsWith(DEBUT)) throw new Error(`${path} does not begin as a card does: ${DEBUT}`);
  return DEBUT_FIGE + html.slice(DEBUT.length);
}

function writeFile(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
