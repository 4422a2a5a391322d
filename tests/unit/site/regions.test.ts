import { describe, expect, it } from 'vitest';

import { ecolesParDepartement, typesParNiveau } from '../../../src/components/regions.ts';
import { aFiche, aResume } from './records.ts';

describe('typesParNiveau', () => {
  const rubrique = (slug: string) => ({ slug, libelle: slug, nb_formations: 9, nb_avec_chiffres: 9 });
  const sommaire = {
    niveaux: [
      { code: '3', libelle: 'Niveau CAP', types: [rubrique('cap'), rubrique('bpa')] },
      { code: '4', libelle: 'Niveau bac', types: [rubrique('bac-pro')] },
    ],
  };
  const hidden = aResume({ cartes: [aFiche({ parts: null, absence: 'sous_le_seuil' })] });
  const region = {
    types: [
      { slug: 'bac-pro', libelle: 'Bac pro', formations: [aResume()] },
      { slug: 'inconnu', libelle: 'Inconnu', formations: [aResume()] },
      { slug: 'cap', libelle: 'CAP', formations: [aResume(), hidden] },
    ],
  };

  it('follows the levels of the summary, skips those the region does not have, and leaves no type out', () => {
    expect(
      typesParNiveau(region.types, sommaire).map(({ libelle, types }) => [libelle, types.map(({ slug }) => slug)]),
    ).toEqual([
      ['Niveau CAP', ['cap']],
      ['Niveau bac', ['bac-pro']],
      ['Autres diplômes', ['inconnu']],
    ]);
  });

  it('counts the formations of the region, not those of the country', () => {
    expect(typesParNiveau(region.types, sommaire)[0]?.types[0]).toMatchObject({
      nb_formations: 2,
      nb_avec_chiffres: 1,
    });
  });
});

describe('ecolesParDepartement', () => {
  it('puts the départements in the order of the alphabet, with an anchor each, and keeps the order of the file inside', () => {
    const school = (nom: string, departement?: string) => ({
      uai: nom,
      nom,
      nature: 'lycee' as const,
      nb_formations: 0,
      ...(departement === undefined ? {} : { departement }),
    });
    const etablissements = [
      school('b', 'Morbihan'),
      school('z', "Côtes-d'Armor"),
      school('a', 'Morbihan'),
      school('c'),
    ];
    expect(
      ecolesParDepartement({ etablissements }).map(({ id, nom, etablissements: group }) => [
        id,
        nom,
        group.map((ecole) => ecole.nom).join(''),
      ]),
    ).toEqual([
      ['dep-autres', 'Autres', 'c'],
      ['dep-cotes-d-armor', "Côtes-d'Armor", 'z'],
      ['dep-morbihan', 'Morbihan', 'ba'],
    ]);
  });
});
