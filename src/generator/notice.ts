import type { Modele } from './modele.ts';

const VRAI = [
  'Ce qui est vrai : les codes, les libellés, les familles, les successions et les dates de fermeture des diplômes',
  'professionnels (nomenclatures BCN, DEPP, Licence Ouverte 2.0), les numéros RNCP, les noms des communes, des départements,',
  'des académies et des régions (coordonnées des communes : GeoNames, CC BY 4.0), et la forme des fichiers.',
];
const INVENTE = [
  'Ce qui est inventé : les établissements (leurs numéros UAI sont pris au-delà de 9000, que nul n’utilise), leurs adresses,',
  'leurs téléphones, ce qu’ils enseignent, tous les effectifs, tous les taux, tous les salaires, les diplômes SISE en 2499…',
  'et 2599…, le catalogue de l’apprentissage, les remarques des nomenclatures.',
];
/** A whole country needs more diplomas and towns than the real ones that the demonstration lists. */
const INVENTE_EN_PLUS = [
  '',
  'À cette échelle, sont inventés aussi : les diplômes dont l’avant-dernier caractère du code est F, G, H, J ou K (codes, libellés,',
  'successions, numéros RNCP à partir de 700000), les diplômes SISE en 2597… et 2598…, les communes de numéro INSEE inconnu, et les',
  'écoles et collèges de l’annuaire dont le numéro UAI commence par trois chiffres qui ne sont ceux d’aucun département.',
];

const MESURES = 'Les moyennes par type de diplôme, par voie et par région imitent celles des';

/** How the figures of the demonstration, or of a whole country, are drawn. */
function methode({ etablissements, echelle }: Modele): string[] {
  if (echelle.fraction === null) {
    return [
      'Comment c’est fait : un programme tire au sort, à partir d’une graine, 300 établissements dans 18 régions, leurs formations',
      `et, pour chacune, une promotion par an. ${MESURES}`,
      'publications officielles. Une région est la somme de ses établissements et d’élèves d’ailleurs, la France celle des régions et',
      'd’un reste. Quelques lignes sont fausses exprès, pour vérifier que le site les refuse.',
    ];
  }
  return [
    `Comment c’est fait : un programme tire au sort, à partir d’une graine, ${etablissements.length} établissements dans 18 régions, leurs formations`,
    `et, pour chacune, une promotion par an. ${MESURES}`,
    'publications officielles. Une région est la somme de ses établissements, la France celle des régions et d’un reste. Quelques',
    'lignes sont fausses exprès, pour vérifier que le site les refuse. Ce dossier sert à mesurer la construction du site, non à le montrer.',
  ];
}

/** What a person who opens the folder must read first. Its presence marks the folder as fictional for the build. */
export function noticeLines(modele: Modele): string[] {
  const { fraction } = modele.echelle;
  const options = fraction === null ? '' : ` --scale ${fraction} --out DOSSIER`;
  return [
    'DONNÉES FICTIVES — NE JAMAIS CITER',
    '',
    'Tous les chiffres de ce dossier sont inventés. Aucun établissement de ce dossier n’existe. Ne les citez jamais, ne les',
    'comparez à rien, n’en tirez aucun conseil : ils servent seulement à montrer et à essayer le site.',
    '',
    ...VRAI,
    '',
    ...INVENTE,
    ...(fraction === null ? [] : INVENTE_EN_PLUS),
    '',
    ...methode(modele),
    '',
    `Refaire ce dossier à l’identique : npm run generate -- --seed ${modele.seed}${options}`,
    `Établissements : ${modele.etablissements.length}. Diplômes : ${modele.diplomes.length}.`,
  ];
}
