import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser/launch.ts';
import { renderHtml } from '../../src/report/html.ts';
import {
  DESK,
  faultsOfAccess,
  hasBrowser,
  livePage,
  NO_BROWSER,
  PHONE,
  sha256Base64,
  unfold,
  visit,
  wakeCharts,
} from '../support/browser.ts';
import { emptyFacts, hostileFacts, sampleFacts } from '../support/sample-facts.ts';
import { scratch } from '../support/scratch.ts';

const folder = scratch();
const file = (name: string): string => join(folder, `${name}.html`);
const LISA = file('lisa');
const STATIC = file('static');
const HOSTILE = file('hostile');

/** Where every mark with a colour of the page's own stands and how long its outline is, in the order drawn. */
const SHAPES = (drawing: string): string => `(() => {
  const marks = [...document.querySelectorAll('${drawing} path')].filter((mark) => {
    return mark.closest('[fill]')?.getAttribute('fill').startsWith('var(--');
  });
  return marks.map((mark) => {
    const { x, y, width, height } = mark.getBBox();
    return [x, y, width, height, mark.getTotalLength()];
  });
})()`;

/** Charts of the report, as drawn. */
let charts = 0;

const chartOf = (page: Page, id: string) => page.locator(`figure:has([data-chart="${id}"])`);

