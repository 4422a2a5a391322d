import { findRegionByDepartement, type Region } from '../domain/regions.ts';
import type { Etablissement } from './etablissements.ts';
import { createRandom } from './random.ts';
import type { Ville } from './villes.ts';

export const LIBELLES_DE_NATURE: Record<string, string> = {
  '306': 'LYCEE POLYVALENT',
  '307': 'LYCEE AGRICOLE',
  '320': 'LYCEE PROFESSIONNEL',
  '523': 'ETABLISSEMENT SUPERIEUR',
  '600': 'CENTRE DE FORMATION D APPRENTIS',
};

/** Phone numbers that the regulator keeps for fiction, by zone; none overseas. */
const TELEPHONES: Record<string, string> = {
  '1': '01 99 00',
  '2': '02 61 91',
  '3': '03 53 01',
  '4': '04 65 71',
  '5': '05 36 49',
};
const ZONES: Record<string, string> = {
  '11': '1',
  '24': '2',
  '28': '2',
  '52': '2',
  '53': '2',
  '27': '3',
  '32': '3',
  '44': '3',
  '84': '4',
  '93': '4',
  '94': '4',
  '75': '5',
  '76': '5',
};

/** What directories add to a school. */
export interface Details {
  telephone: string;
  siret: string;
  ouverture: string;
  misAJour: string;
}

export function detailsOf(seed: number, school: Etablissement): Details {
  const random = createRandom(seed, 'annuaire', school.uai);
  const zone = TELEPHONES[ZONES[school.region] ?? ''];
  const two = (): string => String(random.int(0, 99)).padStart(2, '0');
  return {
    telephone: zone === undefined ? '' : `${zone} ${two()} ${two()}`,
    // Real SIRET numbers of schools begin with 19: 00 is given to nobody.
    siret: `00${String(random.int(0, 999_999)).padStart(7, '0')}00010`,
    ouverture: `${random.int(1962, 2016)}-09-01`,
    misAJour: `2026-0${random.int(1, 6)}-${String(random.int(1, 28)).padStart(2, '0')}`,
  };
}

/** `35` → `035`, `2A` → `02A`, `974` → `974`. */
export const departement3 = (code: string): string => code.padStart(3, '0');

function regionOf({ departement }: Ville): Region {
  const region = findRegionByDepartement(departement);
  if (!region) throw new Error(`unknown departement: ${departement}`);
  return region;
}

export function departementName(ville: Ville): string {
  return regionOf(ville).departements.find(({ code }) => code === ville.departement)?.nom ?? '';
}

export function academieName(ville: Ville): string {
  const found = regionOf(ville).academies.find(({ code }) => code === ville.academie);
  if (!found) throw new Error(`unknown academie: ${ville.academie}`);
  return found.nom;
}
