/** What changed in the data, for those who reuse them: the section « Données » of CHANGELOG.md in the words of readers, newest first. A test keeps the days together. */
export const CHANGEMENTS: readonly { date: string; titre: string; texte: string }[] = [
  {
    date: '2026-11-24',
    titre: 'Première publication des données',
    texte:
      'InserJeunes par région et par établissement, InserSup par diplôme et par établissement. Fichiers JSON et CSV à côté de chaque page, jeux complets en CSV et Parquet, un dossier ZIP par formation, une adresse par code officiel. En dessous de 20 jeunes en dernière année, seul leur nombre est publié.',
  },
];
