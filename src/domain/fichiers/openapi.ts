import type { FamilleDeFichiers, Licence } from '../ressources.ts';
import { parametresDe } from './adresses.ts';
import { BESOINS } from './besoins.ts';
import { adresseDuSchema } from './schema-json.ts';

/** A file of this edition that shows what its family is like: its address and the values in it. */
export interface ExempleDeFichier {
  adresse: string;
  valeurs: Readonly<Record<string, string>>;
}

export interface ContexteOpenApi {
  edition: string;
  /** ISO day. */
  date: string;
  fictives: boolean;
  licence: Licence;
  /** Address of the site without final slash, when it is known. */
  siteUrl?: string | undefined;
  contact?: string | undefined;
  /** By name of family; a family without example has no file in this edition and is left out. */
  exemples: ReadonlyMap<string, ExempleDeFichier>;
}

const TYPES_MIME: Record<FamilleDeFichiers['format'], string> = {
  json: 'application/json',
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  svg: 'image/svg+xml',
  zip: 'application/zip',
  jsonld: 'application/ld+json',
  atom: 'application/atom+xml',
  txt: 'text/plain',
};

const BINAIRES: ReadonlySet<string> = new Set(['parquet', 'zip']);

const nu = (texte: string): string => texte.replaceAll('`', '');

const PAS_DE_FICHIER = "Pas de fichier à cette adresse : le code n'est pas connu, ou rien n'est publié pour lui.";

/** `/api/openapi.json` → the schemas beside it. */
const referenceDe = (nom: string): string => adresseDuSchema(nom).replace('/api/', '');

/** What a file without a schema of ours is. */
function typeDe(format: FamilleDeFichiers['format']): object {
  if (format === 'jsonld') return { type: 'object' };
  return { type: 'string', ...(BINAIRES.has(format) ? { contentEncoding: 'binary' } : {}) };
}

function contenuDe({ format, schema }: FamilleDeFichiers, exemple: ExempleDeFichier): object {
  return {
    [TYPES_MIME[format]]: {
      schema: schema === undefined ? typeDe(format) : { $ref: referenceDe(schema) },
      examples: { exemple: { summary: 'Un fichier de cette édition', externalValue: exemple.adresse } },
    },
  };
}

function operationDe(famille: FamilleDeFichiers, tag: string, exemple: ExempleDeFichier): object {
  return {
    get: {
      operationId: famille.nom,
      summary: nu(famille.contenu),
      tags: [tag],
      ...parametresEnOpenApi(famille, exemple),
      responses: {
        200: { description: 'Le fichier.', content: contenuDe(famille, exemple) },
        404: {
          $ref: `#/components/responses/${famille.modele.startsWith('/api/') ? 'PasDeFichierApi' : 'PasDeFichier'}`,
        },
      },
    },
  };
}

function parametresEnOpenApi(famille: FamilleDeFichiers, { valeurs }: ExempleDeFichier): object {
  const parameters = parametresDe(famille).map(([name, { motif, description }]) => ({
    name,
    in: 'path',
    required: true,
    description: nu(description),
    schema: { type: 'string', pattern: `^(?:${motif})$` },
    example: valeurs[name],
  }));
  return parameters.length === 0 ? {} : { parameters };
}

/** `/api/openapi.json`: every path of the site that is no page, OpenAPI 3.1. */
export function toOpenApi({ edition, date, fictives, licence, siteUrl, contact, exemples }: ContexteOpenApi): object {
  const paths = BESOINS.flatMap(({ titre, familles }) =>
    familles.flatMap((famille) => {
      const exemple = exemples.get(famille.nom);
      return exemple === undefined ? [] : [[famille.modele, operationDe(famille, titre, exemple)] as const];
    }),
  );
  return {
    ...(fictives ? { 'x-donnees_fictives': true } : {}),
    openapi: '3.1.1',
    info: {
      title: 'Et après ? Ce que deviennent les jeunes après chaque formation',
      summary: edition,
      description: [
        "Des fichiers, et rien d'autre : pas de clé, pas de compte, pas de paramètre après le « ? ». Un fichier qui n'existe pas répond 404.",
        "Une clé absente : la source ne donne pas ce chiffre. null : il est masqué ou manquant. 0 : on a compté, il n'y en a aucun.",
        ...(fictives ? ['Données de démonstration : tous les chiffres sont inventés.'] : []),
      ].join('\n'),
      version: date,
      license: { name: licence.titre, url: licence.url },
      ...(contact === undefined ? {} : { contact: { name: contact } }),
    },
    servers: [{ url: siteUrl ?? '/', description: 'Le site' }],
    security: [],
    tags: BESOINS.map(({ titre, description }) => ({ name: titre, description })),
    paths: Object.fromEntries(paths),
    components: {
      responses: {
        PasDeFichier: {
          description: PAS_DE_FICHIER,
        },
        PasDeFichierApi: {
          description: PAS_DE_FICHIER,
          content: { [TYPES_MIME.json]: { schema: { $ref: referenceDe('fichier_absent') } } },
        },
      },
    },
  };
}
