import { z } from 'zod';

import { enteteShape } from '../../../domain/formation.ts';
import { anneesDeSortie } from '../../../domain/millesime.ts';
import { EDITEUR } from '../../../domain/textes/editeur.ts';
import { licenceDesDonnees } from '../../../domain/textes/licence.ts';
import { urls } from '../../../lib/urls.ts';
import type { Contexte } from '../contexte.ts';
import { writeJson } from '../write.ts';
import { DOSSIER, type FichierEcrit, type JeuEcrit } from './jeu.ts';

/** Where the description of the data sets for catalogues is. */
export const CATALOGUE_DCAT = 'donnees/catalogue.jsonld';

const EUROPE = 'http://publications.europa.eu/resource/authority';
const CONTEXTE_JSONLD = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const FORMATS = {
  csv: { type: 'https://www.iana.org/assignments/media-types/text/csv', format: `${EUROPE}/file-type/CSV` },
  parquet: {
    type: 'https://www.iana.org/assignments/media-types/application/vnd.apache.parquet',
    format: `${EUROPE}/file-type/PARQUET`,
  },
} as const;

const refSchema = z.strictObject({ '@id': z.string() });
const texteSchema = z.strictObject({ '@value': z.string(), '@language': z.literal('fr') });
const typeSchema = z.strictObject({ '@value': z.string(), '@type': z.string() });
const agentSchema = z.strictObject({ '@type': z.literal('foaf:Agent'), 'foaf:name': z.string() });

const distributionSchema = z.strictObject({
  '@id': z.string(),
  '@type': z.literal('dcat:Distribution'),
  'dct:title': texteSchema,
  'dcat:accessURL': refSchema,
  'dcat:downloadURL': refSchema,
  'dcat:mediaType': refSchema,
  'dct:format': refSchema,
  'dct:license': refSchema,
  'dcat:byteSize': typeSchema,
  'spdx:checksum': z.strictObject({
    '@type': z.literal('spdx:Checksum'),
    'spdx:algorithm': refSchema,
    'spdx:checksumValue': typeSchema,
  }),
});

const datasetSchema = z.strictObject({
  '@id': z.string(),
  '@type': z.literal('dcat:Dataset'),
  'dct:identifier': z.string(),
  'dct:title': texteSchema,
  'dct:description': texteSchema,
  'dct:publisher': agentSchema,
  'dct:license': refSchema,
  'dct:modified': typeSchema,
  'dct:language': refSchema,
  'dct:spatial': refSchema,
  'dct:accrualPeriodicity': refSchema,
  'dcat:theme': refSchema,
  'dcat:landingPage': refSchema,
  'dct:isPartOf': refSchema.optional(),
  /** Leaving years of the young people who are counted. */
  'dct:temporal': z
    .strictObject({ '@type': z.literal('dct:PeriodOfTime'), 'dcat:startDate': typeSchema, 'dcat:endDate': typeSchema })
    .optional(),
  'dcat:distribution': z.array(distributionSchema).min(1),
});

/** `donnees/catalogue.jsonld`: DCAT-AP. Addresses start at the root of the site when its own is not known. Its own keys come from the standard. */
export const catalogueDcatSchema = z.strictObject({
  ...enteteShape,
  '@context': z.record(z.string(), z.string()),
  '@id': z.string(),
  '@type': z.literal('dcat:Catalog'),
  'dct:title': texteSchema,
  'dct:description': texteSchema,
  'dct:publisher': agentSchema,
  'dct:license': refSchema,
  'dct:modified': typeSchema,
  'dct:language': refSchema,
  'dct:spatial': refSchema,
  'foaf:homepage': refSchema,
  'dcat:dataset': z.array(datasetSchema).min(1),
});
type Dataset = z.infer<typeof datasetSchema>;

const ref = (id: string): z.infer<typeof refSchema> => ({ '@id': id });
const texte = (valeur: string): z.infer<typeof texteSchema> => ({ '@value': valeur, '@language': 'fr' });
const typee = (valeur: string, type: string): z.infer<typeof typeSchema> => ({
  '@value': valeur,
  '@type': `xsd:${type}`,
});

