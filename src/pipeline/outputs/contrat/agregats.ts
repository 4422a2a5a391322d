import { filieresContratSchema, type Agregat } from '../../../domain/contrat.ts';
import { messagesDeFiche } from '../../../domain/contrat-textes.ts';
import type { Absence } from '../../../domain/publication.ts';
import { groupRows } from '../contexte.ts';
import { withoutNulls, writeJson } from '../write.ts';
import { RACINE, type ContexteContrat } from './contexte.ts';

const EFFECTIFS = [
  'nb_sortant',
  'nb_poursuite_etudes',
  'nb_en_emploi_6_mois',
  'nb_en_emploi_12_mois',
  'nb_en_emploi_18_mois',
  'nb_en_emploi_24_mois',
] as const;
const TAUX = [
  'taux_en_emploi_6_mois',
  'taux_en_emploi_12_mois',
  'taux_en_emploi_18_mois',
  'taux_en_emploi_24_mois',
  'taux_en_formation',
] as const;
const AUTRES = ['taux_autres_6_mois', 'taux_autres_12_mois', 'taux_autres_18_mois', 'taux_autres_24_mois'] as const;

type Chiffre = (typeof EFFECTIFS)[number] | (typeof TAUX)[number] | (typeof AUTRES)[number];

/** A row of the mart `contrat_filieres`. */
export interface LigneAgregat extends Record<Chiffre, number | null> {
  maille: 'nationale' | 'regionale';
  millesime: string;
  region_code: string | null;
  code_formation_diplome: string;
  filiere: 'pro' | 'apprentissage';
  codes_certifications: string[];
  masquage: Absence | null;
  nb_annee_term: number | null;
  libelle: string;
  libelle_ancien: string | null;
  diplome_code: string;
  diplome_libelle: string;
  date_fermeture: string | null;
  formation_fermee: boolean;
  region_nom: string | null;
  code_region_academique: string | null;
}

/**
 * One track of the aggregate (API § 5). Counts and others are always there, null when hidden or unknown; the other rates only when the cohort is known and
 * not empty. Which keys there are depends on the public headcount alone: hidden counts leave no trace.
 */
export function toAgregat(ligne: LigneAgregat): Agregat {
  const pick = <K extends Chiffre>(names: readonly K[]): Record<K, number | null> =>
    Object.fromEntries(names.map((name) => [name, ligne[name]])) as Record<K, number | null>;
  const messages = messagesDeFiche(ligne.masquage);
  return {
    millesime: ligne.millesime,
    filiere: ligne.filiere,
    codes_certifications: ligne.codes_certifications,
    codes_formation_diplome: [ligne.code_formation_diplome],
    code_formation_diplome: ligne.code_formation_diplome,
    libelle: ligne.libelle,
    ...withoutNulls({ libelle_ancien: ligne.libelle_ancien }),
    diplome: { code: ligne.diplome_code, libelle: ligne.diplome_libelle },
    ...withoutNulls({ date_fermeture: ligne.date_fermeture }),
    formation_fermee: ligne.formation_fermee,
    ...region(ligne),
    nb_annee_term: ligne.nb_annee_term,
    ...pick(EFFECTIFS),
    ...(ligne.nb_annee_term === null || ligne.nb_annee_term === 0 ? {} : pick(TAUX)),
    ...pick(AUTRES),
    ...(messages.length === 0 ? {} : { _meta: { messages } }),
  };
}

function region({ region_code: code, region_nom: nom, code_region_academique }: LigneAgregat): Pick<Agregat, 'region'> {
  return code === null || nom === null ? {} : { region: { code, nom, ...withoutNulls({ code_region_academique }) } };
}

/**
 * Writes `filieres.json` (API §§ 7, 8): for each CFD and, the same bytes, for each of its codes that has a record in the place. The default millésime is the
 * last one of the level, whatever the track: both tracks of one file are of one millésime.
 */
export async function writeAgregats(contexte: ContexteContrat): Promise<void> {
  if (contexte.profil === 'leger') return;
  const lignes = contexte.db.stream<LigneAgregat & { est_defaut: boolean }>(
    `select *, millesime = first_value(millesime) over (
       partition by maille order by right(millesime, 4) desc, if(maille = 'regionale', -1, 1) * length(millesime)
     ) as est_defaut
     from contrat_filieres
     order by maille, region_code, code_formation_diplome, right(millesime, 4) desc, length(millesime), filiere`,
  );
  const cle = (ligne: LigneAgregat): string =>
    `${ligne.maille} ${ligne.region_code ?? ''} ${ligne.code_formation_diplome} ${ligne.millesime}`;
  const codes = await loadCodes(contexte);
  for await (const [, group] of groupRows(lignes, cle)) {
    const [first] = group;
    if (first === undefined) continue;
    const filieres = {
      ...contexte.entete,
      ...Object.fromEntries(
        group
          .toSorted((left, right) => (left.filiere > right.filiere ? -1 : 1))
          .map((ligne) => [ligne.filiere, toAgregat(ligne)]),
      ),
    };
    const base =
      first.maille === 'nationale'
        ? `${RACINE}/certifications/`
        : `${RACINE}/regionales/${first.region_code ?? ''}/certifications/`;
    for (const code of codes.get(`${first.maille} ${first.region_code ?? ''} ${first.code_formation_diplome}`) ?? []) {
      const write = (path: string): string => writeJson(contexte.effects, path, filieresContratSchema, filieres);
      if (first.est_defaut) write(`${base}${code}/filieres.json`);
      if (contexte.profil === 'complet' || first.maille === 'nationale')
        write(`${base}${code}/${first.millesime}/filieres.json`);
    }
  }
}

/** The codes under which the aggregate of a CFD is written, by place: the CFD, and those of its codes that have a record there. */
async function loadCodes({ db }: ContexteContrat): Promise<Map<string, string[]>> {
  const rows = await db.all<{ cle: string; codes: string[] }>(
    `select maille || ' ' || coalesce(region_code, '') || ' ' || code_formation_diplome as cle, list(distinct code order by code) as codes
     from (
       select maille, region_code, code_formation_diplome, unnest(codes_certifications) as code from contrat_filieres
       union all select maille, region_code, code_formation_diplome, code_formation_diplome from contrat_filieres
     )
     group by all order by all`,
  );
  return new Map(rows.map(({ cle, codes }) => [cle, codes]));
}
