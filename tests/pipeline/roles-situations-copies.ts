import type { Situation } from './roles-situations.ts';

export const PHASES_3_A_5: readonly Situation[] = [
  // Phase 3
  {
    regle: '3: a trainer and only manager, with another trainer that lacks figures',
    catalogue: ['B A A', 'C X A'],
    mesures: ['A'],
    attendu: {
      A: 'gestionnaire L[B C] F[A X] G[A]',
      B: 'lieu_formation of A as gestionnaire F[A] G[A]',
      C: 'lieu_formation of A as gestionnaire F[X] G[A]',
    },
  },
  {
    regle: '3: the same after phase 2: the list of phase 2 is kept and added to',
    catalogue: ['A A A', 'B A A', 'C X A'],
    mesures: ['A'],
    attendu: {
      A: 'gestionnaire L[A B C] F[A X] G[A]',
      B: 'lieu_formation of A as gestionnaire F[A] G[A]',
      C: 'lieu_formation of A as gestionnaire F[X] G[A]',
    },
  },
  {
    regle: '3: a place, its only trainer and manager, without other place',
    catalogue: ['A A A', 'C X A'],
    mesures: ['A'],
    attendu: {
      A: 'gestionnaire L[A C] F[A X] G[A]',
      C: 'lieu_formation of A as gestionnaire F[X] G[A]',
    },
  },
  {
    regle: '3: a place one of whose other places has a record stays a place',
    catalogue: ['A A A', 'B A A', 'C X A'],
    mesures: ['A', 'B'],
    attendu: { A: 'lieu_formation F[A] G[A]', B: 'lieu_formation F[A] G[A]' },
  },
  {
    regle: '3: a place with another trainer stays a place, although it is its only manager',
    catalogue: ['A A A', 'A Z A', 'C X A'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[A Z] G[A]' },
  },
  {
    regle: '3: a school with a second manager keeps its role',
    catalogue: ['A A A', 'A A H', 'C X A'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[A] G[A H]' },
  },
  {
    regle: '3: another trainer with a record as a trainer lacks nothing',
    catalogue: ['A A A', 'C X A'],
    mesures: ['A', 'X'],
    attendu: {
      A: 'lieu_formation F[A] G[A]',
      X: 'formateur L[C] G[A]',
      C: 'lieu_formation of X as formateur F[X] G[A]',
    },
  },
  {
    regle: '3: a record of the other trainer as a place does not count (docs: nothing said)',
    catalogue: ['A A A', 'X X A', 'X Z A', 'C X A'],
    mesures: ['A', 'X'],
    attendu: {
      A: 'gestionnaire L[A C X] F[A X Z] G[A]',
      X: 'lieu_formation F[X Z] G[A]',
      C: 'lieu_formation of A as gestionnaire F[X] G[A]',
    },
  },
  {
    regle: '3: another trainer all of whose places have a record lacks nothing',
    catalogue: ['A A A', 'C X A', 'D X G'],
    mesures: ['A', 'C', 'D'],
    attendu: {
      A: 'lieu_formation F[A] G[A]',
      C: 'lieu_formation F[X] G[A]',
      D: 'lieu_formation F[X] G[G]',
    },
  },
  {
    regle: '3: one place without record is enough, wherever another manager has it',
    catalogue: ['A A A', 'C X A', 'D X G'],
    mesures: ['A', 'C'],
    attendu: { A: 'gestionnaire L[A C] F[A X] G[A]', C: 'lieu_formation F[X] G[A]' },
  },
  {
    regle: '3: another trainer without known place lacks nothing',
    catalogue: ['A A A', '- X A'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[A] G[A]' },
  },
  {
    regle: '3: no other trainer, or a missing one: keeps its role',
    catalogue: ['A A A', 'C - A'],
    mesures: ['A'],
    attendu: { A: 'lieu_formation F[A] G[A]' },
  },
  {
    regle: '3: one lacking trainer is enough; the lists hold the others too',
    catalogue: ['A A A', 'C X A', 'D Y A'],
    mesures: ['A', 'C'],
    attendu: {
      A: 'gestionnaire L[A C D] F[A X Y] G[A]',
      C: 'lieu_formation F[X] G[A]',
      D: 'lieu_formation of A as gestionnaire F[Y] G[A]',
    },
  },

  // Phase 4
  {
    regle: '4: a copy keeps the managers of the trainer, all of them',
    catalogue: ['B A G', 'C A H'],
    mesures: ['A'],
    attendu: {
      A: 'formateur L[B C] G[G H]',
      B: 'lieu_formation of A as formateur F[A] G[G H]',
      C: 'lieu_formation of A as formateur F[A] G[G H]',
    },
  },
  {
    regle: '4: no copy where another trainer, or a missing one, teaches too',
    catalogue: ['B A G', 'B Z G', 'C A G', 'C - G'],
    mesures: ['A'],
    attendu: { A: 'formateur L[B C] G[G]' },
  },
  {
    regle: '4: no copy to a place whose UAI has a wrong letter; the list keeps it',
    catalogue: ['!B A G', 'C A G'],
    mesures: ['A'],
    attendu: { A: 'formateur L[!B C] G[G]', C: 'lieu_formation of A as formateur F[A] G[G]' },
  },

  // Phase 5
  {
    regle:
      '5: the copies of a manager go to its own places, not to the other places of its trainers (docs: via trainers)',
    catalogue: ['B X A', 'D X G'],
    mesures: ['A'],
    attendu: { A: 'gestionnaire L[B] F[X]', B: 'lieu_formation of A as gestionnaire F[X] G[A]' },
  },
  {
    regle: '5: no copy where another manager, or a missing one, manages too (docs: no such check)',
    catalogue: ['B X A', 'B Y H', 'C X A', 'C X -'],
    mesures: ['A'],
    attendu: { A: 'gestionnaire L[B C] F[X]' },
  },
  {
    regle: '5: a copy names the trainers of the place, not of the manager',
    catalogue: ['B Y A', 'B X A', 'C Z A', 'D - A'],
    mesures: ['A'],
    attendu: {
      A: 'gestionnaire L[B C D] F[X Y Z]',
      B: 'lieu_formation of A as gestionnaire F[X Y] G[A]',
      C: 'lieu_formation of A as gestionnaire F[Z] G[A]',
      D: 'lieu_formation of A as gestionnaire F[] G[A]',
    },
  },
  {
    regle: '5: a place that has the copy of its trainer keeps it; a place with a record keeps its own',
    catalogue: ['B X A', 'C Y A', 'D Y A'],
    mesures: ['A', 'X', 'C'],
    attendu: {
      A: 'gestionnaire L[B C D] F[X Y]',
      X: 'formateur L[B] G[A]',
      B: 'lieu_formation of X as formateur F[X] G[A]',
      C: 'lieu_formation F[Y] G[A]',
      D: 'lieu_formation of A as gestionnaire F[Y] G[A]',
    },
  },
  {
    regle: '5: no copy to a place whose UAI has a wrong letter',
    catalogue: ['!B X A'],
    mesures: ['A'],
    attendu: { A: 'gestionnaire L[!B] F[X]' },
  },
];
