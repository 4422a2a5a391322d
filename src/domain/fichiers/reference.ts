import { z } from 'zod';

import { enteteShape } from '../formation.ts';
import type { FamilleDeFichiers } from '../ressources.ts';
import { parametresDe } from './adresses.ts';
import { BESOINS } from './besoins.ts';
import { lignesACopier } from './lignes-a-copier.ts';
import { adresseDuSchema, NOMS_DES_SCHEMAS, pieceDe, toSchemaJson, type SchemaJson } from './schema-json.ts';
import { lignesDe } from './tableau-des-champs.ts';
import { PIECES, type NomDeSchema } from './schemas.ts';
import type { referenceSchema } from './reference-schema.ts';

export type Reference = z.infer<typeof referenceSchema>;
type Adresse = Reference['besoins'][number]['adresses'][number];
type Table = Reference['champs'][number];

const sansFormat = ({ modele }: FamilleDeFichiers): string => modele.replace(/\.\w+$/, '');

/** Files that differ by their format alone are told together. */
function toAdresses(familles: readonly FamilleDeFichiers[], exemples: ReadonlyMap<string, string>): Adresse[] {
  const presentes = familles.filter(({ nom }) => exemples.has(nom));
  return [...Map.groupBy(presentes, sansFormat).values()].flatMap(([premiere, ...autres]) => {
    if (premiere === undefined) return [];
    const { nom, modele, format, contenu, schema } = premiere;
    return [
      {
        ...{ nom, modele, format, contenu },
        exemple: exemples.get(nom) ?? modele,
        autres_formats: autres.map((autre) => ({ format: autre.format, exemple: exemples.get(autre.nom) ?? modele })),
        parametres: parametresDe(premiere).map(([nomDuParametre, parametre]) => ({
          nom: nomDuParametre,
          ...parametre,
        })),
        ...(schema === undefined ? {} : { schema: adresseDuSchema(schema), champs: pieceDe(schema as NomDeSchema) }),
      },
    ];
  });
}

/** A table of fields for each schema, and one for each piece that comes back in several. */
function toTables(): Table[] {
  const pieces = new Map<string, SchemaJson>();
  const tables = NOMS_DES_SCHEMAS.flatMap((nom): Table[] => {
    const schema = toSchemaJson(nom, '');
    for (const [piece, sub] of Object.entries(schema.$defs ?? {})) pieces.set(piece, sub);
    const cle = pieceDe(nom);
    if (PIECES.some(([piece]) => piece === cle)) pieces.set(cle, schema);
    return cle === nom ? [{ nom, lignes: lignesDe(schema) }] : [];
  });
  const communes = PIECES.flatMap(([nom]): Table[] => {
    const lignes = lignesDe(pieces.get(nom) ?? {});
    return lignes.length === 0 ? [] : [{ nom, lignes }];
  });
  return [...communes, ...tables];
}

export interface ContexteDeReference {
  entete: z.infer<z.ZodObject<typeof enteteShape>>;
  /** Address of the site without final slash. */
  adresse: string;
  /** Address of a file by name of family, from `/api/openapi.json`. */
  exemples: ReadonlyMap<string, string>;
  /** Beginnings of some of these files. */
  extraits: Reference['extraits'];
}

/** Everything that `/donnees/api/` shows; also published as its JSON twin. */
export function toReference({ entete, adresse, exemples, extraits }: ContexteDeReference): Reference {
  return {
    ...entete,
    titre: "L'API",
    chapeau:
      "Toutes les adresses des fichiers, ce que chacun contient, et des lignes à copier. L'API, ce sont des fichiers : pas de clé, pas de compte, pas de limite posée par nous.",
    besoins: BESOINS.map(({ familles, ...besoin }) => ({ ...besoin, adresses: toAdresses(familles, exemples) })),
    champs: toTables(),
    extraits,
    code: lignesACopier(adresse, exemples),
  };
}
