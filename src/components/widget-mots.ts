import { composer } from '../domain/textes/typographie.ts';
import type { SansCarte } from './widget-carte.ts';
import type { Forme } from './widget-etat.ts';

/** What the page of the builder says, before and after a choice. */
export const MOTS_DU_WIDGET = {
  titre: 'Mettre une carte sur votre site',
  chapeau: composer(
    'Choisissez un diplôme ou un établissement, voyez la carte, copiez le code. Pas de clé, pas de compte, pas de traceur : la carte ne contient aucun script, et ses chiffres sont ceux de ce site.',
  ),
  formes: {
    cadre: {
      nom: 'Cadre (iframe)',
      usage: composer(
        "Marche partout. Rien ne s'exécute dans la page d'accueil : du HTML et ses couleurs, c'est tout.",
      ),
    },
    image: {
      nom: 'Image (SVG)',
      usage: composer(
        'Une seule balise, même dans un courriel ou un wiki. Toujours en français et complète ; son texte de remplacement renvoie à la page.',
      ),
    },
    element: {
      nom: 'Élément <et-apres>',
      usage: composer(
        'Un script de moins de 5 Ko, servi par ce site, pose la carte dans votre page : sa hauteur suit son contenu. Pratique quand les codes viennent de votre catalogue.',
      ),
    },
  } satisfies Record<Forme, { nom: string; usage: string }>,
  absences: {
    code_inconnu: composer(
      'Code inconnu : ce code ne mène à aucune page de cette édition. Vérifiez-le, ou cherchez le diplôme par son nom.',
    ),
    plusieurs: composer('Ce code correspond à plusieurs formations : choisissez-en une, avec son propre code.'),
    sans_region: composer(
      'Pas de chiffre publié dans cette région pour ce diplôme. Choisissez la France ou une autre région.',
    ),
    sans_formation: composer("Cet établissement n'a pas de carte pour ce diplôme."),
    panne: composer("La carte n'a pas pu être chargée. Réessayez dans un moment."),
  } satisfies Record<SansCarte, string>,
  pret: composer('La carte est prête : copiez le code.'),
  copie: 'Code copié.',
  sansCopie: composer('La copie est refusée par le navigateur : sélectionnez le code et copiez-le.'),
  attente: composer('Écrivez un nom ou un code pour voir la carte.'),
} as const;
