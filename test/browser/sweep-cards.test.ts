import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launchBrowser } from '../../scripts/browser/launch.ts';
import { renderHtml } from '../../src/report/html.ts';
import { answer } from '../../src/report/sections/answer.ts';
import { sweepTable } from '../../src/report/sections/sweep-table.ts';
import { faultsOfAccess, hasBrowser, PHONE, sha256Base64, visit as visitPage } from '../support/browser.ts';
import { factsFrom } from '../support/read-logs.ts';
import { scratch } from '../support/scratch.ts';
import { SEARCHES } from '../support/searches.ts';

// `report-page.test.ts` fails where the checks must be complete and there is no browser.
const UNFOLD = 'for (const details of document.querySelectorAll("details")) details.open = true';
const file = join(scratch(), 'searches.html');

describe.skipIf(!hasBrowser)(`the cards of sweeps in a browser (skipped without ${CHROMIUM})`, () => {
  let browser: Browser;

  beforeAll(async () => {
    const facts = await factsFrom({ 'jobs.csv': SEARCHES });
    writeFileSync(file, await renderHtml(facts, { sha256Base64, sections: [answer, sweepTable] }));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Opens the page and hands it over. Whatever it says or asks for is wrong. */
  async function visit(hash: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
    expect(await visitPage(browser, file, options, look, hash)).toEqual([]);
  }

  const isInView = async (page: Page, id: string): Promise<boolean> => {
    const box = await page.locator(`#${id} .explanation`).boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    return box !== null && box.y > 0 && box.y < height;
  };
  /** Ids of the sweeps in the order of the table, those that are hidden left out. */
  const order = (page: Page): Promise<string[]> =>
    page.locator('#sweep-list > tbody > tr:not(.below):visible > th a').allTextContents();

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['light on a phone', { colorScheme: 'light', viewport: PHONE }],
  ] as const)('have no fault of accessibility at all, in %s', async (_, options) => {
    await visit('', options, async (page) => {
      expect(await faultsOfAccess(page, "'#sweeps'")).toEqual([]);
    });
  });

  it.each([true, false])(
    'unfold and come into view where an address names them; script: %s',
    async (javaScriptEnabled) => {
      await visit('#sweep-002', { javaScriptEnabled }, async (page) => {
        await expect.poll(() => isInView(page, 'sweep-002')).toBe(true);
        expect(await page.locator('#sweep-003').isVisible()).toBe(false);
        await page.locator('#sweep-list a[href="#sweep-003"]').click();
        await expect.poll(() => isInView(page, 'sweep-003')).toBe(true);
        expect(await page.locator('#sweep-003 svg.plot').isVisible()).toBe(true);
      });
    },
  );

  it('unfold with the keyboard', async () => {
    await visit('', {}, async (page) => {
      await page.locator('#sweep-list summary').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.inside').first().isVisible()).toBe(true);
    });
  });

  it.each([
    ['an id', 'sweep-003', ['sweep-003']],
    ['a user', 'ben', ['sweep-002', 'sweep-003']],
    ['a kind', 'random', ['sweep-002']],
    ['a parameter and a value', 'optimiser lamb', ['sweep-003']],
    ['words of two kinds', 'ada seed', ['sweep-001']],
    ['nothing that is there', 'transformer', []],
  ])('are found by %s', async (_, words, found) => {
    await visit('', {}, async (page) => {
      await page.getByRole('searchbox', { name: 'Filter sweeps' }).fill(words);
      expect((await order(page)).sort()).toEqual(found);
      expect(await page.locator('output').textContent()).toBe(`${found.length} of 4 sweeps`);
      expect(await page.locator('.below:visible').count()).toBe(found.length);
    });
  });

  it('go with their rows when these are sorted, and the address says how, for others to see the same', async () => {
    const sent = '#sweep-list?sort=Runs&order=descending&find=lr';
    await visit('', {}, async (page) => {
      await page.locator('#sweep-list').getByRole('button', { name: 'Runs' }).click();
      await page.getByRole('searchbox', { name: 'Filter sweeps' }).fill('lr');
      await expect.poll(() => new URL(page.url()).hash).toBe(sent); // the driver hears of it a moment later
      // Of 24, 24 and 20 runs; of equals the one that took longer stood first.
      expect(await order(page)).toEqual(['sweep-003', 'sweep-001', 'sweep-002']);
      const below = await page
        .locator('#sweep-list > tbody > tr.below:visible .inside')
        .evaluateAll((cards) => cards.map(({ id }) => id));
      expect(below).toEqual(await order(page));
    });
    await visit(sent, {}, async (page) => {
      expect(await order(page)).toEqual(['sweep-003', 'sweep-001', 'sweep-002']);
      expect(await page.getByRole('searchbox').inputValue()).toBe('lr');
      expect(await page.getByRole('columnheader', { name: 'Runs' }).getAttribute('aria-sort')).toBe('descending');
    });
  });

  it('come back from a search when a link leads to one that it left out', async () => {
    await visit('', {}, async (page) => {
      await page.getByRole('searchbox', { name: 'Filter sweeps' }).fill('ada');
      await page.evaluate('location.hash = "#sweep-002"');
      await expect.poll(() => isInView(page, 'sweep-002')).toBe(true);
      expect(await order(page)).toHaveLength(4);
    });
  });

  it('are as wide as a phone, whatever stands in them', async () => {
    await visit('', { viewport: PHONE }, async (page) => {
      await page.evaluate(UNFOLD);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
      for (const card of await page.locator('.card').all()) {
        const box = await card.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(PHONE.width);
      }
    });
  });

  it('are printed with their drawings and without tables behind them, without a script', async () => {
    await visit('', { javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.drawn:visible').count()).toBe(4);
      expect(await page.locator('.inside .data:visible').count()).toBe(0);
      expect(await page.locator('.evidence').first().isVisible()).toBe(true);
    });
  });

  it('run nothing of hostile words, and show them', async () => {
    await visit('#sweep-004', {}, async (page) => {
      expect(await page.locator('img, .inside b:text-is("name"), i:text-is("mallory")').count()).toBe(0);
      expect(await page.locator('#sweep-004').textContent()).toContain('</script><img');
      expect(await page.locator('#sweep-004 .heat').textContent()).toContain('‹U+202E›');
    });
  });
});
