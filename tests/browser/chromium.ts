/** The tests and `npm run bench:pages` open the same browser. */
export { findBrowser, launchBrowser } from '../../src/bench/chromium.ts';