describe.skipIf(!hasBrowser)(`living charts (skipped: ${NO_BROWSER})`, () => {
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(LISA, await livePage(sampleFacts()));
    writeFileSync(STATIC, await renderHtml(sampleFacts(), { sha256Base64 }));
    charts = readFileSync(STATIC, 'utf8').split('<svg class="chart wide"').length - 1;
    expect(charts).toBeGreaterThan(5);
    writeFileSync(HOSTILE, await livePage(hostileFacts()));
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
  });

  it.each([
    ['desk', DESK, 'wide'],
    ['phone', PHONE, 'narrow'],
  ])('come alive on a %s where they are drawn, each mark where it was', async (_, viewport, frame) => {
    const shapes = async (page: Page, ids: readonly string[], drawing: string): Promise<number[][][]> =>
      Promise.all(ids.map(async (id) => (await page.evaluate(SHAPES(drawing.replace('ID', id)))) as number[][]));
    let [ids, drawn]: [string[], number[][][]] = [[], []];
    await visit(browser, STATIC, { viewport }, async (page) => {
      await unfold(page);
      const drawings = page.locator(`svg.chart.${frame}`);
      ids = await drawings.evaluateAll((charts) => charts.map((chart) => chart.getAttribute('data-chart') ?? ''));
      drawn = await shapes(page, ids, `svg.chart.${frame}[data-chart="ID"]`);
    });
    expect(ids.length).toBe(charts);
    const wrongs = await visit(browser, LISA, { viewport }, async (page) => {
      await wakeCharts(page);
      expect(await page.locator(`.live.${frame}`).count()).toBe(charts);
      expect(await page.locator('svg.chart:visible').count()).toBe(0);
      const alive = await shapes(page, ids, `.live.${frame}:has(+ svg[data-chart="ID"])`);
      drawn.forEach((marks, chart) => {
        expect([ids[chart], alive[chart]?.length]).toEqual([ids[chart], marks.length]);
        expect(marks.length).toBeGreaterThan(0);
        marks.forEach((mark, index) => {
          // Drawings keep one decimal of each point; lengths add up their roundings.
          mark.forEach((number, at) => {
            const off = Math.abs(number - Number(alive[chart]?.[index]?.[at]));
            expect([ids[chart], off <= (at < 4 ? 0.11 : 1 + 0.02 * number)]).toEqual([ids[chart], true]);
          });
        });
      });
    });
    expect(wrongs).toEqual([]);
  });

  it('say of a mark what the drawing says of it', async () => {
    const wrongs = await visit(browser, LISA, { viewport: DESK }, async (page) => {
      const figure = chartOf(page, 'job-lengths');
      const titles = await figure.locator('svg.chart.wide title').allTextContents();
      await wakeCharts(page);
      const bars = figure.locator('.live.wide .role-mark path[fill^="var(--series"]');
      expect(await bars.count()).toBe(titles.length);
      const largest = await bars.evaluateAll((marks) => {
        const sizes = marks.map((mark) => mark.getBoundingClientRect().height);
        return sizes.indexOf(Math.max(...sizes));
      });
      await bars.nth(largest).hover();
      expect(await page.locator('.tip').textContent()).toBe(titles[largest]);
      await page.mouse.move(5, 5);
      expect(await page.locator('.tip').isVisible()).toBe(false);
    });
    expect(wrongs).toEqual([]);
  });

  it('tell each series where the pointer is, as the table behind the chart has them', async () => {
    const facts = sampleFacts();
    const wrongs = await visit(browser, LISA, { viewport: DESK }, async (page) => {
      await wakeCharts(page);
      const figure = chartOf(page, 'gpus-in-use');
      const live = figure.locator('.live.wide');
      await live.scrollIntoViewIfNeeded();
      const box = await live.boundingBox();
      await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 30);
      const head = (await page.locator('.tip-head').textContent()) ?? '';
      expect(head).toMatch(/^\d+ \w{3} \d{4} \d\d:\d\d to \d+ \w{3} \d{4} \d\d:\d\d UTC$/);
      const [from, to] = head
        .replace(' UTC', '')
        .split(' to ')
        .map((text) => Date.parse(`${text} UTC`) / 1000);
      const lines = await page.locator('.tip-line').allTextContents();
      const { start, binSeconds, series } = facts.timeline;
      const said = series.flatMap(({ model, gpus }) => {
        const bins = [...gpus].filter(
          (_, bin) => start + bin * binSeconds >= Number(from) && start + bin * binSeconds < Number(to),
        );
        const mean = bins.reduce((sum, count) => sum + count, 0) / bins.length;
        return mean > 0 ? [`${model}${mean >= 99.95 ? Math.round(mean) : mean.toFixed(1).replace(/\.0$/, '')}`] : [];
      });
      expect(lines).toEqual(said);
    });
    expect(wrongs).toEqual([]);
  });

  it('show a stretch of time, all of those over time the same', async () => {
    const wrongs = await visit(browser, LISA, { viewport: { width: 1440, height: 1400 } }, async (page) => {
      await wakeCharts(page);
      const [gpus, sweeps] = [chartOf(page, 'gpus-in-use'), chartOf(page, 'sweep-bars')];
      const bars = () => page.evaluate(SHAPES('.live.wide:has(+ svg[data-chart="sweep-bars"])'));
      const before = await bars();
      const live = gpus.locator('.live.wide');
      await live.scrollIntoViewIfNeeded();
      const box = (await live.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      await page.mouse.move(box.x + box.width * 0.4, box.y + 50);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, box.y + 50, { steps: 4 });
      await page.mouse.up();
      const shown = gpus.locator('output');
      await expect.poll(() => shown.textContent()).toMatch(/^\d+ \w{3} \d{4} to \d+ \w{3} \d{4} \(UTC\)$/);
      expect(await sweeps.locator('output').textContent()).toBe(await shown.textContent());
      expect(await bars()).not.toEqual(before);
      await gpus.getByRole('button', { name: 'Later' }).focus();
      const first = await shown.textContent();
      await page.keyboard.press('Enter');
      await expect.poll(() => shown.textContent()).not.toBe(first);
      await gpus.getByRole('button', { name: 'All' }).click();
      await expect.poll(() => shown.textContent()).toBe('Drag across the chart to look closer.');
      expect(await bars()).toEqual(before);
    });
    expect(wrongs).toEqual([]);
  });

  it('set off what a key of the legend stands for, alive or drawn', async () => {
    for (const path of [LISA, STATIC]) {
      const wrongs = await visit(browser, path, { viewport: DESK }, async (page) => {
        if (path === LISA) await wakeCharts(page);
        const figure = chartOf(page, 'job-lengths');
        const key = figure.getByRole('button', { name: 'failed' });
        await key.click();
        expect(await key.getAttribute('aria-pressed')).toBe('true');
        const bars = figure.locator(`${path === LISA ? '.live.wide' : 'svg.chart.wide'} [fill^="var(--series"]`);
        const seen = await bars.evaluateAll((marks) =>
          marks.filter((mark) => !mark.classList.contains('faded')).map((mark) => mark.getAttribute('fill')),
        );
        expect(new Set(seen)).toEqual(new Set(['var(--series-6)']));
        await key.click();
        expect(await figure.locator('.faded').count()).toBe(0);
      });
      expect(wrongs).toEqual([]);
    }
  });

  it.each([
    ['alive, in the dark', LISA, 'dark'],
    ['drawn', STATIC, 'light'],
  ] as const)('are saved as SVG that stands alone, %s', async (_, path, colorScheme) => {
    const wrongs = await visit(browser, path, { viewport: DESK, colorScheme, acceptDownloads: true }, async (page) => {
      if (path === LISA) await wakeCharts(page);
      const figure = chartOf(page, 'job-lengths');
      const [download] = await Promise.all([page.waitForEvent('download'), figure.locator('.save').click()]);
      expect(download.suggestedFilename()).toBe('runledger-job-lengths.svg');
      const saved = file('saved').replace('.html', '.svg');
      await download.saveAs(saved);
      const svg = readFileSync(saved, 'utf8');
      expect(svg).not.toMatch(/var\(|class=|style=|<script|href=|url\((?!#)/);
      expect(svg).toMatch(/<title>Attempts that ran/);
      expect(svg).toContain('font-family="');
      expect(svg).toContain('rgb(201, 80, 28)'); // --series-6 on paper, #c9501c, whatever the reader's scheme
      for (const label of ['completed', 'failed', 'Attempts', '10 min']) expect(svg).toContain(`>${label}<`);
      const alone = await page.context().newPage();
      await alone.goto(`file://${saved}`);
      const size = await alone.evaluate(
        '(({ width, height }) => [width, height])(document.documentElement.getBoundingClientRect())',
      );
      expect(Number((size as number[])[0])).toBe(880);
      await alone.close();
      expect(await page.evaluate('document.documentElement.style.length')).toBe(0);
    });
    expect(wrongs).toEqual([]);
  });

  it('stay drawings, without a word, where the browser cannot unpack them', async () => {
    const wrongs = await visit(browser, LISA, { viewport: DESK }, async (page) => {
      await page.addInitScript('delete globalThis.DecompressionStream');
      await page.reload();
      await page.locator('#over-time').scrollIntoViewIfNeeded();
      await page.waitForTimeout(500);
      await unfold(page);
      expect(await page.locator('.live').count()).toBe(0);
      expect(await page.locator('svg.chart:visible').count()).toBe(charts);
    });
    expect(wrongs).toEqual([]);
  });

  it('show hostile names as text and run none of them', async () => {
    const wrongs = await visit(browser, HOSTILE, { viewport: DESK }, async (page) => {
      await wakeCharts(page);
      const bars = page.locator('figure:has([data-chart="sweep-bars"]) .live.wide .role-mark path');
      for (let bar = 0; bar < (await bars.count()); bar++) {
        await bars.nth(bar).hover({ force: true });
        expect(await page.locator('.tip :is(img, script, b:text-is("bold"), a)').count()).toBe(0);
      }
      expect(await page.locator('.tip').textContent()).toMatch(/sweep-\d+/);
    });
    expect(wrongs).toEqual([]);
  });

  it('print as they were drawn, whatever a reader looks at', async () => {
    await visit(browser, LISA, { viewport: DESK }, async (page) => {
      await wakeCharts(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('svg.chart.wide:visible').count()).toBe(charts);
      expect(await page.locator('.live:visible, .figure-tools:visible, .tip:visible').count()).toBe(0);
    });
  });

  it('write numbers as the page does, on axes and in tips, and once only', async () => {
    writeFileSync(file('german'), await livePage(sampleFacts(), 'de'));
    const wrongs = await visit(browser, file('german'), { viewport: DESK }, async (page) => {
      const textsIn = (within: string): Promise<string[]> =>
        page.locator(`figure:has([data-chart="job-lengths"]) ${within} text`).allTextContents();
      const drawn = await textsIn('svg.chart.wide');
      await wakeCharts(page);
      expect((await textsIn('.live.wide')).filter((text) => text !== '')).toEqual(drawn);
      const mean = page.locator('figure:has([data-chart="gpus-in-use"]) .live.wide');
      await mean.scrollIntoViewIfNeeded();
      await mean.hover();
      const values = await page.locator('.tip-line b').allTextContents();
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) expect(value).toMatch(/^\d{1,3}(\.\d{3})*(,\d+)?$/);
      await page.locator('.stretch button').first().click();
      await page.getByRole('button', { name: 'All' }).first().click();
      expect((await textsIn('.live.wide')).filter((text) => text !== '')).toEqual(drawn);
    });
    expect(wrongs).toEqual([]);
  });

  it.each([
    ['light', DESK],
    ['dark', PHONE],
  ] as const)('have no fault of accessibility, in %s at %o', async (colorScheme, viewport) => {
    const wrongs = await visit(browser, LISA, { colorScheme, viewport }, async (page) => {
      await wakeCharts(page);
      expect(await faultsOfAccess(page)).toEqual([]);
    });
    expect(wrongs).toEqual([]);
  });

  it('are drawings without fault of accessibility where no script runs', async () => {
    // axe is a script itself, so the page's own are taken out instead of being forbidden.
    writeFileSync(file('silent'), readFileSync(LISA, 'utf8').replace(/<script>[\s\S]*?<\/script>/, ''));
    const wrongs = await visit(browser, file('silent'), { viewport: PHONE }, async (page) => {
      expect(await page.locator('button').count()).toBe(0);
      expect(await faultsOfAccess(page)).toEqual([]);
    });
    expect(wrongs).toEqual([]);
  });

  it('leave the page of LISA small', async () => {
    expect(statSync(LISA).size).toBeLessThan(1_200_000);
    expect(statSync(STATIC).size).toBeLessThan(600_000);
  });

  it('are none where there is nothing to draw', async () => {
    writeFileSync(file('empty'), await livePage(emptyFacts()));
    const wrongs = await visit(browser, file('empty'), { viewport: DESK }, async (page) => {
      expect(await page.locator('.figure-tools').count()).toBe(0);
    });
    expect(wrongs).toEqual([]);
  });
});
