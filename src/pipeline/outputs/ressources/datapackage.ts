import type { z } from 'zod';

import type { Rapport } from '../../../domain/edition.ts';
import {
  datapackageSchema,
  schemaDeJeuSchema,
  type ressourceSchema,
} from '../../../domain/telechargements/datapackage.ts';
import { licenceDesDonnees } from '../../../domain/textes/licence.ts';
import type { Contexte } from '../contexte.ts';
import { writeJson } from '../write.ts';
import { DOSSIER, type FichierEcrit, type JeuEcrit } from './jeu.ts';

/** Describes the data sets that were written: files, sizes, fingerprints, columns; and the columns of each set that is also cut by millésime. */
export function writeDatapackage(
  { effects, entete }: Contexte,
  today: string,
  sources: Rapport['sources'],
  jeux: readonly JeuEcrit[],
): void {
  const fictives = entete.donnees_fictives === true;
  const licence = licenceDesDonnees(fictives);
  const decoupes = new Map(jeux.flatMap((jeu) => (jeu.partieDe === undefined ? [] : [[jeu.partieDe, jeu] as const])));
  for (const [nom, jeu] of decoupes)
    writeJson(effects, `${DOSSIER}/${cheminDuSchema(nom)}`, schemaDeJeuSchema, { ...entete, ...toTable(jeu) });
  writeJson(effects, `${DOSSIER}/datapackage.json`, datapackageSchema, {
    ...entete,
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'et-apres',
    title: 'Et après ? Ce que deviennent les jeunes après chaque formation',
    description: fictives
      ? 'Données de démonstration : tous les chiffres sont inventés.'
      : 'Chiffres InserJeunes et InserSup par formation, région et établissement, avec la raison de chaque absence.',
    created: `${today}T00:00:00Z`,
    licenses: [{ name: licence.code, title: licence.titre, path: licence.url }],
    sources: sources.map(({ fichier, libelle }) => ({ title: `${libelle} (${fichier})` })),
    resources: jeux.flatMap((jeu) => jeu.fichiers.map((fichier) => toRessource(jeu, fichier))),
  });
}

const cheminDuSchema = (nom: string): string => `${nom}/schema.json`;

function toRessource(
  jeu: JeuEcrit,
  { fichier, format, octets, sha256 }: FichierEcrit,
): z.infer<typeof ressourceSchema> {
  const csv = format === 'csv';
  return {
    name: csv ? jeu.nom : `${jeu.nom}-parquet`,
    type: 'table',
    path: fichier,
    title: jeu.titre,
    description: jeu.description,
    format,
    mediatype: csv ? 'text/csv' : 'application/vnd.apache.parquet',
    ...(csv ? { encoding: 'utf-8', dialect: { delimiter: ';', lineTerminator: '\n', quoteChar: '"' } } : {}),
    bytes: octets,
    hash: `sha256:${sha256}`,
    schema: jeu.partieDe === undefined ? toTable(jeu) : cheminDuSchema(jeu.partieDe),
  };
}

function toTable({ champs }: Pick<JeuEcrit, 'champs'>): Omit<z.infer<typeof schemaDeJeuSchema>, 'edition'> {
  return {
    fields: champs.map(({ nom, type, titre, description, unite, valeurs }) => ({
      name: nom,
      type,
      title: titre,
      description,
      ...(unite === undefined ? {} : { unit: unite }),
      ...(valeurs === undefined ? {} : { constraints: { enum: [...valeurs] } }),
    })),
    missingValues: [''],
  };
}
