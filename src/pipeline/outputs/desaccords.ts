import {
  NB_LIGNES_DE_DESACCORD,
  REGLES_DE_DESACCORD,
  type Desaccord,
  type LigneDeDesaccord,
  type RegleDeDesaccord,
} from '../../domain/desaccords.ts';
import type { Database } from '../database.ts';
import { withoutNulls } from './write.ts';

type Comptes = Desaccord['par_mesure'][number] & { regle: RegleDeDesaccord };
type Ligne = { [K in keyof LigneDeDesaccord]-?: LigneDeDesaccord[K] | null };

/** Where sources disagree, by rule: how many figures were compared, how many differ, and the widest gaps. Rules with nothing to compare are left out. */
export async function loadDesaccords(db: Database): Promise<Desaccord[]> {
  const comptes = await db.all<Comptes>(
    `select
       regle, millesime, mesure,
       count(*) filter (where ecarte is not null and not un_seul)::integer as compares,
       count(*) filter (where retenu <> ecarte)::integer as differents,
       count(*) filter (where un_seul)::integer as un_seul,
       coalesce(max(abs(retenu - ecarte)), 0)::integer as ecart_max
     from comparaisons group by all
     -- A measure that a file never holds is no disagreement.
     having compares > 0 order by millesime desc, mesure, regle`,
  );
  const lignes = await db.all<Ligne & { regle: RegleDeDesaccord }>(
    `select
       regle, maille, millesime, region, uai, perimetre, filiere, code_certification, mesure,
       retenu, fichier_retenu, ecarte, fichier_ecarte
     from comparaisons where retenu <> ecarte
     qualify row_number() over (partition by regle order by ${LES_PLUS_GRANDS_ECARTS}) <= ${NB_LIGNES_DE_DESACCORD}
     order by ${LES_PLUS_GRANDS_ECARTS}`,
  );
  return REGLES_DE_DESACCORD.flatMap((regle) => {
    const par_mesure = comptes.filter((row) => row.regle === regle).map(({ regle: _, ...compte }) => compte);
    if (par_mesure.length === 0) return [];
    const total = (key: 'compares' | 'differents' | 'un_seul'): number =>
      par_mesure.reduce((sum, compte) => sum + compte[key], 0);
    const widest = lignes.filter((row) => row.regle === regle).map(({ regle: _, ...ligne }) => toLigne(ligne));
    return [
      {
        regle,
        compares: total('compares'),
        differents: total('differents'),
        un_seul: total('un_seul'),
        par_mesure,
        lignes: widest,
      },
    ];
  });
}

/** Widest gap first; then every key, so that two builds say the same. */
const LES_PLUS_GRANDS_ECARTS =
  'abs(retenu - ecarte) desc, millesime desc, maille, region, uai, perimetre, filiere, code_certification, mesure, fichier_ecarte, ecarte';

/** Null columns leave no key; the query has no null among the required ones. */
function toLigne(ligne: Ligne): LigneDeDesaccord {
  return withoutNulls(ligne) as LigneDeDesaccord;
}
