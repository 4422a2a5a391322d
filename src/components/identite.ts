import type { Fiche, FicheEnsemble } from '../domain/fiche.ts';

/** What tells a record from the others. */
type Reconnaissable = (Pick<Fiche, 'code_certification' | 'filiere'> | Pick<FicheEnsemble, 'perimetre'>) &
  Pick<Fiche, 'millesime' | 'maille' | 'region' | 'uai'>;
export type Attributs = Record<`data-${string}`, string | undefined>;

/**
 * The attributes that tell which record a figure belongs to (PRODUCT § 8). France is the default and is not said.
 *
 * `{code_certification: '50022137', filiere: 'apprentissage', millesime: '2022_2023', maille: 'regionale', region: '53'}` →
 * `{'data-code': '50022137', 'data-filiere': 'apprentissage', 'data-millesime': '2022_2023', 'data-maille': 'regionale', 'data-region': '53'}`
 */
export function identite(fiche: Reconnaissable): Attributs {
  return {
    ...('filiere' in fiche
      ? { 'data-code': fiche.code_certification, 'data-filiere': fiche.filiere }
      : { 'data-perimetre': fiche.perimetre }),
    'data-millesime': fiche.millesime,
    'data-maille': fiche.maille === 'nationale' ? undefined : fiche.maille,
    'data-region': fiche.maille === 'regionale' ? fiche.region : undefined,
    'data-uai': fiche.uai,
  };
}

/** Same, for a line of the report that names a record: « ensemble » is how the revisions call a whole school. */
export function identiteDeReference(reference: {
  maille: string;
  millesime: string;
  code_certification?: string | undefined;
  filiere?: string | undefined;
  perimetre?: string | undefined;
  region?: string | undefined;
  uai?: string | undefined;
}): Attributs {
  const maille = reference.maille === 'ensemble' ? 'etablissement' : reference.maille;
  return {
    'data-code': reference.code_certification,
    'data-filiere': reference.filiere,
    'data-perimetre': reference.perimetre,
    'data-millesime': reference.millesime,
    'data-maille': maille === 'nationale' ? undefined : maille,
    'data-region': maille === 'regionale' ? reference.region : undefined,
    'data-uai': reference.uai,
  };
}

const entriesOf = (attributs: Attributs): [keyof Attributs, string | undefined][] =>
  Object.entries(attributs) as [keyof Attributs, string | undefined][];

/** The attributes that every record of a table shares: said once, on the table. */
export function identiteCommune(fiches: readonly (Fiche | FicheEnsemble)[]): Attributs {
  const [first, ...others] = fiches.map(identite);
  if (first === undefined) return {};
  return Object.fromEntries(entriesOf(first).filter(([name, value]) => others.every((other) => other[name] === value)));
}

/** What a row still has to say of its record. */
export function identitePropre(fiche: Fiche | FicheEnsemble, commune: Attributs): Attributs {
  return Object.fromEntries(entriesOf(identite(fiche)).filter(([name, value]) => commune[name] !== value));
}
