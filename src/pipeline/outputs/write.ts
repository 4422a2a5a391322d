import type { z } from 'zod';

import type { Effects } from '../effects.ts';

/**
 * Writes one published JSON file after checking it against its schema: what leaves the pipeline is what the site and reusers expect.
 * Keys keep the order of `value`; an `undefined` value leaves no key. Returns the text of the file.
 */
export function writeJson<T>(effects: Effects, path: string, schema: z.ZodType<T>, value: T): string {
  const result = schema.safeParse(value);
  if (!result.success) throw new Error(`${path} does not follow its schema: ${result.error.message}`);
  const text = `${JSON.stringify(value)}\n`;
  effects.writeText(path, text);
  return text;
}

/** Copy without the keys whose value is null or undefined: an unknown value is an absent key (API § 3). */
export function withoutNulls<T extends Record<string, unknown>>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const known: { [K in keyof T]?: NonNullable<T[K]> } = {};
  for (const key in value) if (value[key] != null) known[key] = value[key];
  return known;
}
