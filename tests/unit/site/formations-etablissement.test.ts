import { describe, expect, it } from 'vitest';

import { groupFormations } from '../../../src/components/formations-etablissement.ts';
import { absenceDuTaux, origineDe, raisonsDe } from '../../../src/components/lignes.ts';
import { aFiche } from './records.ts';

const rubrique = (slug: string, libelle: string) => ({ slug, libelle, nb_formations: 1, nb_avec_chiffres: 1 });
const sommaire = {
  niveaux: [{ code: '3', libelle: 'Niveau CAP', types: [rubrique('cap', 'CAP'), rubrique('bac-pro', 'Bac pro')] }],
};
const own = aFiche({ maille: 'etablissement', uai: '0359991V' });
const hidden = aFiche({ maille: 'etablissement', uai: '0359991V', parts: null, absence: 'sous_le_seuil' });
const aCourse = (changes: object = {}) => ({
  ...{ code: '50022137', titre: 'CAP Cuisine', slug: 'cap-cuisine-50022137', type: 'cap', est_fermee: false },
  fiches: [own],
  ...changes,
});
const bretagne = { code: '53', libelle: 'Bretagne', slug: 'bretagne' };
const linesOf = (formations: ReturnType<typeof aCourse>[], region: typeof bretagne | undefined = bretagne) =>
  groupFormations({ formations, region }, sommaire).flatMap(({ lignes }) => lignes);

describe('the courses of a school', () => {
  it('stand in one table up to 12, then under their diploma types, none left out', () => {
    const twelve = Array.from({ length: 12 }, () => aCourse());
    expect(groupFormations({ formations: twelve }, sommaire).map(({ titre }) => titre)).toEqual(['']);
    const many = [aCourse({ type: 'inconnu' }), ...twelve, aCourse({ type: 'bac-pro' })];
    expect(groupFormations({ formations: many }, sommaire).map(({ titre, lignes }) => [titre, lignes.length])).toEqual([
      ['CAP', 12],
      ['Bac pro', 1],
      ['Autres diplômes', 1],
    ]);
  });

  it('have a line for each code, the first one with the link', () => {
    const school = aFiche({ ...own, filiere: 'pro', code_certification: '23220022137' });
    const lignes = linesOf([aCourse({ fiches: [own, school] })]);
    expect(lignes.map(({ href, suite }) => [href, suite])).toEqual([
      ['/formations/cap-cuisine-50022137/', undefined],
      [undefined, true],
    ]);
  });

  it('lead to the region only where it shows figures, and say « voir » where the school shows none', () => {
    const regional = { chiffres_dans_la_region: true as const };
    const href = '/formations/cap-cuisine-50022137/bretagne/';
    expect(
      linesOf([aCourse(), aCourse(regional), aCourse({ ...regional, fiches: [hidden] })]).map(
        ({ ailleurs }) => ailleurs,
      ),
    ).toEqual([undefined, { href, lieu: 'en Bretagne' }, { href, lieu: 'voir en Bretagne' }]);
    expect(groupFormations({ formations: [aCourse(regional)] }, sommaire)[0]?.lignes[0]?.ailleurs).toBeUndefined();
  });
});

describe('what a line says of its figures', () => {
  it('names the other school where its name is known (PRODUCT § 5.4)', () => {
    const fiche = aFiche({ maille: 'etablissement', uai: '0359992W', uai_donnee: '0359991V' });
    expect(origineDe({ nom: 'CAP', fiche, ecoles: { '0359991V': 'CFA du Port' } })).toBe(
      'mesuré ailleurs\u00a0: CFA du Port',
    );
    expect(origineDe({ nom: 'CAP', fiche: own })).toBeNull();
  });

  it('lists each reason of a table once, and none of a line with figures', () => {
    const lignes = [
      { nom: 'a', fiche: own },
      { nom: 'b', fiche: hidden },
      { nom: 'c', absence: 'formation_recente' as const },
      { nom: 'd', fiche: hidden },
    ];
    expect(raisonsDe(lignes)).toEqual(['sous_le_seuil', 'formation_recente']);
  });

  it('has a reason for each missing rate', () => {
    const { code_certification: _code, code_certification_type: _type, filiere: _filiere, ...rest } = own;
    const ensemble = { ...rest, perimetre: 'cfa' as const, absences: { taux_emploi_6_mois: 'sous_le_seuil' as const } };
    expect([absenceDuTaux(ensemble, 'taux_emploi_6_mois'), absenceDuTaux(ensemble, 'va_emploi_6_mois')]).toEqual([
      'sous_le_seuil',
      'pas_encore_publiee',
    ]);
  });
});
