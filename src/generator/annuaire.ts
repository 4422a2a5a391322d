import { getRegion } from '../domain/regions.ts';
import { academieName, departement3, departementName, detailsOf, LIBELLES_DE_NATURE } from './details.ts';
import { capitals } from './diplomes.ts';
import type { Etablissement } from './etablissements.ts';
import { type Cellule, quoted } from './fichier-brut.ts';
import type { Modele } from './modele.ts';
import { project } from './projection.ts';

const ENTETE_ANNUAIRE =
  'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Adresse_3;' +
  'Code postal;Code_commune;Nom_commune;Code_departement;Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;' +
  'Voie_generale;Voie_technologique;Voie_professionnelle;Telephone;Fax;Web;Mail;Restauration;Hebergement;ULIS;Apprentissage;' +
  'Segpa;Section_arts;Section_cinema;Section_theatre;Section_sport;Section_internationale;Section_europeenne;Lycee_Agricole;' +
  'Lycee_militaire;Lycee_des_metiers;Post_BAC;Appartenance_Education_Prioritaire;GRETA;SIREN_SIRET;Nombre_d_eleves;' +
  'Fiche_onisep;position;Type_contrat_prive;Libelle_departement;Libelle_academie;Libelle_region;coordonnee_X;coordonnee_Y;' +
  'epsg;nom_circonscription;latitude;longitude;precision_localisation;date_ouverture;date_maj_ligne;etat;ministere_tutelle;' +
  'etablissement_multi_lignes;rpi_concentre;rpi_disperse;code_nature;libelle_nature;Code_type_contrat_prive;PIAL;' +
  'etablissement_mere;type_rattachement_etablissement_mere;code_bassin_formation;libelle_bassin_formation';

function annuaireCells(seed: number, school: Etablissement): Record<string, Cellule> {
  const { ville, latitude, longitude } = school;
  const details = detailsOf(seed, school);
  const { x, y, epsg } = project(ville.departement, latitude, longitude);
  return {
    Identifiant_de_l_etablissement: school.uai,
    Nom_etablissement: school.nom,
    Type_etablissement: 'Lycée',
    Statut_public_prive: school.estPublic ? 'Public' : 'Privé',
    Adresse_1: school.adresse,
    Adresse_3: `${ville.code_postal} ${capitals(ville.nom)}`,
    'Code postal': ville.code_postal,
    Code_commune: ville.insee,
    Nom_commune: ville.nom,
    Code_departement: departement3(ville.departement),
    Code_academie: ville.academie,
    Code_region: school.region,
    Voie_generale: school.nature === '306' ? 1 : 0,
    Voie_technologique: school.nature === '306' ? 1 : 0,
    Voie_professionnelle: 1,
    Telephone: details.telephone,
    Restauration: 1,
    Apprentissage: school.aDesApprentis ? 1 : 0,
    Lycee_Agricole: school.genre === 'lycee_agricole' ? 1 : 0,
    Lycee_des_metiers: school.nom.includes('des métiers') ? 1 : 0,
    SIREN_SIRET: details.siret,
    position: `${latitude}, ${longitude}`,
    Type_contrat_prive: school.estPublic ? 'SANS OBJET' : "CONTRAT D'ASSOCIATION TOUTES CLASSES",
    Libelle_departement: departementName(ville),
    Libelle_academie: academieName(ville),
    Libelle_region: getRegion(school.region).nom,
    coordonnee_X: x,
    coordonnee_Y: y,
    epsg,
    latitude,
    longitude,
    precision_localisation: 'Numéro de rue',
    date_ouverture: details.ouverture,
    date_maj_ligne: details.misAJour,
    etat: 'OUVERT',
    ministere_tutelle: school.genre === 'lycee_agricole' ? 'AGRICULTURE' : "MINISTERE DE L'EDUCATION NATIONALE",
    etablissement_multi_lignes: 0,
    code_nature: school.nature,
    libelle_nature: LIBELLES_DE_NATURE[school.nature] ?? '',
  };
}

/** The public directory knows lycées only: the places of CFA and universities are in ACCE. One school is on two lines. */
export function* annuaireLines(modele: Modele): Generator<string> {
  yield ENTETE_ANNUAIRE;
  const names = ENTETE_ANNUAIRE.split(';');
  const line = (cells: Record<string, Cellule>): string => quoted(names.map((name) => cells[name] ?? ''));
  let isFirstPolyvalent = true;
  for (const school of modele.etablissements.filter(({ genre }) => genre.startsWith('lycee'))) {
    const cells = annuaireCells(modele.seed, school);
    if (school.nature !== '306' || !isFirstPolyvalent) {
      yield line(cells);
      continue;
    }
    isFirstPolyvalent = false;
    yield line({ ...cells, etablissement_multi_lignes: 1, Voie_professionnelle: 0 });
    yield line({ ...cells, etablissement_multi_lignes: 1, Voie_generale: 0, Voie_technologique: 0 });
  }
}
