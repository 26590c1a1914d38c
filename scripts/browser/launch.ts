import { type Browser, chromium } from 'playwright-core';

export const CHROMIUM = process.env.RUNLEDGER_CHROMIUM ?? '/usr/bin/chromium';

/** Without the first, a browser in a container as root does not start; the others keep it from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that looks at pages: Debian's Chromium, or `RUNLEDGER_CHROMIUM`. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
