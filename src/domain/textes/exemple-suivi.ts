import { formatNumber, formatPercent, frenchLocale, plural } from '../../lib/format.ts';
import type { Fiche, Parts } from '../fiche.ts';
import { ETATS } from '../indicateurs.ts';
import type { ResumeFormation } from '../listes.ts';
import { millesimeEnMots } from '../millesime.ts';
import { repartirSur100 } from '../parts.ts';
import { deTitre, lieuEnMots, mentionEmploiPublic, populationComptee, publicCompte } from '../phrases.ts';
import { SEUIL_PUBLICATION } from '../publication.ts';
import type { Bloc, Etape, Morceau, PhraseChiffree } from './page-de-texte.ts';

/* The worked example of « Comprendre »: one record of the edition, followed from its counts to its two rates (PRODUCT § 4.6). */

/** A record whose counts are all known and agree with its published shares and rate. */
type FicheComptee = Fiche & {
  nb_annee_term: number;
  nb_sortant: number;
  nb_poursuite_etudes: number;
  nb_en_emploi_6_mois: number;
  taux_emploi_6_mois: number;
  parts: Parts;
};

export interface ExempleSuivi {
  formation: Pick<ResumeFormation, 'code' | 'slug' | 'titre'>;
  fiche: FicheComptee;
}

/** Are all the counts known? A record that shows the figures of another diploma would need one explanation more. */
function estComptee(fiche: Fiche): fiche is FicheComptee {
  const { nb_annee_term, nb_sortant, nb_poursuite_etudes, nb_en_emploi_6_mois, taux_emploi_6_mois, parts } = fiche;
  const counts = [nb_annee_term, nb_sortant, nb_poursuite_etudes, nb_en_emploi_6_mois, taux_emploi_6_mois];
  return parts !== null && fiche.donnee_source === undefined && counts.every((count) => count != null);
}

/** Can a reader find each published figure again from the counts, with a pencil? */
function seRetrouve(fiche: FicheComptee): boolean {
  const { nb_annee_term: eleves, nb_sortant: sortants, nb_poursuite_etudes: formation, parts } = fiche;
  const emploi = fiche.nb_en_emploi_6_mois;
  if (formation + sortants !== eleves || emploi > sortants || sortants < SEUIL_PUBLICATION) return false;
  const shares = repartirSur100({ emploi, formation, autre: sortants - emploi });
  const rate = Math.round((100 * emploi) / sortants);
  return ETATS.every((etat) => shares[etat] === parts[etat]) && rate === fiche.taux_emploi_6_mois;
}

/** An example should not be read as a small group, which has its own section. */
const EFFECTIF_MINIMAL = 200;

/** Four numbers that differ cannot be mistaken for one another. */
const estContrastee = ({ parts, taux_emploi_6_mois }: FicheComptee): boolean =>
  new Set([...ETATS.map((etat) => parts[etat]), taux_emploi_6_mois]).size === 4 &&
  ETATS.every((etat) => parts[etat] >= 5);

/**
 * The record to follow: the first of the examples of the edition, school track first, of at least 200 young people, whose figures can be found
 * again from its counts and are all different. None when the edition has no such record: the page then keeps an invented example.
 */
export function choisirExemple(exemples: readonly ResumeFormation[]): ExempleSuivi | undefined {
  const candidates = exemples.flatMap(({ code, slug, titre, cartes }) =>
    cartes
      .filter(estComptee)
      .filter((fiche) => fiche.nb_annee_term >= EFFECTIF_MINIMAL && seRetrouve(fiche) && estContrastee(fiche))
      .map((fiche) => ({ formation: { code, slug, titre }, fiche })),
  );
  return candidates.find(({ fiche }) => fiche.filiere === 'pro') ?? candidates[0];
}

type Chiffre = Exclude<Morceau, string>;
const compte = (valeur: number, indicateur: string, apres = ''): Chiffre => ({
  texte: `${formatNumber(valeur)}${apres}`,
  valeur,
  indicateur,
});
const part = ({ parts }: FicheComptee, etat: (typeof ETATS)[number]): Chiffre => ({
  texte: String(parts[etat]),
  valeur: parts[etat],
  etat,
});

const uneDecimale = frenchLocale.format('.1f');

function etapeDesJeunes({ fiche, formation }: ExempleSuivi): Etape {
  return {
    titre: 'On compte tous les jeunes en dernière année',
    phrases: [
      [
        compte(fiche.nb_annee_term, 'nb_annee_term'),
        ` ${populationComptee(fiche)} ${deTitre(formation.titre)} ${lieuEnMots(fiche)}, sortants de ${millesimeEnMots(fiche.millesime)}.`,
      ],
    ],
  };
}

function etapeDesSituations({ fiche }: ExempleSuivi): Etape {
  return {
    titre: 'On regarde où chacun était 6 mois après',
    phrases: [
      [
        compte(fiche.nb_en_emploi_6_mois, 'nb_en_emploi_6_mois'),
        ' travaillaient, ',
        compte(fiche.nb_poursuite_etudes, 'nb_poursuite_etudes'),
        ' étudiaient. Les autres étaient dans une autre situation.',
      ],
      [mentionEmploiPublic(fiche)],
    ],
  };
}

