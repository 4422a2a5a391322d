import { JSDOM } from 'jsdom';

let shared: Document | undefined;

/**
 * The document in which Plot draws outside a browser: one for the whole build (making one costs more than a hundred charts).
 * Charts never attach what they draw, so that nothing leaks from one page to the next.
 */
export function getChartDocument(): Document {
  shared ??= new JSDOM('').window.document;
  return shared;
}
