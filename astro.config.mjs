import { defineConfig } from 'astro/config';

import { lirePartie, pagesDeLaPartie } from './src/site/parties.ts';

/** The public address of the site (no path): canonical links are made when it is known. */
const site = process.env.SITE_URL;

/** The site is static; every page carries its CSS (one request, no flash), links end with a slash. */
export default defineConfig({
  ...(site ? { site } : {}),
  integrations: [pagesDeLaPartie(lirePartie(process.env.PARTIE))],
  output: 'static',
  trailingSlash: 'always',
  // The whitespace rules of JSX, which are also those of prettier-plugin-astro: a line break is no space, {' '} is one.
  compressHTML: 'jsx',
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets' },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
  security: {
    // Nothing but this site: styles and scripts by hash or from here, no plug-in, no form to elsewhere. The search page adds what Pagefind needs.
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
    },
  },
});
