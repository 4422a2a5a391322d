import { nomDeDomaine } from '../../domain/domaines.ts';
import type { Formation } from '../../domain/formation.ts';
import {
  completerPourLeSuperieur,
  ecrireLibelle,
  ecrireMots,
  learnDictionnaire,
  retirerType,
  titreDeFormation,
  type Dictionnaire,
} from '../../domain/libelles.ts';
import type { Absence } from '../../domain/publication.ts';
import { typeDiplome, typeDiplomeSise } from '../../domain/types-diplome.ts';
import { slugDeTitre, slugify } from '../../lib/slug.ts';
import type { Database } from '../database.ts';

/** A row of the mart `formations`. */
interface FormationRow {
  /** CFD, or SISE in higher education. */
  formation: string;
  /** Type of a SISE code (N_TYPE_DIPLOME_SISE); null for a CFD. */
  type_sise: string | null;
  libelle_officiel: string;
  libelle_onisep: string | null;
  niveau_libelle: string | null;
  diplome_code: string | null;
  diplome_libelle: string | null;
  groupe_specialite: string | null;
  groupe_libelle: string | null;
  domaine: string | null;
  domaine_libelle: string | null;
  famille: string | null;
  famille_libelle: string | null;
  est_annee_commune: boolean;
  date_ouverture: string | null;
  date_fermeture: string | null;
  est_fermee: boolean;
  premiere_session: number | null;
  derniere_session: number | null;
  absence: Absence | null;
}

/** Everything of a formation but its figures, its codes and its schools. */
export type Identite = Omit<
  Formation,
  'edition' | 'donnees_fictives' | 'codes' | 'anciens' | 'nouveaux' | 'terminales' | 'voies' | 'etablissements'
>;

/** Who each formation with a page is, by CFD, in the order of the codes. */
export async function loadIdentites(db: Database): Promise<Map<string, Identite>> {
  const dictionnaire = await loadDictionnaire(db);
  const insersup = await db.all<{ libelle: string | null }>(
    `select distinct unnest(libelles_accentues) as libelle from stg_insersup__nationales order by libelle`,
  );
  const superieur = completerPourLeSuperieur(
    dictionnaire,
    insersup.flatMap(({ libelle }) => libelle ?? []),
  );
  const rows = await db.all<FormationRow>('select * from formations order by formation');
  return new Map(
    rows.map((row) => [row.formation, toIdentite(row, row.type_sise === null ? dictionnaire : superieur)]),
  );
}

/** How words are written, learned from the accented labels of this edition. */
export async function loadDictionnaire(db: Database): Promise<Dictionnaire> {
  const labels = await db.all<{ libelle: string }>(
    `select libelle from stg_certif_info__libelles union all select distinct libelle from stg_bcn__familles where libelle is not null
     order by libelle`,
  );
  return learnDictionnaire(labels.map(({ libelle }) => libelle));
}

/** The plain name of a diploma that has no page of its own, from its official label. */
export function titreOfficiel(cfd: string, libelleOfficiel: string, dictionnaire: Dictionnaire): string {
  return titreDeFormation(typeDiplome(cfd).libelle, ecrireLibelle(libelleOfficiel, dictionnaire));
}

function toIdentite(row: FormationRow, dictionnaire: Dictionnaire): Identite {
  const niveau = row.niveau_libelle === null ? undefined : ecrireLibelle(row.niveau_libelle, dictionnaire);
  const type =
    row.type_sise === null ? typeDiplome(row.formation, niveau) : typeDiplomeSise(row.type_sise, niveau ?? 'Diplôme');
  const libelle = libelleDe(row, dictionnaire);
  const titre = titreDeFormation(type.libelle, libelle);
  return {
    code: row.formation,
    slug: `${slugDeTitre(titre)}-${row.formation.toLowerCase()}`,
    titre,
    libelle,
    libelle_officiel: row.libelle_officiel,
    type,
    ...(row.diplome_code === null || row.diplome_libelle === null
      ? {}
      : { diplome: { code: row.diplome_code, libelle: row.diplome_libelle } }),
    ...specialite(row, dictionnaire),
    ...famille(row),
    ...(row.date_ouverture === null ? {} : { date_ouverture: row.date_ouverture }),
    ...(row.date_fermeture === null ? {} : { date_fermeture: row.date_fermeture }),
    est_fermee: row.est_fermee,
    ...(row.premiere_session === null ? {} : { premiere_session: row.premiere_session }),
    ...(row.derniere_session === null ? {} : { derniere_session: row.derniere_session }),
    ...(row.absence === null ? {} : { absence: row.absence }),
  };
}

function libelleDe({ type_sise, libelle_onisep, libelle_officiel }: FormationRow, dictionnaire: Dictionnaire): string {
  if (libelle_onisep !== null) return retirerType(libelle_onisep);
  if (type_sise === null) return ecrireLibelle(libelle_officiel, dictionnaire);
  // The label of a SISE code does not end with its type: a final parenthesis belongs to the name. « STAPS:… » stands in real tables.
  return ecrireMots(libelle_officiel.replace(/\s*:\s*/g, ' : '), dictionnaire);
}

function specialite(row: FormationRow, dictionnaire: Dictionnaire): Pick<Formation, 'domaine' | 'groupe_specialite'> {
  const groupe =
    row.groupe_specialite === null || row.groupe_libelle === null
      ? {}
      : {
          groupe_specialite: { code: row.groupe_specialite, libelle: ecrireLibelle(row.groupe_libelle, dictionnaire) },
        };
  if (row.domaine === null || row.domaine_libelle === null) return groupe;
  const libelle = nomDeDomaine(row.domaine, ecrireLibelle(row.domaine_libelle, dictionnaire));
  if (libelle === undefined) return groupe;
  return { domaine: { code: row.domaine, libelle, slug: slugify(libelle) }, ...groupe };
}

function famille(row: FormationRow): Pick<Formation, 'famille'> {
  if (row.famille === null || row.famille_libelle === null) return {};
  const { famille: code, famille_libelle: libelle, est_annee_commune } = row;
  return { famille: { code, libelle, slug: slugify(libelle), est_annee_commune } };
}
