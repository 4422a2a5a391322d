import { questionsDeFeuille, type Question } from '../../src/domain/devine.ts';
import { PERIMETRES, ROLES_UAI, type Fiche, type FicheEnsemble } from '../../src/domain/fiche.ts';
import { POSITIONS } from '../../src/domain/lecture.ts';
import * as lecture from '../../src/domain/phrases-lecture.ts';
import { REGIONS } from '../../src/domain/regions.ts';
import { aFiche, aFormation, aResume } from '../unit/site/records.ts';

/** Records of every kind, on which each function that makes a sentence is read. */

export const PARTS: NonNullable<Fiche['parts']>[] = [
  { emploi: 23, formation: 52, autre: 25, calcul: 'source' },
  { emploi: 0, formation: 100, autre: 0, calcul: 'derive' },
  { emploi: 1, formation: 1, autre: 98, calcul: 'derive' },
  { emploi: 60, formation: 5, autre: 35, calcul: 'source' },
];
const LIEUX: Partial<Fiche>[] = [
  {},
  { maille: 'regions', nb_regions: 12 },
  { maille: 'etablissement', uai: '0350777E' },
  ...REGIONS.map(({ code }) => ({ maille: 'regionale' as const, region: code })),
];
const AUTRES: Partial<Fiche>[] = [
  ...(['apprentissage', 'pro', 'agricole'] as const).map((filiere) => ({ filiere })),
  { filiere: 'superieur', source: 'insersup', maille: 'etablissement', uai: '0350777E' },
  ...['2020_2021', '2021_2022', '2022_2023', '2024'].map((millesime) => ({ millesime })),
  { nb_annee_term: undefined },
  { nb_annee_term: 12345, duree_ans: 2 },
  { donnee_source: { code_certification: '50022100', type: 'ancienne' } },
  { donnee_source: { code_certification: '50022100', type: 'nouvelle' } },
  ...ROLES_UAI.map((role) => ({ uai: '0350777E', uai_donnee: '0359991V', uai_donnee_type: role })),
];
export const FICHES = [...PARTS.map((parts) => ({ parts })), ...LIEUX, ...AUTRES].map(aFiche);
export const ENSEMBLES = PERIMETRES.flatMap((perimetre) =>
  PARTS.map((parts): FicheEnsemble => ({
    perimetre,
    maille: 'etablissement',
    uai: '0350777E',
    millesime: '2022_2023',
    source: 'inserjeunes_cfa',
    parts,
  })),
);
export const SITUATIONS = [...POSITIONS, null];
export const CAP = lecture.nomDuType('CAP');
const LIEN = { code: '50022139', libelle: 'CAP Cuisine' };
export const LIGNEES = [true, false].flatMap((est_fermee) =>
  [[LIEN], [{ ...LIEN, libelle: 'CAP Cuisinier' }]].map((liens) =>
    aFormation({
      est_fermee,
      anciens: liens,
      nouveaux: liens,
      date_ouverture: '2016-09-01',
      date_fermeture: '2025-08-31',
    }),
  ),
);
export const QUESTIONS: Question[] = PARTS.flatMap((parts) =>
  (
    questionsDeFeuille(
      Array.from({ length: 6 }, (_, rank) => aResume({ code: String(rank), cartes: [aFiche({ parts })] })),
      ['nationale'],
    ) ?? []
  ).slice(0, 1),
);

export type Text = string | null | undefined;
export const counted = (say: (fiche: Fiche | FicheEnsemble) => Text): Text[] => [...FICHES, ...ENSEMBLES].map(say);
export const own = (say: (fiche: Fiche) => Text): Text[] => FICHES.map(say);
export const entries = (words: object): string[] =>
  Object.values(words).flatMap((value: unknown) =>
    typeof value === 'string' ? value : value === null ? [] : entries(value as object),
  );
