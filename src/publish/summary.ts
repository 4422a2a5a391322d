import type { Rapport } from '../domain/edition.ts';
import { MAILLES } from '../domain/fiche.ts';
import { CLASSES } from '../domain/revisions.ts';
import { DESACCORDS_EN_MOTS } from '../domain/textes/qualite.ts';

export interface Summary {
  rapport: Rapport;
  steps: readonly { name: string; seconds: number }[];
  pages: number;
  files: number;
  bytes: number;
}

/** The table that ends a build: what was read, kept, refused and hidden by source, what was written, and how long each step took. */
export function formatSummary({ rapport, steps, pages, files, bytes }: Summary): string {
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

function countRefus(rapport: Rapport): string[] {
  const counts = new Map<string, number>();
  for (const { lignes_refusees } of rapport.sources) {
    for (const [motif, lines] of Object.entries(lignes_refusees)) counts.set(motif, (counts.get(motif) ?? 0) + lines);
  }
  return [...counts].map(([motif, lines]) => `${motif} ${lines}`);
}

/** First column to the left, numbers to the right. */
function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
