import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The machine's own browser: `CHROME_PATH`, else the usual places. Without one, says what to install. */
export function findBrowser(): string {
  const found = [process.env.CHROME_PATH ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
  if (found === undefined) {
    throw new Error(
      'No browser found for the tests of the pages. Install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one.',
    );
  }
  return found;
}

/** A headless browser that speaks to this machine only. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
