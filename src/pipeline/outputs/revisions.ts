import type { FicheAnterieure } from '../../domain/edition-anterieure.ts';
import type { Fiche, FicheEnsemble } from '../../domain/fiche.ts';
import {
  CLASSES,
  cleDeFiche,
  compareFiches,
  denominateur,
  mailleDeRevision,
  MESURES_SUIVIES,
  revisionsSchema,
  type Classe,
  type Comparaison,
  type Ecart,
  type FicheComparee,
  type MesureSuivie,
  type ReferenceDeFiche,
  type ResumeRevisions,
  type Revisions,
} from '../../domain/revisions.ts';
import { compareMillesimes } from '../../domain/millesime.ts';
import { UserError } from '../../lib/errors.ts';
import { urls } from '../../lib/urls.ts';
import type { Effects } from '../effects.ts';
import { GENRES_DE_PAGE, type EditionAnterieure, type GenreDePage, type PageComparable } from '../former.ts';
import type { Contexte } from './contexte.ts';
import { writeJson } from './write.ts';

/** Longest list of each kind in `revisions.json`, and of widest moves in `rapport.json`. */
const NB_EN_LISTE = 200;
const NB_ECARTS = 50;
const NB_ECARTS_DU_RESUME = 10;

type FichePubliee = Fiche | FicheEnsemble;
type ComptesDeFiches = ResumeRevisions['fiches'][number];

/**
 * What changed since a former edition. Each page is compared when it is written, then forgotten; `finish` counts the pages that are gone
 * and writes `revisions.json`.
 */
