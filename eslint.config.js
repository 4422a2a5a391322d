import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (docs/decisions/0002): each layer with the layers it knows; all the others are refused.
 * The pipeline and the site never meet but in the JSON files, whose schemas are in `domain`.
 */
const all = [
  'lib',
  'domain',
  'pipeline',
  'search',
  'generator',
  'publish',
  'bench',
  'couverture',
  'deploy',
  'fetch',
  'fuzz',
  'charts',
  'site',
  'components',
  'images',
  'layouts',
  'pages',
];
const knows = {
  lib: [],
  domain: ['lib'],
  pipeline: ['lib', 'domain'],
  search: ['lib', 'domain'],
  generator: ['lib', 'domain'],
  publish: ['lib', 'domain', 'pipeline', 'search'],
  bench: ['lib', 'domain', 'pipeline', 'charts', 'publish'],
  couverture: ['lib', 'domain', 'publish'],
  deploy: ['lib', 'domain'],
  fetch: ['lib', 'domain', 'pipeline'],
  fuzz: ['lib', 'domain', 'pipeline', 'publish', 'generator'],
  charts: ['lib', 'domain'],
  site: ['lib', 'domain'],
  components: ['lib', 'domain', 'charts'],
  images: ['lib', 'domain', 'charts', 'site', 'components'],
  layouts: ['lib', 'domain', 'charts', 'components'],
  pages: ['lib', 'domain', 'charts', 'site', 'components', 'layouts'],
};
const layers = Object.fromEntries(
  Object.entries(knows).map(([layer, known]) => [layer, all.filter((name) => name !== layer && !known.includes(name))]),
);
const pure = new Set(['lib', 'domain']);

const layerRules = Object.entries(layers).map(([layer, forbidden]) => ({
  files: [`src/${layer}/**/*.{ts,astro}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: forbidden.map((name) => `**/${name}/**`),
            message: `${layer} must not import this layer (docs/decisions/0002).`,
          },
          ...(pure.has(layer)
            ? [
                {
                  group: ['node:*', 'astro', 'astro:*', '@duckdb/*', 'jsdom'],
                  message: `${layer} is pure: no file, engine or framework.`,
                },
              ]
            : []),
          ...(layer === 'fetch'
            ? [
                {
                  regex: '/pipeline/(?!reader/|kinds\\.ts$)',
                  message: 'fetch knows the reader of raw files only (docs/decisions/0002).',
                },
              ]
            : []),
          ...(layer === 'pipeline' ? [] : [{ group: ['@duckdb/*'], message: 'DuckDB is used by src/pipeline only.' }]),
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist/', 'data/', 'node_modules/', '.astro/', '.construction/', 'tests/pipeline/cases/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
    },
  },
  { files: ['tests/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  {
    files: ['hosting/**/*.js'],
    languageOptions: { globals: { Request: 'readonly', Response: 'readonly', URL: 'readonly' } },
  },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-recommended'],
  ...layerRules,
);
