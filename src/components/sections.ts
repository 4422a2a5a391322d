/** The sections of the page of a formation, for the list of anchors that opens it. */
export const SECTIONS_DE_FORMATION = [
  { id: 'regions', nom: 'Ma région' },
  { id: 'situation', nom: 'Est-ce beaucoup\u202f?' },
  { id: 'temps', nom: 'Au fil du temps' },
  { id: 'arbre', nom: "Taux d'emploi" },
  { id: 'salaire', nom: 'Salaire' },
  { id: 'ecoles', nom: 'Où la suivre' },
  { id: 'proches', nom: 'Formations proches' },
  { id: 'provenance', nom: 'Sources' },
] as const;
