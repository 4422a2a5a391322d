import type { Formation } from '../domain/formation.ts';
import { ABSENCES_EN_MOTS, deTitre, phraseEnTexte, phraseSur100 } from '../domain/phrases.ts';
import type { VoieAffichee } from './voies.ts';

/** What search engines say of the page of a formation: its first sentence, or why it has none. */
export function descriptionDeFormation(formation: Formation, voies: readonly VoieAffichee[]): string {
  const carte = voies.map((voie) => voie.carte).find((fiche) => fiche !== undefined && fiche.parts !== null);
  if (carte !== undefined) return phraseEnTexte(phraseSur100(carte, deTitre(formation.titre)));
  return `${formation.titre} : ${ABSENCES_EN_MOTS[formation.absence ?? 'pas_encore_publiee'].titre.toLowerCase()}.`;
}
