import communs from '../styles/communs.css?raw';
import propre from '../styles/integrer.css?raw';
import tokens from '../styles/tokens.css?raw';
import { serrerCss } from '../lib/css.ts';

const carte = `${communs}${propre}`;

/** The custom properties that a style sheet uses. */
const employees = new Set([...carte.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));

/** The declarations of a block of `tokens.css` that the cards use. */
const declarations = (block: string): string =>
  serrerCss(block)
    .split(';')
    .filter((declaration) => employees.has(declaration.split(':')[0]))
    .join(';');

/** The two sets of colours of the site; `tokens.css` has one block for each. */
function couleurs(): { clair: string; sombre: string } {
  const [clair = '', sombre = ''] = [...tokens.matchAll(/:root \{([^}]*)\}/g)].map(([, block = '']) =>
    declarations(block),
  );
  return { clair, sombre };
}

function theme(): string {
  const { clair, sombre } = couleurs();
  const forced = (name: string, scheme: string, colours: string): string =>
    `:root:has(:target[id$='.${name}']){color-scheme:${scheme};${colours}}:host([theme='${name}']){color-scheme:${scheme};${colours}}`;
  return (
    `:root,:host{color-scheme:light dark;${clair}}@media screen and (prefers-color-scheme:dark){:root,:host{${sombre}}}` +
    forced('clair', 'light', clair) +
    forced('sombre', 'dark', sombre)
  );
}

/** The whole style sheet of the cards, in a frame or in a shadow tree; colours are those of the site, in light, dark, or as the reader's system has it. */
export const STYLE_DES_CARTES = `${serrerCss(carte)}${theme()}`;
