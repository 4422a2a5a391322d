import { formatNumber, plural } from '../../lib/format.ts';
import type { Rapport } from '../edition.ts';
import type { RegleDeDesaccord } from '../desaccords.ts';
import { filiereSchema, perimetreSchema } from '../fiche.ts';
import { MESURES } from '../indicateurs.ts';
import { ABSENCES_EN_MOTS, NOMS_DES_PERIMETRES, NOMS_DES_VOIES } from '../phrases.ts';
import { absenceSchema, SEUIL_PUBLICATION } from '../publication.ts';
import { DICTIONNAIRE } from './dictionnaire.ts';
import { liste, paragraphe, type PageDeTexte } from './page-de-texte.ts';
import { composer } from './typographie.ts';

/** The words of `/qualite/`; its figures come from `rapport.json`. */
export const QUALITE: PageDeTexte = {
  slug: 'qualite',
  titre: 'Qualité de cette édition',
  chapeau:
    "Combien de pages ont des chiffres, pourquoi les autres n'en ont pas, ce qui a été vérifié, et de quels fichiers tout vient. Le programme qui a fait le site a écrit cette page lui-même ; les mêmes nombres sont dans [rapport.json](/rapport.json).",
  sections: [
    {
      id: 'controles',
      titre: 'Ce que le programme a vérifié',
      blocs: [
        paragraphe(
          "Si l'un de ces points avait été faux, la construction du site se serait arrêtée et l'édition précédente serait restée en ligne :",
        ),
        liste(
          'les colonnes attendues sont là, chaque nombre est un nombre, chaque caractère est lisible ;',
          'les trois parts sont des entiers qui font 100 ;',
          `en dessous de ${SEUIL_PUBLICATION} jeunes en dernière année, il ne reste que leur nombre ;`,
          'chaque chiffre absent a sa raison, prise dans une liste fermée ;',
          'chaque fichier suit le schéma que lisent les pages ;',
          "aucun fichier ne montre un chiffre caché, et aucune addition de chiffres publiés n'en donne un.",
        ),
        paragraphe(
          "Une ligne isolée qui ne peut pas être rattachée (code inconnu, identifiant d'établissement faux) n'arrête pas tout : elle est refusée, et comptée plus bas avec son fichier.",
        ),
      ],
    },
  ],
};

/** Why a row of a source was refused, in words. */
const MOTIFS_DE_REFUS: Record<string, string> = {
  code_inconnu: 'code de formation inconnu des nomenclatures de cette édition',
  sans_diplome: 'code connu, mais sans niveau de diplôme ou sans nom',
  sans_code: 'ligne sans code de formation (un total)',
  uai_invalide: "identifiant d'établissement faux (lettre de contrôle)",
  region_inconnue: 'code de région inconnu',
  valeur_fractionnaire: 'nombre à virgule là où la source publie des nombres entiers',
  uai_inconnu: "établissement absent de l'annuaire ACCE, ou que la source ne suit pas",
  doublon: 'autre ligne pour le même diplôme, le même établissement et la même année',
  deux_promotions: 'chiffre de deux promotions ensemble, là où une seule est publiée',
  ventilation_non_retenue: "détail par sexe, nationalité, régime ou réussite : seul l'ensemble est publié",
  etablissement_non_retenu: "ligne d'un établissement dans un fichier dont seules les lignes nationales servent",
  autre_enquete: "ligne d'une autre enquête",
  tous_diplomes_ensemble: 'ligne de tous les diplômes ensemble',
};
export const motifEnMots = (motif: string): string => composer(MOTIFS_DE_REFUS[motif] ?? motif);

const NOMS_DES_MAILLES: Record<string, string> = {
  nationale: 'France',
  regions: 'Régions additionnées',
  regionale: 'Région',
  etablissement: 'Établissement',
  // In the revisions: all the courses of a school together.
  ensemble: 'Établissement entier',
};
export const nomDeMaille = (maille: string): string => NOMS_DES_MAILLES[maille] ?? maille;

/** `pro` → « au lycée »; `ensemble (cfa)`, the figures of a whole school → « ensemble : les apprentis du CFA ». */
export function nomDeFiliere(filiere: string): string {
  const perimetre = perimetreSchema.safeParse(/^ensemble \((.*)\)$/.exec(filiere)?.[1]);
  if (perimetre.success) {
    const nom = NOMS_DES_PERIMETRES[perimetre.data];
    return composer(`ensemble : ${nom.charAt(0).toLowerCase()}${nom.slice(1)}`);
  }
  const voie = filiereSchema.safeParse(filiere);
  return voie.success ? NOMS_DES_VOIES[voie.data] : filiere;
}

/** Why records show no share, most frequent first: « 12 : trop peu de jeunes pour publier un chiffre ». */
export function absencesEnMots(absences: Record<string, number>): string[] {
  return Object.entries(absences)
    .sort(([, left], [, right]) => right - left)
    .map(([reason, count]) => {
      const known = absenceSchema.safeParse(reason);
      const words = known.success ? ABSENCES_EN_MOTS[known.data].titre.toLowerCase() : reason;
      return composer(`${formatNumber(count)} : ${words}`);
    });
}

