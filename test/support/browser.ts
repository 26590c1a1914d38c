import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { CHROMIUM } from '../../scripts/browser/launch.ts';
import { liveRuntime } from '../../src/cli/live-runtime.ts';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { renderHtml } from '../../src/report/html.ts';
import type { Locale } from '../../src/report/render/locale.ts';

export const hasBrowser = existsSync(CHROMIUM);
export const NO_BROWSER = `no browser at ${CHROMIUM}: apt-get install chromium, or set RUNLEDGER_CHROMIUM`;
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Rows beyond the thirtieth are of one make with those before them, and cost axe 10 s. */
const LOOKED_AT = `{ exclude: ['tbody tr:nth-child(n + 31)'] }`;

export const sha256Base64 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64');

/** The page as the command line writes it: with living charts, which need `npm run build`. */
export function livePage(facts: ProjectFacts, locale: Locale = 'en'): Promise<string> {
  const live = liveRuntime();
  expect(live, 'dist/live-runtime.json is missing: npm run build').toBeDefined();
  return renderHtml(facts, { sha256Base64, live, locale });
}

/** Opens a page, at a part of it if one is named (`#sweeps`), hands it over, and gives all that it did that a report must not do. */
export async function visit(
  browser: Browser,
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
  part = '',
): Promise<string[]> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const wrongs: string[] = [];
  const address = pathToFileURL(path).href;
  page.on('console', (message) => wrongs.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => wrongs.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url()))
      wrongs.push(`request: ${request.url()}`);
  });
  await page.goto(address + part);
  await look(page);
  await context.close();
  return wrongs;
}

/** Opens all that folds: what a closed fold holds has a box, and yet is never in view. */
export const unfold = (page: Page): Promise<unknown> =>
  page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');

/** Unfolds the page and scrolls to each chart that can live until all do. */
export async function wakeCharts(page: Page): Promise<void> {
  await unfold(page);
  const asleep = `[...document.querySelectorAll('svg.chart:has(+ script[data-live])')].find((chart) => chart.getClientRects().length > 0)`;
  const next = `(() => { const chart = ${asleep}; chart?.scrollIntoView({ block: 'center' }); return chart === undefined; })()`;
  await expect.poll(() => page.evaluate(next), { timeout: 20_000, interval: 100 }).toBe(true);
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * What axe finds wrong with a page, of any impact, all that folds being unfolded.
 *
 * @param part of the page as axe takes it, in JavaScript
 */
export async function faultsOfAccess(page: Page, part = LOOKED_AT): Promise<string[]> {
  await unfold(page);
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(`axe.run(${part}, { resultTypes: ['violations'] })`)) as {
    violations: readonly Violation[];
  };
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html.slice(0, 200)} (${nodes.length})`,
  );
}
