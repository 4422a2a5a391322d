import { NATURES_ELIGIBLES } from '../domain/etablissement.ts';
import { REGIONS } from '../domain/regions.ts';
import type { Database } from './database.ts';
import { colonnesNormalisees, getKind, KINDS } from './kinds.ts';
import type { FichierLu } from './reader/types.ts';

/** Makes the schema `raw` (one table of texts a kind, empty when no file holds it) and fills it with the files read. */
export async function loadRaw(db: Database, fichiers: readonly FichierLu[]): Promise<void> {
  await db.run('create schema raw');
  for (const kind of KINDS) {
    const columns = colonnesNormalisees(kind).map((name) => `${name} varchar`);
    await db.run(`create table raw.${kind.nom} (${columns.join(', ')})`);
  }
  for (const fichier of fichiers) {
    await db.loadText(`raw.${fichier.kind}`, fichier.chemin_normalise, colonnesNormalisees(getKind(fichier.kind)));
  }
}

/** Makes the schema `ref`: regions, départements, academies and eligible natures, as the domain knows them (RULES §§ 17, 18). */
export async function loadReferences(db: Database): Promise<void> {
  await db.run('create schema ref');
  await db.createFromObjects(
    'ref.regions',
    REGIONS.map(({ code, code_region_academique, nom }) => ({ code, code_region_academique, nom })),
  );
  await db.createFromObjects(
    'ref.departements',
    REGIONS.flatMap((region) => region.departements.map(({ code, nom }) => ({ code, nom, region_code: region.code }))),
  );
  await db.createFromObjects(
    'ref.academies',
    REGIONS.flatMap((region) => region.academies.map(({ code, nom }) => ({ code, nom }))),
  );
  await db.createFromObjects(
    'ref.natures_eligibles',
    NATURES_ELIGIBLES.map((nature_uai) => ({ nature_uai })),
  );
}