/** Which two sources are compared, and which one is retained. */
export const DESACCORDS_EN_MOTS: Record<RegleDeDesaccord, { titre: string; explication: string }> = {
  tables_des_etablissements: {
    titre: 'Deux fichiers pour un même établissement entier',
    explication: composer(
      "Les tableaux annuels de la DEPP et l'export officiel donnent les mêmes taux, sauf ceux qui ont été révisés entre les deux. L'export officiel est retenu.",
    ),
  },
  api_et_donnees_ouvertes: {
    titre: 'Export InserJeunes et données ouvertes',
    explication: composer(
      "Une formation d'un lycée peut être dans l'export InserJeunes, avec ses effectifs, et dans les données ouvertes, en taux seulement. L'export InserJeunes est retenu.",
    ),
  },
  mesure_repetee: {
    titre: 'Une même mesure donnée deux fois',
    explication: composer(
      'Un export InserJeunes donne deux fois la même mesure de la même fiche, ou deux exports la donnent. La dernière ligne lue est retenue.',
    ),
  },
};

/** `taux_emploi_6_mois` → « Taux d'emploi 6 mois après »; a word of the files that we do not know stays as it is. */
export function nomDeMesure(mesure: string): string {
  if (mesure === 'nb_annee_term') return 'Nombre de jeunes en dernière année';
  if (mesure === 'part_emploi') return nomDeMesure('taux_en_emploi_6_mois');
  const known = MESURES.find((name) => name === mesure);
  return composer(known === undefined ? mesure : DICTIONNAIRE[known].libelle);
}

const NOMS_DES_NATURES: Record<string, string> = {
  lycee: 'Lycées',
  cfa: "Centres de formation d'apprentis",
  superieur: 'Établissements du supérieur',
  autre: 'Autres établissements',
};
export const nomDeNature = (nature: string): string => NOMS_DES_NATURES[nature] ?? nature;

/** « 149 sur 243 »: pages or records with a figure, out of all. */
export const surTotal = ({ avec_chiffres, total }: { avec_chiffres: number; total: number }): string =>
  composer(`${formatNumber(avec_chiffres)} sur ${formatNumber(total)}`);

const UN_CHIFFRE =
  'La page montre au moins une fois les trois parts (emploi, études, autre situation), en France, dans une région ou dans un établissement.';

/** What a page shows, or why it shows nothing, and what that means; `null`: it shows a figure. */
export function causeEnMots(cause: string | null): { titre: string; explication?: string } {
  if (cause === null) return { titre: 'Au moins un chiffre', explication: composer(UN_CHIFFRE) };
  const known = absenceSchema.safeParse(cause);
  if (!known.success) return { titre: cause };
  const { titre, explication } = ABSENCES_EN_MOTS[known.data];
  return { titre: composer(titre), explication: composer(explication) };
}

/** A check of this edition: what was compared, and what it found. */
export interface Controle {
  titre: string;
  /** What was looked at, in words with its numbers. */
  compare: string;
  indicateur: string;
  trouve: number;
}

/** The checks that read this edition back before it was published (docs/decisions/0007). */
export function controlesEnMots({ secret }: Pick<Rapport, 'secret'>): Controle[] {
  const { verification } = secret;
  const caches =
    verification.inconnues === 0
      ? "aucun chiffre caché n'y entre"
      : plural(verification.inconnues, 'chiffre caché y entre', 'chiffres cachés y entrent');
  return [
    {
      titre: "Chiffres cachés qu'un fichier montre",
      compare: `${plural(verification.fichiers, 'fichier relu', 'fichiers relus')}, ${plural(verification.fiches, 'fiche comparée', 'fiches comparées')} à la liste des fiches cachées`,
      indicateur: 'chiffres_caches_montres',
      trouve: verification.trouve,
    },
    {
      titre: "Chiffres cachés qu'une addition donne",
      compare: `${plural(verification.sommes, 'somme', 'sommes')} de fiches publiées ; ${caches}`,
      indicateur: 'chiffres_caches_calculables',
      trouve: verification.trouve,
    },
  ].map((controle) => ({ ...controle, titre: composer(controle.titre), compare: composer(controle.compare) }));
}

/** How many records each rule hid; a rule that hid none is said too. */
export function fichesCacheesEnMots({
  secret,
}: Pick<Rapport, 'secret'>): { titre: string; indicateur: string; nombre: number }[] {
  const protegees = Object.values(secret.cellules_protegees).reduce((sum, count) => sum + count, 0);
  return [
    {
      titre: `Moins de ${SEUIL_PUBLICATION} jeunes en dernière année`,
      indicateur: 'fiches_sous_le_seuil',
      nombre: secret.cellules_sous_le_seuil,
    },
    { titre: 'Nombre de jeunes inconnu', indicateur: 'fiches_sans_effectif', nombre: secret.cellules_sans_effectif },
    {
      titre: 'Assez de jeunes, mais le chiffre en donnait un autre, caché, par soustraction',
      indicateur: 'fiches_protegees',
      nombre: protegees,
    },
  ].map((ligne) => ({ ...ligne, titre: composer(ligne.titre) }));
}
