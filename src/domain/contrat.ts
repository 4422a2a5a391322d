/**
 * How many files of the contract tree are written (API § 8): `leger` for hosts that limit their number, `standard` for any host, `complet` for object
 * storage, with one file for each place, code and millésime.
 */
export const PROFILS_API = ['leger', 'standard', 'complet'] as const;
export type ProfilApi = (typeof PROFILS_API)[number];
