import { z } from 'zod';

import { FILIERES, MAILLES, millesimeSchema, PERIMETRES, SOURCES_DE_CHIFFRES } from '../fiche.ts';
import { enteteShape } from '../formation.ts';
import { ABSENCES } from '../publication.ts';
import { CHEMINS } from '../ressources.ts';
import type { LigneDeCode, LigneDEtablissement, LigneDeFormation, SommaireDuCatalogue } from './fichiers.ts';

/** Schemas of the files of `fichiers.ts`, for who writes and tests them: every cell is a text, an empty one says « not there ». */
const optionnel = <T extends z.ZodType<string>>(schema: T): z.ZodUnion<[z.ZodLiteral<''>, T]> =>
  z.union([z.literal(''), schema]);
const codeSchema = z.string().regex(/^[0-9A-Z]{7,11}$/);
const codesSchema = z.string().regex(/^[0-9A-Z]{7,11}(\|[0-9A-Z]{7,11})*$/);
const uaiSchema = z.string().regex(/^\d{7}[A-Z]$/);
const part = optionnel(z.string().regex(/^(\d|[1-9]\d|100)$/));
/** The demonstration marks each line. */
const marqueShape = { donnees_fictives: z.literal('true').optional() };
const absence = optionnel(z.enum(ABSENCES));

export const sommaireDuCatalogueSchema: z.ZodType<SommaireDuCatalogue> = z.strictObject({
  ...enteteShape,
  fichiers: z.record(z.string().regex(/^[a-z0-9/]+\.csv$/), z.int().positive()),
});

export const ligneDeCodeSchema: z.ZodType<LigneDeCode> = z.strictObject({
  code: z.string().regex(/^([0-9A-Z]{7,11}|RNCP[0-9]{1,7})$/),
  chemin: optionnel(z.enum(CHEMINS)),
  page: optionnel(codeSchema),
  candidats: optionnel(codesSchema),
  annee_terminale: optionnel(codesSchema),
  absence,
  ...marqueShape,
});

export const ligneDeFormationSchema: z.ZodType<LigneDeFormation> = z.strictObject({
  code_formation: codeSchema,
  titre: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  absence,
  ...marqueShape,
});

const ficheShape = {
  maille: z.enum(MAILLES),
  code_formation: codeSchema,
  code_certification: codeSchema,
  filiere: z.enum(FILIERES),
  donnee_source_type: z.enum(['self', 'ancienne', 'nouvelle']),
  donnee_source_code_certification: codeSchema,
  millesime: millesimeSchema,
  source: z.enum(SOURCES_DE_CHIFFRES),
  nb_annee_term: optionnel(z.string().regex(/^\d+$/)),
  part_emploi_6_mois: part,
  part_formation: part,
  part_autre_6_mois: part,
  absence,
  ...marqueShape,
};

/** Either the three shares or the reason, never both (PRODUCT § 5.2). */
const partsOuRaison = (ligne: { part_emploi_6_mois: string; absence: string }): boolean =>
  (ligne.part_emploi_6_mois === '') === (ligne.absence !== '');

export const ligneDeFranceSchema = z
  .strictObject({ ...ficheShape, maille: z.enum(['nationale', 'regions']), nb_regions: z.string() })
  .refine(partsOuRaison);
export const ligneDeRegionSchema = z
  .strictObject({ ...ficheShape, maille: z.literal('regionale'), region: z.string().regex(/^\d{2}$/) })
  .refine(partsOuRaison);

export const ligneDEtablissementSchema: z.ZodType<LigneDEtablissement> = z
  .strictObject({
    ...ficheShape,
    maille: z.literal('etablissement'),
    uai: uaiSchema,
    nom: z.string(),
    region: optionnel(z.string().regex(/^\d{2}$/)),
    perimetre: optionnel(z.enum(PERIMETRES)),
    code_formation: optionnel(codeSchema),
    code_certification: optionnel(codeSchema),
    filiere: optionnel(ficheShape.filiere),
    donnee_source_type: optionnel(ficheShape.donnee_source_type),
    donnee_source_code_certification: optionnel(codeSchema),
    millesime: optionnel(millesimeSchema),
    source: optionnel(ficheShape.source),
    uai_donnee: optionnel(uaiSchema),
  })
  .refine(partsOuRaison);
