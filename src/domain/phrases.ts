import { formatNumber, NARROW_NBSP, NBSP } from '../lib/format.ts';
import type { Fiche, FicheEnsemble, RoleUai } from './fiche.ts';
import type { Etat } from './etats.ts';
import { comptageEmploiPublic, millesimeEnMots } from './millesime.ts';
import { echelleEnBref, populationComptee, segmentsDesParts, type Place, type Segment } from './phrases-fiche.ts';
import { SEUIL_PUBLICATION, type Absence } from './publication.ts';
import { dansLaRegion, getRegion } from './regions.ts';
import { composer } from './textes/typographie.ts';

/**
 * Every sentence that goes with a figure is made here, for pages, files, alternative texts and later the widgets.
 * Rules (UNDERSTANDABLE § 4.8): past tense, horizon, place and cohort in the sentence, one denominator, verbs.
 */

export {
  mentionContinuum,
  mesureEnBref,
  nomDeVoie,
  NOMS_DES_PERIMETRES,
  NOMS_DES_VOIES,
  origineEnBref,
  populationComptee,
  publicCompte,
  segmentsDesParts,
  titreDeVoie,
  verbeDeLEtat,
  type Segment,
} from './phrases-fiche.ts';

/** Names of the states in legends and tables. */
export const NOMS_DES_ETATS: Record<Etat, string> = {
  emploi: 'travaillaient',
  formation: 'étudiaient',
  autre: 'autre situation',
};

/** What « autre situation » holds; never « sans emploi » (UNDERSTANDABLE § 4.7). */
export const EXPLICATION_AUTRE = composer(
  "Ni salarié en France, ni inscrit en formation : recherche d'emploi, travail à son compte, séjour à l'étranger, pause… " +
    'Les données ne disent pas combien dans chaque cas.',
);

/** Warning that goes with « autre situation » beyond 6 months (PRODUCT § 5.5). */
export const AVERTISSEMENT_AUTRE = composer(
  "Les études ne sont mesurées qu'une fois, à 6 mois. Plus tard, « autre situation » compte donc aussi des jeunes qui ont repris des études depuis.",
);

/** Where the figure comes from, as it stands in a sentence: « en Bretagne », « dans les 12 régions mesurées ». */
export function lieuEnMots(fiche: Place): string {
  if (fiche.maille === 'nationale') return 'en France';
  if (fiche.maille === 'regions') return `dans les ${fiche.nb_regions ?? 0}${NBSP}régions mesurées`;
  if (fiche.maille === 'regionale' && fiche.region !== undefined) return dansLaRegion(getRegion(fiche.region));
  return 'dans cet établissement';
}

/** Badge of the scope: « France », « 12 régions additionnées », « Bretagne », « Cet établissement ». */
export const badgeDeMaille = (fiche: Place): string => echelleEnBref(fiche, (code) => getRegion(code).nom);

/**
 * The sentence of the card « Sur 100 ». `quoi` completes « en dernière année »: « de CAP Boulanger »; null for a whole school.
 * Only for records that show the shares; an absence has its own words (`ABSENCES_EN_MOTS`).
 */
export function phraseSur100(fiche: Fiche | FicheEnsemble, quoi: string | null): Segment[] {
  if (fiche.parts === null) throw new Error('phraseSur100 needs the three shares');
  const course = quoi === null ? '' : ` ${quoi}`;
  const opening = `Sur 100${NBSP}${populationComptee(fiche)}${course} ${lieuEnMots(fiche)}, `;
  return [opening, ...segmentsDesParts(fiche.parts, ` 6${NBSP}mois après leur sortie, `)];
}

/** `CAP Boulanger` → `de CAP Boulanger`; elision before a vowel: `Aide-soignant` → `d’Aide-soignant`. */
export function deTitre(titre: string): string {
  return /^[aeiouyâàéèêëîïôûùœh]/i.test(titre) ? `d'${titre}` : `de ${titre}`;
}

/** The words of a sentence, without its structure: for JSON, alternative texts and meta descriptions. */
export function phraseEnTexte(segments: readonly Segment[]): string {
  return segments.map((segment) => (typeof segment === 'string' ? segment : segment.texte)).join('');
}

/** How many were measured, and when: « Mesuré sur 52 élèves en dernière année en 2019 et 2020. » */
export function mentionMesure(fiche: Fiche | FicheEnsemble): string {
  const years = millesimeEnMots(fiche.millesime);
  if (fiche.nb_annee_term === undefined) {
    return `Sortants de ${years}. La source ne dit pas combien de jeunes étaient comptés, mais ils étaient au moins ${SEUIL_PUBLICATION}.`;
  }
  return `Mesuré sur ${formatNumber(fiche.nb_annee_term)}${NBSP}${populationComptee(fiche)}, sortants de ${years}.`;
}

/** How the shares were obtained when they are not the publisher's own; null otherwise. */
export function mentionCalcul(fiche: Fiche | FicheEnsemble): string | null {
  if (fiche.parts?.calcul !== 'derive') return null;
  return fiche.nb_annee_term === undefined
    ? 'Parts calculées par nous à partir des deux taux publiés.'
    : 'Parts calculées par nous à partir des effectifs publiés.';
}

