/** Invented files of `/api/catalogue/`, a few lines each, for the tests of the join. */
export const FICHIERS: Record<string, string> = {
  'codes/cfd.csv': `code;chemin;page;candidats;annee_terminale;absence
50000001;code;50000001;;;
01022103;code;01022103;;;sous_le_seuil
40000009;;;;;hors_dispositif
40000008;succession;;50000001|01022103;;plusieurs_formations_possibles
`,
  'codes/mef11.csv': `code;chemin;page;candidats;annee_terminale;absence
23220000001;code;50000001;;;
23211000001;code;50000001;;23220000001;
23220000099;code;50000001;;;
`,
  'codes/rncp.csv': `code;chemin;page;candidats;annee_terminale;absence
RNCP37537;fiche_rncp;50000001;;;
`,
  'codes/sise.csv': 'code;chemin;page;candidats;annee_terminale;absence\n',
  'formations.csv': `code_formation;titre;slug;absence
50000001;CAP Inventé;cap-invente-50000001;
01022103;=MC Piège;mc-piege-01022103;sous_le_seuil
`,
  'france.csv': `maille;nb_regions;code_formation;code_certification;filiere;donnee_source_type;donnee_source_code_certification;millesime;source;nb_annee_term;part_emploi_6_mois;part_formation;part_autre_6_mois;absence
nationale;;50000001;23220000001;pro;self;23220000001;2024;inserjeunes;300;20;60;20;
nationale;;50000001;50000001;apprentissage;self;50000001;2024;inserjeunes;500;40;40;20;
nationale;;01022103;01022103;apprentissage;self;01022103;2024;inserjeunes;9;;;;sous_le_seuil
`,
  'regions/53.csv': `maille;region;code_formation;code_certification;filiere;donnee_source_type;donnee_source_code_certification;millesime;source;nb_annee_term;part_emploi_6_mois;part_formation;part_autre_6_mois;absence
regionale;53;50000001;50000001;apprentissage;self;50000001;2023_2024;inserjeunes;50;44;36;20;
`,
  'etablissements/035.csv': `maille;uai;nom;region;perimetre;code_formation;code_certification;filiere;donnee_source_type;donnee_source_code_certification;millesime;source;nb_annee_term;part_emploi_6_mois;part_formation;part_autre_6_mois;absence;uai_donnee
etablissement;0350777E;Lycée inventé;53;lycee_ensemble;;;;;;2024;inserjeunes_lycee_pro;;30;50;20;;
etablissement;0350777E;;;;50000001;23220000001;pro;self;23220000001;2023_2024;inserjeunes;40;25;55;20;;0350777E
etablissement;0350778F;CFA inventé;53;;;;;;;;;;;;;pas_encore_publiee;
etablissement;0350778F;;;;50000001;50000001;apprentissage;self;50000001;2023_2024;inserjeunes;12;;;;sous_le_seuil;0350778F
etablissement;0350779G;Site inventé;53;;;;;;;;;;;;;pas_encore_publiee;
etablissement;0350779G;;;;50000001;;apprentissage;;;;;;;;;mesuree_dans_un_autre_etablissement;0350778F
`,
};

export const SOMMAIRE = {
  edition: 'Édition du 24 novembre 2026',
  fichiers: Object.fromEntries(Object.entries(FICHIERS).map(([name, text]) => [name, Buffer.byteLength(text)])),
};

/** Reads an invented file; `demandes` learns which. */
export const lireInvente =
  (demandes: string[] = [], sommaire: object = SOMMAIRE) =>
  (adresse: string): Promise<string> => {
    demandes.push(adresse);
    const text = adresse === 'index.json' ? JSON.stringify(sommaire) : FICHIERS[adresse];
    return text === undefined ? Promise.reject(new Error(`no file ${adresse}`)) : Promise.resolve(text);
  };
