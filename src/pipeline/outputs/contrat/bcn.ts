import { bcnContratSchema, type BcnContrat } from '../../../domain/contrat.ts';
import { withoutNulls } from '../write.ts';
import { RACINE, type ContexteContrat } from './contexte.ts';
import { copyParquet } from './parquet.ts';
import { enteteCsvBcn, ligneCsvBcn, type LigneBcn } from './csv.ts';
import { writeListeJson } from './listes-json.ts';

/** Writes `bcn.json`, `bcn.csv` and `bcn.parquet`: the whole secondary reference (API § 2, route 8). */
export async function writeBcn(contexte: ContexteContrat): Promise<void> {
  const query = 'select * from contrat_bcn order by code_certification';
  const lignes = await contexte.db.all<LigneBcn>(query);
  const fictives = contexte.entete.donnees_fictives === true;
  const elements = lignes.map((ligne) => JSON.stringify(bcnContratSchema.parse(toBcn(ligne))));
  writeListeJson(contexte, 'bcn', `${RACINE}/bcn.json`, elements);
  const csv = contexte.effects.openText(`${RACINE}/bcn.csv`);
  if (lignes.length > 0) csv.write(enteteCsvBcn(fictives));
  for (const ligne of lignes) csv.write(ligneCsvBcn(ligne, fictives));
  csv.close();
  await copyParquet(contexte, 'bcn', query);
}

function toBcn(ligne: LigneBcn): BcnContrat {
  const { diplome_code: code, diplome_libelle: libelle } = ligne;
  return {
    code_certification: ligne.code_certification,
    type: ligne.type,
    code_formation_diplome: ligne.code_formation_diplome,
    ...withoutNulls({
      libelle: ligne.libelle,
      libelle_long: ligne.libelle_long,
      libelle_ancien: ligne.libelle_ancien,
      diplome: code === null || libelle === null ? null : { code, libelle },
      date_ouverture: ligne.date_ouverture,
      date_fermeture: ligne.date_fermeture,
      date_premiere_session: ligne.date_premiere_session,
      date_derniere_session: ligne.date_derniere_session,
    }),
  };
}
