import {
  ficheContratSchema,
  millesimesContratSchema,
  type FicheContrat,
  type MailleDuContrat,
} from '../../../domain/contrat.ts';
import { groupRows } from '../contexte.ts';
import { writeJson } from '../write.ts';
import { RACINE, type ContexteContrat } from './contexte.ts';
import { Lieu } from './lieu.ts';
import { toFicheContrat, type LigneContrat } from './lignes.ts';
import { TABLEAU_DE, writeListeJson } from './listes-json.ts';

/** Writes every record file, `millesimes.json` and bundle of the contract (API §§ 7, 8). Holds the records of one place at a time. */
export async function writeFiches(contexte: ContexteContrat): Promise<void> {
  const lignes = contexte.db.stream<LigneContrat>(
    `select * from contrat_fiches
     order by maille, if(maille = 'regionale', region_code, uai), code_certification, filiere, right(millesime, 4) desc, length(millesime)`,
  );
  const place = ({ maille, region_code, uai }: LigneContrat): string => `${maille} ${uai ?? region_code ?? ''}`;
  for await (const [, group] of groupRows(lignes, place)) {
    const [first] = group;
    if (first !== undefined) writeLieu(contexte, first, group);
  }
}

/** The files of France, of a region or of a school. */
export function writeLieu(
  contexte: ContexteContrat,
  { maille, region_code, uai }: Pick<LigneContrat, 'maille' | 'region_code' | 'uai'>,
  lignes: readonly LigneContrat[],
): void {
  const lieu = new Lieu(maille, lignes, contexte.defauts);
  if (maille === 'regionale')
    writeRecueil(contexte, maille, `${RACINE}/regionales/${region_code ?? ''}/certifications.json`, lignes);
  if (maille === 'etablissement') writeRecueil(contexte, maille, `${RACINE}/formations/${uai ?? ''}.json`, lignes);
  if (contexte.profil === 'leger' && maille !== 'nationale') return;
  const base = {
    nationale: `${RACINE}/certifications/`,
    regionale: `${RACINE}/regionales/${region_code ?? ''}/certifications/`,
    etablissement: `${RACINE}/formations/${uai ?? ''}-`,
  }[maille];
  for (const code of lieu.codes) writeCode(contexte, maille, lieu, code, base + code);
}

/**
 * The files of one code. A code whose default millésime has no record has no `{code}.json`, as the original answers 404 there, but its `millesimes.json` says
 * which ones to ask for.
 */
function writeCode(contexte: ContexteContrat, maille: MailleDuContrat, lieu: Lieu, code: string, path: string): void {
  const fiches = lieu.millesimes(code).flatMap((millesime): [string, FicheContrat][] => {
    const reponse = lieu.repondre(code, millesime);
    return 'fiche' in reponse ? [[millesime, reponse.fiche]] : [];
  });
  const defaut = lieu.defaut(code);
  const write = (target: string, fiche: FicheContrat): string =>
    writeJson(contexte.effects, target, ficheContratSchema, { ...contexte.entete, ...fiche });
  const parDefaut = fiches.find(([millesime]) => millesime === defaut);
  if (parDefaut !== undefined) write(`${path}.json`, parDefaut[1]);
  if (contexte.profil === 'complet' || (contexte.profil === 'standard' && maille === 'nationale')) {
    for (const [millesime, fiche] of fiches) write(`${path}/${millesime}.json`, fiche);
  }
  if (contexte.profil === 'leger' || maille === 'etablissement' || fiches.length === 0) return;
  writeJson(contexte.effects, `${path}/millesimes.json`, millesimesContratSchema, {
    ...contexte.entete,
    code,
    millesimes: fiches.map(([millesime]) => millesime),
    defaut,
  });
}

/**
 * Every record of a region or a school, every millésime, in the wrapper of lists, each with its whole `_meta`. A record of a year that is not the last one
 * holds the codes of its final years, which are in the same bundle.
 */
function writeRecueil(
  contexte: ContexteContrat,
  maille: MailleDuContrat,
  path: string,
  lignes: readonly LigneContrat[],
): void {
  const elements = lignes.map((ligne) => JSON.stringify(toFicheContrat(ligne)));
  writeListeJson(contexte, TABLEAU_DE[maille], path, elements);
}
