import type { Fiche } from '../../../src/domain/fiche.ts';
import type { EtablissementDeFormation, Formation, Voie } from '../../../src/domain/formation.ts';
import type { ResumeFormation } from '../../../src/domain/listes.ts';

/** Small records that keep the contract, for the tests of the site: each test changes what it is about. */
export const aFiche = (fields: Partial<Fiche> = {}): Fiche => ({
  code_certification: '50022137',
  code_certification_type: 'cfd',
  filiere: 'apprentissage',
  maille: 'nationale',
  millesime: '2022_2023',
  source: 'inserjeunes',
  nb_annee_term: 52,
  parts: { emploi: 23, formation: 52, autre: 25, calcul: 'source' },
  ...fields,
});

export const aVoie = (fields: Partial<Voie> = {}): Voie => ({
  filiere: 'apprentissage',
  code_certification: '50022137',
  code_certification_type: 'cfd',
  fiches: [aFiche()],
  lectures: [],
  ...fields,
});

export const anEcole = (fields: Partial<EtablissementDeFormation> = {}): EtablissementDeFormation => ({
  uai: '0350777E',
  nom: 'Lycée Marie Curie',
  commune: 'Rennes',
  departement: '35',
  region: '53',
  fiche: aFiche({ maille: 'etablissement', uai: '0350777E' }),
  ...fields,
});

export const aFormation = (fields: Partial<Formation> = {}): Formation => ({
  edition: '2026',
  code: '50022137',
  slug: 'cap-cuisine-50022137',
  titre: 'CAP Cuisine',
  libelle: 'Cuisine',
  libelle_officiel: 'CUISINE (CAP)',
  type: { slug: 'cap', libelle: 'CAP', nom: "Certificat d'aptitude professionnelle" },
  est_fermee: false,
  codes: [{ code: '50022137', type: 'cfd' }],
  anciens: [],
  nouveaux: [],
  voies: [aVoie()],
  etablissements: [],
  ...fields,
});

export const aResume = (fields: Partial<ResumeFormation> = {}): ResumeFormation => ({
  code: '50022137',
  slug: 'cap-cuisine-50022137',
  titre: 'CAP Cuisine',
  type: 'cap',
  est_fermee: false,
  cartes: [aFiche()],
  ...fields,
});