/** Describes the data sets that were written to the catalogues of open data (data.gouv.fr, data.europa.eu). */
export function writeDcat({ effects, entete, date, siteUrl = '' }: Contexte, jeux: readonly JeuEcrit[]): void {
  const fictives = entete.donnees_fictives === true;
  const commun = {
    'dct:publisher': { '@type': 'foaf:Agent' as const, 'foaf:name': EDITEUR?.nom ?? 'Et après ?' },
    'dct:license': ref(licenceDesDonnees(fictives).url),
    'dct:modified': typee(date, 'date'),
    'dct:language': ref(`${EUROPE}/language/FRA`),
    'dct:spatial': ref(`${EUROPE}/country/FRA`),
  };
  const catalogue = `${siteUrl}/${CATALOGUE_DCAT}`;
  const datasets = jeux.map((jeu): Dataset => {
    const periode = periodeOf(jeu, jeux);
    return {
      '@id': `${catalogue}#${jeu.nom}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': jeu.nom,
      'dct:title': texte(jeu.titre),
      'dct:description': texte(fictives ? `${jeu.description} Données fictives.` : jeu.description),
      ...commun,
      'dct:accrualPeriodicity': ref(`${EUROPE}/frequency/ANNUAL`),
      'dcat:theme': ref(`${EUROPE}/data-theme/EDUC`),
      'dcat:landingPage': ref(`${siteUrl}${urls.donnees()}`),
      ...(jeu.partieDe === undefined ? {} : { 'dct:isPartOf': ref(`${catalogue}#${jeu.partieDe}`) }),
      ...(periode === undefined ? {} : { 'dct:temporal': periode }),
      'dcat:distribution': jeu.fichiers.map((fichier) =>
        toDistribution(`${siteUrl}/${DOSSIER}/${fichier.fichier}`, jeu, fichier, commun['dct:license']),
      ),
    };
  });
  writeJson(effects, CATALOGUE_DCAT, catalogueDcatSchema, {
    ...entete,
    '@context': CONTEXTE_JSONLD,
    '@id': catalogue,
    '@type': 'dcat:Catalog',
    'dct:title': texte('Et après ? Ce que sont devenus les jeunes après chaque formation'),
    'dct:description': texte(
      fictives
        ? 'Données de démonstration : tous les chiffres sont inventés.'
        : 'Chiffres InserJeunes et InserSup par formation, région et établissement, avec la raison de chaque absence.',
    ),
    ...commun,
    'foaf:homepage': ref(`${siteUrl}/`),
    'dcat:dataset': datasets,
  });
}

function toDistribution(
  adresse: string,
  { titre }: JeuEcrit,
  { format, octets, sha256 }: FichierEcrit,
  licence: z.infer<typeof refSchema>,
): z.infer<typeof distributionSchema> {
  return {
    '@id': `${adresse}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': texte(`${titre} (${format === 'csv' ? 'CSV' : 'Parquet'})`),
    'dcat:accessURL': ref(adresse),
    'dcat:downloadURL': ref(adresse),
    'dcat:mediaType': ref(FORMATS[format].type),
    'dct:format': ref(FORMATS[format].format),
    'dct:license': licence,
    'dcat:byteSize': typee(String(octets), 'nonNegativeInteger'),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': ref('spdx:checksumAlgorithm_sha256'),
      'spdx:checksumValue': typee(sha256, 'hexBinary'),
    },
  };
}

/** From the first to the last leaving year of a set, its parts included; none for a set without figures. */
function periodeOf(jeu: JeuEcrit, jeux: readonly JeuEcrit[]): Dataset['dct:temporal'] {
  const annees = jeux
    .filter((autre) => autre === jeu || autre.partieDe === jeu.nom)
    .flatMap(({ millesime }) => (millesime === undefined ? [] : anneesDeSortie(millesime)));
  if (annees.length === 0) return undefined;
  const jour = (annee: number, fin: string): z.infer<typeof typeSchema> => typee(`${String(annee)}-${fin}`, 'date');
  return {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': jour(Math.min(...annees), '01-01'),
    'dcat:endDate': jour(Math.max(...annees), '12-31'),
  };
}
