import { createRandom } from './random.ts';
import nationalJson from './national.json' with { type: 'json' };
import villesJson from './villes.json' with { type: 'json' };

export type Ville = (typeof villesJson.villes)[number];

/** Towns that exist: those of the demonstration. */
export const VILLES: readonly Ville[] = villesJson.villes;

/** Towns within an island may not be far from the real one, or they would be in the sea. */
const estOutreMer = ({ departement }: Ville): boolean => departement.startsWith('97');

/** INSEE numbers go down from 999 (99 overseas): no département has that many communes. */
function codeOf({ departement }: Ville, rank: number): string {
  return departement + String((departement.length === 2 ? 999 : 99) - rank);
}

/** A town that does not exist, near one that does. */
function satellite(ville: Ville, rank: number, number: number): Ville {
  const random = createRandom('commune', ville.insee, number);
  const { debuts, fins } = nationalJson.communes;
  const spread = estOutreMer(ville) ? 0.03 : 0.2;
  const place = (centre: number): number => Math.round((centre + (random.next() * 2 - 1) * spread) * 1000) / 1000;
  return {
    ...ville,
    nom: `${random.pick(debuts)}-${random.pick(fins)}`,
    insee: codeOf(ville, rank),
    lat: place(ville.lat),
    lon: place(ville.lon),
  };
}

/** Every real town, and around each of them `parVille` towns that do not exist. */
export function villesAvecSatellites(parVille: number): Ville[] {
  const ranks = new Map<string, number>();
  const satellites = VILLES.flatMap((ville) =>
    Array.from({ length: parVille }, (_, number) => {
      const rank = ranks.get(ville.departement) ?? 0;
      ranks.set(ville.departement, rank + 1);
      return satellite(ville, rank, number);
    }),
  );
  return [...VILLES, ...satellites];
}
