import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { HtmlValidate, version } from 'html-validate';
import { JSDOM, VirtualConsole } from 'jsdom';

import type { Defaut, Mesures, PageExaminee } from '../../domain/mesures.ts';
import { NOMS_DE_TYPES_DE_PAGE } from '../../domain/types-de-page.ts';
import { REGLES_AXE, REGLES_DE_DESSIN, REGLES_HTML } from './regles-html.ts';

/** How much of an element or message is kept as an example. */
const LONGUEUR_EXEMPLE = 160;

/**
 * What both tools found on some pages, and the rules of axe-core that answered. axe-core runs in jsdom, which draws nothing: a rule that
 * compares what is drawn, or asks whether something shows, gives no answer there.
 */
export class Examen {
  private readonly repondues = new Set<string>();
  private readonly indecises = new Set<string>(REGLES_DE_DESSIN);
  private readonly validateur = new HtmlValidate(REGLES_HTML);
  private readonly pages: PageExaminee[] = [];

  /** Looks at a page with both tools. */
  async examiner(page: Pick<PageExaminee, 'type' | 'url'>, html: string): Promise<void> {
    const accessibilite = await this.runAxe(html);
    this.pages.push({ ...page, accessibilite, html: await this.validate(html) });
  }

  finish(): Mesures['examen'] {
    return {
      outils: { axe: axe.version, html_validate: version },
      regles: [...this.repondues].sort(),
      regles_sans_reponse: [...this.indecises].filter((regle) => !this.repondues.has(regle)).sort(),
      // The page « Qualité » is looked at last: put back in the order of the types.
      pages: NOMS_DE_TYPES_DE_PAGE.flatMap((type) => this.pages.filter((page) => page.type === type)),
    };
  }

  private async runAxe(html: string): Promise<Defaut[]> {
    // A console of its own, that nobody listens to: jsdom says there that it cannot draw.
    const dom = new JSDOM(html, { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
    const { window } = dom;
    try {
      for (const details of window.document.querySelectorAll('details')) details.open = true;
      window.eval(axe.source);
      const { passes, violations, incomplete } = await runIn(window);
      for (const { id } of [...passes, ...violations]) this.repondues.add(id);
      for (const { id } of incomplete) this.indecises.add(id);
      return violations.map(({ id, nodes }) => ({
        regle: id,
        nombre: nodes.length,
        exemple: (nodes[0]?.html ?? '').slice(0, LONGUEUR_EXEMPLE),
      }));
    } finally {
      window.close();
    }
  }

  private async validate(html: string): Promise<Defaut[]> {
    const { results } = await this.validateur.validateString(html);
    const byRule = Map.groupBy(
      results.flatMap(({ messages }) => messages),
      ({ ruleId }) => ruleId,
    );
    return [...byRule].map(([regle, messages]) => ({
      regle,
      nombre: messages.length,
      exemple: (messages[0]?.message ?? '').slice(0, LONGUEUR_EXEMPLE),
    }));
  }
}

function runIn(window: JSDOM['window']): Promise<AxeResults> {
  const options: RunOptions = {
    runOnly: REGLES_AXE,
    resultTypes: ['violations'],
    rules: Object.fromEntries(REGLES_DE_DESSIN.map((regle) => [regle, { enabled: false }])),
  };
  const own = (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe;
  return own.run(options);
}
