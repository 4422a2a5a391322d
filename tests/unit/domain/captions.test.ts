import { expect, test } from 'vitest';

import * as contratTextes from '../../../src/domain/contrat-textes.ts';
import { ROLES_UAI } from '../../../src/domain/fiche.ts';
import { ETATS, MESURES } from '../../../src/domain/indicateurs.ts';
import * as legendes from '../../../src/domain/legendes.ts';
import * as phrases from '../../../src/domain/phrases.ts';
import * as lecture from '../../../src/domain/phrases-lecture.ts';
import * as lignee from '../../../src/domain/phrases-lignee.ts';
import * as listes from '../../../src/domain/phrases-listes.ts';
import * as fiches from '../../../src/domain/phrases-fiche.ts';
import * as recherche from '../../../src/domain/phrases-recherche.ts';
import * as comparer from '../../../src/domain/phrases-comparer.ts';
import { AVERTISSEMENTS, MESURES_COMPAREES, SORTES_DE_QUESTIONS } from '../../../src/domain/comparer.ts';
import * as tri from '../../../src/domain/phrases-tri.ts';
import * as devine from '../../../src/domain/phrases-devine.ts';
import { ABSENCES } from '../../../src/domain/publication.ts';
import { DICTIONNAIRE } from '../../../src/domain/textes/dictionnaire.ts';
import * as qualite from '../../../src/domain/textes/qualite.ts';
import { composer } from '../../../src/domain/textes/typographie.ts';
import {
  FICHES,
  ENSEMBLES,
  SITUATIONS,
  CAP,
  LIGNEES,
  PARTS,
  QUESTIONS,
  counted,
  own,
  entries,
  type Text,
} from '../../captions/fiches.ts';
import { fautesDe } from '../../captions/rules.ts';
import { aVoie } from '../site/records.ts';

/* The captions of issue 4: each function that makes a sentence, over records of every kind, and every editorial text. */

const segmentEnTexte = (segment: phrases.Segment): string => (typeof segment === 'string' ? segment : segment.texte);

