import { EDITEUR, phraseDeContact } from './editeur.ts';
import { liste, paragraphe, type PageDeTexte } from './page-de-texte.ts';

export const ACCESSIBILITE: PageDeTexte = {
  slug: 'accessibilite',
  titre: 'Accessibilité',
  chapeau:
    "Ce site veut être lisible par tous : au clavier, avec un lecteur d'écran, agrandi, imprimé, sur un petit téléphone, sans JavaScript. Voici ce qui est vérifié, et ce qui ne l'est pas encore.",
  sections: [
    {
      id: 'etat',
      titre: 'État de conformité',
      blocs: [
        paragraphe(
          "Le site n'a pas encore été audité selon le référentiel général d'amélioration de l'accessibilité (RGAA 4.1). Nous n'annonçons donc aucun taux de conformité. Tant qu'un audit n'a pas eu lieu, il doit être considéré comme non conforme.",
        ),
      ],
    },
    {
      id: 'verifie',
      titre: 'Ce qui est vérifié automatiquement',
      blocs: [
        paragraphe('À chaque version, des programmes ouvrent une page de chaque sorte et vérifient :'),
        liste(
          "les règles automatiques d'axe-core (contrastes, noms des champs, titres, langue, structure des tableaux…) ;",
          'que le HTML est valide ;',
          'que les contrastes des couleurs sont suffisants, en clair et en sombre ;',
          "qu'un graphique a le même contenu que son tableau et que sa phrase.",
        ),
        paragraphe(
          'Le site publié est examiné lui aussi : les résultats de cette édition sont dans [Qualité](/qualite/).',
        ),
        paragraphe(
          "Ces programmes ne trouvent qu'une partie des problèmes. Ils ne remplacent ni un audit, ni l'avis de personnes qui utilisent un lecteur d'écran.",
        ),
      ],
    },
    {
      id: 'choix',
      titre: 'Ce que nous avons choisi',
      blocs: [
        liste(
          'Chaque dessin est accompagné des mêmes nombres écrits en toutes lettres et dans un tableau.',
          "Aucune information n'est donnée par la couleur seule : chaque état a aussi sa forme et son nom.",
          'Toutes les pages se lisent sans JavaScript. Seules la recherche et la comparaison en ont besoin ; des listes mènent aux mêmes pages.',
          'Les mots difficiles sont expliqués dans le [glossaire](/comprendre/#glossaire).',
        ),
      ],
    },
    {
      id: 'limites',
      titre: 'Limites connues',
      blocs: [
        liste(
          "Aucun test avec des utilisateurs de lecteurs d'écran n'a encore été fait.",
          "Il n'existe pas encore de version facile à lire et à comprendre, ni de version en langue des signes.",
          'Les grands tableaux défilent de gauche à droite sur un petit écran.',
        ),
      ],
    },
    {
      id: 'contact',
      titre: 'Signaler un problème',
      blocs: [
        paragraphe(
          "Si une page vous résiste, dites-nous laquelle, avec quel appareil et quel logiciel. Nous vous donnerons l'information autrement.",
        ),
        paragraphe(phraseDeContact(EDITEUR)),
        paragraphe(
          "Si vous n'obtenez pas de réponse satisfaisante, vous pouvez vous adresser au [Défenseur des droits](https://www.defenseurdesdroits.fr/).",
        ),
      ],
    },
  ],
};
