import { capitals } from './diplomes.ts';
import nationalJson from './national.json' with { type: 'json' };
import superieurJson from './superieur.json' with { type: 'json' };

export type DiplomeSise = (typeof superieurJson.diplomes)[number];

/** Those of the demonstration. */
export const DIPLOMES_SISE: readonly DiplomeSise[] = superieurJson.diplomes;

/**
 * Diplomas of higher education with figures in the whole country, by type: with some 10,000 courses in schools they give the 20,166 rows of two
 * promotions of FACTS § 1.
 */
const NOMBRES: Record<string, number> = { XB: 640, DP: 300, XA: 200, DR: 110, FI: 90, XD: 20, RA: 30, RD: 10 };

/** No real code begins like this. */
const PREMIER_SISE_FICTIF = 2_597_000;

/** Years of study of the levels, as a second word of the labels. */
const MENTIONS = ['', ' APPLIQUEES', ' ET SOCIETE', ' INTERNATIONALES', ' ET NUMERIQUE', ' ET TERRITOIRES'];

/** A field of study under a form of course: 21 × 12 × 6 labels, none twice for a type. */
function fictif(type: string, rank: number, sise: number): DiplomeSise {
  const secteur = superieurJson.secteurs[rank % superieurJson.secteurs.length];
  const turn = Math.floor(rank / superieurJson.secteurs.length);
  const role = nationalJson.mentions[turn % nationalJson.mentions.length] ?? '';
  const mention = MENTIONS[Math.floor(turn / nationalJson.mentions.length)] ?? '';
  const groupe = superieurJson.diplomes.find((known) => known.secteur === secteur?.code)?.groupe;
  return {
    sise: String(sise),
    type,
    libelle: `${capitals(secteur?.libelle ?? '')}${mention} : ${role}`.slice(0, 120),
    secteur: secteur?.code ?? '',
    groupe: groupe ?? '100',
  };
}

/** The diplomas of a country that has this fraction of the real ones: those of the demonstration first. */
export function buildDiplomesSiseNationaux(fraction: number): DiplomeSise[] {
  let sise = PREMIER_SISE_FICTIF;
  return Object.entries(NOMBRES).flatMap(([type, nombre]) => {
    const count = Math.max(1, Math.round(nombre * fraction));
    const known = DIPLOMES_SISE.filter((diplome) => diplome.type === type).slice(0, count);
    const others = Array.from({ length: count - known.length }, (_, rank) => fictif(type, rank, (sise += 1)));
    return [...known, ...others];
  });
}
