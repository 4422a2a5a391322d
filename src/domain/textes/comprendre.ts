import type { ResumeFormation } from '../listes.ts';
import * as comparer from './comprendre-comparer.ts';
import * as lecture from './comprendre-lecture.ts';
import * as mesures from './comprendre-mesures.ts';
import { choisirExemple, suivre } from './exemple-suivi.ts';
import { ELEMENTS_DU_GLOSSAIRE } from './glossaire.ts';
import { definitions, type PageDeTexte, type Section } from './page-de-texte.ts';

/** What the page takes from the edition: the formations that may serve as an example, and whether figures are fictional. */
export interface EditionExpliquee {
  exemples: readonly ResumeFormation[];
  donnees_fictives?: true | undefined;
}

/** The sections of one part of the table of contents. */
const partie = (titre: string, ...sections: Section[]): Section[] =>
  sections.map((section) => ({ ...section, partie: titre }));

/**
 * « Comprendre »: what each figure counts. Official definitions: notes of the DEPP and the Dares on InserJeunes, dataset notes of
 * InserSup; RULES §§ 2-7, UNDERSTANDABLE §§ 4.6-4.8.
 */
export function comprendre({ exemples, donnees_fictives }: EditionExpliquee): PageDeTexte {
  const exemple = choisirExemple(exemples);
  const suivi = exemple === undefined ? undefined : suivre(exemple, donnees_fictives === true);
  return {
    slug: 'comprendre',
    titre: 'Comprendre les chiffres',
    chapeau:
      "Ce que chaque chiffre compte, ce qu'il ne compte pas, et pourquoi deux chiffres différents peuvent être vrais tous les deux. Ces chiffres parlent de jeunes déjà sortis : ils aident à poser des questions, ils ne disent pas ce que vous deviendrez. Pour s'exercer : [Devine, puis regarde](/devine/).",
    sections: [
      ...partie('Les deux chiffres', mesures.surCent, mesures.tauxDEmploi, mesures.deuxChiffres(suivi)),
      ...partie(
        'Ce qui est compté',
        mesures.emploiCompte,
        mesures.emploiPublic2022,
        mesures.autreSituation,
        mesures.horizons,
        mesures.millesime,
        lecture.mailles,
        lecture.salaires,
        lecture.ruptures,
        lecture.valeurAjoutee,
        mesures.champ,
      ),
      ...partie(
        'Quand un chiffre manque ou étonne',
        lecture.seuil,
        lecture.absences,
        comparer.chiffreCopie,
        lecture.autreChiffre,
        lecture.chiffreBas,
      ),
      ...partie('Comparer sans se tromper', comparer.petitsNombres, comparer.comparaison, comparer.formationsProches),
      ...partie('Les calculs et les mots', lecture.calculs, {
        id: 'glossaire',
        titre: 'Glossaire',
        blocs: [definitions(...ELEMENTS_DU_GLOSSAIRE)],
      }),
    ],
  };
}
