import { z } from 'zod';

/** What one build took, as `npm run build -- --journal FILE` writes it. */
export const journalSchema = z.strictObject({
  /** Seconds of each step, in order. */
  etapes: z.array(z.strictObject({ nom: z.string(), secondes: z.number() })),
  pages: z.number(),
  fichiers: z.number(),
  octets: z.number(),
});
export type Journal = z.infer<typeof journalSchema>;
