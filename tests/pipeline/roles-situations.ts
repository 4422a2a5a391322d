/**
 * A situation of the roles of schools (RULES § 15): a diploma of its own, its rows of the catalogue as « place trainer manager » (`-` empty,
 * `null` the word, lower case allowed, `!` a wrong control letter), the schools with a record, and what every school must show, copies included.
 */
export interface Situation {
  regle: string;
  catalogue: readonly string[];
  mesures: readonly string[];
  /** By school: role, « of » the school of the figures « as » its role when it is another, then the lists of Lieux, Formateurs, Gestionnaires. */
  attendu: Record<string, string>;
}

export const PHASES_1_ET_2: readonly Situation[] = [
  // Phase 1
  {
    regle: '1: a place; its trainers and managers are those of its own rows, each once, sorted',
    catalogue: ['A Y G', 'A Y G', 'A X H', 'B Z I'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[X Y] G[G H]' },
  },
  {
    regle: '1: a trainer that is no place; its places and managers',
    catalogue: ['C A H', 'B A G'],
    mesures: ['A', 'B', 'C'],
    attendu: {
      A: 'formateur L[B C] G[G H]',
      B: 'lieu_formation F[A] G[G]',
      C: 'lieu_formation F[A] G[H]',
    },
  },
  {
    regle: '1: a manager that is neither place nor trainer; its places and trainers',
    catalogue: ['B X A', 'C Y A'],
    mesures: ['A', 'B', 'C'],
    attendu: {
      A: 'gestionnaire L[B C] F[X Y]',
      B: 'lieu_formation F[X] G[A]',
      C: 'lieu_formation F[Y] G[A]',
    },
  },
  {
    regle: '1: a school that the catalogue does not name',
    catalogue: ['B X G'],
    mesures: ['A'],
    attendu: { A: 'inconnu' },
  },
  { regle: '1: no row of the catalogue at all', catalogue: [], mesures: ['A'], attendu: { A: 'inconnu' } },
  {
    regle: '1: a place wins over a trainer and a manager',
    catalogue: ['B A G', 'C X A', 'A X H'],
    mesures: ['A', 'B', 'C'],
    attendu: {
      A: 'lieu_formation F[X] G[H]',
      B: 'lieu_formation F[A] G[G]',
      C: 'lieu_formation F[X] G[A]',
    },
  },
  {
    regle: '1: a trainer wins over a manager, and only its own rows count',
    catalogue: ['C X A', 'B A G'],
    mesures: ['A', 'B', 'C'],
    attendu: {
      A: 'formateur L[B] G[G]',
      B: 'lieu_formation F[A] G[G]',
      C: 'lieu_formation F[X] G[A]',
    },
  },
  {
    regle: '1: an empty cell and the word null are missing schools, in lists too; case does not count',
    catalogue: ['a - null', '- B G', 'c x G', 'c - h'],
    mesures: ['A', 'B', 'C'],
    attendu: { A: 'lieu_formation F[] G[]', B: 'formateur L[] G[G]', C: 'lieu_formation F[X] G[G H]' },
  },

  // Phase 2
  {
    regle: '2: one other place without record is enough, although another has one (docs: all of them)',
    catalogue: ['A A G', 'B A G', 'C A G'],
    mesures: ['A', 'B'],
    attendu: {
      A: 'formateur L[A B C] F[A] G[G]',
      B: 'lieu_formation F[A] G[G]',
      C: 'lieu_formation of A as formateur F[A] G[G]',
    },
  },
  {
    regle: '2: when every other place has a record, the school stays a place',
    catalogue: ['A A G', 'B A G'],
    mesures: ['A', 'B'],
    attendu: { A: 'lieu_formation F[A] G[G]', B: 'lieu_formation F[A] G[G]' },
  },
  {
    regle: '2: no other place, or a missing one: stays a place',
    catalogue: ['A A G', '- A G'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[A] G[G]' },
  },
  {
    regle: '2: a place with a second trainer stays a place',
    catalogue: ['A A G', 'A Z G', 'C A G'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[A Z] G[G]' },
  },
  {
    regle: '2: a place whose only trainer is another school stays a place',
    catalogue: ['A Z G', 'C A G'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[Z] G[G]' },
  },
  {
    regle: '2: a row without trainer does not make a second trainer',
    catalogue: ['A A G', 'A - G', 'C A G'],
    mesures: ['A'],
    attendu: { A: 'formateur L[A C] F[A] G[G]', C: 'lieu_formation of A as formateur F[A] G[G]' },
  },
];
