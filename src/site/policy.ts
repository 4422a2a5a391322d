import { createHash } from 'node:crypto';

const hashes = new Map<string, string>();

/** `'sha256-…'` of an inline style or script, as a content security policy names it; the same few texts come back on every page. */
function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  hashes.set(text, hash);
  return hash;
}

/**
 * Keeps in the policy of a page the hashes of what stands inline in that page. Astro names those of the whole site in each: half a kilobyte that
 * no compression takes away, and a policy wider than it needs to be.
 */
export function narrowPolicy(html: string): string {
  const inline = [...html.matchAll(/<(style|script)(?:\s[^>]*)?>([^]*?)<\/\1>/g)].map(([, , text = '']) =>
    hashOf(text),
  );
  const needed = new Set(inline);
  return html.replace(
    /(<meta http-equiv="content-security-policy" content=")([^"]*)(")/,
    (_, before: string, policy: string, after: string) =>
      `${before}${sansOuvrier(policy.replace(/ ('sha256-[^']+')/g, (source, hash: string) => (needed.has(hash) ? source : '')))}${after}`,
  );
}

/** A page that names no worker may start none: without this, its scripts would be allowed as workers too. */
function sansOuvrier(policy: string): string {
  if (policy.includes('worker-src')) return policy;
  return `${policy.replace(/;?\s*$/, '')}; worker-src 'none'`;
}

/** The style sheet and the images of this site; no script, no connection, no form: a card in a frame only shows itself. */
const POLICY_DE_CARTE = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** A card with its policy, instead of that of the pages. */
export function policyDeCarte(html: string): string {
  return html.replace(/(<meta http-equiv="content-security-policy" content=")[^"]*(")/, `$1${POLICY_DE_CARTE}$2`);
}
