import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';

const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
] as const;
/** WebP ends at 16,383 px, and a reader’s patience sooner. */
const MOST_PX = 9000;
const QUALITY = 45;
const SCREEN_PX = 900;

/** Links to files beside the page would be printed with the folder of this machine. */
const UNLINK_FILES =
  "for (const link of document.querySelectorAll('a[href]')) if (!/^(#|https?:)/.test(link.getAttribute('href'))) link.removeAttribute('href')";

/** Pictures of a page from its top, on a desk and a phone, light and dark, and as it is printed; gives the names of the files. */
export async function takePictures(browser: Browser, html: string, name: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  const keep = (file: string, bytes: Buffer): void => {
    writeFileSync(join(folder, file), bytes);
    files.push(file);
  };
  for (const { colorScheme, width } of LOOKS) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: SCREEN_PX } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(html).href);
    await wake(page);
    keep(`${name}-${width}-${colorScheme}.webp`, await picture(await context.newCDPSession(page), page, width));
    if (width === 1440 && colorScheme === 'light') {
      await page.evaluate(UNLINK_FILES);
      keep(`${name}-print.pdf`, await page.pdf({ preferCSSPageSize: true }));
    }
    await context.close();
  }
  return files;
}

/** Scrolls through, so that charts are as a reader finds them. */
async function wake(page: Page): Promise<void> {
  for (let top = 0; top < MOST_PX; top += SCREEN_PX / 2) {
    await page.evaluate(`scrollTo(0, ${top})`);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(1500);
  await page.evaluate('scrollTo(0, 0)');
}

async function picture(session: CDPSession, page: Page, width: number): Promise<Buffer> {
  const height = Math.min(MOST_PX, Number(await page.evaluate('document.documentElement.scrollHeight')));
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  return Buffer.from(data, 'base64');
}
