import type { Etablissement } from '../domain/etablissement.ts';
import type { Fiche, FicheEnsemble } from '../domain/fiche.ts';
import type { Formation } from '../domain/formation.ts';
import {
  badgeBilingue,
  effectifBilingue,
  memesMots,
  mentionsBilingues,
  phraseBilingue,
  titreDePerimetre,
  titreDeVoieBilingue,
  type Bilingue,
  type NomDe,
} from '../domain/phrases-integrer.ts';
import type { Absence } from '../domain/publication.ts';
import { getRegion } from '../domain/regions.ts';
import { estRepris, selectDerniere } from '../domain/selection.ts';
import { jsonTwin, urls } from '../lib/urls.ts';
import { identite, type Attributs } from './identite.ts';
import { nomsDesSources } from './sources.ts';
import { titresDesOrigines, toVoies } from './voies.ts';

/** One card put in another site: what it says in both languages, and which record it shows. */
export interface CarteIntegree {
  /** What the fragment of an address names: the code of the record, or the perimeter of a school. */
  cle: string;
  titre: Bilingue;
  badge?: Bilingue;
  attributs: Attributs;
  /** Undefined when there is no record at all. */
  fiche?: Fiche | FicheEnsemble;
  phrase?: Bilingue;
  mentions: readonly Bilingue[];
  /** Why there are no shares. */
  absence?: Absence;
}

/** Every card of one address, what they are about, and the page that says more. */
export interface CartesIntegrees {
  titre: string;
  lieu?: string;
  page: string;
  /** The file that holds the same records. */
  json: string;
  edition: string;
  fictif: boolean;
  sources: readonly string[];
  cartes: readonly CarteIntegree[];
}

interface Noms {
  diplome: NomDe;
  ecole: NomDe;
}

/** The diploma of a card: its title and the code of its page. */
interface Diplome {
  titre: string;
  code: string;
}

function toCarte(
  fiche: Fiche | FicheEnsemble,
  cle: string,
  titre: Bilingue,
  diplome: Diplome | null,
  noms: Noms,
): CarteIntegree {
  const attributs = { ...identite(fiche), 'data-formation': diplome?.code };
  const base = { cle, titre, badge: badgeBilingue(fiche), attributs, fiche };
  if (fiche.parts !== null)
    return { ...base, phrase: phraseBilingue(fiche, diplome?.titre ?? null), mentions: mentionsBilingues(fiche, noms) };
  const effectif = effectifBilingue(fiche);
  return { ...base, absence: fiche.absence ?? 'pas_encore_publiee', mentions: effectif === null ? [] : [effectif] };
}

const sansFiche = (cle: string, titre: Bilingue, absence: Absence, attributs: Attributs): CarteIntegree => ({
  ...{ cle, titre, attributs, absence },
  mentions: [],
});

const sourcesDe = (cartes: readonly CarteIntegree[]): string[] =>
  nomsDesSources(cartes.flatMap(({ fiche }) => (fiche?.parts == null ? [] : [fiche])));

/** The cards of a formation, one a track, seen from France or from one region (INSEE code): those that its page shows first. */
export function cartesDeFormation(formation: Formation, region?: string): CartesIntegrees {
  const origines = titresDesOrigines(formation);
  const noms: Noms = { diplome: (code) => origines.get(code), ecole: () => undefined };
  const voies = toVoies(formation, region);
  // A track that the region has no record of is not shown there: its page says it of the whole country.
  const shown = region === undefined ? voies : voies.filter(({ carte }) => carte !== undefined);
  const cartes = shown.map(({ voie, carte }): CarteIntegree => {
    const titre = titreDeVoieBilingue(voie);
    if (carte !== undefined) return toCarte(carte, voie.code_certification, titre, formation, noms);
    const attributs = {
      'data-code': voie.code_certification,
      'data-filiere': voie.filiere,
      'data-formation': formation.code,
    };
    return sansFiche(voie.code_certification, titre, voie.absence ?? 'pas_encore_publiee', attributs);
  });
  const aucune = sansFiche(formation.code, memesMots(formation.titre), formation.absence ?? 'pas_encore_publiee', {
    'data-code': formation.code,
  });
  return {
    titre: formation.titre,
    ...(region !== undefined && { lieu: getRegion(region).nom }),
    page:
      region === undefined
        ? urls.formation(formation.slug)
        : urls.formationRegion(formation.slug, getRegion(region).slug),
    json: jsonTwin(urls.formation(formation.slug)),
    edition: formation.edition,
    fictif: formation.donnees_fictives === true,
    sources: sourcesDe(cartes),
    cartes: cartes.length > 0 ? cartes : [aucune],
  };
}

