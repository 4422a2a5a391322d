import {
  champsMontres,
  cleDe,
  codeDeRegion,
  copieDe,
  effectifDe,
  estMasquee,
  estUneFiche,
  estUneLecture,
  identiteDe,
  isObjet,
  lieuDe,
  montreUnChamp,
  type AgregatLu,
  type Identite,
  type Objet,
} from './fiche-lue.ts';

/** A hidden record that a published file shows. */
export interface Fuite {
  fichier: string;
  cellule: string;
  montre: string[];
}

/** What an attacker knows of one cohort, all files together. */
export interface CelluleLue extends Identite {
  effectif: number | null;
  /** Some file shows a figure of it. */
  montree: boolean;
  /** Some file says that its figures are hidden. */
  masquee: boolean;
}

/** Identity keys that a record may take from what contains it. `perimetre`: figures of a whole school, which belong to no course. */
const HERITES = ['code_certification', 'filiere', 'millesime', 'maille', 'region', 'uai', 'perimetre'] as const;

/** What files say, whichever they are. */
export type ReleveDit = Pick<Releve, 'cellules' | 'copies' | 'agregats' | 'regions'>;

/** What one thread read, as it goes to another. */
export type ReleveLu = ReleveDit &
  Pick<Releve, 'fuites' | 'fichiersLus' | 'fichesComparees' | 'valeursComparees' | 'sansIdentite'>;

/** Everything that the published files say: records, sums, places of schools; and what they should not say. */
export class Releve {
  readonly #caches: ReadonlySet<string>;
  readonly cellules = new Map<string, CelluleLue>();
  /** Key of a record that repeats the figures of another → key of that one. */
  readonly copies = new Map<string, string>();
  readonly agregats = new Map<string, AgregatLu>();
  /** UAI → code of its region. */
  readonly regions = new Map<string, string>();
  readonly fuites: Fuite[] = [];
  fichiersLus = 0;
  fichesComparees = 0;
  /** Figures of pages and drawings: compared, and those whose record no attribute names. */
  valeursComparees = 0;
  sansIdentite = 0;

  /** `caches`: keys of the records whose figures must not appear. */
  constructor(caches: ReadonlySet<string>) {
    this.#caches = caches;
  }

  /** Reads every record of a JSON value, wherever it stands. */
  lireJson(fichier: string, value: unknown, herite: Objet = {}): void {
    if (Array.isArray(value)) {
      for (const child of value) this.lireJson(fichier, child, herite);
      return;
    }
    if (!isObjet(value)) return;
    const contexte = heriter(value, herite);
    this.#situer(contexte);
    if (Array.isArray(value.codes_certifications)) this.#lireAgregat(value, contexte);
    else if (estUneLecture(value)) this.#lireLecture(fichier, { ...contexte, ...value });
    else if (estUneFiche(value)) this.#lireFiche(fichier, contexte, value, 'objet');
    for (const nom in value) {
      const child = value[nom];
      if (typeof child === 'object' && nom !== 'parts' && nom !== 'absences') this.lireJson(fichier, child, contexte);
    }
  }

  /**
   * Reads the rows of one record of tables, summed up (`lignes` of them): `qui` says who it is about. Does it show a figure of a hidden record? The caller then says
   * where.
   */
  lireResume(qui: Objet, { montree, masquee }: Pick<CelluleLue, 'montree' | 'masquee'>, lignes: number): boolean {
    this.#situer(qui);
    if (!montree && !masquee && !estUneFiche(qui)) return false;
    const identite = identiteDUneFormation(qui);
    if (identite === undefined) return false;
    this.fichesComparees += lignes;
    this.#noter(identite, qui, qui.uai, { montree, masquee: masquee || estMasquee(qui) });
    return montree && this.#caches.has(cleDe(identite));
  }

  /** Reads one row of a CSV that stands in an archive. */
  lireLigne(fichier: string, ligne: Objet): void {
    this.#situer(ligne);
    if (estUneFiche(ligne)) this.#lireFiche(fichier, ligne, ligne, 'ligne');
  }

  /** What the files of another tree say, added to what is read here: the sums are made of both. */
  apprendre({ cellules, copies, agregats, regions }: ReleveDit): void {
    for (const [cle, cellule] of cellules) this.#retenir(cle, { ...cellule });
    for (const [cle, source] of copies) this.copies.set(cle, source);
    for (const [cle, agregat] of agregats) this.agregats.set(cle, agregat);
    for (const [uai, region] of regions) this.regions.set(uai, region);
  }

