import { z } from 'zod';

import { sommaireDuCatalogueSchema } from '../catalogue/schema.ts';
import { comparaisonsSchema } from '../comparaisons.ts';
import {
  agregatSchema,
  bcnContratSchema,
  ficheContratSchema,
  filieresContratSchema,
  listeContratSchema,
  millesimesContratSchema,
  prefixesPostauxSchema,
} from '../contrat.ts';
import { pageDevineSchema } from '../devine.ts';
import { editionSchema, rapportSchema } from '../edition.ts';
import { etablissementSchema } from '../etablissement.ts';
import { donneeSourceSchema, ficheEnsembleSchema, ficheSchema, partsSchema } from '../fiche.ts';
import { fichierAbsentSchema } from '../fichier-absent.ts';
import { fluxJsonSchema } from '../flux.ts';
import { formationSchema, lienSchema } from '../formation.ts';
import { lectureSchema, phrasesSchema } from '../lecture.ts';
import { legendesSchema } from '../legendes-constantes.ts';
import {
  listeEtablissementsSchema,
  listeRegionsSchema,
  listeSchema,
  pageRegionSchema,
  resumeFormationSchema,
  sommaireSchema,
} from '../listes.ts';
import { mesuresSchema } from '../mesures.ts';
import { oEmbedSchema } from '../oembed.ts';
import { departementSchema, listeDepartementsSchema } from '../proximite.ts';
import { absenceSchema } from '../publication.ts';
import { chiffresDeRechercheSchema, documentsDeRechercheSchema } from '../recherche.ts';
import { indexApiSchema, resolutionSchema } from '../ressources.ts';
import { revisionsSchema } from '../revisions.ts';
import { datapackageSchema, schemaDeJeuSchema } from '../telechargements/datapackage.ts';
import { pageDeTextePublieeSchema } from '../textes/page-de-texte.ts';
import { jumeauComparerSchema, jumeauMonCatalogueSchema, jumeauWidgetSchema, nomsSchema } from './jumeaux.ts';
import { referenceSchema } from './reference-schema.ts';

/** The schemas of the JSON files, by the name of `/api/schemas/{nom}.json`. Families of one shape share one. */
export const SCHEMAS = {
  edition: editionSchema,
  index: indexApiSchema,
  resoudre: resolutionSchema,
  catalogue: sommaireDuCatalogueSchema,
  sommaire: sommaireSchema,
  formation: formationSchema,
  liste: listeSchema,
  regions: listeRegionsSchema,
  region: pageRegionSchema,
  proximite: listeDepartementsSchema,
  proximite_departement: departementSchema,
  devine: pageDevineSchema,
  comparer: jumeauComparerSchema,
  widget: jumeauWidgetSchema,
  oembed: oEmbedSchema,
  reference: referenceSchema,
  mon_catalogue: jumeauMonCatalogueSchema,
  etablissements: listeEtablissementsSchema,
  etablissement: etablissementSchema,
  comparaisons: comparaisonsSchema,
  legendes: legendesSchema,
  recherche: documentsDeRechercheSchema,
  recherche_chiffres: chiffresDeRechercheSchema,
  recherche_noms: nomsSchema,
  rapport: rapportSchema,
  mesures: mesuresSchema,
  revisions: revisionsSchema,
  textes: pageDeTextePublieeSchema,
  datapackage: datapackageSchema,
  telechargement_colonnes: schemaDeJeuSchema,
  flux: fluxJsonSchema,
  fichier_absent: fichierAbsentSchema,
  contrat_fiche: ficheContratSchema,
  contrat_millesimes: millesimesContratSchema,
  contrat_filieres: filieresContratSchema,
  contrat_certifications: listeContratSchema('certifications', ficheContratSchema),
  contrat_regionales: listeContratSchema('regionales', ficheContratSchema),
  contrat_formations: listeContratSchema('formations', ficheContratSchema),
  contrat_bcn: listeContratSchema('bcn', bcnContratSchema),
  contrat_prefixes: prefixesPostauxSchema,
  /** JSON Schema and OpenAPI are described by their own standards: here, only what says which one. */
  schemas: z.looseObject({
    $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
    $id: z.string(),
    title: z.string(),
    description: z.string(),
  }),
  openapi: z.looseObject({ openapi: z.string().startsWith('3.1.'), info: z.looseObject({ title: z.string() }) }),
} as const satisfies Record<string, z.ZodType>;
export type NomDeSchema = keyof typeof SCHEMAS;

/** Shapes that come back inside the files: each stands once in a published schema, under this name. */
export const PIECES: readonly (readonly [nom: string, schema: z.ZodType])[] = [
  ['absence', absenceSchema],
  ['parts', partsSchema],
  ['donnee_source', donneeSourceSchema],
  ['fiche', ficheSchema],
  ['fiche_ensemble', ficheEnsembleSchema],
  ['fiche_contrat', ficheContratSchema],
  ['agregat', agregatSchema],
  ['lien', lienSchema],
  ['phrases', phrasesSchema],
  ['lecture', lectureSchema],
  ['resume_formation', resumeFormationSchema],
];