/** The cards of a school: each of its perimeters, then its courses, as its page lists them. */
export const cartesDEtablissement = (etablissement: Etablissement): CartesIntegrees =>
  avecEtablissement(etablissement, [...ensemblesDe(etablissement), ...coursDe(etablissement)]);

/** The cards of the whole school alone, for an image: all its courses would make it too long to be read. */
export const cartesDEnsemble = (etablissement: Etablissement): CartesIntegrees =>
  avecEtablissement(etablissement, ensemblesDe(etablissement));

/** The card of each course of a school alone, for an image, by its key. */
export const cartesDeCours = (etablissement: Etablissement): Map<string, CartesIntegrees> =>
  new Map(coursDe(etablissement).map((carte) => [carte.cle, avecEtablissement(etablissement, [carte])]));

const nomsDe = ({ ecoles }: Etablissement): Noms => ({ diplome: () => undefined, ecole: (uai) => ecoles?.[uai] });

const ensemblesDe = (etablissement: Etablissement): CarteIntegree[] =>
  etablissement.ensembles.flatMap(({ perimetre, fiches }) => {
    const fiche = selectDerniere(fiches);
    const titre = titreDePerimetre(perimetre);
    return fiche === undefined ? [] : [toCarte(fiche, perimetre, titre, null, nomsDe(etablissement))];
  });

const coursDe = (etablissement: Etablissement): CarteIntegree[] => [
  ...coursMesures(etablissement),
  ...(etablissement.formations_sans_chiffre ?? []).map(({ code, titre, absence, filiere }) =>
    sansFiche(code, memesMots(titre), absence, {
      'data-code': code,
      'data-formation': code,
      'data-filiere': filiere,
      'data-uai': etablissement.uai,
    }),
  ),
];

function coursMesures(etablissement: Etablissement): CarteIntegree[] {
  const noms = nomsDe(etablissement);
  return etablissement.formations
    .filter(({ est_fermee, fiches }) => !estRepris(est_fermee, fiches))
    .flatMap(({ titre, code: page, fiches }) =>
      [...Map.groupBy(fiches, ({ code_certification }) => code_certification)].flatMap(([code, group]) => {
        const fiche = selectDerniere(group);
        if (fiche === undefined) return [];
        const voie = titreDeVoieBilingue(fiche);
        return [
          toCarte(fiche, code, { fr: `${titre}, ${voie.fr}`, en: `${titre}, ${voie.en}` }, { titre, code: page }, noms),
        ];
      }),
    );
}

function avecEtablissement(etablissement: Etablissement, cartes: readonly CarteIntegree[]): CartesIntegrees {
  const { uai, nom, commune, edition, absence = 'pas_encore_publiee' } = etablissement;
  return {
    titre: nom,
    ...(commune !== undefined && { lieu: commune }),
    page: urls.etablissement(uai),
    json: jsonTwin(urls.etablissement(uai)),
    edition,
    fictif: etablissement.donnees_fictives === true,
    sources: sourcesDe(cartes),
    cartes: cartes.length > 0 ? cartes : [sansFiche('ensemble', memesMots(nom), absence, { 'data-uai': uai })],
  };
}