/** What the school of the figures does for the place that shows them (RULES § 15). */
const LIENS_AVEC_LE_LIEU: Record<RoleUai, string> = {
  formateur: ', qui forme les apprentis de ce lieu',
  gestionnaire: ', qui gère cette formation',
  lieu_formation: '',
  inconnu: '',
};

/**
 * Says that the figures are those of another school (PRODUCT § 5.4): « Chiffre mesuré dans un autre établissement : CFA du Port (0359991V), qui
 * forme les apprentis de ce lieu. … »; null when they are the school's own. `nomDe`: the name of a school by its UAI, when it is known.
 */
export function mentionAutreEtablissement(
  { uai, uai_donnee: donnee, uai_donnee_type: role }: Pick<Fiche, 'uai' | 'uai_donnee' | 'uai_donnee_type'>,
  nomDe: (uai: string) => string | undefined,
): string | null {
  if (donnee === undefined || donnee === uai) return null;
  const nom = nomDe(donnee);
  const ecole = nom === undefined ? donnee : `${nom} (${donnee})`;
  const lien = LIENS_AVEC_LE_LIEU[role ?? 'inconnu'];
  return `Chiffre mesuré dans un autre établissement${NBSP}: ${ecole}${lien}. Il compte tous ses apprentis de cette formation, pas seulement ceux d'ici.`;
}

/** What « travaillaient » counts in this record: InserSup has counted public jobs every year, InserJeunes since 2022 (RULES § 7). */
export function mentionEmploiPublic(fiche: Pick<Fiche | FicheEnsemble, 'millesime' | 'source'>): string {
  const salaries = `«${NBSP}Travaillaient${NBSP}» compte les salariés`;
  if (fiche.source === 'insersup')
    return `${salaries} en France, du privé et de la fonction publique, pour toutes les années publiées.`;
  const counting = comptageEmploiPublic(fiche.millesime, fiche.source);
  if (counting === 'compte') return `${salaries} du privé et de la fonction publique, et le service civique.`;
  if (counting === 'en_partie')
    return `${salaries} du privé${NARROW_NBSP}; les emplois publics ne sont comptés que pour les sortants de 2022.`;
  return `${salaries} du privé seulement${NBSP}: les emplois publics ne sont comptés que depuis 2022.`;
}

/** Each reason of absence: a title, what it means, and where to look instead. None says anything of the quality of a course. */
export const ABSENCES_EN_MOTS: Record<Absence, { titre: string; explication: string; conseil: string }> = {
  sous_le_seuil: {
    titre: 'Trop peu de jeunes pour publier un chiffre',
    explication: `En dessous de ${SEUIL_PUBLICATION}${NBSP}jeunes, on ne publie que l'effectif${NBSP}: un chiffre dirait ce que sont devenues des personnes reconnaissables.`,
    conseil: 'Voir le chiffre de la région ou de la France.',
  },
  formation_recente: {
    titre: 'Formation trop récente',
    explication: `Les premiers diplômés sont sortis il y a trop peu de temps${NBSP}: leur situation n'est pas encore mesurée.`,
    conseil: "Si ce diplôme en remplace un autre, voir le chiffre de l'ancien.",
  },
  hors_dispositif: {
    titre: "Diplôme que l'enquête ne suit pas",
    explication: "Les sources de cette édition ne suivent pas ce type de diplôme ou d'établissement.",
    conseil: "Demander à l'établissement s'il mène sa propre enquête.",
  },
  mesuree_dans_un_autre_etablissement: {
    titre: 'Mesurée dans un autre établissement',
    explication: "Les jeunes formés ici sont comptés dans l'établissement qui les inscrit.",
    conseil: "Voir la page de l'établissement qui porte le chiffre.",
  },
  pas_encore_publiee: {
    titre: 'Pas de chiffre publié pour le moment',
    explication: 'Les sources de cette édition ne donnent pas ce chiffre.',
    conseil: 'Voir les autres régions, les autres voies ou un diplôme proche.',
  },
  code_inconnu: {
    titre: 'Code inconnu',
    explication: "Ce code n'est pas dans les nomenclatures officielles de cette édition.",
    conseil: 'Chercher la formation par son nom.',
  },
  plusieurs_formations_possibles: {
    titre: 'Plusieurs formations possibles',
    explication: `Ce code correspond à plusieurs formations${NBSP}: un seul chiffre n'aurait pas de sens.`,
    conseil: 'Choisir la formation dans la liste.',
  },
  protege_un_autre_chiffre: {
    titre: 'Chiffre gardé pour en protéger un autre',
    explication:
      'Publié à côté des autres, ce chiffre permettrait de calculer, par soustraction, celui de quelques jeunes reconnaissables.',
    conseil: 'Voir le chiffre de la région ou de la France.',
  },
};

/** An absence says nothing of the quality: this goes with each of them. */
export const ABSENCE_ET_QUALITE = 'Cela ne dit rien de la qualité de la formation.';