  /** What another thread read of the same tree, added to this. */
  fusionner(lu: ReleveLu): void {
    this.apprendre(lu);
    this.fuites.push(...lu.fuites);
    this.fichiersLus += lu.fichiersLus;
    this.fichesComparees += lu.fichesComparees;
    this.valeursComparees += lu.valeursComparees;
    this.sansIdentite += lu.sansIdentite;
  }

  /** Says that a file shows `champ` of a record, for what is no record in the data files (pages, drawings). */
  signaler(fichier: string, identite: Identite, champ: string): void {
    const cle = cleDe(identite);
    if (this.#caches.has(cle)) this.#fuite(fichier, cle, [champ]);
  }

  /** Compared only: the record that it reads stands in the same file, with its headcount and its origin. */
  #lireLecture(fichier: string, objet: Objet): void {
    const identite = identiteDUneFormation(objet);
    if (identite === undefined) return;
    this.fichesComparees += 1;
    const cle = cleDe(identite);
    // Its close courses are records of their own.
    const { proches: _, ...propres } = objet;
    if (this.#caches.has(cle)) this.#fuite(fichier, cle, champsMontres(propres, 'objet'));
  }

  /** `contexte`: identity keys of the record, its own and those of what contains it. */
  #lireFiche(fichier: string, contexte: Objet, objet: Objet, sorte: 'objet' | 'ligne'): void {
    const identite = identiteDUneFormation(
      contexte === objet ? objet : { ...contexte, region_code: objet.region_code },
    );
    if (identite === undefined) return;
    this.fichesComparees += 1;
    const cle = cleDe(identite);
    const montree = montreUnChamp(objet, sorte);
    if (montree && this.#caches.has(cle)) this.#fuite(fichier, cle, champsMontres(objet, sorte));
    this.#noter(identite, objet, contexte.uai, { montree, masquee: estMasquee(objet) });
  }

  /** Keeps what a record says of its cohort; one that repeats another says nothing of its own. `uai`: its place. */
  #noter(
    identite: Identite,
    objet: Objet,
    uai: unknown,
    { montree, masquee }: Pick<CelluleLue, 'montree' | 'masquee'>,
  ): void {
    const cle = cleDe(identite);
    const source = copieDe(objet, uai);
    if (source === undefined)
      this.#retenir(cle, { ...identite, effectif: effectifDe(objet.nb_annee_term), montree, masquee });
    else
      this.copies.set(
        cle,
        cleDe({ ...identite, code: source.code ?? identite.code, lieu: source.uai ?? identite.lieu }),
      );
  }

  #retenir(cle: string, lue: CelluleLue): void {
    const connue = this.cellules.get(cle);
    if (connue === undefined) this.cellules.set(cle, lue);
    else {
      connue.montree ||= lue.montree;
      connue.masquee ||= lue.masquee;
      connue.effectif ??= lue.effectif;
    }
  }

  #lireAgregat(value: Objet, contexte: Objet): void {
    const { filiere, millesime, codes_certifications: codes } = { ...contexte, ...value };
    if (typeof filiere !== 'string' || typeof millesime !== 'string' || !Array.isArray(codes)) return;
    const lieu = lieuDe({ ...contexte, maille: undefined, uai: undefined, region: value.region ?? contexte.region });
    this.fichesComparees += 1;
    this.agregats.set(`${filiere} ${millesime} ${lieu} ${codes.map(String).sort().join('+')}`, {
      codes: codes.map(String),
      filiere,
      millesime,
      lieu,
      effectif: effectifDe(value.nb_annee_term),
      montre: champsMontres(value, 'objet'),
    });
  }

  /** A file that names a school and its region together tells where the school is. */
  #situer({ uai, region }: Objet): void {
    const code = codeDeRegion(region);
    if (typeof uai === 'string' && uai !== '' && code !== undefined) this.regions.set(uai, code);
  }

  #fuite(fichier: string, cellule: string, montre: string[]): void {
    this.fuites.push({ fichier, cellule, montre });
  }
}

/** The identity keys of an object over those that contain it. A record with its own place does not take the place of its container. */
export function heriter(objet: Objet, herite: Objet): Objet {
  let contexte = herite;
  for (const nom of HERITES) {
    const value = objet[nom];
    if (value === undefined) continue;
    if (contexte === herite) contexte = { ...herite };
    contexte[nom] = value;
  }
  return contexte;
}

/** Whose figures these are; undefined for those of a whole school, which belong to no course. */
function identiteDUneFormation(objet: Objet): Identite | undefined {
  return 'perimetre' in objet && objet.perimetre !== '' ? undefined : identiteDe(objet);
}
