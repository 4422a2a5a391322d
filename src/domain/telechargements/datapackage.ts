import { z } from 'zod';

import { enteteShape } from '../formation.ts';

const champSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
  title: z.string(),
  description: z.string(),
  unit: z.string().optional(),
  constraints: z.strictObject({ enum: z.array(z.string()) }).optional(),
});

const tableShape = { fields: z.array(champSchema), missingValues: z.tuple([z.literal('')]) };

/** `telechargements/{jeu}/schema.json`: Table Schema of the files of one millésime, the same as that of the whole set. */
export const schemaDeJeuSchema = z.strictObject({ ...enteteShape, ...tableShape });

export const ressourceSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  type: z.literal('table'),
  path: z.string(),
  title: z.string(),
  description: z.string(),
  format: z.enum(['csv', 'parquet']),
  mediatype: z.string(),
  encoding: z.literal('utf-8').optional(),
  dialect: z
    .strictObject({ delimiter: z.literal(';'), lineTerminator: z.literal('\n'), quoteChar: z.literal('"') })
    .optional(),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** Whole, or the file that tells it: repeated for each millésime it would make a description of one megabyte. */
  schema: z.union([z.strictObject(tableShape), z.string()]),
});

/** `telechargements/datapackage.json`: Frictionless Data Package v2. Its own keys are in English, as the standard wants. */
export const datapackageSchema = z.strictObject({
  ...enteteShape,
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string(),
  title: z.string(),
  description: z.string(),
  /** The day of the edition: the only clock is `--today`. */
  created: z.iso.datetime(),
  licenses: z.array(z.strictObject({ name: z.string(), title: z.string(), path: z.string() })).min(1),
  sources: z.array(z.strictObject({ title: z.string() })).min(1),
  resources: z.array(ressourceSchema).min(1),
});
