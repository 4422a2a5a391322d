/**
 * Who puts this copy of the site on line. The law asks every publisher to say it; the project cannot know it. Fill these in before
 * the site goes public: until then the pages say plainly that nobody is named.
 */
export interface Editeur {
  /** Person or body that publishes, with its postal address. */
  nom: string;
  directeur: string;
  /** Name and address of the host. */
  hebergeur: string;
  /** Address to write to, for a mistake or a page that cannot be read. */
  contact: string;
}

export const EDITEUR: Editeur | null = null as Editeur | null;

/** Where to write, as a sentence of the pages. */
export function phraseDeContact(editeur: Editeur | null): string {
  return editeur === null
    ? "Cette copie du site n'a pas encore d'adresse de contact. Elle doit en avoir une avant d'être ouverte au public."
    : `Écrivez à [${editeur.contact}](mailto:${editeur.contact}).`;
}
