import { SEUIL_PUBLICATION } from '../publication.ts';
import { liste, paragraphe, type PageDeTexte } from './page-de-texte.ts';

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