/** By module: how each of its exports is said. An export that is missing here fails the test: nothing speaks without being read. */
const PRODUCTEURS: Record<string, [module: object, Record<string, () => Text[]>]> = {
  'phrases.ts': [
    phrases,
    {
      NOMS_DES_ETATS: () => entries(phrases.NOMS_DES_ETATS),
      EXPLICATION_AUTRE: () => [phrases.EXPLICATION_AUTRE],
      AVERTISSEMENT_AUTRE: () => [phrases.AVERTISSEMENT_AUTRE],
      NOMS_DES_VOIES: () => entries(phrases.NOMS_DES_VOIES),
      nomDeVoie: () => own(phrases.nomDeVoie),
      titreDeVoie: () => own(phrases.titreDeVoie),
      NOMS_DES_PERIMETRES: () => entries(phrases.NOMS_DES_PERIMETRES),
      publicCompte: () => counted(phrases.publicCompte),
      populationComptee: () => counted(phrases.populationComptee),
      lieuEnMots: () => own(phrases.lieuEnMots),
      badgeDeMaille: () => own(phrases.badgeDeMaille),
      phraseSur100: () => counted((fiche) => phrases.phraseEnTexte(phrases.phraseSur100(fiche, 'de CAP Cuisine'))),
      phraseEnTexte: () => counted((fiche) => phrases.phraseEnTexte(phrases.phraseSur100(fiche, null))),
      segmentsDesParts: () => PARTS.map((parts) => phrases.segmentsDesParts(parts, ', ').map(segmentEnTexte).join('')),
      verbeDeLEtat: () => ETATS.flatMap((etat) => [1, 23].map((nombre) => phrases.verbeDeLEtat(etat, nombre))),
      deTitre: () => [phrases.deTitre('Aide-soignant'), phrases.deTitre('CAP Cuisine')],
      mentionMesure: () => counted(phrases.mentionMesure),
      mentionCalcul: () => counted(phrases.mentionCalcul),
      mentionAutreEtablissement: () =>
        own((fiche) => phrases.mentionAutreEtablissement(fiche, () => 'CFA du Port')).concat(
          own((fiche) => phrases.mentionAutreEtablissement(fiche, () => undefined)),
        ),
      mentionContinuum: () => own((fiche) => phrases.mentionContinuum(fiche, () => 'CAP Boulanger')),
      origineEnBref: () => own((fiche) => phrases.origineEnBref(fiche, () => 'CFA du Port')),
      mesureEnBref: () => counted((fiche) => phrases.mesureEnBref(fiche, () => 'Bretagne')),
      mentionEmploiPublic: () => counted(phrases.mentionEmploiPublic),
      ABSENCES_EN_MOTS: () => ABSENCES.flatMap((absence) => entries(phrases.ABSENCES_EN_MOTS[absence])),
      ABSENCE_ET_QUALITE: () => [phrases.ABSENCE_ET_QUALITE],
    },
  ],
  'legendes.ts': [
    legendes,
    {
      phrasesSur100: () =>
        counted((fiche) => legendes.phrasesSur100(fiche, 'CAP Cuisine').fr).concat(
          counted((fiche) => legendes.phrasesSur100(fiche, null).facile),
        ),
      mesuresEnMots: () =>
        counted((fiche) => legendes.mesuresEnMots(fiche).fr).concat(
          counted((fiche) => legendes.mesuresEnMots(fiche).facile),
        ),
    },
  ],
  'phrases-lecture.ts': [
    lecture,
    {
      nomDuType: () => entries(lecture.nomDuType('Licence pro')),
      titreDePosition: () => SITUATIONS.map((position) => lecture.titreDePosition(position, CAP)),
      phraseDeSituation: () =>
        SITUATIONS.flatMap((position) =>
          (['emploi', 'formation'] as const).map((etat) =>
            lecture.phraseDeSituation(etat, 23, { milieu: 24, position }, CAP),
          ),
        ),
      VERBES_COMPARES: () => entries(lecture.VERBES_COMPARES),
      regleDeComparaison: () => own((fiche) => lecture.regleDeComparaison(fiche, { nombre: 1212 }, CAP)),
      REGLE_DES_POSITIONS: () => [lecture.REGLE_DES_POSITIONS],
      SANS_COMPARAISON: () => [lecture.SANS_COMPARAISON],
      phrasePrecision: () =>
        own((fiche) =>
          lecture.phrasePrecision(fiche, {
            emploi: { nombre: 18, min: 13, max: 23 },
            formation: { nombre: 1, min: 0, max: 4 },
          }),
        ),
      METHODE_DE_PRECISION: () => [lecture.METHODE_DE_PRECISION],
      nomDuRapport: () => [lecture.nomDuRapport('famille'), lecture.nomDuRapport('specialite')],
      REGLE_DES_PROCHES: () => [lecture.REGLE_DES_PROCHES],
      SANS_PROCHE: () => [lecture.SANS_PROCHE],
      SANS_CHIFFRE_A_COMPARER: () => [lecture.SANS_CHIFFRE_A_COMPARER],
      SANS_CHIFFRE_NI_PROCHE: () => [lecture.SANS_CHIFFRE_NI_PROCHE],
    },
  ],
  'phrases-lignee.ts': [
    lignee,
    {
      phrasesDeLignee: () =>
        LIGNEES.flatMap((formation) =>
          lignee
            .phrasesDeLignee(formation)
            .map(({ avant, liens, apres }) => `${avant} ${liens.map(({ libelle }) => libelle).join(', ')}${apres}`),
        ),
      etapesDeLignee: () => LIGNEES.flatMap((formation) => lignee.etapesDeLignee(formation).map(({ dates }) => dates)),
      phraseDesReprises: () => lignee.phraseDesReprises({ voies: [aVoie({ fiches: FICHES })] }),
    },
  ],
  'phrases-listes.ts': [
    listes,
    {
      compteDeListe: () => [listes.compteDeListe(99, 70, 'en Bretagne'), listes.compteDeListe(1, 0)],
      AIDE_TYPES: () => [listes.AIDE_TYPES],
      chapeauDeListe: () => [listes.chapeauDeListe(99, 70, 'en Bretagne'), listes.chapeauDeListe(1, 0)],
      ANNEE_COMMUNE: () => [listes.ANNEE_COMMUNE],
      TITRE_RAISONS: () => [listes.TITRE_RAISONS],
      issueDeValeurAjoutee: () => [-7, -1, 0, 1, 7].map(listes.issueDeValeurAjoutee),
      limiteDeValeurAjoutee: () => [listes.limiteDeValeurAjoutee(1, true), listes.limiteDeValeurAjoutee(9, false)],
      EXPLICATION_TAUX_ATTENDU: () => [listes.EXPLICATION_TAUX_ATTENDU],
      liensVersLaRegion: () => [listes.liensVersLaRegion('en Bretagne')],
      lienVersLaRegion: () => [true, false].map((shown) => listes.lienVersLaRegion('en Bretagne', shown)),
    },
  ],
  'phrases-tri.ts': [
    tri,
    {
      AVERTISSEMENT_TRI: () => [tri.AVERTISSEMENT_TRI],
      AIDE_TRI: () => [tri.AIDE_TRI],
      ETIQUETTE_FILTRE: () => [tri.ETIQUETTE_FILTRE],
      ETIQUETTE_DEPARTEMENT: () => [tri.ETIQUETTE_DEPARTEMENT],
      phraseDeTri: () => (['ascending', 'descending', null] as const).map((sens) => tri.phraseDeTri('Région', sens)),
      phraseDeFiltre: () => [tri.phraseDeFiltre(1, 40), tri.phraseDeFiltre(0, 40)],
    },
  ],
  'phrases-recherche.ts': [
    recherche,
    {
      LEGENDE_DES_RESULTATS: () => [recherche.LEGENDE_DES_RESULTATS],
      TRIS: () => entries(recherche.TRIS),
      LIMITE_DU_TRI: () => [recherche.LIMITE_DU_TRI],
      SANS_CHIFFRE_ICI: () => [recherche.SANS_CHIFFRE_ICI],
      SANS_CHIFFRE: () => [recherche.SANS_CHIFFRE],
      phraseDeStatut: () => [recherche.phraseDeStatut(12, 3, 'cuisine')],
      phraseDeCodeSansPage: () => [undefined, 'FORGERON'].map((nom) => recherche.phraseDeCodeSansPage('50022999', nom)),
      CHERCHER_PARTOUT: () => [recherche.CHERCHER_PARTOUT],
      MESSAGES_RECHERCHE: () => entries(recherche.MESSAGES_RECHERCHE),
    },
  ],
  'phrases-fiche.ts': [
    fiches,
    {
      mesureEnBref: () => counted((fiche) => fiches.mesureEnBref(fiche, () => 'Bretagne')),
      origineEnBref: () => own((fiche) => fiches.origineEnBref(fiche, () => 'CFA du Port')),
      NOMS_DES_VOIES: () => entries(fiches.NOMS_DES_VOIES),
      nomDeVoie: () => own(fiches.nomDeVoie),
      titreDeVoie: () => own(fiches.titreDeVoie),
      NOMS_DES_PERIMETRES: () => entries(fiches.NOMS_DES_PERIMETRES),
      publicCompte: () => counted(fiches.publicCompte),
      populationComptee: () => counted(fiches.populationComptee),
      segmentsDesParts: () => PARTS.map((parts) => fiches.segmentsDesParts(parts, ', ').map(segmentEnTexte).join('')),
      verbeDeLEtat: () => ETATS.flatMap((etat) => [1, 23].map((nombre) => fiches.verbeDeLEtat(etat, nombre))),
      echelleEnBref: () => own((fiche) => fiches.echelleEnBref(fiche, () => 'Bretagne')),
      mentionContinuum: () => own((fiche) => fiches.mentionContinuum(fiche, () => undefined)),
    },
  ],
  'phrases-comparer.ts': [
    comparer,
    {
      LEGENDE_COMPARER: () => [comparer.LEGENDE_COMPARER],
      COLONNES_COMPARER: () => [...comparer.COLONNES_COMPARER],
      RIEN_NE_CLASSE: () => [comparer.RIEN_NE_CLASSE],
      AVERTISSEMENTS_EN_MOTS: () => AVERTISSEMENTS.map((name) => comparer.AVERTISSEMENTS_EN_MOTS[name]),
      horsRegion: () => [comparer.horsRegion('Bretagne')],
      NOMS_DES_MESURES_COMPAREES: () => entries(comparer.NOMS_DES_MESURES_COMPAREES),
      valeurEnMots: () => MESURES_COMPAREES.map((mesure) => comparer.valeurEnMots(mesure, 1510)),
      SANS_OBJET: () => [comparer.SANS_OBJET],
      AIDE_MESURES: () => [comparer.AIDE_MESURES],
      TITRE_QUESTIONS: () => [comparer.TITRE_QUESTIONS],
      CHOIX_DU_COURS: () => entries(comparer.CHOIX_DU_COURS),
      TITRE_DU_CODE: () => [comparer.TITRE_DU_CODE],
      AIDE_DU_CODE: () => [comparer.AIDE_DU_CODE],
      COMPARABLES: () => [],
      questionEnMots: () =>
        SORTES_DE_QUESTIONS.flatMap((sorte) => [
          comparer.questionEnMots({ sorte, nombres: [] }),
          comparer.questionEnMots({ sorte, titre: 'CAP Cuisine', voie: 'Au lycée', nombres: [12, 24] }),
        ]),
      comptageDeListe: () => [0, 1, 4, 9].map(comparer.comptageDeListe),
      entreesEcartees: () => [...comparer.entreesEcartees(1, 1, 1, 1), ...comparer.entreesEcartees(2, 2, 2, 2)],
      autreListeGardee: () => [1, 3].map(comparer.autreListeGardee),
      MESSAGES_COMPARER: () => entries(comparer.MESSAGES_COMPARER),
    },
  ],
  'phrases-devine.ts': [
    devine,
    {
      questionSur100: () => QUESTIONS.map(devine.questionSur100),
      nomDeTranche: () => [devine.nomDeTranche({ min: 0, max: 15 })],
      RETOURS: () => entries(devine.RETOURS),
      aDiscuter: () => QUESTIONS.map(devine.aDiscuter),
      promotionDeFeuille: () => [devine.promotionDeFeuille(QUESTIONS), devine.promotionDeFeuille([])],
      REGLE_DE_FEUILLE: () => [devine.REGLE_DE_FEUILLE],
      REGLE_DU_QUIZ: () => [devine.REGLE_DU_QUIZ],
      precisionDeQuestion: () => QUESTIONS.map(devine.precisionDeQuestion),
      POUR_DISCUTER: () => [...devine.POUR_DISCUTER],
      sourcesEnLigne: () => [devine.sourcesEnLigne(['InserJeunes', 'InserSup'])],
    },
  ],
  'contrat-textes.ts': [
    contratTextes,
    {
      titreDeFiche: () => own(contratTextes.titreDeFiche),
      // Its records hold the whole contract: tests/pipeline/contrat.test.ts reads its sentences.
      detailsDeFiche: () => [],
      messagesDeFiche: () =>
        ABSENCES.flatMap((absence) =>
          ROLES_UAI.flatMap((role) => contratTextes.messagesDeFiche(absence, 'lieu_formation', role)),
        ),
    },
  ],
};

