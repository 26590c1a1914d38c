import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launchBrowser } from '../../scripts/browser/launch.ts';
import { auditHtml } from '../../src/report/audit/audit-html.ts';
import { renderHtml } from '../../src/report/html.ts';
import { AUDITS } from '../support/audit-samples.ts';
import { faultsOfAccess, hasBrowser, NO_BROWSER, PHONE, sha256Base64, visit as visitPage } from '../support/browser.ts';
import { emptyFacts, hostileFacts, sampleFacts } from '../support/sample-facts.ts';
import { scratch } from '../support/scratch.ts';

const folder = scratch();
const SAMPLES = {
  lisa: () => sampleFacts(),
  empty: () => emptyFacts(),
  single: () => sampleFacts({ sweeps: 1, attempts: 1, days: 1 }),
  hostile: () => hostileFacts(),
};
const sampleFile = (name: keyof typeof SAMPLES): string => join(folder, `${name}.html`);
const auditFile = (name: string): string => join(folder, `audit-${name}.html`);
/** Reports made by the command line, looked at as well where they are. */
const MADE = ['reports/lisa/index.html'].map((path) => resolve(path)).filter((path) => existsSync(path));
const PAGES = [
  ...(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]).map(sampleFile),
  ...Object.keys(AUDITS).map(auditFile),
  ...MADE,
];

it('has a browser to look with, at least where the checks must be complete', () => {
  expect(hasBrowser || !process.env.CI, NO_BROWSER).toBe(true);
});

