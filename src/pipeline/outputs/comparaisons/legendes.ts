import { LEGENDES, legendesSchema } from '../../../domain/legendes-constantes.ts';
import type { Contexte } from '../contexte.ts';
import { writeJson } from '../write.ts';

/** Writes `legendes.json`: the captions that do not depend on a record. */
export function writeLegendes({ effects, entete }: Contexte): void {
  writeJson(effects, 'legendes.json', legendesSchema, { ...entete, ...LEGENDES });
}
