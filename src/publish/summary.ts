import type { Rapport } from '../domain/edition.ts';
import { MAILLES } from '../domain/fiche.ts';
import { budgetsDepasses, compterDefauts, type Mesures } from '../domain/mesures.ts';
import { CLASSES } from '../domain/revisions.ts';
import { DESACCORDS_EN_MOTS } from '../domain/textes/qualite.ts';
import { phraseDeBudget } from '../domain/textes/mesures.ts';
import { formatKo } from '../lib/format.ts';
import { formatTable } from '../lib/table.ts';
import type { BilanDeVerification } from '../pipeline/verifier/verifier.ts';

export interface Summary {
  rapport: Rapport;
  steps: readonly { name: string; seconds: number }[];
  pages: number;
  files: number;
  bytes: number;
  /** Check of the finished site; absent after the data step alone, whose own check is in the report. */
  verification?: BilanDeVerification;
  /** Weights and faults of the pages; absent after the data step alone. */
  mesures?: Mesures;
}

/** The table that ends a build: what was read, kept, refused and hidden by source, what was written, and how long each step took. */
export function formatSummary({ rapport, steps, pages, files, bytes, verification, mesures }: Summary): string {
  const sources = rapport.sources.map((source) => [
    source.fichier,
    String(source.lignes_lues),
    String(source.lignes_gardees),
    String(source.lignes_lues - source.lignes_gardees),
    String(source.lignes_cachees),
  ]);
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const refus = countRefus(rapport);
  return [
    '',
    formatTable(['source', 'lues', 'gardées', 'refusées', 'cachées'], sources),
    '',
    ...(refus.length === 0 ? [] : [`Lignes refusées : ${refus.join(', ')}.`]),
    ...rapport.fichiers_ignores.map((fichier) => `Fichier ignoré : ${fichier}`),
    ...rapport.anomalies.map(
      ({ regle, nombre, exemple }) => `À regarder : ${regle} : ${nombre} (par exemple ${exemple})`,
    ),
    ...formatDesaccords(rapport),
    formatCouverture(rapport),
    formatRevisions(rapport),
    ...(mesures === undefined ? [] : formatMesures(mesures)),
    '',
    formatTable(
      ['pages', 'nombre'],
      [
        ['formations', String(rapport.pages.formations)],
        ['  avec au moins un chiffre', String(rapport.pages.formations_avec_chiffres)],
        ['établissements', String(rapport.pages.etablissements)],
        ['régions avec des chiffres', String(rapport.pages.regions)],
        ['toutes les pages HTML', String(pages)],
        ['fichiers', String(files)],
        ['mégaoctets', (bytes / 1e6).toFixed(1)],
      ],
    ),
    '',
    formatTable(['secret statistique', 'nombre'], toLignesDeSecret(rapport, verification)),
    '',
    formatTable(
      ['étape', 'secondes'],
      [...steps.map(({ name, seconds }) => [name, seconds.toFixed(1)]), ['total', total.toFixed(1)]],
    ),
  ].join('\n');
}

function formatDesaccords({ desaccords }: Rapport): string[] {
  return desaccords
    .filter(({ differents }) => differents > 0)
    .map(
      ({ regle, compares, differents }) =>
        `À regarder : ${DESACCORDS_EN_MOTS[regle].titre} : ${differents} chiffres différents sur ${compares} comparés`,
    );
}

/** Records that show the shares out of all, by maille: « régionale 2600/2800 ». */
function formatCouverture({ couverture }: Rapport): string {
  const mailles = MAILLES.flatMap((maille) => {
    const fiches = couverture.fiches.filter((entry) => entry.maille === maille);
    const sum = (key: 'total' | 'avec_chiffres'): number => fiches.reduce((total, entry) => total + entry[key], 0);
    return fiches.length === 0 ? [] : [`${maille} ${sum('avec_chiffres')}/${sum('total')}`];
  });
  return `Couverture, fiches avec leurs trois parts : ${mailles.join(', ') || 'aucune fiche'}.`;
}

function formatRevisions({ revisions }: Rapport): string {
  if (revisions === undefined) return 'Révisions : aucune édition précédente donnée (--former).';
  const classes = CLASSES.map(
    (classe) => `${classe} ${revisions.fiches.reduce((total, counts) => total + counts[classe], 0)}`,
  );
  return `Révisions depuis « ${revisions.edition_precedente} », fiches : ${classes.join(', ')}.`;
}

/** The weight of the pages of formations, the budgets that are not kept, and the faults of the pages examined. */
function formatMesures(mesures: Mesures): string[] {
  const formation = mesures.poids.find(({ type }) => type === 'formation');
  const { pages } = mesures.examen;
  const defauts = compterDefauts(pages);
  const fautives = pages.filter((page) => compterDefauts([page]) > 0).map(({ url }) => url);
  return [
    ...(formation === undefined
      ? []
      : [`Poids : 9 pages de formation sur 10 pèsent au plus ${formatKo(formation.p90)} (gzip).`]),
    ...budgetsDepasses(mesures).map((poids) => `À regarder : poids : ${phraseDeBudget(poids) ?? ''}`),
    defauts === 0
      ? `Accessibilité et HTML : ${pages.length} pages examinées, aucun défaut.`
      : `À regarder : accessibilité et HTML : ${defauts} défauts sur ${fautives.length} pages (par exemple ${fautives.slice(0, 3).join(', ')}), listés dans /qualite/`,
  ];
}

/** What each rule hid, and what the checks looked at: they found nothing, or the build would have stopped. */
function toLignesDeSecret({ secret }: Rapport, site: BilanDeVerification | undefined): [string, string][] {
  const { promotions_cumulees, nationale_regions, region_etablissements } = secret.cellules_protegees;
  const { fichiers, fiches, sommes, inconnues, equations } = secret.verification;
  const lignes: [string, number][] = [
    ['fiches sous le seuil', secret.cellules_sous_le_seuil],
    ["fiches d'effectif inconnu", secret.cellules_sans_effectif],
    ['cachées pour en protéger une autre', promotions_cumulees + nationale_regions + region_etablissements],
    ['  promotions cumulées', promotions_cumulees],
    ['  France et régions', nationale_regions],
    ['  région et établissements', region_etablissements],
    ['sommes de plusieurs codes cachées', secret.agregats_caches],
    ['fichiers de données relus', fichiers],
    ['  fiches comparées', fiches],
    ['  sommes de fiches publiées', sommes],
    ['  chiffres cachés qui y entrent', inconnues],
    ['  équations résolues', equations],
    ...(site === undefined
      ? []
      : ([
          ['fichiers du site relus', site.fichiers],
          ['  fiches comparées', site.fiches],
          ['  chiffres de pages comparés', site.valeurs],
          ['  chiffres de pages sans identité', site.valeurs_sans_identite],
        ] as [string, number][])),
    ['chiffres cachés trouvés ou calculés', secret.verification.trouve],
  ];
  return lignes.map(([nom, nombre]) => [nom, String(nombre)]);
}

function countRefus(rapport: Rapport): string[] {
  const counts = new Map<string, number>();
  for (const { lignes_refusees } of rapport.sources) {
    for (const [motif, lines] of Object.entries(lignes_refusees)) counts.set(motif, (counts.get(motif) ?? 0) + lines);
  }
  return [...counts].map(([motif, lines]) => `${motif} ${lines}`);
}
