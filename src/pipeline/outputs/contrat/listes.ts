import { MAILLES_DU_CONTRAT, type MailleDuContrat } from '../../../domain/contrat.ts';
import type { OpenText } from '../../effects.ts';
import { RACINE, type ContexteContrat } from './contexte.ts';
import { enteteCsv, ligneCsv } from './csv.ts';
import { openListeJson, TABLEAU_DE, type ListeOuverte } from './listes-json.ts';
import { toElementDeListe, type LigneContrat } from './lignes.ts';
import { ORDRE_DES_LISTES, writeParquets } from './parquet.ts';
import { contient, distinguer, listesPossibles, type Groupe, type Liste } from './selection.ts';

/**
 * Writes the lists of the contract as JSON, CSV and Parquet: whole ones and one for each region and academy, of the default millésimes and of each
 * millésime in the data. Each row is rendered once and added to every list that holds it; lists of the same rows (both spellings of a millésime, the
 * default one, empty lists) are one file under several names.
 */
export async function writeListes(contexte: ContexteContrat): Promise<void> {
  const groupes = await contexte.db.all<Groupe>(
    `select maille, millesime, region_code, academie_code, est_defaut, count(*)::integer as lignes
     from contrat_fiches group by all order by all`,
  );
  for (const maille of MAILLES_DU_CONTRAT) {
    await writeListesDe(
      contexte,
      maille,
      groupes.filter((groupe) => groupe.maille === maille),
    );
  }
}

async function writeListesDe(
  contexte: ContexteContrat,
  maille: MailleDuContrat,
  groupes: readonly Groupe[],
): Promise<void> {
  const total = (liste: Liste): number =>
    groupes.filter((groupe) => contient(liste, groupe)).reduce((sum, { lignes }) => sum + lignes, 0);
  const millesimes = [...new Set(groupes.map(({ millesime }) => millesime))];
  const parDefaut = listesPossibles(maille);
  const parMillesime = millesimes
    .flatMap((millesime) => listesPossibles(maille, millesime))
    .filter((liste) => total(liste) > 0);
  const { listes, doubles } = distinguer([...parDefaut, ...parMillesime], groupes);
  const aEcrire = new Set(listes);
  const defauts = new Sorties(
    contexte,
    maille,
    parDefaut.filter((liste) => aEcrire.has(liste)),
    total,
  );
  // Both spellings of a millésime end with the same year: the lists of one year are open together, those of other years are not.
  let annee: { nom: string; sorties: Sorties } | undefined;
  for await (const ligne of contexte.db.stream<LigneContrat>(
    `select * from contrat_fiches where maille = '${maille}' order by ${ORDRE_DES_LISTES}`,
  )) {
    const nom = ligne.millesime.slice(-4);
    if (annee?.nom !== nom) {
      annee?.sorties.close();
      const deLAnnee = parMillesime.filter((liste) => liste.millesime?.slice(-4) === nom && aEcrire.has(liste));
      annee = { nom, sorties: new Sorties(contexte, maille, deLAnnee, total) };
    }
    const rendue = rendre(contexte, ligne);
    defauts.add(ligne, rendue);
    annee.sorties.add(ligne, rendue);
  }
  annee?.sorties.close();
  defauts.close();
  await writeParquets(contexte, listes, total);
  for (const [chemin, double] of doubles) {
    for (const format of ['json', 'csv', 'parquet'])
      contexte.effects.link(`${RACINE}/${chemin}.${format}`, `${RACINE}/${double}.${format}`);
  }
}

interface Rendue {
  json: string;
  csv: string;
}

/** One row, rendered once for every list that holds it. */
function rendre({ entete }: ContexteContrat, ligne: LigneContrat): Rendue {
  return { json: JSON.stringify(toElementDeListe(ligne)), csv: ligneCsv(ligne, entete.donnees_fictives === true) };
}

type ListeAvecSorties = Liste & { json: ListeOuverte; csv: OpenText };

/** Lists that are open together, in JSON and CSV. An empty list has no CSV header, as in the original (API § 4). */
class Sorties {
  readonly #listes: readonly ListeAvecSorties[];
  readonly #parGroupe = new Map<string, readonly ListeAvecSorties[]>();

  constructor(
    contexte: ContexteContrat,
    maille: MailleDuContrat,
    listes: readonly Liste[],
    total: (liste: Liste) => number,
  ) {
    this.#listes = listes.map((liste) => {
      const lignes = total(liste);
      const csv = contexte.effects.openText(`${RACINE}/${liste.chemin}.csv`);
      if (lignes > 0) csv.write(enteteCsv(maille, contexte.entete.donnees_fictives === true));
      return {
        ...liste,
        json: openListeJson(contexte, TABLEAU_DE[maille], `${RACINE}/${liste.chemin}.json`, lignes),
        csv,
      };
    });
  }

  add(ligne: LigneContrat, { json, csv }: Rendue): void {
    const cle = `${ligne.millesime} ${ligne.region_code ?? ''} ${ligne.academie_code ?? ''} ${String(ligne.est_defaut)}`;
    const listes = this.#parGroupe.get(cle) ?? this.#listes.filter((liste) => contient(liste, ligne));
    this.#parGroupe.set(cle, listes);
    for (const liste of listes) {
      liste.json.add(json);
      liste.csv.write(csv);
    }
  }

  close(): void {
    for (const { json, csv } of this.#listes) {
      json.close();
      csv.close();
    }
  }
}
