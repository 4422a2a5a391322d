import { NBSP } from '../lib/format-leger.ts';
import type { Fiche, FicheEnsemble, Filiere, Perimetre } from './fiche.ts';
import type { Phrases } from './lecture.ts';
import { mesuresEnMots, phrasesSur100 } from './legendes.ts';
import type { Etat } from './indicateurs.ts';
import { LEGENDES } from './legendes-constantes.ts';
import { comptageEmploiPublic } from './millesime.ts';
import {
  badgeDeMaille,
  mentionAutreEtablissement,
  mentionCalcul,
  mentionContinuum,
  NOMS_DES_PERIMETRES,
  populationComptee,
  titreDeVoie,
} from './phrases.ts';
import type { Absence } from './publication.ts';
import { composer } from './textes/typographie.ts';

/** What a card put in another site says, in the two languages of the cards; names of diplomas, schools and places stay French. */
export type Bilingue = Pick<Phrases, 'fr' | 'en'>;

type Comptee = Fiche | FicheEnsemble;
/** The title of a diploma by its code, the name of a school by its UAI, when they are known. */
export type NomDe = (code: string) => string | undefined;

/** The same text in both: names of diplomas, or a page in French. */
export const memesMots = (texte: string): Bilingue => ({ fr: texte, en: texte });

const bilingue = ({ fr, en }: Phrases): Bilingue => ({ fr: composer(fr), en });

const VOIES_EN: Record<Filiere, string> = {
  apprentissage: 'As an apprentice',
  pro: 'At a vocational lycée',
  agricole: 'At an agricultural lycée',
  superieur: 'In higher education',
};

/** « Au lycée, en 2 ans ». */
export function titreDeVoieBilingue(voie: { filiere: Filiere; duree_ans?: number | undefined }): Bilingue {
  const length = voie.duree_ans === undefined ? '' : `, ${voie.duree_ans}-year course`;
  return { fr: titreDeVoie(voie), en: `${VOIES_EN[voie.filiere]}${length}` };
}

const PERIMETRES_EN: Record<Perimetre, string> = {
  lycee_ensemble: 'All pupils and apprentices of the lycée',
  lycee_scolaire: 'Pupils of the lycée (school-based)',
  lycee_apprentis: 'Apprentices of the lycée',
  cfa: 'Apprentices of the training centre (CFA)',
};
export const titreDePerimetre = (perimetre: Perimetre): Bilingue => ({
  fr: NOMS_DES_PERIMETRES[perimetre],
  en: PERIMETRES_EN[perimetre],
});

/** Badge of the scope. */
export function badgeBilingue(fiche: Pick<Fiche, 'maille' | 'region' | 'nb_regions'>): Bilingue {
  const fr = badgeDeMaille(fiche);
  if (fiche.maille === 'regions') return { fr, en: `${fiche.nb_regions ?? 0}${NBSP}regions added up` };
  return { fr, en: fiche.maille === 'etablissement' ? 'This school' : fr };
}

/** The sentence of the card, only for records that show the shares. `titre`: of the diploma, null for a whole school. */
export const phraseBilingue = (fiche: Comptee, titre: string | null): Bilingue => bilingue(phrasesSur100(fiche, titre));

/** On how many and when; how the shares were obtained; whose figures they are; what « travaillaient » counts. */
export function mentionsBilingues(fiche: Comptee, noms: { diplome: NomDe; ecole: NomDe }): Bilingue[] {
  const own = 'filiere' in fiche ? [continuum(fiche, noms.diplome), ailleurs(fiche, noms.ecole)] : [];
  const publics =
    fiche.source === 'insersup'
      ? LEGENDES.emploi_public_insersup
      : LEGENDES.emploi_public[comptageEmploiPublic(fiche.millesime, fiche.source)];
  return [bilingue(mesuresEnMots(fiche)), calcul(fiche), ...own, bilingue(publics)].filter(
    (mention) => mention != null,
  );
}

function calcul(fiche: Comptee): Bilingue | null {
  const fr = mentionCalcul(fiche);
  const from = fiche.nb_annee_term === undefined ? 'two published rates' : 'published headcounts';
  return fr === null ? null : { fr, en: `Shares computed by us from the ${from}.` };
}