const cases = Object.entries(PRODUCTEURS).flatMap(([fichier, [, producteurs]]) =>
  Object.entries(producteurs).map(([nom, say]) => ({ fichier, nom, say })),
);

test.each(Object.entries(PRODUCTEURS))('every export of %s is read here', (_, [module, producteurs]) => {
  expect(Object.keys(producteurs).sort()).toEqual(Object.keys(module).sort());
});

test.each(cases)('$fichier: $nom keeps the rules of captions', ({ say }) => {
  const texts = say().filter((text) => text != null);
  expect(texts.flatMap((text) => fautesDe(text))).toEqual([]);
});

test('the English captions keep them too', () => {
  const texts = [...FICHES, ...ENSEMBLES].flatMap((fiche) => [
    legendes.phrasesSur100(fiche, 'CAP Cuisine').en,
    legendes.mesuresEnMots(fiche).en,
  ]);
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.flatMap((text) => fautesDe(text, 'en'))).toEqual([]);
});

test('the dictionary and the words of the report keep them', () => {
  const dictionary = MESURES.flatMap((mesure) => entries(DICTIONNAIRE[mesure]).map(composer));
  const report = [
    ...['code_inconnu', 'uai_inconnu', 'ventilation_non_retenue', 'etablissement_non_retenu', 'autre_enquete'].map(
      qualite.motifEnMots,
    ),
    ...entries(qualite.DESACCORDS_EN_MOTS),
    ...MESURES.map(qualite.nomDeMesure),
  ];
  expect([...dictionary, ...report].flatMap((text) => fautesDe(text))).toEqual([]);
});
