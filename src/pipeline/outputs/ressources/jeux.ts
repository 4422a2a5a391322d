import {
  CHAMPS_D_ENSEMBLE,
  CHAMPS_D_ETABLISSEMENT,
  CHAMPS_NATIONAUX,
  CHAMPS_REGIONAUX,
  type LigneDeFiche,
  type LigneDEnsemble,
} from '../../../domain/telechargements/jeux-de-fiches.ts';
import {
  CHAMPS_DES_CORRESPONDANCES,
  CHAMPS_DES_ETABLISSEMENTS,
  CHAMPS_DES_FORMATIONS,
  type LigneDeFormation,
  type LigneDEtablissement,
} from '../../../domain/telechargements/jeux-d-identite.ts';
import { getRegion } from '../../../domain/regions.ts';
import type { Contexte } from '../contexte.ts';
import { toIdentite, type EtablissementRow } from '../etablissements.ts';
import { toFiche, toFicheEnsemble, type EnsembleRow, type FicheRow } from '../fiches.ts';
import type { Lignee } from '../lignee.ts';
import { type Correspondances, toLignesDeCorrespondance } from './correspondances.ts';
import { writeJeu, type JeuEcrit } from './jeu.ts';

/** Writes every data set of `telechargements/`, those of figures by millésime too. The rows of figures come from the two marts of published records, and from nowhere else. */
export async function writeJeux(contexte: Contexte, lignee: Lignee, codes: Correspondances): Promise<JeuEcrit[]> {
  return [...(await writeJeuxDeFiches(contexte)), ...(await writeJeuxDIdentite(contexte, lignee, codes))];
}

const millesimeDe = ({ fiche }: { fiche: { millesime: string } }): string => fiche.millesime;

async function writeJeuxDeFiches(contexte: Contexte): Promise<JeuEcrit[]> {
  const nationales = await writeJeu(contexte, {
    nom: 'fiches-nationales',
    champs: CHAMPS_NATIONAUX,
    lignes: streamFiches(contexte, "maille in ('nationale', 'regions')"),
    millesimeDe,
  });
  const regionales = await writeJeu(contexte, {
    nom: 'fiches-regionales',
    champs: CHAMPS_REGIONAUX,
    lignes: streamFiches(contexte, "maille = 'regionale'"),
    millesimeDe,
  });
  const etablissements = await writeJeu(contexte, {
    nom: 'fiches-etablissements',
    champs: CHAMPS_D_ETABLISSEMENT,
    lignes: streamFiches(contexte, "maille = 'etablissement'"),
    millesimeDe,
  });
  const ensembles = await writeJeu(contexte, {
    nom: 'ensembles-etablissements',
    champs: CHAMPS_D_ENSEMBLE,
    lignes: streamEnsembles(contexte),
    millesimeDe,
  });
  return [...nationales, ...regionales, ...etablissements, ...ensembles];
}

async function writeJeuxDIdentite(contexte: Contexte, lignee: Lignee, codes: Correspondances): Promise<JeuEcrit[]> {
  const formations = await writeJeu(contexte, {
    nom: 'formations',
    champs: CHAMPS_DES_FORMATIONS,
    lignes: toFormations(contexte, lignee),
  });
  const etablissements = await writeJeu(contexte, {
    nom: 'etablissements',
    champs: CHAMPS_DES_ETABLISSEMENTS,
    lignes: await loadEtablissements(contexte),
  });
  const correspondances = await writeJeu(contexte, {
    nom: 'correspondances',
    champs: CHAMPS_DES_CORRESPONDANCES,
    lignes: toLignesDeCorrespondance(contexte, codes),
  });
  return [...formations, ...etablissements, ...correspondances];
}

async function* streamFiches(contexte: Contexte, filtre: string): AsyncGenerator<LigneDeFiche> {
  const rows = contexte.db.stream<FicheRow>(
    `select * from fiches_publiees where ${filtre}
     order by uai, formation, filiere, code_certification, maille, region, right(millesime, 4) desc, length(millesime)`,
  );
  for await (const row of rows) {
    const ecole = row.uai === null ? undefined : contexte.etablissements.get(row.uai);
    const region = row.region ?? ecole?.region;
    yield {
      fiche: toFiche(row),
      formation: row.formation,
      titre: contexte.identites.get(row.formation)?.titre ?? row.formation,
      region,
      region_nom: region === undefined ? undefined : getRegion(region).nom,
      etablissement_nom: ecole?.nom,
    };
  }
}

async function* streamEnsembles({ db, etablissements }: Contexte): AsyncGenerator<LigneDEnsemble> {
  const rows = db.stream<EnsembleRow>(
    'select * from ensembles_publies order by uai, perimetre, right(millesime, 4) desc, length(millesime)',
  );
  for await (const row of rows) {
    const ecole = etablissements.get(row.uai);
    const region = ecole?.region;
    yield {
      fiche: toFicheEnsemble(row),
      nom: ecole?.nom ?? row.uai,
      region,
      region_nom: region === undefined ? undefined : getRegion(region).nom,
    };
  }
}

function toFormations({ identites, resumes }: Contexte, lignee: Lignee): LigneDeFormation[] {
  return [...identites.values()].map(({ absence: _, ...identite }) => {
    const absence = resumes.get(identite.code)?.absence;
    const ancien = lignee.libellesAnciens.get(identite.code);
    return {
      ...identite,
      ...(ancien === undefined ? {} : { libelle_ancien: ancien }),
      anciens: lignee.anciens.get(identite.code) ?? [],
      nouveaux: lignee.nouveaux.get(identite.code) ?? [],
      ...(absence === undefined ? {} : { absence }),
    };
  });
}

async function loadEtablissements({ db, etablissements }: Contexte): Promise<LigneDEtablissement[]> {
  const rows = await db.all<EtablissementRow>('select * from etablissements order by uai');
  return rows.map((row) => {
    const resume = etablissements.get(row.uai);
    return {
      ...toIdentite(row),
      nb_formations: resume?.nb_formations ?? 0,
      ...(resume?.absence === undefined ? {} : { absence: resume.absence }),
    };
  });
}
