import { z } from 'zod';

import { SEUIL_PUBLICATION } from '../publication.ts';
import { FAMILLES_DE_FICHIERS } from '../textes/fichiers.ts';
import { decrireChamp } from './champs.ts';
import { PIECES, SCHEMAS, type NomDeSchema } from './schemas.ts';

/** JSON Schema, as far as these files need it; any other keyword is kept as it is. */
export interface SchemaJson {
  $ref?: string;
  $defs?: Record<string, SchemaJson>;
  type?: string | readonly string[];
  title?: string;
  description?: string;
  properties?: Record<string, SchemaJson>;
  required?: readonly string[];
  items?: SchemaJson;
  prefixItems?: readonly SchemaJson[];
  additionalProperties?: SchemaJson | boolean;
  anyOf?: SchemaJson[];
  oneOf?: SchemaJson[];
  enum?: readonly unknown[];
  const?: unknown;
  maximum?: number;
  /** Unit of a figure; not a keyword of the standard, hence its prefix. */
  'x-unite'?: string;
  [keyword: string]: unknown;
}

export const NORME_DES_SCHEMAS = 'https://json-schema.org/draft/2020-12/schema';
export const NOMS_DES_SCHEMAS = Object.keys(SCHEMAS) as NomDeSchema[];
export const adresseDuSchema = (nom: string): string => `/api/schemas/${nom}.json`;

/** Integers of JavaScript end there: no limit of ours. */
const SANS_LIMITE = Number.MAX_SAFE_INTEGER;

/** `anyOf: [{type: integer}, {type: null}]` → `type: [integer, null]`: absent and null are two things, and both show at once. */
function simplify(node: SchemaJson): void {
  if (node.maximum === SANS_LIMITE) delete node.maximum;
  if (node.minimum === -SANS_LIMITE) delete node.minimum;
  // The pattern beside it says the same; the format is no word of the standard.
  if (node.format === 'starts_with') delete node.format;
  // A table of names has no properties that could be required: its names are a closed list.
  if (node.propertyNames !== undefined) delete node.required;
  const [seul, nul, ...autres] = node.anyOf ?? [];
  if (seul === undefined || nul?.type !== 'null' || autres.length > 0 || typeof seul.type !== 'string') return;
  if (seul.enum !== undefined || seul.properties !== undefined) return;
  simplify(seul);
  delete node.anyOf;
  Object.assign(node, seul, { type: [seul.type, 'null'] });
}

/** Every schema below this one with the name of the field or the piece that it stands under. */
function visit(node: SchemaJson, parent: string, act: (node: SchemaJson, parent: string) => void): void {
  act(node, parent);
  for (const [nom, sub] of Object.entries(node.$defs ?? {})) visit(sub, nom, act);
  for (const [nom, sub] of Object.entries(node.properties ?? {})) visit(sub, nom, act);
  const { items, additionalProperties, prefixItems = [], anyOf = [], oneOf = [], allOf = [] } = node;
  const autres = [items, additionalProperties, ...prefixItems, ...anyOf, ...oneOf, ...(allOf as SchemaJson[])];
  for (const sub of autres) if (typeof sub === 'object') visit(sub, parent, act);
}

/** French words and unit of each field, from the one dictionary. Throws on a field that nothing describes. */
function describe(node: SchemaJson, parent: string): void {
  for (const [nom, champ] of Object.entries(node.properties ?? {})) {
    const { titre, description, unite } = decrireChamp(nom, parent);
    if (titre !== undefined) champ.title = titre;
    champ.description = description;
    if (unite !== undefined) champ['x-unite'] = unite;
  }
}

function convert(nom: NomDeSchema): SchemaJson {
  const registre = z.registry<{ id: string }>();
  const racine: z.ZodType = SCHEMAS[nom];
  for (const [id, schema] of PIECES) if (schema !== racine) registre.add(schema, { id });
  return z.toJSONSchema(racine, { target: 'draft-2020-12', metadata: registre }) as SchemaJson;
}

/** Addresses that the schema is for, in words. */
function descriptionDe(nom: NomDeSchema): string {
  const familles = FAMILLES_DE_FICHIERS.filter(({ schema }) => schema === nom);
  const lignes = familles.map(({ modele, contenu }) => `${modele} : ${contenu.replaceAll('`', '')}.`);
  const nul = nom.startsWith('contrat_')
    ? 'null : il est masqué, ou manquant dans filieres.json ; sa raison est dans le fichier JSON de la formation'
    : 'null : il est masqué ou manquant, et sa raison est à côté';
  return [
    ...lignes,
    `Clé absente : la source ne donne pas ce chiffre. ${nul}. 0 : on a compté, il n'y en a aucun. Moins de ${SEUIL_PUBLICATION} jeunes en dernière année : rien d'autre que leur nombre.`,
  ].join('\n');
}

/** The published schema of a file, JSON Schema 2020-12. `racine`: address of the site without final slash. */
export function toSchemaJson(nom: NomDeSchema, racine: string): SchemaJson {
  const { $defs, ...schema } = convert(nom);
  delete schema.$schema;
  delete schema.$id;
  // `$ref: "#"` would need the whole file: pieces stand in `$defs` only.
  const entier: SchemaJson = { ...schema, ...($defs === undefined ? {} : { $defs }) };
  // Zod tells the pieces by their id too; a second base address would break the references.
  for (const piece of Object.values(entier.$defs ?? {})) delete piece.id;
  delete entier.id;
  visit(entier, nom, simplify);
  visit(entier, pieceDe(nom), describe);
  return {
    $schema: NORME_DES_SCHEMAS,
    $id: `${racine}${adresseDuSchema(nom)}`,
    title: nom,
    description: descriptionDe(nom),
    ...entier,
  };
}

/** A schema that is itself a piece has the words of the piece. */
export const pieceDe = (nom: NomDeSchema): string => PIECES.find(([, schema]) => schema === SCHEMAS[nom])?.[0] ?? nom;
