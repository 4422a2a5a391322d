import type { Rapport } from '../../../domain/edition.ts';
import { adresseDuSchema } from '../../../domain/fichiers/schema-json.ts';
import { indexApiSchema, type IndexApi, type TypeDeCode } from '../../../domain/ressources.ts';
import { EDITEUR } from '../../../domain/textes/editeur.ts';
import { FAMILLES_DE_FICHIERS } from '../../../domain/textes/fichiers.ts';
import { licenceDesDonnees } from '../../../domain/textes/licence.ts';
import { urls } from '../../../lib/urls.ts';
import type { Contexte } from '../contexte.ts';
import { writeJson } from '../write.ts';
import { DOSSIER, type JeuEcrit } from './jeu.ts';

/** Writes `api/index.json`: sources, counts, and the address of every family of files. */
export function writeIndexApi(
  { effects, entete, identites, resumes, etablissements }: Contexte,
  today: string,
  sources: Rapport['sources'],
  { codes, jeux }: { codes: Record<TypeDeCode, number>; jeux: readonly JeuEcrit[] },
): void {
  const index: IndexApi = {
    ...entete,
    date: today,
    licence: licenceDesDonnees(entete.donnees_fictives === true),
    contact: EDITEUR?.contact ?? null,
    documentation: { reference: urls.api(), ancienne_api: urls.ancienneApi(), openapi: '/api/openapi.json' },
    sources: sources.map(({ fichier, genre, libelle, octets, sha256 }) => ({
      fichier,
      genre,
      libelle,
      octets,
      sha256,
    })),
    nombres: {
      formations: identites.size,
      formations_avec_chiffres: [...resumes.values()].filter(({ absence }) => absence === undefined).length,
      etablissements: etablissements.size,
      codes,
    },
    liens: FAMILLES_DE_FICHIERS.map(({ nom, modele, format, contenu, schema }) => ({
      ...{ nom, modele, format, contenu },
      ...(schema === undefined ? {} : { schema: adresseDuSchema(schema) }),
    })),
    telechargements: jeux.flatMap(({ titre, lignes, fichiers }) =>
      fichiers.map(({ fichier, format, octets, sha256 }) => ({
        fichier: `/${DOSSIER}/${fichier}`,
        libelle: titre,
        format,
        lignes,
        octets,
        sha256,
      })),
    ),
  };
  writeJson(effects, 'api/index.json', indexApiSchema, index);
}
