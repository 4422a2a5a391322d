import { NBSP } from '../lib/format.ts';
import type { FicheContrat } from './contrat.ts';
import type { Filiere, RoleUai } from './fiche.ts';
import { millesimeEnMots } from './millesime.ts';
import { SEUIL_PUBLICATION, type Absence } from './publication.ts';

const VOIES: Record<Filiere, string> = {
  apprentissage: 'apprentissage',
  pro: 'voie scolaire',
  agricole: 'enseignement agricole',
  superieur: 'enseignement supérieur',
};

/** Title of a record: which certification and, for a school, where (API § 3, `_meta`). */
export function titreDeFiche({ code_certification, uai }: Pick<FicheContrat, 'code_certification' | 'uai'>): string {
  return `Certification ${code_certification}${uai === undefined ? '' : `, établissement ${uai}`}`;
}

type Details = Pick<FicheContrat, 'code_certification' | 'diplome' | 'filiere' | 'uai' | 'region' | 'millesime'>;

/** Source, certification, diploma, track, place and millésime of a record, in one sentence (API § 3, `_meta`). */
export function detailsDeFiche({ code_certification, diplome, filiere, uai, region, millesime }: Details): string {
  const source = filiere === 'superieur' ? 'InserSup' : 'InserJeunes';
  const lieu = uai === undefined ? (region?.nom ?? 'France entière') : `établissement ${uai}`;
  return `Données ${source} de la certification ${code_certification} (${diplome.libelle}, ${VOIES[filiere]}), ${lieu}, sorties de ${millesimeEnMots(millesime)}`;
}

/** Message A: why the figures of a record or an aggregate are hidden (RULES §§ 5, 22). */
const MESSAGES_DE_MASQUAGE: Partial<Record<Absence, string>> = {
  sous_le_seuil: `Moins de ${SEUIL_PUBLICATION}${NBSP}élèves étaient en dernière année${NBSP}: seul leur nombre est publié.`,
  pas_encore_publiee: `Le nombre d'élèves en dernière année n'est pas connu${NBSP}: les chiffres ne sont pas publiés, car ils concernent peut-être moins de ${SEUIL_PUBLICATION}${NBSP}élèves.`,
  protege_un_autre_chiffre: `Ces chiffres ne sont pas publiés, car on en déduirait ceux d'un groupe de moins de ${SEUIL_PUBLICATION}${NBSP}élèves.`,
};

/** Message B: the figures are those of another school, by its role (RULES §§ 5, 15). */
const MESSAGES_DE_ROLE: Record<RoleUai, string> = {
  lieu_formation: "Ces chiffres sont ceux d'un lieu de formation, et non de l'établissement demandé seul.",
  formateur:
    "Ces chiffres sont ceux de l'établissement formateur, tous ses lieux de formation réunis, et non de l'établissement demandé seul.",
  gestionnaire:
    "Ces chiffres sont ceux de l'établissement gestionnaire, tous ses établissements formateurs et lieux de formation réunis, et non de l'établissement demandé seul.",
  inconnu: "Ces chiffres sont ceux d'un autre établissement, dont le rôle dans la formation n'est pas connu.",
};

/** The messages of a record: both are kept when both apply (RULES § 22). */
export function messagesDeFiche(
  absence: Absence | null,
  uaiType: RoleUai | null = null,
  uaiDonneeType: RoleUai | null = null,
): string[] {
  const masquage = absence === null ? undefined : MESSAGES_DE_MASQUAGE[absence];
  const role = uaiDonneeType === null || uaiType === uaiDonneeType ? undefined : MESSAGES_DE_ROLE[uaiDonneeType];
  return [masquage, role].filter((message) => message !== undefined);
}
