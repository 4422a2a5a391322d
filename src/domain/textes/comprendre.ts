import * as lecture from './comprendre-lecture.ts';
import * as mesures from './comprendre-mesures.ts';
import { GLOSSAIRE } from './glossaire.ts';
import { definitions, type PageDeTexte } from './page-de-texte.ts';

/**
 * « Comprendre »: what each figure counts. Official definitions: notes of the DEPP and the Dares on InserJeunes, dataset notes of
 * InserSup; RULES §§ 2-7, UNDERSTANDABLE §§ 4.6-4.8.
 */
export const COMPRENDRE: PageDeTexte = {
  slug: 'comprendre',
  titre: 'Comprendre les chiffres',
  chapeau:
    "Ce que chaque chiffre compte, ce qu'il ne compte pas, et pourquoi deux chiffres différents peuvent être vrais tous les deux. Ces chiffres parlent de jeunes déjà sortis : ils aident à poser des questions, ils ne disent pas ce que vous deviendrez.",
  sections: [
    mesures.surCent,
    mesures.tauxDEmploi,
    mesures.deuxChiffres,
    mesures.champ,
    mesures.emploiCompte,
    mesures.autreSituation,
    mesures.horizons,
    mesures.millesime,
    lecture.mailles,
    lecture.salaires,
    lecture.valeurAjoutee,
    lecture.seuil,
    lecture.absences,
    lecture.autreChiffre,
    lecture.chiffreBas,
    lecture.calculs,
    { id: 'glossaire', titre: 'Glossaire', blocs: [definitions(...GLOSSAIRE)] },
  ],
};
