import {
  COLONNES_DE_FRANCE,
  COLONNES_DE_REGION,
  COLONNES_DES_CODES,
  COLONNES_DES_ETABLISSEMENTS,
  COLONNES_DES_FORMATIONS,
  departementDe,
  fichiersDuCatalogue as fichiers,
  RACINE_DU_CATALOGUE,
  SEPARATEUR_DE_LISTE,
} from '../../../domain/catalogue/fichiers.ts';
import { sommaireDuCatalogueSchema } from '../../../domain/catalogue/schema.ts';
import type { Fiche, FicheEnsemble } from '../../../domain/fiche.ts';
import { REGIONS } from '../../../domain/regions.ts';
import { TYPES_DE_CODE, type Resolution } from '../../../domain/ressources.ts';
import { dernieresParRegion, selectDerniere, selectFrance } from '../../../domain/selection.ts';
import { FICTIF } from '../../../domain/telechargements/champs.ts';
import { csvLine, type CelluleCsv } from '../../../lib/csv.ts';
import { followGroups, groupRows, type Contexte } from '../contexte.ts';
import { toFiche, type FicheRow } from '../fiches.ts';
import { compareVoies } from '../formations.ts';
import { writeJson } from '../write.ts';

type Ligne = Record<string, CelluleCsv>;

/**
 * The files of `api/catalogue/`, that a whole catalogue is joined with in a few requests. Codes are those of `api/resoudre/`; figures come from the
 * mart of published records, the newest of each track and place.
 */
export class FichiersDuCatalogue {
  private readonly contexte: Contexte;
  private readonly fictif: boolean;
  /** Bytes by address. */
  private readonly ecrits: Record<string, number> = {};
  /** Lines of `codes/`, by type of code. */
  private readonly codes = new Map<string, string[]>();

  constructor(contexte: Contexte) {
    this.contexte = contexte;
    this.fictif = contexte.entete.donnees_fictives === true;
  }

  /** Schools answer in their own files. */
  addCode({ code, type, chemin, page, candidats = [], annee_terminale = [], absence }: Resolution): void {
    if (type === 'uai') return;
    const ligne = {
      code,
      chemin,
      page: page?.code,
      candidats: candidats.map((candidat) => candidat.code).join(SEPARATEUR_DE_LISTE),
      annee_terminale: annee_terminale.join(SEPARATEUR_DE_LISTE),
      absence,
    };
    ajouter(this.codes, type, this.line(COLONNES_DES_CODES, ligne));
  }

  async write(): Promise<void> {
    for (const type of TYPES_DE_CODE.filter((name) => name !== 'uai'))
      this.file(fichiers.codes(type), COLONNES_DES_CODES, this.codes.get(type) ?? []);
    this.writeFormations();
    await this.writeFranceEtRegions();
    await this.writeEtablissements();
    const sommaire = { ...this.contexte.entete, fichiers: this.ecrits };
    const path = `${RACINE_DU_CATALOGUE.slice(1)}/${fichiers.sommaire}`;
    writeJson(this.contexte.effects, path, sommaireDuCatalogueSchema, sommaire);
  }

  private line(colonnes: readonly string[], ligne: Ligne): string {
    const cellules = colonnes.map((colonne) => ligne[colonne]);
    return csvLine(this.fictif ? [...cellules, true] : cellules);
  }

  /** No mark of the encoding: these files are for programs. */
  private file(path: string, colonnes: readonly string[], lines: readonly string[]): void {
    const text = csvLine(this.fictif ? [...colonnes, FICTIF.nom] : colonnes) + lines.join('');
    this.contexte.effects.writeText(`${RACINE_DU_CATALOGUE.slice(1)}/${path}`, text);
    this.ecrits[path] = Buffer.byteLength(text);
  }

  private writeFormations(): void {
    const { identites, resumes } = this.contexte;
    const lines = [...identites.values()].map(({ code, titre, slug }) =>
      this.line(COLONNES_DES_FORMATIONS, {
        code_formation: code,
        titre,
        slug,
        absence: resumes.get(code)?.absence,
      }),
    );
    this.file(fichiers.formations, COLONNES_DES_FORMATIONS, lines);
  }

