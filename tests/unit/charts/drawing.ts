import { afterEach, beforeEach, expect, vi } from 'vitest';

import { getChartDocument } from '../../../src/charts/document.ts';

/** Plot warns when it guesses (an unknown scale, an invalid value): a drawing that warns is a wrong drawing. */
export function failOnWarnings(): void {
  const warn = vi.spyOn(console, 'warn');
  beforeEach(() => {
    warn.mockClear();
  });
  afterEach(() => {
    expect(warn).not.toHaveBeenCalled();
  });
}

/** Reads a drawing back as a page would. */
export function parseSvg(svg: string): Element {
  const holder = getChartDocument().createElement('div');
  holder.innerHTML = svg;
  const [root] = holder.children;
  if (root?.tagName.toLowerCase() !== 'svg') throw new Error('expected one svg');
  return root;
}

/** Every text of the drawing but its title. */
export function textsOf(svg: string): string[] {
  return [...parseSvg(svg).querySelectorAll('text')].map((text) => text.textContent);
}

/** What the content security policy and ARIA forbid inside a page (ENGINEERING § 0.6, PRODUCT § 8). */
export function expectPageReady(svg: string): void {
  expect(svg).not.toMatch(/<style|style=|<script|href="(?!#)|aria-label=| on\w+=/);
  const root = parseSvg(svg);
  expect(root.getAttribute('role')).toBe('img');
  expect(root.querySelector('title')?.textContent).not.toBe('');
  expect([...root.children].slice(1).every((child) => child.matches('defs, [aria-hidden="true"]'))).toBe(true);
  // A tenth of a pixel at most.
  expect(svg).not.toMatch(/\d\.\d{2,}/);
}
