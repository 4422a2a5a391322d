const LETTRES = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/**
 * Is this a school identifier: seven digits and the right control letter (RULES § 18)?
 *
 * `0010856A` → true, `0010856B` → false. Lower case is accepted.
 */
export function isUai(text: string): boolean {
  if (!/^\d{7}[A-Za-z]$/.test(text)) return false;
  return LETTRES[Number(text.slice(0, 7)) % 23] === text[7]?.toUpperCase();
}

/** The control letter of seven digits: `0692717` → `D`. */
export function lettreDeControle(digits: string): string {
  if (!/^\d{7}$/.test(digits)) throw new Error(`invalid uai number: ${digits}`);
  return LETTRES.charAt(Number(digits) % 23);
}