describe.skipIf(!hasBrowser)(`the report in a browser (skipped without ${CHROMIUM})`, () => {
  let browser: Browser;

  beforeAll(async () => {
    for (const name of Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]) {
      writeFileSync(sampleFile(name), await renderHtml(SAMPLES[name](), { sha256Base64 }));
    }
    for (const [name, audit] of Object.entries(AUDITS)) {
      writeFileSync(auditFile(name), await auditHtml(audit(), sha256Base64));
    }
    browser = await launchBrowser();
  }, 60_000); // four reports, on a machine that may be busy

  afterAll(async () => {
    await browser?.close();
  });

  const visit = (path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) =>
    visitPage(browser, path, options, look);

  describe.each(PAGES)('%s', (path) => {
    it.each(['light', 'dark'] as const)(
      'has no fault of accessibility of any impact, and asks for nothing, in %s',
      async (colorScheme) => {
        const wrongs = await visit(path, { colorScheme }, async (page) => {
          expect(await faultsOfAccess(page)).toEqual([]);
        });
        expect(wrongs).toEqual([]);
      },
    );

    it('fits a phone: nothing overflows but tables inside their own frame', async () => {
      const wrongs = await visit(path, { viewport: PHONE }, async (page) => {
        await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
        expect(
          await page.evaluate(
            'Math.max(...[...document.querySelectorAll("svg.narrow")].map((svg) => svg.getBoundingClientRect().right), 0)',
          ),
        ).toBeLessThanOrEqual(PHONE.width);
      });
      expect(wrongs).toEqual([]);
    });
  });

  it.each([
    ['a desk', { width: 1200, height: 900 }, 'wide'],
    ['a phone', PHONE, 'narrow'],
  ])('shows its charts and tables on %s without JavaScript', async (_, viewport, frame) => {
    const wrongs = await visit(sampleFile('lisa'), { viewport, javaScriptEnabled: false }, async (page) => {
      const charts = page.locator('svg.chart:visible');
      expect(await charts.count()).toBe(8);
      for (const chart of await charts.all()) {
        expect(await chart.getAttribute('class')).toBe(`chart ${frame}`);
        expect(await chart.getAttribute('aria-label')).toMatch(/\w{3}/);
        const box = await chart.boundingBox();
        expect(Math.min(box?.width ?? 0, (box?.height ?? 0) * 2)).toBeGreaterThan(300);
      }
      expect(await page.locator('#sweep-list > tbody > tr:not(.below)').count()).toBe(123);
      expect(await page.locator('button').count()).toBe(0);
    });
    expect(wrongs).toEqual([]);
  });

  it.each([
    ['one screen of a desk', { width: 1440, height: 900 }, 1],
    ['two screens of a phone', PHONE, 2],
  ])('tells its story on %s', async (_, viewport, screens) => {
    for (const name of ['lisa', 'single', 'empty'] as const) {
      await visit(sampleFile(name), { viewport }, async (page) => {
        const box = await page.locator('#answer .findings').boundingBox();
        expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height * screens);
      });
    }
  });

  it('leads from a sweep’s bar to its row', async () => {
    const wrongs = await visit(sampleFile('lisa'), {}, async (page) => {
      await page.locator('svg.wide a[href="#sweep-017"]').click();
      await expect.poll(() => page.evaluate('location.hash')).toBe('#sweep-017');
      expect(await page.locator('#sweep-017').isVisible()).toBe(true);
    });
    expect(wrongs).toEqual([]);
  });

  it('prints with its charts, and with the values of the sweeps unfolded, even without JavaScript', async () => {
    await visit(sampleFile('lisa'), { javaScriptEnabled: false }, async (page) => {
      // What a closed `details` holds may have a box and is not painted, so its height is no sign.
      expect(
        await page
          .locator('.evidence')
          .first()
          .evaluate((list) => list.checkVisibility()),
      ).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('svg.chart.wide:visible').count()).toBeGreaterThanOrEqual(6);
      expect(await page.locator('.evidence').first().isVisible()).toBe(true);
      expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(50_000);
    });
  });

  it('sorts the sweeps by mouse and by keyboard, and says so to screen readers', async () => {
    const wrongs = await visit(sampleFile('lisa'), {}, async (page) => {
      const head = page.getByRole('columnheader', { name: 'Attempts' }).and(page.locator('#sweep-list th'));
      const button = head.getByRole('button');
      const column = async () =>
        (await page.locator('#sweep-list > tbody > tr > td:nth-child(5)').allTextContents()).map(Number);
      await button.click();
      expect(await column()).toEqual((await column()).toSorted((a, b) => b - a));
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await column()).toEqual((await column()).toSorted((a, b) => a - b));
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      expect(await page.locator('#sweep-list [aria-sort]').count()).toBe(1);
    });
    expect(wrongs).toEqual([]);
  });

  it('sorts what is not known to the end, whichever way', async () => {
    await visit(sampleFile('lisa'), {}, async (page) => {
      const button = page.locator('#sweep-list').getByRole('button', { name: 'Coverage' });
      for (let time = 0; time < 2; time++) {
        await button.click();
        const cells = await page.locator('#sweep-list > tbody > tr > td:nth-child(9)').allTextContents();
        expect(cells.indexOf('–')).toBe(cells.filter((cell) => cell !== '–').length);
      }
    });
  });

  it('filters the sweeps, counts them, and shows a sweep that an address names', async () => {
    const wrongs = await visit(sampleFile('lisa'), {}, async (page) => {
      await page.getByRole('searchbox', { name: 'Filter sweeps' }).fill('elmo random');
      const rows = page.locator('#sweep-list > tbody > tr:not(.below):visible');
      const shown = await rows.count();
      expect(shown).toBeGreaterThan(0);
      expect(shown).toBeLessThan(123);
      expect(await page.locator('output').textContent()).toBe(`${shown} of 123 sweeps`);
      await page.locator('#answer a[href="#sweep-017"]').click();
      await expect.poll(() => page.locator('#sweep-017').isVisible()).toBe(true);
      expect(await rows.count()).toBe(123);
      const top = (await page.locator('#sweep-017').boundingBox())?.y ?? -1;
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(900);
    });
    expect(wrongs).toEqual([]);
  });

  it('runs nothing of what hostile logs hold', async () => {
    const wrongs = await visit(sampleFile('hostile'), {}, async (page) => {
      expect(await page.locator('img, b:text-is("bold")').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(1);
      const suspects = await page.evaluate(
        '[...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^style$/.test(name))',
      );
      expect(suspects).toEqual([]);
    });
    expect(wrongs).toEqual([]);
  });
});
