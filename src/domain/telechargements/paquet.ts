import { formatDate, plural } from '../../lib/format.ts';
import { urls } from '../../lib/urls.ts';
import type { Fiche } from '../fiche.ts';
import type { Formation } from '../formation.ts';
import { compareMillesimes, millesimeEnMots } from '../millesime.ts';
import { ABSENCES_EN_MOTS } from '../phrases.ts';
import { ABSENCES, SEUIL_PUBLICATION } from '../publication.ts';
import type { Licence } from '../ressources.ts';
import { citer, type Citations } from '../textes/citation.ts';
import { nomsDesSources } from '../textes/noms-des-sources.ts';
import { chiffresChamps, FICTIF } from './champs.ts';
import { COLONNES_DU_JUMEAU, type Chiffre, type LignesDeFiche } from './jumeau.ts';
import { CHAMPS_DU_JUMEAU } from './jumeau-champs.ts';

/** A formation with the lines of its CSV. */
export interface ContenuDuPaquet {
  formation: Formation;
  fiches: readonly LignesDeFiche[];
  /** Day of the edition, ISO. */
  date: string;
  /** Address of the site, no final slash. */
  site: string;
}

const CHIFFRES = new Map(chiffresChamps<Fiche>((fiche) => fiche).map((champ) => [champ.nom, champ]));

const fichesDe = ({ voies, etablissements }: Formation): Fiche[] => [
  ...voies.flatMap((voie) => voie.fiches),
  ...etablissements.map(({ fiche }) => fiche),
];

/** Every line of the CSV. */
const lignesDe = ({ fiches }: ContenuDuPaquet): Chiffre[] => fiches.flatMap(({ chiffres }) => chiffres);

/** The texts that go with the data of a formation, by name of file: read me, licence, citations, columns. The same edition always makes the same texts. */
export function textesDuPaquet(contenu: ContenuDuPaquet): Record<string, string> {
  const { formation, date, site } = contenu;
  const fiches = fichesDe(formation);
  const citations = citer({
    titre: formation.titre,
    cle: formation.code,
    adresse: `${site}${urls.formation(formation.slug)}`,
    date,
    sources: nomsDesSources(fiches),
    fictives: formation.donnees_fictives === true,
  });
  return {
    'LISEZ-MOI.txt': lisezMoi(contenu, citations, nomsDesSources(fiches)),
    'LICENCE.txt': licence(citations.licence, formation),
    'citation.txt': `${citations.courte}\n\n${citations.longue}\n`,
    'citation.bib': `${citations.bibtex}\n`,
    'datapackage.json': `${JSON.stringify(datapackage(contenu, citations.licence), null, 1)}\n`,
  };
}

const titre = (texte: string): string => `\n${texte}\n${'-'.repeat(texte.length)}\n`;

function lisezMoi(contenu: ContenuDuPaquet, citations: Citations, sources: readonly string[]): string {
  const { formation, date, site } = contenu;
  const nom = formation.slug;
  const lignes = [
    `${formation.titre} : ce que sont devenus les jeunes`,
    '',
    ...(formation.donnees_fictives === true
      ? ['DÉMONSTRATION : tous les chiffres de ce dossier sont inventés. Ils ne se citent pas.', '']
      : []),
    `« Et après ? », édition du ${formatDate(date)}. Page : ${site}${urls.formation(formation.slug)}`,
    titre('Les fichiers'),
    `${nom}.csv : tous les chiffres, un par ligne. UTF-8, séparateur point-virgule, point pour les décimales.`,
    `${nom}.json : les mêmes, avec la lignée du diplôme, ses codes et les phrases qui les disent.`,
    'datapackage.json : les colonnes du CSV, leur type et leur sens (Frictionless Data Package).',
    'citation.txt, citation.bib : comment citer. LICENCE.txt : ce que vous pouvez en faire.',
    titre('Quoi et quand'),
    ...quoiEtQuand(contenu, sources),
    titre('Comment lire'),
    'Les trois parts (part_emploi_6_mois, part_formation, part_autre_6_mois) disent ce que faisaient 100 jeunes de dernière année. Elles font 100.',
    'Un taux qui commence par taux_en_ se calcule sur tous les jeunes en dernière année ; taux_emploi_…, sur les sortants seulement. Ne les mélangez pas.',
    "La colonne denominateur dit sur qui un pourcentage est calculé, et effectif sur combien de jeunes. Un pourcentage ne se donne pas sans l'un des deux.",
    "Ces chiffres parlent de jeunes déjà sortis. Ils ne disent pas ce qu'un jeune deviendra, et ne classent ni les formations ni les établissements.",
    `Plus d'explications : ${site}${urls.comprendre()}`,
    ...chiffresPresents(contenu),
    titre('Ce qui manque, et pourquoi'),
    ...absencesPresentes(contenu),
    titre('Citer'),
    citations.longue,
  ];
  return `${lignes.join('\n')}\n`;
}

