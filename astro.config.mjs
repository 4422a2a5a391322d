import { defineConfig } from 'astro/config';

/**
 * The site is static; every page carries its CSS (one request, no flash), links end with a slash.
 * `SITE_URL` is the public address, needed for canonical links and the site map.
 */
export default defineConfig({
  site: process.env.SITE_URL ?? 'https://et-apres.example',
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets' },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
