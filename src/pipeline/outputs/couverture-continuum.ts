import type { Rapport } from '../../domain/edition.ts';
import type { Fiche, Filiere, Maille } from '../../domain/fiche.ts';
import type { Database } from '../database.ts';

/** Kind of code that bears the figures of each track (RULES § 1): the denominator of its coverage. */
const TYPE_DE_CODE: Record<Filiere, Fiche['code_certification_type']> = {
  apprentissage: 'cfd',
  pro: 'mef11',
  agricole: 'mef11',
  superieur: 'sise',
};

interface Montres {
  filiere: Filiere;
  maille: Maille;
  /** Codes that show the three shares at least once: their own, and any, copies along the continuum included. */
  propres: Set<string>;
  tous: Set<string>;
}

/** Learns, record after record, which codes show figures, to tell what the continuum adds to coverage (RULES § 12). */
export class CodesMontres {
  readonly #groupes = new Map<string, Montres>();

  add({ filiere, maille, code_certification: code, parts, donnee_source }: Fiche): void {
    const cle = `${filiere} ${maille}`;
    const groupe = this.#groupes.get(cle) ?? { filiere, maille, propres: new Set(), tous: new Set() };
    this.#groupes.set(cle, groupe);
    if (parts === null) return;
    groupe.tous.add(code);
    if (donnee_source === undefined) groupe.propres.add(code);
  }

  /** Open codes that show figures without and with the continuum, by track and maille. */
  async toCouverture(db: Database): Promise<Rapport['couverture_continuum']> {
    const rows = await db.all<{ code: string; type: Fiche['code_certification_type'] }>(
      'select code_certification as code, code_certification_type as type from codes_ouverts',
    );
    const ouverts = Map.groupBy(rows, ({ type }) => type);
    const sorted = [...this.#groupes].sort(([left], [right]) => (left < right ? -1 : 1));
    return sorted.flatMap(([, { filiere, maille, propres, tous }]) => {
      const codes = ouverts.get(TYPE_DE_CODE[filiere]) ?? [];
      if (codes.length === 0) return [];
      const sans_continuum = codes.filter(({ code }) => propres.has(code)).length;
      const avec_continuum = codes.filter(({ code }) => tous.has(code)).length;
      const gain_points = Math.round(((avec_continuum - sans_continuum) * 1000) / codes.length) / 10;
      return [{ filiere, maille, codes_ouverts: codes.length, sans_continuum, avec_continuum, gain_points }];
    });
  }
}
