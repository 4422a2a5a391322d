import type { Fiche } from '../../domain/fiche.ts';
import type { ResumeFormation } from '../../domain/listes.ts';
import { chiffresDeRechercheSchema, type CarteDeRecherche } from '../../domain/recherche.ts';
import { estRepris } from '../../domain/selection.ts';
import type { Contexte } from './contexte.ts';
import { withoutNulls, writeJson } from './write.ts';

/** Writes `recherche/chiffres/{lieu}.json`: what the results of the search show of each formation of a list, in the order of the codes. */
export function writeChiffres(
  { effects, entete }: Contexte,
  lieu: string,
  formations: Iterable<ResumeFormation>,
): void {
  const entries = [...formations]
    .filter(({ est_fermee, cartes }) => !estRepris(est_fermee, cartes))
    .map(({ code, cartes }): [string, CarteDeRecherche[]] => [code, cartes.flatMap(toCarte)])
    .filter(([, cartes]) => cartes.length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const chiffres = { ...entete, lieu, formations: Object.fromEntries(entries) };
  writeJson(effects, `recherche/chiffres/${lieu}.json`, chiffresDeRechercheSchema, chiffres);
}

function toCarte(fiche: Fiche): CarteDeRecherche[] {
  const { code_certification, filiere, maille, millesime, parts } = fiche;
  if (parts === null) return [];
  const { duree_ans, region, nb_regions, nb_annee_term, donnee_source } = fiche;
  const rest = withoutNulls({ duree_ans, region, nb_regions, nb_annee_term, donnee_source });
  return [{ code_certification, filiere, maille, ...rest, millesime, parts }];
}
