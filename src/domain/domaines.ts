/** Plain names of the domains of specialty (NSF, two digits; N_DOMAINE_SPECIALITE holds them in capitals, shortened). */
const NOMS: Record<string, string> = {
  '10': 'Formations générales',
  '11': 'Mathématiques et sciences',
  '12': 'Sciences humaines et droit',
  '13': 'Lettres et arts',
  '20': 'Technologies industrielles',
  '21': 'Agriculture, pêche, forêt et espaces verts',
  '22': 'Alimentation, chimie et énergie',
  '23': 'Bâtiment, construction et bois',
  '24': 'Mode, textile et cuir',
  '25': 'Mécanique, électricité, électronique',
  '30': 'Services : spécialités plurivalentes',
  '31': 'Commerce, transport et gestion',
  '32': 'Communication et information',
  '33': 'Services aux personnes',
  '34': 'Services à la collectivité',
  '41': 'Capacités individuelles et sociales',
  '42': 'Activités quotidiennes et loisirs',
};

/** Codes for « domaine non spécifié » at each level: a formation that bears one is in no domain. */
const NON_SPECIFIES = new Set(['19', '29', '39', '49', '99']);

/** The plain name of a domain; the official label when we have none; undefined for the codes that name no domain. */
export function nomDeDomaine(code: string, libelleOfficiel: string): string | undefined {
  return NON_SPECIFIES.has(code) ? undefined : (NOMS[code] ?? libelleOfficiel);
}
