import { beforeAll, describe, expect, test } from 'vitest';

import type { Fiche } from '../../src/domain/fiche.ts';
import { lettreDeControle } from '../../src/domain/uai.ts';
import { build, listFiles, rawFolder, readJson, type Build } from './build-folder.ts';
import { PHASES_3_A_5 } from './roles-situations-copies.ts';
import { PHASES_1_ET_2 } from './roles-situations.ts';

/** One build for all: each situation has its own diploma. */
const SITUATIONS = [...PHASES_1_ET_2, ...PHASES_3_A_5];

/** `A` → a UAI of Paris; `!A` → the same with a wrong letter. */
function uaiOf(name: string): string {
  const digits = `07500${name.replace('!', '').charCodeAt(0).toString()}`;
  const letter = lettreDeControle(digits);
  return digits + (name.startsWith('!') ? (letter === 'A' ? 'B' : 'A') : letter);
}
const NAMES = new Map(
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    .flatMap((name) => [name, `!${name}`])
    .map((name) => [uaiOf(name), name]),
);
const nameOf = (uai: string | undefined): string => NAMES.get(uai ?? '') ?? String(uai);

/** Cells of the catalogue, as its CSV writes them. */
function cellOf(word: string): string {
  if (word === '-') return '';
  if (word === 'null') return word;
  const uai = uaiOf(word.toUpperCase());
  return word === word.toUpperCase() ? uai : uai.toLowerCase();
}

const cfdOf = (rank: number): string => `5002${String(1000 + rank)}`;

function rawOfSituations(): string {
  return rawFolder({
    'v_formation_diplome.csv': [
      'FORMATION_DIPLOME;NIVEAU_FORMATION_DIPLOME;GROUPE_SPECIALITE;LIBELLE_COURT;LIBELLE_STAT_33;LIBELLE_LONG_200;DATE_OUVERTURE;DATE_FERMETURE;DATE_PREMIERE_SESSION;DATE_DERNIERE_SESSION',
      ...SITUATIONS.map(
        (_, rank) => `${cfdOf(rank)};500;;CAP;ESSAI ${String(rank)};ESSAI ${String(rank)} (CAP);01/09/2004;;;`,
      ),
    ],
    'catalogue-apprentissage.csv': [
      'cfd;uai_formation;etablissement_formateur_uai;etablissement_gestionnaire_uai',
      ...SITUATIONS.flatMap(({ catalogue }, rank) =>
        catalogue.map((line) => [cfdOf(rank), ...line.split(' ').map(cellOf)].join(';')),
      ),
    ],
    'inserjeunes-etablissement.csv': [
      'millesime;uai;filiere;id_formation_apprentissage;id_mefstat11;id_mesure;valeur_mesure',
      ...SITUATIONS.flatMap(({ mesures }, rank) =>
        mesures.map(
          (name) => `2022_2023;${uaiOf(name)};apprentissage;${cfdOf(rank)};;nb_annee_term;${String(30 + rank)}`,
        ),
      ),
    ],
  });
}

/** Role and lists of a record, with the short names of its schools. */
function roleOf(fiche: Fiche): string {
  const { uai, uai_type: type, uai_donnee: donnee, uai_donnee_type: typeDonnee } = fiche;
  const own = donnee === uai && typeDonnee === type;
  const lists = { L: fiche.uai_lieu_formation, F: fiche.uai_formateur, G: fiche.uai_gestionnaire };
  return [
    String(type),
    ...(own ? [] : [`of ${nameOf(donnee)} as ${String(typeDonnee)}`]),
    ...Object.entries(lists).flatMap(([key, list]) => (list ? [`${key}[${list.map(nameOf).join(' ')}]`] : [])),
  ].join(' ');
}

describe('roles of schools (RULES § 15)', () => {
  let built: Build;
  let files: string[];
  beforeAll(async () => {
    built = await build(rawOfSituations());
    files = listFiles(built.outDir);
  });

  const fichesOf = (cfd: string): Fiche[] => {
    const path = files.find((file) => file.startsWith('formations/') && file.endsWith(`-${cfd}.json`));
    const formation = readJson(built.outDir, path ?? cfd) as { etablissements: { fiche: Fiche }[] };
    return formation.etablissements.map(({ fiche }) => fiche);
  };

  test.each(SITUATIONS.map((situation, rank) => ({ ...situation, rank })))('phase $regle', ({ attendu, rank }) => {
    const fiches = fichesOf(cfdOf(rank));
    expect(Object.fromEntries(fiches.map((fiche) => [nameOf(fiche.uai), roleOf(fiche)]))).toEqual(attendu);
    expect(fiches.map(({ nb_annee_term }) => nb_annee_term)).toEqual(fiches.map(() => 30 + rank));
  });

  test('no school shows two records of one diploma', () => {
    const lues = built.rapport.fiches.map((fiches) => fiches.lues);
    expect(lues).toEqual([SITUATIONS.reduce((sum, { attendu }) => sum + Object.keys(attendu).length, 0)]);
  });

  test('the report counts the UAI that are not one, once each', () => {
    const anomalie = built.rapport.anomalies.find(({ regle }) => regle.includes("l'UAI n'est pas valide"));
    expect(anomalie).toEqual({ regle: expect.any(String) as string, nombre: 1, exemple: uaiOf('!B') });
  });
});
