/** Words of the trade, in alphabetical order of their terms. The ids are stable: pages and other sites link to them. */
export const GLOSSAIRE = [
  [
    'annee-terminale',
    'Année terminale, dernière année',
    "La dernière année d'une formation, celle où l'on passe le diplôme. Tous les inscrits comptent, qu'ils aient obtenu le diplôme ou non.",
  ],
  [
    'apprentissage',
    'Apprentissage',
    "Façon de préparer un diplôme avec un contrat de travail : une partie du temps en entreprise, une partie au centre de formation d'apprentis (CFA).",
  ],
  ['cfa', 'CFA', "Centre de formation d'apprentis. Il peut être une école à part ou faire partie d'un lycée."],
  [
    'cfd',
    'CFD (code formation diplôme)',
    'Code de 8 caractères qui désigne un diplôme et sa spécialité. Un diplôme rénové reçoit un nouveau code.',
  ],
  [
    'continuum',
    'Continuum',
    "Lien entre un diplôme et celui qu'il remplace. Quand un diplôme change de nom ou de code, la page mène à l'ancien et au nouveau.",
  ],
  ['dares', 'Dares', 'Service des statistiques du ministère chargé du Travail. Il produit InserJeunes avec la DEPP.'],
  [
    'depp',
    'DEPP',
    "Service des statistiques du ministère chargé de l'Éducation nationale. Il produit InserJeunes avec la Dares.",
  ],
  [
    'famille-de-metiers',
    'Famille de métiers',
    'Groupe de bacs professionnels qui partagent la même classe de seconde. On choisit la spécialité en première.',
  ],
  [
    'filiere',
    'Filière, voie',
    "Façon de suivre la formation : au lycée, au lycée agricole, par apprentissage, ou dans l'enseignement supérieur.",
  ],
  [
    'formation',
    'Formation',
    'Ici, un diplôme dans une spécialité (un CFD) : par exemple un CAP et son métier. Elle peut se suivre au lycée, par apprentissage ou des deux façons.',
  ],
  [
    'inserjeunes',
    'InserJeunes',
    "Système de la DEPP et de la Dares qui suit les jeunes après une formation professionnelle, du CAP au BTS. Il rapproche les listes d'inscrits et les déclarations des employeurs.",
  ],
  [
    'insersup',
    'InserSup',
    "Système du SIES qui suit de la même façon les jeunes après un diplôme de l'enseignement supérieur.",
  ],
  [
    'maille',
    'Maille',
    'Ce que couvre un chiffre : un établissement, une région, plusieurs régions additionnées ou la France.',
  ],
  ['mediane', 'Médiane', "Le milieu : la moitié est en dessous, l'autre moitié est au-dessus."],
  [
    'mefstat11',
    'MEFSTAT11',
    "Code de 11 caractères qui désigne une année d'une formation suivie au lycée. C'est le code des chiffres de la voie scolaire.",
  ],
  [
    'millesime',
    'Millésime',
    'Année de sortie des jeunes comptés, ou deux années réunies. « 2022_2023 » dans les fichiers se lit « sortants de 2022 et 2023 ».',
  ],
  [
    'poursuite-d-etudes',
    "Poursuite d'études",
    "Le fait d'être inscrit dans une formation l'année scolaire suivante : plus haut, à côté, ou la même année refaite.",
  ],
  [
    'quartile',
    'Quartile',
    'Chacune des trois valeurs qui coupent un groupe, rangé du plus petit au plus grand, en quatre parts égales.',
  ],
  [
    'rncp',
    'RNCP',
    "Répertoire national des certifications professionnelles. Chaque diplôme reconnu par l'État y a une fiche et un numéro, comme RNCP suivi de chiffres.",
  ],
  [
    'rupture-de-contrat',
    'Rupture de contrat',
    "Contrat d'apprentissage arrêté avant la fin, par l'apprenti, par l'employeur ou d'un commun accord. L'apprenti peut en retrouver un autre.",
  ],
  ['sies', 'SIES', "Service des statistiques du ministère chargé de l'Enseignement supérieur. Il produit InserSup."],
  ['sise', 'SISE', "Code de 7 caractères qui désigne un diplôme de l'enseignement supérieur."],
  [
    'sortant',
    'Sortant',
    "Jeune qui était en dernière année et n'est inscrit dans aucune formation suivie par la source l'année d'après.",
  ],
  [
    'uai',
    'UAI',
    'Code de 8 caractères (7 chiffres et une lettre) qui désigne un établissement : lycée, CFA, université.',
  ],
  [
    'voie-scolaire',
    'Voie scolaire',
    'Façon de préparer un diplôme au lycée, avec des périodes de stage, sans contrat de travail.',
  ],
] as const satisfies readonly [id: string, terme: string, definition: string][];

/** Sections of « Comprendre » that explain a word better than one line would. */
export const SECTIONS_QUI_EXPLIQUENT = [
  'sur-100',
  'taux-d-emploi',
  'deux-chiffres',
  'emploi-compte',
  'millesime-2022',
  'autre-situation',
  'horizons',
  'ruptures',
  'valeur-ajoutee',
  'seuil',
  'absences',
  'chiffre-copie',
  'petits-nombres',
  'comparaison',
  'formations-proches',
] as const;

/** What a word can lead to, for `Terme.astro` and `terme`: a wrong one fails at type check. */
export type IdDeTerme = (typeof GLOSSAIRE)[number][0] | (typeof SECTIONS_QUI_EXPLIQUENT)[number];

const IDS: ReadonlySet<string> = new Set([...GLOSSAIRE.map(([id]) => id), ...SECTIONS_QUI_EXPLIQUENT]);

/** A word of a text that leads to its meaning: `terme('depp', 'DEPP')` → `[DEPP](/comprendre/#depp)`. */
export const terme = (id: IdDeTerme, mot: string): string => `[${mot}](/comprendre/#${id})`;

/**
 * A sentence of ours whose words lead to their meaning, each once, where it stands first; nothing changes without them. Never for labels that
 * come from the data.
 *
 * `lier('Sources : InserJeunes (Depp)', { depp: 'Depp' })` → `Sources : InserJeunes ([Depp](/comprendre/#depp))`
 */
export function lier(texte: string, mots: Partial<Record<IdDeTerme, string>>): string {
  return (Object.entries(mots) as [IdDeTerme, string][]).reduce(
    (linked, [id, mot]) => linked.replace(mot, () => terme(id, mot)),
    texte,
  );
}

/** The word that an address explains: `/comprendre/#depp` → `depp`; undefined for any other link. */
export function termeDuLien(href: string): IdDeTerme | undefined {
  const id = /^\/comprendre\/#(.+)$/.exec(href)?.[1];
  return id !== undefined && IDS.has(id) ? (id as IdDeTerme) : undefined;
}

/** The glossary, as the blocks of a page want it. */
export const ELEMENTS_DU_GLOSSAIRE: [id: string, terme: string, definition: string][] = GLOSSAIRE.map(
  ([id, mot, definition]) => [id, mot, definition],
);
