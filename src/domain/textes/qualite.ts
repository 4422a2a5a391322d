import { formatNumber } from '../../lib/format.ts';
import { filiereSchema, perimetreSchema } from '../fiche.ts';
import { ABSENCES_EN_MOTS, NOMS_DES_PERIMETRES, NOMS_DES_VOIES } from '../phrases.ts';
import { absenceSchema, SEUIL_PUBLICATION } from '../publication.ts';
import { liste, paragraphe, type PageDeTexte } from './page-de-texte.ts';
import { composer } from './typographie.ts';

/** The words of `/qualite/`; its figures come from `rapport.json`. */
export const QUALITE: PageDeTexte = {
  slug: 'qualite',
  titre: 'Qualité de cette édition',
  chapeau:
    "Ce que cette édition a lu, ce qu'elle a gardé, ce qu'elle a refusé, ce qu'elle montre et ce qui manque. Tout vient du fichier `rapport.json`, écrit par le programme qui a fait le site.",
  sections: [
    {
      id: 'controles',
      titre: 'Ce que le programme vérifie',
      blocs: [
        paragraphe(
          "Quand l'un de ces points n'est pas vrai, la construction du site s'arrête et l'édition précédente reste en ligne :",
        ),
        liste(
          'les colonnes attendues sont là, chaque nombre est un nombre, chaque caractère est lisible ;',
          'les trois parts sont des entiers qui font 100 ;',
          `en dessous de ${SEUIL_PUBLICATION} jeunes en dernière année, il ne reste que leur nombre ;`,
          'chaque chiffre absent a sa raison, prise dans une liste fermée ;',
          'chaque fichier suit le schéma que lisent les pages.',
        ),
        paragraphe(
          "Une ligne isolée qui ne peut pas être rattachée (code inconnu, identifiant d'établissement faux) n'arrête pas tout : elle est refusée et comptée ci-dessous.",
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
  ventilation_non_retenue: 'détail par sexe, nationalité, régime ou réussite : seul l’ensemble est publié',
  etablissement_non_retenu: 'ligne d’un établissement dans un fichier dont seules les lignes nationales servent',
  autre_enquete: 'ligne d’une autre enquête',
  tous_diplomes_ensemble: 'ligne de tous les diplômes ensemble',
};
export const motifEnMots = (motif: string): string => composer(MOTIFS_DE_REFUS[motif] ?? motif);

const NOMS_DES_MAILLES: Record<string, string> = {
  nationale: 'France',
  regions: 'Régions additionnées',
  regionale: 'Région',
  etablissement: 'Établissement',
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
