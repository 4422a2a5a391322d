import type { Fiche } from '../../../domain/fiche.ts';
import type { Repartition } from '../../../domain/lecture.ts';
import type { Database } from '../../database.ts';

/** A row of the mart `repartitions`. */
interface RepartitionRow extends Omit<Repartition, 'region'> {
  type: string;
  region: string | null;
}

type Place = Pick<Fiche, 'filiere' | 'maille' | 'millesime'> & { region?: string | undefined };

const cleDe = (type: string, { filiere, maille, region, millesime }: Place): string =>
  `${type} ${filiere} ${maille} ${region ?? ''} ${millesime}`;

/** Order of what is compared: place from wide to narrow, newest millésime first (a single year before a pooled pair of the same end). */
export const ORDRE_DES_COMPAREES =
  "type, filiere, list_position(['nationale', 'regions', 'regionale'], maille), region, right(millesime, 4) desc, length(millesime)";

/** Every distribution of the edition, by what it compares. */
export class Repartitions {
  readonly #parCle = new Map<string, Repartition>();
  readonly #parType = new Map<string, Repartition[]>();

  static async load(db: Database): Promise<Repartitions> {
    const repartitions = new Repartitions();
    const rows = await db.all<RepartitionRow>(`select * from repartitions order by ${ORDRE_DES_COMPAREES}`);
    for (const row of rows) repartitions.#add(row);
    return repartitions;
  }

  #add({ type, filiere, maille, region, millesime, nombre, emploi, formation }: RepartitionRow): void {
    const place = { filiere, maille, ...(region === null ? {} : { region }) };
    const repartition: Repartition = { ...place, millesime, nombre, emploi, formation };
    this.#parCle.set(cleDe(type, repartition), repartition);
    const duType = this.#parType.get(type) ?? [];
    duType.push(repartition);
    this.#parType.set(type, duType);
  }

  /** What the records of a diploma type, track, place and millésime are compared with; undefined when they are too few. */
  pour(type: string, fiche: Place): Repartition | undefined {
    return this.#parCle.get(cleDe(type, fiche));
  }

  duType(type: string): readonly Repartition[] {
    return this.#parType.get(type) ?? [];
  }
}
