/** The three states of a young person; they exclude each other and add up to 100 (RULES § 2). Apart from their measures: browsers load this module. */
export const ETATS = ['emploi', 'formation', 'autre'] as const;
export type Etat = (typeof ETATS)[number];
