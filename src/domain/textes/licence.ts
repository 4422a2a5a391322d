import type { Licence } from '../ressources.ts';

/** Real figures: those of the publishers. */
const LICENCE_OUVERTE: Licence = {
  code: 'etalab-2.0',
  titre: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
};
/** Invented figures come with the code of the project. */
const LICENCE_DE_LA_DEMONSTRATION: Licence = {
  code: 'MIT',
  titre: 'Licence MIT (données inventées pour la démonstration)',
  url: 'https://opensource.org/license/mit',
};

export const licenceDesDonnees = (fictives: boolean): Licence =>
  fictives ? LICENCE_DE_LA_DEMONSTRATION : LICENCE_OUVERTE;
