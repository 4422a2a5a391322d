import { z } from 'zod';

import type { SchemaJson } from './schema-json.ts';

/** One field as the reference shows it: where it stands, what it holds, whether it may be missing or null. */
export const ligneDeChampSchema = z.strictObject({
  nom: z.string(),
  type: z.string(),
  /** The table that tells what is inside. */
  piece: z.string().optional(),
  unite: z.string().optional(),
  absent: z.boolean(),
  nul: z.boolean(),
  description: z.string(),
});
export type LigneDeChamp = z.infer<typeof ligneDeChampSchema>;

const EN_MOTS: Readonly<Record<string, string>> = {
  integer: 'entier',
  number: 'nombre',
  string: 'texte',
  boolean: 'oui ou non',
  object: 'objet',
  array: 'liste',
  null: 'null',
};
/** A closed list is written out when it is short. */
const VALEURS_ECRITES = 9;

const isNull = (schema: SchemaJson): boolean => schema.type === 'null';
const nomDePiece = ({ $ref }: SchemaJson): string | undefined => $ref?.split('/').at(-1);

/** The schema without its `null`. */
function denuller(schema: SchemaJson): { plein: SchemaJson; nul: boolean } {
  if (Array.isArray(schema.type)) {
    const [type = 'null'] = (schema.type as string[]).filter((name) => name !== 'null');
    return { plein: { ...schema, type }, nul: schema.type.includes('null') };
  }
  const [seul, ...autres] = (schema.anyOf ?? []).filter((sub) => !isNull(sub));
  const nul = schema.anyOf?.some(isNull) === true;
  return seul !== undefined && autres.length === 0 ? { plein: { ...schema, ...seul }, nul } : { plein: schema, nul };
}

function typeEnMots(schema: SchemaJson): string {
  if (schema.$ref !== undefined) return nomDePiece(schema) ?? '';
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined && schema.enum.length <= VALEURS_ECRITES) return schema.enum.join(', ');
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeEnMots).join(', ')}]`;
  if (schema.items !== undefined) return `liste : ${typeEnMots(denuller(schema.items).plein)}`;
  const valeurs = schema.additionalProperties;
  if (schema.properties === undefined && typeof valeurs === 'object')
    return `objet, par nom : ${typeEnMots(denuller(valeurs).plein)}`;
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) return 'un objet parmi plusieurs';
  return EN_MOTS[String(schema.type)] ?? 'objet';
}

/** What a field holds in the end, below lists and tables of names, and how to write the way to it. */
function interieur(schema: SchemaJson, chemin: string): { schema: SchemaJson; chemin: string } {
  if (schema.items !== undefined) return interieur(denuller(schema.items).plein, `${chemin}[]`);
  const valeurs = schema.additionalProperties;
  if (schema.properties === undefined && typeof valeurs === 'object')
    return interieur(denuller(valeurs).plein, `${chemin}.{nom}`);
  return { schema, chemin };
}

/** Every field of a schema, those of its inner objects after them; a piece is told in its own table. */
export function lignesDe(schema: SchemaJson, chemin = ''): LigneDeChamp[] {
  return Object.entries(schema.properties ?? {}).flatMap(([nom, champ]) => {
    const { plein, nul } = denuller(champ);
    const dedans = interieur(plein, chemin + nom);
    const piece = nomDePiece(dedans.schema);
    const unite = champ['x-unite'];
    const ligne: LigneDeChamp = {
      nom: chemin + nom,
      type: typeEnMots(plein),
      ...(piece === undefined ? {} : { piece }),
      ...(unite === undefined ? {} : { unite }),
      absent: !(schema.required ?? []).includes(nom),
      nul,
      description: champ.description ?? '',
    };
    return [ligne, ...(piece === undefined ? lignesDe(dedans.schema, `${dedans.chemin}.`) : [])];
  });
}
