import type { ProfilApi } from '../../../domain/contrat.ts';
import type { Database } from '../../database.ts';
import type { Effects } from '../../effects.ts';
import type { Defauts } from './lieu.ts';

/** Root of the contract tree (API § 7). */
export const RACINE = 'api/inserjeunes';

/** What the writing of the contract needs. */
export interface ContexteContrat {
  db: Database;
  effects: Effects;
  profil: ProfilApi;
  /** First key of every JSON file of fictional figures (PRODUCT § 5.7); the contract has no other key of ours. */
  entete: { donnees_fictives?: true };
  defauts: Defauts;
}
