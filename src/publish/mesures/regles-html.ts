import type { ConfigData } from 'html-validate';

/** What html-validate asks of every page: the build looks at some of them, the tests at others. */
export const REGLES_HTML: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Written by Astro and the minifier; valid in HTML5.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // The meta element of the policy is longer than what search engines show.
    'long-title': 'off',
  },
};

/** Families of rules of axe-core: WCAG 2.2 A and AA, and good practice. */
export const REGLES_AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that compare what is drawn: without a drawn page they would only say that they do not know. */
export const REGLES_DE_DESSIN = ['color-contrast', 'target-size'];
