import { lettreDeControle } from '../domain/uai.ts';
import { academieName, departement3, departementName, detailsOf, LIBELLES_DE_NATURE } from './details.ts';
import { capitals } from './diplomes.ts';
import type { Etablissement } from './etablissements.ts';
import { type Cellule, frenchDay, quoted } from './fichier-brut.ts';
import type { Modele } from './modele.ts';
import nomsJson from './noms.json' with { type: 'json' };
import { project } from './projection.ts';
import { createRandom } from './random.ts';
import type { Ville } from './villes.ts';

const ENTETE_ACCE =
  'numero_uai;nature_uai;nature_uai_libe;type_uai;type_uai_libe;etat_etablissement;etat_etablissement_libe;ministere_tutelle;' +
  'ministere_tutelle_libe;tutelle_2;tutelle_2_libe;secteur_public_prive;secteur_public_prive_libe;sigle_uai;categorie_juridique;' +
  'categorie_juridique_libe;contrat_etablissement;contrat_etablissement_libe;categorie_financiere;categorie_financiere_libe;' +
  'situation_comptable;situation_comptable_libe;niveau_uai;niveau_uai_libe;commune;commune_libe;academie;academie_libe;pays;' +
  'pays_libe;departement_insee_3;departement_insee_3_libe;denomination_principale;appellation_officielle;patronyme_uai;' +
  'hebergement_etablissement;hebergement_etablissement_libe;numero_siren_siret_uai;numero_finess_uai;date_ouverture;' +
  'date_fermeture;date_derniere_mise_a_jour;lieu_dit_uai;adresse_uai;boite_postale_uai;code_postal_uai;etat_sirad_uai;' +
  'localite_acheminement_uai;pays_etranger_acheminement;numero_telephone_uai;numero_telecopieur_uai;mention_distribution;' +
  'mel_uai;site_web;coordonnee_x;coordonnee_y;appariement;appariement_complement;localisation;localisation_complement;' +
  'date_geolocalisation;source';

function placeCells(ville: Ville): Record<string, Cellule> {
  return {
    commune: ville.insee,
    commune_libe: ville.nom,
    academie: ville.academie,
    academie_libe: academieName(ville),
    pays: 100,
    pays_libe: 'France',
    departement_insee_3: departement3(ville.departement),
    departement_insee_3_libe: departementName(ville),
    code_postal_uai: ville.code_postal,
    localite_acheminement_uai: capitals(ville.nom),
  };
}

function acceCells(seed: number, school: Etablissement): Record<string, Cellule> {
  const { ville } = school;
  const details = detailsOf(seed, school);
  const { x, y } = project(ville.departement, school.latitude, school.longitude);
  return {
    numero_uai: school.uai,
    nature_uai: school.nature,
    nature_uai_libe: LIBELLES_DE_NATURE[school.nature] ?? '',
    etat_etablissement: 1,
    etat_etablissement_libe: 'Ouvert',
    ministere_tutelle: school.genre === 'lycee_agricole' ? '01' : '06',
    ministere_tutelle_libe:
      school.genre === 'lycee_agricole' ? "ministère de l'agriculture" : "ministère de l'éducation nationale",
    secteur_public_prive: school.estPublic ? 'PU' : 'PR',
    secteur_public_prive_libe: school.estPublic ? 'Public' : 'Privé',
    ...placeCells(ville),
    denomination_principale: capitals(school.nom).slice(0, 30),
    appellation_officielle: school.nom,
    numero_siren_siret_uai: details.siret,
    date_ouverture: frenchDay(details.ouverture),
    date_derniere_mise_a_jour: frenchDay(details.misAJour),
    adresse_uai: school.adresse,
    numero_telephone_uai: details.telephone,
    coordonnee_x: x,
    coordonnee_y: y,
    appariement: 'Parfaite',
    localisation: 'Numéro de rue',
    date_geolocalisation: '04/04/2026',
    source: 'FICTION',
  };
}

/** A French school abroad and a collège: no figures are ever asked for them (RULES §§ 2, 18). */
const HORS_CHAMP: readonly Record<string, Cellule>[] = [
  {
    numero_uai: `9909001${lettreDeControle('9909001')}`,
    nature_uai: '306',
    etat_etablissement: 1,
    pays_libe: 'Maroc',
    departement_insee_3: '099',
    academie: '00',
    appellation_officielle: 'Lycée français de démonstration',
  },
  {
    numero_uai: `0359999${lettreDeControle('0359999')}`,
    nature_uai: '340',
    etat_etablissement: 3,
    etat_etablissement_libe: 'Fermé',
    pays_libe: 'France',
    departement_insee_3: '035',
    academie: '14',
    appellation_officielle: 'Collège de démonstration',
  },
];

/** Establishments that no figure is ever asked for fill the directory of a whole country: nine in ten of the real one. */
const AUTRES_NATURES = [
  ['101', 'ECOLE MATERNELLE', 'École maternelle'],
  ['151', 'ECOLE DE NIVEAU ELEMENTAIRE', 'École élémentaire'],
  ['151', 'ECOLE DE NIVEAU ELEMENTAIRE', 'École primaire'],
  ['340', 'COLLEGE', 'Collège'],
] as const;
/** Three digits that begin no real identifier: they are those of no département. */
const PREMIER_PREFIXE = 100;

function autreCells({ seed, echelle }: Modele, rank: number): Record<string, Cellule> {
  const random = createRandom(seed, 'autre', rank);
  const ville = random.pick(echelle.villes);
  const [nature, libelle, prefixe] = random.pick(AUTRES_NATURES);
  const digits = `${PREMIER_PREFIXE + Math.floor(rank / 10_000)}${String(rank % 10_000).padStart(4, '0')}`;
  const nom = `${prefixe} ${random.pick(nomsJson.complements)}`;
  const { x, y } = project(ville.departement, ville.lat, ville.lon);
  const estOuvert = random.chance(0.6);
  return {
    numero_uai: digits + lettreDeControle(digits),
    nature_uai: nature,
    nature_uai_libe: libelle,
    etat_etablissement: estOuvert ? 1 : 3,
    etat_etablissement_libe: estOuvert ? 'Ouvert' : 'Fermé',
    ministere_tutelle: '06',
    ministere_tutelle_libe: "ministère de l'éducation nationale",
    ...placeCells(ville),
    denomination_principale: capitals(nom).slice(0, 30),
    appellation_officielle: nom,
    adresse_uai: `${random.int(1, 180)} ${random.pick(nomsJson.voies)}`,
    coordonnee_x: x,
    coordonnee_y: y,
    source: 'FICTION',
  };
}

function* autres(modele: Modele): Generator<Record<string, Cellule>> {
  const known = modele.etablissements.length + HORS_CHAMP.length;
  const count = Math.max(0, (modele.echelle.lignes.annuaire ?? 0) - known);
  for (let rank = 0; rank < count; rank += 1) yield autreCells(modele, rank);
}

/** The directory of every establishment, ISO-8859-1, 62 columns (FORMATS § 1). */
export function* acceLines(modele: Modele): Generator<string> {
  yield ENTETE_ACCE;
  const names = ENTETE_ACCE.split(';');
  const line = (cells: Record<string, Cellule>): string => quoted(names.map((name) => cells[name] ?? ''));
  for (const school of modele.etablissements) yield line(acceCells(modele.seed, school));
  for (const cells of HORS_CHAMP) yield line(cells);
  for (const cells of autres(modele)) yield line(cells);
}
