import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { couleursDesImages, dessinerCartes } from '../components/carte-image.ts';
import { cartesDeCours, cartesDEnsemble, cartesDeFormation, type CartesIntegrees } from '../components/integrer.ts';
import { twinOf, urls } from '../lib/urls.ts';
import {
  listEtablissements,
  listFormations,
  listRegionsDeFormation,
  readEtablissement,
  readFormation,
} from '../site/read.ts';

/** Which images a thread draws: `{ rang: 0, parties: 2 }` is those of every other formation and school. */
export interface PartDImages {
  /** Root of the project. */
  root: string;
  dataDir: string;
  siteDir: string;
  rang: number;
  parties: number;
}

type Image = readonly [path: string, cartes: CartesIntegrees];

/** Draws one share of the images (API § 8). */
export function dessinerPart({ root, siteDir, rang, parties }: PartDImages): void {
  const couleurs = couleursDesImages(readFileSync(join(root, 'src/styles/tokens.css'), 'utf8'));
  const isMine = (_: string, rank: number): boolean => rank % parties === rang;
  const write = ([path, cartes]: Image): void => {
    const target = join(siteDir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, dessinerCartes(cartes, couleurs));
  };
  for (const slug of listFormations().filter(isMine)) imagesDeFormation(slug).forEach(write);
  for (const uai of listEtablissements().filter(isMine)) imagesDEtablissement(uai).forEach(write);
}

function imagesDeFormation(slug: string): Image[] {
  const formation = readFormation(slug);
  return [
    [twinOf(urls.formation(slug), 'svg'), cartesDeFormation(formation)],
    ...listRegionsDeFormation(slug).map((region): Image => [
      twinOf(urls.carteFormation(formation.code, region), 'svg'),
      cartesDeFormation(formation, region),
    ]),
  ];
}

function imagesDEtablissement(uai: string): Image[] {
  const etablissement = readEtablissement(uai);
  return [
    [twinOf(urls.carteEtablissement(etablissement.uai), 'svg'), cartesDEnsemble(etablissement)],
    ...[...cartesDeCours(etablissement)].map(([cle, cartes]): Image => [
      urls.imageDeCours(etablissement.uai, cle),
      cartes,
    ]),
  ];
}