export class Comparateur {
  readonly #former: EditionAnterieure;
  readonly #seen: Record<GenreDePage, Set<string>> = { formations: new Set(), etablissements: new Set() };
  readonly #pages: ResumeRevisions['pages'] = { formations: pagesVides(), etablissements: pagesVides() };
  readonly #fiches = new Map<string, ComptesDeFiches>();
  readonly #chiffres = { changes: 0, masques: 0, montres: 0, ajoutes: 0, retires: 0 };
  readonly #ecarts: Record<MesureSuivie, { nombre: number; plus_grands: Ecart[] }> = {
    part_emploi: { nombre: 0, plus_grands: [] },
    taux_emploi_6_mois: { nombre: 0, plus_grands: [] },
  };
  readonly #listes: Revisions['listes'] = {
    pages_ajoutees: [],
    pages_disparues: [],
    pages_deplacees: [],
    fiches_ajoutees: [],
    fiches_disparues: [],
    fiches_masquees: [],
    fiches_montrees: [],
  };

  /** Throws `UserError` when one edition is real and the other fictional: nothing could be learned. */
  constructor(former: EditionAnterieure, fictives: boolean) {
    if (former.donnees_fictives !== fictives) {
      throw new UserError(
        `--former expects an edition of the same figures: ${fictives ? 'these are fictional and the former ones are real' : 'these are real and the former ones are fictional'}. What to do: give another folder, or leave the option out.`,
      );
    }
    this.#former = former;
  }

  /** Compares a page of this edition with the same page of the former one. */
  comparer(genre: GenreDePage, page: PageComparable<FichePubliee>): void {
    const counts = this.#pages[genre];
    this.#seen[genre].add(page.code);
    counts.apres += 1;
    const former = this.#former.lire(genre, page.code);
    const lien = { code: page.code, titre: page.titre, page: adresse(genre, page.slug) };
    if (former === undefined) {
      counts.ajoutees += 1;
      retain(this.#listes.pages_ajoutees, lien);
    } else if (former.slug !== page.slug) {
      counts.deplacees += 1;
      retain(this.#listes.pages_deplacees, { ...lien, ancienne_page: adresse(genre, former.slug) });
    }
    const isRevised = this.#compareRecords(page.titre, lien.page, former?.fiches ?? [], page.fiches);
    if (isRevised && former !== undefined) counts.revisees += 1;
  }

  /** The summary, once every page of this edition was compared. Writes `revisions.json`. */
  finish(effects: Effects, entete: Contexte['entete']): ResumeRevisions {
    for (const genre of GENRES_DE_PAGE) this.#countGone(genre);
    const fiches = [...this.#fiches.values()].sort(byMailleThenNewest);
    const resume = { edition_precedente: this.#former.edition, pages: this.#pages, fiches, chiffres: this.#chiffres };
    const ecarts = (length: number): ResumeRevisions['ecarts'] =>
      MESURES_SUIVIES.map((mesure) => {
        const { nombre, plus_grands } = this.#ecarts[mesure];
        return { mesure, nombre, plus_grands: plus_grands.sort(byWidth).slice(0, length) };
      });
    const revisions: Revisions = { ...entete, ...resume, ecarts: ecarts(NB_ECARTS), listes: this.#listes };
    writeJson(effects, 'revisions.json', revisionsSchema, revisions);
    return { ...resume, ecarts: ecarts(NB_ECARTS_DU_RESUME) };
  }

  #countGone(genre: GenreDePage): void {
    const codes = this.#former.codes(genre);
    this.#pages[genre].avant = codes.length;
    for (const code of codes) {
      if (this.#seen[genre].has(code)) continue;
      const former = this.#former.lire(genre, code);
      if (former === undefined) continue;
      this.#pages[genre].disparues += 1;
      retain(this.#listes.pages_disparues, { code, titre: former.titre });
      this.#compareRecords(former.titre, undefined, former.fiches, []);
    }
  }

  /** Returns whether any record differs. */
  #compareRecords(
    titre: string,
    page: string | undefined,
    avant: readonly FicheAnterieure[],
    apres: readonly FichePubliee[],
  ): boolean {
    const left = new Map(avant.map((fiche) => [cleDeFiche(fiche), fiche]));
    let isRevised = false;
    for (const fiche of apres) {
      const key = cleDeFiche(fiche);
      const former = left.get(key);
      left.delete(key);
      const reference = toReference(titre, page, fiche);
      const classe =
        former === undefined ? this.#count('ajoutees', reference) : this.#compare(reference, former, fiche);
      if (classe !== 'identiques') isRevised = true;
    }
    for (const fiche of left.values()) this.#count('disparues', toReference(titre, page, fiche));
    return isRevised || left.size > 0;
  }

  #compare(reference: ReferenceDeFiche, avant: FicheAnterieure, apres: FichePubliee): Classe {
    const comparaison = compareFiches(avant, apres);
    for (const kind of ['changes', 'masques', 'montres', 'ajoutes', 'retires'] as const) {
      this.#chiffres[kind] += comparaison[kind].length;
    }
    for (const mesure of MESURES_SUIVIES) this.#follow(mesure, comparaison, reference, avant, apres);
    return this.#count(comparaison.classe, reference);
  }

  #follow(
    mesure: MesureSuivie,
    { changes }: Comparaison,
    reference: ReferenceDeFiche,
    avant: FicheAnterieure,
    apres: FichePubliee,
  ): void {
    const change = changes.find(({ chiffre }) => chiffre === mesure);
    if (change === undefined) return;
    const [effectif_avant, effectif_apres] = [denominateur(avant, mesure), denominateur(apres, mesure)];
    const followed = this.#ecarts[mesure];
    followed.nombre += 1;
    followed.plus_grands.push({
      ...reference,
      avant: change.avant,
      apres: change.apres,
      ...(effectif_avant === undefined ? {} : { effectif_avant }),
      ...(effectif_apres === undefined ? {} : { effectif_apres }),
      ...(origine(avant) === origine(apres) ? {} : { autre_origine: true as const }),
    });
    if (followed.plus_grands.length >= 4 * NB_ECARTS) {
      followed.plus_grands = followed.plus_grands.sort(byWidth).slice(0, NB_ECARTS);
    }
  }

  #count(classe: Classe, reference: ReferenceDeFiche): Classe {
    const { maille, millesime } = reference;
    const key = `${maille} ${millesime}`;
    const counts = this.#fiches.get(key) ?? {
      maille,
      millesime,
      ...(Object.fromEntries(CLASSES.map((name) => [name, 0])) as Record<Classe, number>),
    };
    counts[classe] += 1;
    this.#fiches.set(key, counts);
    if (classe !== 'identiques' && classe !== 'changees') retain(this.#listes[`fiches_${classe}`], reference);
    return classe;
  }
}

const pagesVides = (): ResumeRevisions['pages']['formations'] => ({
  avant: 0,
  apres: 0,
  ajoutees: 0,
  disparues: 0,
  deplacees: 0,
  revisees: 0,
});

const adresse = (genre: GenreDePage, slug: string): string =>
  genre === 'formations' ? urls.formation(slug) : urls.etablissement(slug);

/** Pages come in the order of their codes: the first ones of a list are the same in two builds. */
function retain<T>(list: T[], item: T): void {
  if (list.length < NB_EN_LISTE) list.push(item);
}

function toReference(titre: string, page: string | undefined, fiche: FicheComparee): ReferenceDeFiche {
  const { millesime, region, uai } = fiche;
  const { filiere, code_certification, perimetre } = fiche as Partial<
    Record<'filiere' | 'code_certification' | 'perimetre', string>
  >;
  return {
    ...(page === undefined ? {} : { page }),
    titre,
    maille: mailleDeRevision(fiche),
    millesime,
    ...Object.fromEntries(
      Object.entries({ region, uai, filiere, code_certification, perimetre }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  };
}

/** Which code and which school the figures are read from, when not the record's own. */
function origine(fiche: FicheComparee): string {
  const { donnee_source, uai_donnee } = fiche as Partial<Pick<Fiche, 'donnee_source' | 'uai_donnee'>>;
  return `${donnee_source?.code_certification ?? ''} ${uai_donnee ?? fiche.uai ?? ''}`;
}

const cleDEcart = (ecart: Ecart): string =>
  [
    ecart.millesime,
    ecart.maille,
    ecart.region,
    ecart.uai,
    ecart.filiere,
    ecart.perimetre,
    ecart.code_certification,
  ].join(' ');

function byWidth(left: Ecart, right: Ecart): number {
  return (
    Math.abs(right.apres - right.avant) - Math.abs(left.apres - left.avant) ||
    (cleDEcart(left) < cleDEcart(right) ? -1 : 1)
  );
}

const RANG: readonly string[] = ['nationale', 'regions', 'regionale', 'etablissement', 'ensemble'];

function byMailleThenNewest(left: ComptesDeFiches, right: ComptesDeFiches): number {
  return RANG.indexOf(left.maille) - RANG.indexOf(right.maille) || compareMillesimes(left.millesime, right.millesime);
}
