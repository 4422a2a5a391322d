import { VERDICTS } from './essai.ts';
import type { Reponse } from './ouvrier.ts';

/** Answers that say that something must be corrected. */
export const isEchec = ({ verdict }: Pick<Reponse, 'verdict'>): boolean => verdict === 'faux' || verdict === 'plante';

/** One line a failure, with the command that tries it again. */
export function formatEchec(
  { numero, operateur, fichier, verdict, detail }: Reponse,
  graine: number,
  only?: string,
): string {
  const again = `npm run fuzz -- --seed ${graine} --from ${numero} --mutants 1${only === undefined ? '' : ` --only "${only}"`}`;
  return `${verdict}: « ${operateur} » on ${fichier}. Again: ${again}\n  ${detail.replaceAll('\n', '\n  ')}`;
}

/** Verdicts by operator, in Markdown, with the mean time of each. */
export function formatTableau(reponses: readonly Reponse[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rowOf = (nom: string, group: readonly Reponse[]): string =>
    line([
      nom,
      group.length,
      ...VERDICTS.map((verdict) => group.filter((reponse) => reponse.verdict === verdict).length),
      Math.round(group.reduce((sum, { ms }) => sum + ms, 0) / group.length),
    ]);
  const groups = Map.groupBy(reponses, ({ operateur }) => operateur);
  return [
    line(['operator', 'mutants', ...VERDICTS, 'ms']),
    line(['---', ...Array.from({ length: VERDICTS.length + 2 }, () => '--:')]),
    ...[...groups].map(([nom, group]) => rowOf(nom, group)),
    ...(reponses.length === 0 ? [] : [rowOf('all', reponses)]),
  ].join('\n');
}