/** How a share was rounded, where a reader would round it the same way: 15.496 is no good example. */
function phraseDArrondi(fiche: FicheComptee): PhraseChiffree[] {
  const { nb_annee_term: eleves, parts } = fiche;
  const nombres = { emploi: fiche.nb_en_emploi_6_mois, formation: fiche.nb_poursuite_etudes };
  const etat = (['emploi', 'formation'] as const).find((state) => {
    const exact = (100 * nombres[state]) / eleves;
    return !Number.isInteger(exact) && Math.round(Number(exact.toFixed(1))) === parts[state];
  });
  if (etat === undefined) return [];
  const sur100 = uneDecimale((100 * nombres[etat]) / eleves);
  return [
    [
      `On arrondit : ${formatNumber(nombres[etat])} sur ${formatNumber(eleves)}, c'est ${sur100} sur 100. On écrit `,
      part(fiche, etat),
      '. Les trois nombres entiers font toujours 100.',
    ],
  ];
}

function etapeSur100({ fiche }: ExempleSuivi): Etape {
  const { parts } = fiche;
  return {
    titre: 'On ramène à 100',
    phrases: [
      [
        `Sur 100 ${publicCompte(fiche)}, `,
        part(fiche, 'emploi'),
        ` ${parts.emploi < 2 ? 'travaillait' : 'travaillaient'}, `,
        part(fiche, 'formation'),
        ' étudiaient, ',
        part(fiche, 'autre'),
        ' étaient dans une autre situation.',
      ],
      ...phraseDArrondi(fiche),
    ],
  };
}

/** The tree that reconciles both rates: 100 → continued, left → working, other. */
function etapeDeLArbre({ fiche }: ExempleSuivi): Etape {
  const sortis = 100 - fiche.parts.formation;
  return {
    titre: "On sépare ceux qui continuaient d'étudier",
    phrases: [
      [
        `Ceux qui n'étudiaient plus sont les sortants : `,
        compte(fiche.nb_sortant, 'nb_sortant'),
        ` ${publicCompte(fiche)}, soit ${sortis} sur 100.`,
      ],
    ],
    arbre: {
      tronc: [`100 ${populationComptee(fiche)}`],
      branches: [
        { branche: [part(fiche, 'formation'), ' étudiaient'], feuilles: [] },
        {
          branche: [`${sortis} étaient sortis`],
          feuilles: [
            [part(fiche, 'emploi'), ' travaillaient'],
            [part(fiche, 'autre'), ' autre situation'],
          ],
        },
      ],
    },
  };
}

function etapeDuTaux({ fiche }: ExempleSuivi): Etape {
  const taux = fiche.taux_emploi_6_mois;
  return {
    titre: 'On peut alors dire deux chiffres',
    phrases: [
      [
        `Parmi les ${formatNumber(fiche.nb_sortant)} sortants, ${formatNumber(fiche.nb_en_emploi_6_mois)} travaillaient : c'est le taux d'emploi, `,
        { texte: formatPercent(taux), valeur: taux, indicateur: 'taux_emploi_6_mois' },
        '.',
      ],
      [
        `Parmi tous les ${publicCompte(fiche)}, les mêmes ${plural(fiche.nb_en_emploi_6_mois, 'jeune', 'jeunes')} font `,
        part(fiche, 'emploi'),
        ' sur 100. Les deux sont vrais : seul le groupe sur lequel on compte change.',
      ],
      ['Ce taux est calculé sur les vrais nombres, pas sur les nombres arrondis du schéma.'],
    ],
  };
}

function etapeDuMoment({ fiche }: ExempleSuivi): Etape[] {
  const plusTard = fiche.taux_en_emploi_12_mois;
  if (plusTard == null) return [];
  return [
    {
      titre: 'On regarde encore, plus tard',
      phrases: [
        [
          `12 mois après, `,
          { texte: String(plusTard), valeur: plusTard, indicateur: 'taux_en_emploi_12_mois', horizon: 12 },
          ` ${publicCompte(fiche)} sur 100 travaillaient. Les études, elles, ne sont mesurées qu'une fois.`,
        ],
      ],
    },
  ];
}

const etapeDuSeuil = ({ fiche }: ExempleSuivi): Etape => ({
  titre: "On vérifie qu'ils étaient assez nombreux",
  phrases: [
    [
      `Il faut au moins ${SEUIL_PUBLICATION} jeunes en dernière année pour publier les trois parts, et au moins ${SEUIL_PUBLICATION} sortants pour publier le taux. Ici, ${formatNumber(fiche.nb_annee_term)} et ${formatNumber(fiche.nb_sortant)} : les deux sont publiés.`,
    ],
  ],
});

/** The example, step by step. Its counts are those of a published record; in a demonstration it says that they are fictional. */
export function suivre(exemple: ExempleSuivi, fictif: boolean): Bloc {
  const { formation, fiche } = exemple;
  return {
    genre: 'suivi',
    titre: `Un exemple de cette édition : ${formation.titre}${fictif ? ' (chiffres fictifs)' : ''}`,
    formation,
    fiche,
    ...(fictif ? { donnees_fictives: true as const } : {}),
    etapes: [
      etapeDesJeunes(exemple),
      etapeDesSituations(exemple),
      etapeSur100(exemple),
      etapeDeLArbre(exemple),
      etapeDuTaux(exemple),
      ...etapeDuMoment(exemple),
      etapeDuSeuil(exemple),
    ],
  };
}