function continuum(fiche: Fiche, nomDe: NomDe): Bilingue | null {
  const fr = mentionContinuum(fiche, nomDe);
  const source = fiche.donnee_source;
  if (fr === null || source === undefined) return null;
  const titre = nomDe(source.code_certification) ?? `code ${source.code_certification}`;
  const link = source.type === 'ancienne' ? 'that this one replaced' : 'that replaced it';
  return { fr, en: `Figures of the diploma ${link}: ${titre}.` };
}

function ailleurs(fiche: Fiche, nomDe: NomDe): Bilingue | null {
  const fr = mentionAutreEtablissement(fiche, nomDe);
  const donnee = fiche.uai_donnee;
  if (fr === null || donnee === undefined) return null;
  const nom = nomDe(donnee);
  const ecole = nom === undefined ? donnee : `${nom} (${donnee})`;
  return {
    fr,
    en: `Measured in another school: ${ecole}. It counts all its apprentices in this course, not only those trained here.`,
  };
}

/** Title and explanation of an absence, with what it does not say. */
export function absenceBilingue(absence: Absence): { titre: Bilingue; explication: Bilingue } {
  const { titre, explication } = LEGENDES.absences[absence];
  const reserve = LEGENDES.absence_et_qualite;
  return {
    titre: bilingue(titre),
    explication: { fr: composer(`${explication.fr} ${reserve.fr}`), en: `${explication.en} ${reserve.en}` },
  };
}

/** The headcount of a record whose shares are missing: it is never hidden. */
export function effectifBilingue(fiche: Comptee): Bilingue | null {
  return fiche.nb_annee_term === undefined ? null : bilingue(mesuresEnMots(fiche));
}

/** Of whom the shares are shares, for the caption of the table and the name of the drawing. */
export const populationDeCarte = (fiche: Comptee): Bilingue => ({
  fr: `Sur 100${NBSP}${populationComptee(fiche)}, 6${NBSP}mois après`,
  en: `Out of 100${NBSP}young people in the final year, 6${NBSP}months after leaving`,
});

/** What a state counts. */
export const explicationBilingue = (etat: Etat): Bilingue => bilingue(LEGENDES.etats[etat].explication);

/** Names of the states. */
export const NOMS_BILINGUES: Record<Etat, Bilingue> = {
  emploi: bilingue(LEGENDES.etats.emploi.nom),
  formation: bilingue(LEGENDES.etats.formation.nom),
  autre: bilingue(LEGENDES.etats.autre.nom),
};

export const NOM_DU_SITE = composer('Et après ?');

/** What a frame says when its address has no card: which of the reasons holds, a host of files does not know. */
export const CARTE_ABSENTE: Record<'titre' | 'explication' | 'chercher', Bilingue> = {
  titre: { fr: composer("Pas de chiffres à l'adresse de cette carte"), en: 'No figures at the address of this card' },
  explication: {
    fr: composer(
      `Le code est inconnu, il n'a pas de chiffre publié à cet endroit, ou l'adresse est mal écrite. ${LEGENDES.absence_et_qualite.fr}`,
    ),
    en: `The code is unknown, no figure is published for it in this place, or the address is misspelt. ${LEGENDES.absence_et_qualite.en}`,
  },
  chercher: {
    fr: composer('Chercher une formation ou un établissement (nouvel onglet)'),
    en: 'Look for a course or a school (in French, new tab)',
  },
};

/** Words that every card bears. */
export const MOTS_DES_CARTES = {
  fictif: { fr: 'Chiffres fictifs', en: 'Made-up figures' },
  demonstration: {
    fr: composer("Données fictives de démonstration : aucun chiffre n'est réel."),
    en: 'Made-up demonstration data: no figure is real.',
  },
  source: { fr: 'Source', en: 'Source' },
  page: {
    fr: "Tous les chiffres, leurs sources et ce qu'ils ne disent pas",
    en: 'All the figures, their sources and what they do not say (in French)',
  },
  nouvelOnglet: { fr: 'nouvel onglet', en: 'new tab' },
  figee: { fr: 'Chiffres figés à cette édition.', en: 'Figures frozen at this edition.' },
  recente: { fr: "Voir l'édition la plus récente", en: 'See the newest edition' },
} satisfies Record<string, Bilingue>;
