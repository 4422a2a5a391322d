import { drawPlanche, type Panneau } from '../charts/planche.ts';
import type { Fiche } from '../domain/fiche.ts';
import type { Formation } from '../domain/formation.ts';
import type { Repartition } from '../domain/lecture.ts';
import { millesimeEnMots } from '../domain/millesime.ts';
import { nomDuType, regleDeComparaison, VERBES_COMPARES } from '../domain/phrases-lecture.ts';
import { badgeDeMaille, publicCompte } from '../domain/phrases.ts';
import { NBSP } from '../lib/format.ts';
import { couleursDesImages, signatureDImage } from './carte-image.ts';
import { promotionsDe, salairesDe, situationsDe, suivisDe } from './dessins.ts';
import { identite } from './identite.ts';
import { nomsDesSources } from './sources.ts';
import type { VoieAffichee } from './voies.ts';
import tokens from '../styles/tokens.css?raw';

const COULEURS = couleursDesImages(tokens);

/** The drawings that a formation publishes as files, `/formations/{slug}/{nom}.svg`. */
export const PLANCHES = {
  comparaison: 'parmi les diplômes du même type',
  mois: 'de 6 mois à 2 ans après la sortie',
  promotions: "d'une promotion à l'autre",
  salaire: 'salaire net par mois, un an après',
} as const;
export type NomDePlanche = keyof typeof PLANCHES;

const sortants = (fiche: Fiche): string =>
  `${badgeDeMaille(fiche)}, ${publicCompte(fiche)} sortis en ${millesimeEnMots(fiche.millesime)}.`;

const PANNEAUX: Record<
  NomDePlanche,
  (voies: readonly VoieAffichee[], formation: Formation, repartitions: readonly Repartition[]) => Panneau[]
> = {
  comparaison: (voies, formation, repartitions) => {
    const type = nomDuType(formation.type.libelle);
    return situationsDe(voies, repartitions, type).flatMap(({ titre, carte, comparaison, bandes }) =>
      bandes.map(({ etat, phrase, mots, svg }) => ({
        titre: `${titre}${NBSP}: ceux qui ${VERBES_COMPARES[etat]}`,
        mention: `${phrase} ${regleDeComparaison(carte, comparaison, type)}`,
        mots,
        svg,
        identite: identite(carte),
      })),
    );
  },
  mois: (voies) =>
    suivisDe(voies).map(({ titre, fiche, mots, svg }) => ({
      titre,
      mention: `Combien travaillaient, sur 100 en dernière année. ${sortants(fiche)}`,
      mots,
      svg,
      identite: identite(fiche),
    })),
  promotions: (voies) =>
    promotionsDe(voies).flatMap(({ titre, historique, mots, svg }) => {
      const fiche = historique.at(-1);
      if (fiche === undefined) return [];
      const mention = `${badgeDeMaille(fiche)}. Sur 100 en dernière année, 6 mois après, de gauche à droite${NBSP}: travaillaient, étudiaient, autre situation.`;
      return [{ titre, mention, mots, svg, identite: identite(fiche) }];
    }),
  salaire: (voies) =>
    salairesDe(voies).map(({ titre, fiche, mots, svg }) => ({
      titre,
      mention: `La moitié gagnait entre ces deux montants, ramenés à un temps plein. ${sortants(fiche)}`,
      mots,
      svg,
      identite: identite(fiche),
    })),
};

/** Which drawings a formation has, without drawing them. */
export function listPlanches(voies: readonly VoieAffichee[]): NomDePlanche[] {
  const a: Record<NomDePlanche, boolean> = {
    comparaison: voies.some(({ lecture }) => lecture?.comparaison !== undefined),
    mois: voies.some(({ suivi }) => suivi !== undefined),
    promotions: voies.some(({ historique }) => historique.length > 1),
    salaire: voies.some(({ voie }) => voie.fiches.some(({ salaire_12_mois_q2: milieu }) => typeof milieu === 'number')),
  };
  return (Object.keys(PLANCHES) as NomDePlanche[]).filter((nom) => a[nom]);
}

/** One kind of drawing of a formation as a file: the same records and words as its page. */
export function dessinerPlanche(
  nom: NomDePlanche,
  formation: Formation,
  voies: readonly VoieAffichee[],
  repartitions: readonly Repartition[],
): string {
  return drawPlanche({
    titre: `${formation.titre}${NBSP}: ${PLANCHES[nom]}`,
    panneaux: PANNEAUX[nom](voies, formation, repartitions),
    signature: signatureDImage(formation.edition, nomsDesSources(voies.flatMap(({ carte }) => carte ?? []))),
    fictif: formation.donnees_fictives === true,
    couleurs: COULEURS,
  });
}
