import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

import { CatalogueRefuse, LIMITES, type Bilan } from '../../../../src/domain/catalogue/bilan.ts';
import { COLONNES_AJOUTEES } from '../../../../src/domain/catalogue/enrichir.ts';
import { joindreCatalogue } from '../../../../src/domain/catalogue/traiter.ts';
import { lireInvente, SOMMAIRE } from './fichiers-inventes.ts';

interface Jointure {
  bilan: Bilan;
  texte: string;
  demandes: string[];
}

async function joindreTexte(texte: string | Blob, sommaire: object = SOMMAIRE): Promise<Jointure> {
  const demandes: string[] = [];
  let sortie = '';
  const bilan = await joindreCatalogue({
    source: new Blob([texte]),
    lire: lireInvente(demandes, sommaire),
    adresse: 'https://exemple.fr',
    ecrire: (morceau) => (sortie += morceau),
  });
  return { bilan, texte: sortie, demandes };
}

async function fauteDe(texte: string): Promise<unknown> {
  return joindreTexte(texte).then(
    () => undefined,
    (error: unknown) => (error instanceof CatalogueRefuse ? error.faute : error),
  );
}

const relire = (texte: string, delimiter: string): Record<string, string>[] => {
  expect(texte.startsWith('\ufeff')).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(texte.slice(1), {
    header: true,
    delimiter,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
};

describe('the enriched file', () => {
  test('holds the rows of the catalogue byte for byte, in their order, then our columns', async () => {
    const lignes = [
      'note;cfd;"à côté"',
      '=1+1;50000001;"a ""b""; c"',
      '"deux\r\nlignes"; 1022103 ;-4',
      '+33 1;99999999;@x',
    ];
    const { texte } = await joindreTexte(`${lignes.join('\r\n')}\r\n`);
    for (const ligne of lignes) expect(texte).toContain(`${ligne};`);
    const [first = {}, second = {}, third = {}] = relire(texte, ';');
    expect(Object.keys(first)).toEqual(['note', 'cfd', 'à côté', ...COLONNES_AJOUTEES.map((nom) => `et_apres_${nom}`)]);
    expect(first).toMatchObject({
      et_apres_statut: 'chiffre_france',
      et_apres_page: 'https://exemple.fr/formations/cap-invente-50000001/',
      et_apres_json: 'https://exemple.fr/formations/cap-invente-50000001.json',
      et_apres_nb_annee_term: '500',
      et_apres_part_emploi_6_mois: '40',
    });
    expect(second.note).toBe('deux\r\nlignes');
    expect(third).toMatchObject({ note: '+33 1', et_apres_statut: 'code_inconnu', et_apres_absence: 'code_inconnu' });
  });

  test('our own cells run in no spreadsheet', async () => {
    const { texte } = await joindreTexte('cfd\n1022103\n');
    expect(relire(texte, ';')[0]?.et_apres_titre).toBe("'=MC Piège");
  });

  test('never tells a hidden record: neither shares, nor millésime, nor headcount', async () => {
    const [first = {}] = relire((await joindreTexte('cfd\n1022103\n')).texte, ';');
    const figures = Object.entries(first).filter(([nom]) => /part_|nb_|millesime|source$/.test(nom));
    expect(figures.length).toBeGreaterThan(4);
    expect(figures.filter(([, value]) => value !== '')).toEqual([]);
    expect(first.et_apres_absence).toBe('sous_le_seuil');
  });

  test('keeps the separator of the catalogue, and quotes ours when they hold it', async () => {
    const { texte } = await joindreTexte('uai,cfd\n0350777E,\n');
    expect(relire(texte, ',')[0]).toMatchObject({ uai: '0350777E', et_apres_titre: 'Lycée inventé' });
  });

  test('short rows are filled up; empty cells too many are left out', async () => {
    const { texte } = await joindreTexte('cfd;a;b\n50000001\n50000001;1;2;;\n');
    expect(relire(texte, ';').map(({ a, b, et_apres_statut }) => [a, b, et_apres_statut])).toEqual([
      ['', '', 'chiffre_france'],
      ['1', '2', 'chiffre_france'],
    ]);
  });

  test('a catalogue that was joined already has new names for the new columns', async () => {
    const again = await joindreTexte((await joindreTexte('cfd\n50000001\n')).texte);
    expect(Object.keys(relire(again.texte, ';')[0] ?? {})).toContain('et_apres_2_statut');
  });

  test('a demonstration marks each line', async () => {
    const { texte, bilan } = await joindreTexte('cfd\n50000001\n', { ...SOMMAIRE, donnees_fictives: true });
    expect(relire(texte, ';')[0]).toMatchObject({ et_apres_donnees_fictives: 'true' });
    expect(bilan.donnees_fictives).toBe(true);
  });
});

describe('what is asked of the site', () => {
  test('only the tables of the codes, regions and départements of the catalogue, each once', async () => {
    const { demandes } = await joindreTexte('cfd;uai\n50000001;0350777E\n1022103;0350778F\n');
    expect(demandes.sort()).toEqual(
      [
        'codes/cfd.csv',
        'etablissements/035.csv',
        'formations.csv',
        'france.csv',
        'index.json',
        'regions/53.csv',
      ].sort(),
    );
  });

  test('no table that the summary does not name', async () => {
    const { demandes, bilan } = await joindreTexte('uai\n0010856A\n');
    expect(demandes).toEqual(['index.json']);
    expect(bilan.statuts).toEqual({ code_inconnu: 1 });
  });
});

describe('the count', () => {
  test('adds up to the rows, and names the first unknown codes with their line', async () => {
    const lignes = ['50000001', '"x\ny"', '', '2,32E+10', '40000009'];
    const { bilan } = await joindreTexte(`n;cfd\n${lignes.map((code, rang) => `${rang};${code}`).join('\n')}\n`);
    expect(bilan.lignes).toBe(5);
    expect(bilan.statuts).toEqual({ chiffre_france: 1, code_inconnu: 2, sans_code: 1, hors_dispositif: 1 });
    expect(bilan.inconnus).toEqual([
      { texte: 'x\ny', ligne: 3 },
      { texte: '2,32E+10', ligne: 6 },
    ]);
    expect(bilan.abimes).toBe(1);
  });
});

describe('a catalogue is refused whole', () => {
  test('without any column of codes', async () => {
    expect(await fauteDe('titre;ville\nCAP;Rennes\n')).toEqual({ genre: 'sans_colonne', entetes: ['titre', 'ville'] });
  });

  test('with nothing below its headers', async () => {
    expect(await fauteDe('cfd;uai\n')).toEqual({ genre: 'sans_ligne' });
  });

  test('when rows have more cells than headers: every one is told, up to twenty', async () => {
    expect(await fauteDe('cfd;a\n50000001;1\n50000001;1;2\n50000001;1\n1;2;3;4\n')).toEqual({
      genre: 'rangees_trop_longues',
      attendues: 2,
      total: 2,
      rangees: [
        { ligne: 3, cellules: 3 },
        { ligne: 5, cellules: 4 },
      ],
    });
  });

  test('above the number of rows that a browser holds', async () => {
    expect(await fauteDe(`cfd\n${'5\n'.repeat(LIMITES.lignes + 1)}`)).toEqual({ genre: 'trop_de_lignes' });
  });
});
