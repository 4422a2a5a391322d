/** Every whole data set of `/telechargements/`, in the order of the pages and of `datapackage.json`. */
export const JEUX = {
  'fiches-nationales': {
    titre: 'Formations, France entière',
    description:
      'Une ligne par formation, voie et millésime : chiffres nationaux, et sommes de régions faites par nous (maille « regions ») quand la source ne donne pas la France.',
  },
  'fiches-regionales': {
    titre: 'Formations, par région',
    description: 'Une ligne par formation, voie, région et millésime.',
  },
  'fiches-etablissements': {
    titre: 'Formations, par établissement',
    description: 'Une ligne par établissement, formation, voie et millésime.',
  },
  'ensembles-etablissements': {
    titre: 'Établissements, toutes formations ensemble',
    description: 'Une ligne par établissement, périmètre et millésime : taux, taux attendu et valeur ajoutée.',
  },
  formations: {
    titre: 'Les formations',
    description:
      'Une ligne par page de formation : codes, noms, dates, lignée, et la raison quand elle ne montre aucun chiffre.',
  },
  etablissements: {
    titre: 'Les établissements',
    description: "Une ligne par page d'établissement : nom, lieu, et la raison quand elle ne montre aucun chiffre.",
  },
  correspondances: {
    titre: 'Correspondance des codes',
    description:
      'Une ligne par code officiel (CFD, MEFSTAT11, SISE, RNCP) et formation désignée, avec la page quand elle existe.',
  },
} as const;

export type NomDeJeu = keyof typeof JEUX;
