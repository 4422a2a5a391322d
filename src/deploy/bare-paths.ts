/** The folder whose files also answer without `.json`, as in the original API. */
export const API = '/api/';

/**
 * The file that answers an address of the original API (API § 2): no extension, a prefix before the code, the millésime and the view as parameters.
 * Undefined when the address is not of that kind. A parameter that is not understood leads to a file that does not exist: another record than the one
 * asked for would be worse than none. This is what every server of `hosting/` does.
 *
 * `/api/inserjeunes/certifications/CFD:50022137`, `millesime=2023` → `/api/inserjeunes/certifications/50022137/2023.json`
 */
export function fileOfBarePath(path: string, query = ''): string | undefined {
  if (path === '/api' || path === API) return '/api/index.json';
  if (!path.startsWith(API) || /\/$|\.[a-z]+$/.test(path)) return undefined;
  const parameters = new URLSearchParams(query);
  const parts = [
    path.replace(/(?:CFD|MEFSTAT11|SISE):(?=[0-9A-Z]+$)/, ''),
    folderOf(parameters.get('millesime'), /^\d{4}(?:_\d{4})?$/),
    folderOf(parameters.get('vue'), /^filieres$/),
  ];
  return `${parts.join('')}.json`;
}

const folderOf = (value: string | null, expected: RegExp): string => {
  if (value === null || value === '') return '';
  return expected.test(value) ? `/${value}` : '/inconnu';
};

/** The address of a JSON file in the original API, for hosts that cannot rewrite: `/api/a/b.json` → `/api/a/b`. */
export const barePathOf = (path: string): string | undefined =>
  path.startsWith(API) && path.endsWith('.json') && path !== '/api/index.json'
    ? path.slice(0, -'.json'.length)
    : undefined;
