/** A style sheet without comments nor useless spaces, for the files that carry their own. */
export const serrerCss = (css: string): string =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    // A space before a colon may part two selectors.
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim();