  private async writeFranceEtRegions(): Promise<void> {
    const france: string[] = [];
    const regions = new Map<string, string[]>();
    const rows = this.contexte.db.stream<FicheRow>(
      `select * from fiches_publiees where maille <> 'etablissement'
       order by formation, filiere, code_certification, maille, region, right(millesime, 4) desc, length(millesime)`,
    );
    for await (const [formation, group] of groupRows(rows, (row) => row.formation)) {
      for (const { fiches } of toVoies(group)) {
        const carte = selectFrance({ fiches });
        if (carte !== undefined) france.push(this.line(COLONNES_DE_FRANCE, toLigne(carte, formation)));
        for (const fiche of dernieresParRegion(fiches))
          ajouter(regions, fiche.region ?? '', this.line(COLONNES_DE_REGION, toLigne(fiche, formation)));
      }
    }
    this.file(fichiers.france, COLONNES_DE_FRANCE, france);
    for (const { code } of REGIONS) this.file(fichiers.region(code), COLONNES_DE_REGION, regions.get(code) ?? []);
  }

  private async writeEtablissements(): Promise<void> {
    const { db, etablissements } = this.contexte;
    const fichesOf = followGroups(
      db.stream<FicheRow>(
        `select * from fiches_publiees where maille = 'etablissement'
         order by uai, formation, filiere, code_certification, right(millesime, 4) desc, length(millesime)`,
      ),
      (row) => row.uai ?? '',
    );
    const ailleurs = Map.groupBy(
      await db.all<{ uai: string; formation: string; filiere: string; absence: string; uais: string[] }>(
        'select uai, formation, filiere, absence, uais from formations_sans_chiffre order by uai, formation, filiere',
      ),
      ({ uai }) => uai,
    );
    const parDepartement = new Map<string, string[]>();
    for (const { uai, nom, region, ensemble, absence } of etablissements.values()) {
      const add = (ligne: Ligne): void =>
        ajouter(
          parDepartement,
          departementDe(uai),
          this.line(COLONNES_DES_ETABLISSEMENTS, { ...ligne, maille: 'etablissement', uai }),
        );
      const raison = ensemble === undefined ? (absence ?? 'pas_encore_publiee') : ensemble.absence;
      add({ ...(ensemble && toLigne(ensemble)), nom, region, absence: raison });
      for (const [formation, rows] of Map.groupBy(await fichesOf(uai), (row) => row.formation)) {
        for (const { fiches } of toVoies(rows)) {
          const fiche = selectDerniere(fiches);
          if (fiche !== undefined) add(toLigne(fiche, formation));
        }
      }
      for (const { formation, filiere, absence: raisonDAilleurs, uais } of ailleurs.get(uai) ?? [])
        add({
          code_formation: formation,
          filiere,
          absence: raisonDAilleurs,
          ...(uais.length === 1 ? { uai_donnee: uais[0] } : {}),
        });
    }
    for (const [departement, lines] of parDepartement)
      this.file(fichiers.etablissements(departement), COLONNES_DES_ETABLISSEMENTS, lines);
  }
}

/** The tracks of one formation, in the order of its page. */
function toVoies(rows: readonly FicheRow[]): { filiere: Fiche['filiere']; fiches: Fiche[] }[] {
  const groups = Map.groupBy(rows.map(toFiche), (fiche) => `${fiche.filiere} ${fiche.code_certification}`);
  return [...groups.values()]
    .flatMap((fiches) => (fiches[0] === undefined ? [] : [{ filiere: fiches[0].filiere, fiches }]))
    .sort(compareVoies);
}

function toLigne(fiche: Fiche | FicheEnsemble, formation?: string): Ligne {
  const { parts } = fiche;
  return {
    ...('perimetre' in fiche ? { perimetre: fiche.perimetre } : identiteDe(fiche)),
    code_formation: formation,
    maille: fiche.maille,
    nb_regions: fiche.nb_regions,
    region: fiche.maille === 'regionale' ? fiche.region : undefined,
    uai: fiche.uai,
    millesime: fiche.millesime,
    source: fiche.source,
    nb_annee_term: fiche.nb_annee_term,
    part_emploi_6_mois: parts?.emploi,
    part_formation: parts?.formation,
    part_autre_6_mois: parts?.autre,
    absence: fiche.absence,
  };
}

/** Figures of another diploma or school say so (PRODUCT § 5.4). */
function identiteDe({ code_certification, filiere, donnee_source, uai, uai_donnee }: Fiche): Ligne {
  return {
    code_certification,
    filiere,
    donnee_source_type: donnee_source?.type ?? 'self',
    donnee_source_code_certification: donnee_source?.code_certification ?? code_certification,
    uai_donnee: uai_donnee ?? uai,
  };
}

function ajouter(groups: Map<string, string[]>, key: string, line: string): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [line]);
  else group.push(line);
}