function quoiEtQuand(contenu: ContenuDuPaquet, sources: readonly string[]): string[] {
  const { formation } = contenu;
  const millesimes = [...new Set(fichesDe(formation).map(({ millesime }) => millesime))].sort(compareMillesimes);
  return [
    `Codes officiels : ${formation.codes.map(({ code, type }) => `${code} (${type})`).join(', ')}.`,
    sources.length === 0
      ? 'Aucune source de cette édition ne donne de chiffre pour ce diplôme.'
      : `Sources : ${sources.join(' ; ')}.`,
    ...(millesimes.length === 0 ? [] : [`Jeunes sortis en : ${millesimes.map(millesimeEnMots).join(' ; ')}.`]),
    `Établissements : ${plural(formation.etablissements.length, 'fiche', 'fiches')}, la plus récente de chacun.`,
  ];
}

function chiffresPresents(contenu: ContenuDuPaquet): string[] {
  const mesures = new Set(lignesDe(contenu).flatMap(({ mesure }) => mesure ?? []));
  if (mesures.size === 0) return [];
  return [
    titre('Les chiffres de ce dossier'),
    ...[...mesures].map((mesure) => {
      const champ = CHIFFRES.get(mesure);
      return champ === undefined ? mesure : `${mesure} (${champ.unite ?? ''}) : ${champ.titre}. ${champ.description}`;
    }),
  ];
}

function absencesPresentes(contenu: ContenuDuPaquet): string[] {
  const nombres = Map.groupBy(lignesDe(contenu), ({ absence }) => absence);
  const raisons = ABSENCES.flatMap((absence) => {
    const nombre = nombres.get(absence)?.length;
    if (nombre === undefined) return [];
    const { titre: nom, explication } = ABSENCES_EN_MOTS[absence];
    return [`${absence}, ${plural(nombre, 'ligne', 'lignes')} : ${nom}. ${explication}`];
  });
  return [
    `En dessous de ${SEUIL_PUBLICATION} jeunes, seul leur nombre est publié. Une case « valeur » vide a sa raison dans la colonne absence. Un chiffre qui n'a pas de ligne n'est pas donné par la source. 0 est un vrai chiffre : aucun jeune.`,
    ...(raisons.length === 0 ? ['Aucun chiffre de ce dossier ne manque.'] : raisons),
  ];
}

function licence({ titre: nom, url }: Licence, { donnees_fictives }: Formation): string {
  const conditions =
    donnees_fictives === true
      ? ['Données inventées pour la démonstration, données avec le code du site. Ne les présentez pas comme vraies.']
      : [
          'Vous pouvez copier, modifier, publier et vendre ces données, à condition de nommer leur source et la date de leur mise à jour :',
          "citation.txt le fait. Votre usage ne doit pas laisser croire que les producteurs l'approuvent.",
        ];
  return `${nom}\nTexte complet : ${url}\n\n${conditions.join('\n')}\n`;
}

/** The columns of the CSV, as a Data Package of one resource. */
function datapackage(contenu: ContenuDuPaquet, { code, titre: nom, url }: Licence): object {
  const { formation, date, site } = contenu;
  const { edition, donnees_fictives, slug } = formation;
  const champs = COLONNES_DU_JUMEAU.map((colonne) => ({ nom: colonne, ...CHAMPS_DU_JUMEAU[colonne] }));
  const { nom: fictif, type, titre: titreFictif, description } = FICTIF;
  const tous = donnees_fictives ? [...champs, { nom: fictif, type, titre: titreFictif, description }] : champs;
  return {
    edition,
    ...(donnees_fictives ? { donnees_fictives } : {}),
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: slug,
    title: `${formation.titre} : ce que sont devenus les jeunes`,
    homepage: `${site}${urls.formation(slug)}`,
    created: `${date}T00:00:00Z`,
    licenses: [{ name: code, title: nom, path: url }],
    resources: [
      {
        name: slug,
        type: 'table',
        path: `${slug}.csv`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ';', lineTerminator: '\n', quoteChar: '"' },
        rowCount: lignesDe(contenu).length,
        schema: {
          fields: tous.map((champ) => ({
            name: champ.nom,
            type: champ.type,
            title: champ.titre,
            description: champ.description,
            ...('valeurs' in champ ? { constraints: { enum: champ.valeurs } } : {}),
          })),
          missingValues: [''],
        },
      },
    ],
  };
}
