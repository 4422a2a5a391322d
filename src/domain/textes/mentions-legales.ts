import { EDITEUR, phraseDeContact, type Editeur } from './editeur.ts';
import { liste, paragraphe, type Bloc, type PageDeTexte } from './page-de-texte.ts';

const quiPublie = (editeur: Editeur | null): Bloc =>
  editeur === null
    ? paragraphe(
        "Cette copie du site n'a pas encore d'éditeur déclaré. La personne ou l'organisme qui l'ouvre au public doit écrire ici son nom et son adresse, le nom du directeur de la publication, et le nom et l'adresse de l'hébergeur.",
      )
    : liste(
        `Éditeur : ${editeur.nom}`,
        `Directeur de la publication : ${editeur.directeur}`,
        `Hébergeur : ${editeur.hebergeur}`,
      );

export const MENTIONS_LEGALES: PageDeTexte = {
  slug: 'mentions-legales',
  titre: 'Mentions légales',
  chapeau: "Qui publie ce site, sous quelles conditions, et ce qu'il sait de vous : rien.",
  sections: [
    { id: 'editeur', titre: 'Qui publie', blocs: [quiPublie(EDITEUR), paragraphe(phraseDeContact(EDITEUR))] },
    {
      id: 'independance',
      titre: "Ce site n'est pas un site de l'État",
      blocs: [
        paragraphe(
          "« Et après ? » est un site indépendant. Il remet en forme des données publiques. Les ministères qui les produisent n'ont ni commandé ni approuvé ce site.",
        ),
        paragraphe(
          "Les chiffres sont repris avec soin, mais sans garantie. En cas de doute, la publication d'origine fait foi. Aucun chiffre d'ici n'est un conseil d'orientation.",
        ),
      ],
    },
    {
      id: 'donnees-personnelles',
      titre: 'Vos données',
      blocs: [
        liste(
          "Pas de cookie, pas de mesure d'audience, pas de publicité, pas de compte.",
          "Si vous choisissez votre région, ce choix est gardé par votre navigateur et écrit dans l'adresse des pages, pour ne pas avoir à le refaire. Il n'est envoyé à personne d'autre que l'hébergeur, comme toute adresse. « Oublier ma région » l'efface.",
          "Si vous gardez une liste à comparer, elle reste dans votre navigateur, et dans l'adresse que vous pouvez envoyer. Le bouton « Effacer la liste gardée » l'oublie.",
          "Si vous cherchez des établissements près d'une commune, son nom reste dans l'adresse de la page, après le signe `#` : un navigateur n'envoie jamais cette partie. Votre position n'est pas demandée.",
          "Un fichier donné à « Mon catalogue » est lu par votre navigateur et n'est pas envoyé. Votre navigateur demande à l'hébergeur les tables à joindre : leurs adresses disent des régions et des départements, jamais une ligne de votre fichier.",
          'Aucune page ne charge quoi que ce soit depuis un autre site.',
          "La recherche se fait dans votre navigateur. Les mots que vous tapez apparaissent dans l'adresse de la page, pour que vous puissiez la garder ou l'envoyer ; nous ne les recueillons pas. Si JavaScript est désactivé, ou si vous cherchez depuis une autre page, l'adresse avec ces mots est demandée à l'hébergeur, comme toute adresse.",
          'Comme tout hébergeur, celui de ce site peut garder un journal technique des connexions (adresse IP, page demandée, heure).',
        ),
      ],
    },
    {
      id: 'licences',
      titre: 'Licences',
      blocs: [
        paragraphe(
          'Données : [Licence Ouverte 2.0](/donnees/#licence). Code, textes et dessins du site : licence MIT.',
        ),
      ],
    },
  ],
};
