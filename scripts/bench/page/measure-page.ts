import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** What a page costs its reader; times are medians over several loads, ms. */
export interface PageFigures {
  readonly bytes: number;
  /** First contentful paint. */
  readonly firstPaint: number;
  /** From the first chart coming into view until it lives; undefined for drawings. */
  readonly firstChart?: number;
  /** The longest task after the page has loaded, while a reader scrolls from top to bottom and points at every chart; 0 where all are under 50 ms. */
  readonly longestTask: number;
  /** The same, worst of all loads. */
  readonly worstTask: number;
  readonly charts: number;
}

/** Keeps the tasks that block the page, with when each began. */
const WATCH = `
globalThis.longTasks = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
  .observe({ type: 'longtask', buffered: true });
`;
const STEP_PX = 700;
const VIEW = { width: 1440, height: 900 };

interface Load {
  readonly firstPaint: number;
  readonly firstChart: number | undefined;
  readonly longestTask: number;
  readonly charts: number;
}

/** Opens a page some times as a reader would, each time in a browser window of its own. */
export async function measurePage(browser: Browser, path: string, loads: number): Promise<PageFigures> {
  const found: Load[] = [];
  for (let load = 0; load < loads; load++) found.push(await readOnce(browser, path));
  const chart = found.flatMap(({ firstChart }) => firstChart ?? []);
  return {
    bytes: statSync(path).size,
    firstPaint: median(found.map(({ firstPaint }) => firstPaint)),
    ...(chart.length > 0 && { firstChart: median(chart) }),
    longestTask: median(found.map(({ longestTask }) => longestTask)),
    worstTask: Math.max(...found.map(({ longestTask }) => longestTask)),
    charts: found[0]?.charts ?? 0,
  };
}

async function readOnce(browser: Browser, path: string): Promise<Load> {
  const context = await browser.newContext({ viewport: VIEW });
  try {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(pathToFileURL(path).href);
    const firstPaint = await numberOf(page, `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`);
    const loaded = await numberOf(page, 'performance.now()');
    const firstChart = await timeToLive(page);
    const charts = await readThrough(page);
    const longestTask = await numberOf(
      page,
      `Math.max(0, ...longTasks.filter((task) => task.startTime >= ${loaded}).map((task) => task.duration))`,
    );
    return { firstPaint, firstChart, longestTask, charts };
  } finally {
    await context.close();
  }
}

/** Scrolls to the first chart and waits until it lives. */
async function timeToLive(page: Page): Promise<number | undefined> {
  if ((await page.locator('script[data-live]').count()) === 0) return undefined;
  const begun = await numberOf(
    page,
    `(document.querySelector('svg.chart.wide').scrollIntoView({ block: 'center' }), performance.now())`,
  );
  await page.waitForSelector('.live');
  return (await numberOf(page, 'performance.now()')) - begun;
}

/** From top to bottom, pointing at every chart; gives how many live in the end. */
async function readThrough(page: Page): Promise<number> {
  const height = await numberOf(page, 'document.documentElement.scrollHeight');
  for (let top = 0; top < height; top += STEP_PX) {
    await page.evaluate(`scrollTo(0, ${top})`);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(300);
  for (const chart of await page.locator('.live:visible, svg.chart:visible').all()) {
    await chart.hover({ force: true });
    await page.waitForTimeout(50);
  }
  return page.locator('.live:visible').count();
}

const numberOf = async (page: Page, expression: string): Promise<number> => Number(await page.evaluate(expression));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
