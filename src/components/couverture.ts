import { FILIERES, MAILLES, PERIMETRES } from '../domain/fiche.ts';
import { NOMS_DES_PERIMETRES, NOMS_DES_VOIES } from '../domain/phrases.ts';

const NOMS_DES_MAILLES: Record<(typeof MAILLES)[number], string> = {
  nationale: 'France',
  regions: 'Régions additionnées',
  regionale: 'Par région',
  etablissement: 'Par établissement',
};

/** Keys of the edition for the overall figures of schools: `ensemble/cfa`. */
const ENSEMBLE = 'ensemble';

const find = <K extends string>(keys: readonly K[], text: string | undefined): K | undefined =>
  keys.find((key) => key === text);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * The key of a coverage line of the edition in words; a key we do not know is shown as it is.
 *
 * `regionale/apprentissage` → « Par région, par apprentissage »
 */
export function libelleDeCouverture(cle: string): string {
  const [maille, public_] = cle.split('/');
  const placeKey = find(MAILLES, maille === ENSEMBLE ? 'etablissement' : maille);
  const trackKey = find(FILIERES, public_);
  const perimeterKey = find(PERIMETRES, public_);
  const place = placeKey === undefined ? maille : NOMS_DES_MAILLES[placeKey];
  if (trackKey !== undefined) return `${place ?? ''}, ${NOMS_DES_VOIES[trackKey]}`;
  if (perimeterKey !== undefined) return `${place ?? ''}, ${lowerFirst(NOMS_DES_PERIMETRES[perimeterKey])}`;
  return [place, public_].filter((text) => text !== undefined).join(', ');
}
