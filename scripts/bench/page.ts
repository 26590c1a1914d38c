import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/launch.ts';
import { measurePage, type PageFigures } from './page/measure-page.ts';
import { type RuntimeSize, runtimeSizes } from './page/runtime-sizes.ts';
import { ensureSacctDump } from './sacct-dump.ts';

// How large the page is, how soon it is seen, and whether it ever keeps a reader waiting: `npm run bench:page`, or `npm run bench:page -- --jobs 100000` for a smaller log.
// Of each log the page with living charts and the one with drawings only. No time fails it: they depend on the machine, and on what else it does.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    jobs: { type: 'string', default: '1000000' },
    loads: { type: 'string', default: '7' },
    out: { type: 'string', default: join(ROOT, 'reports/bench-page.json') },
  },
});

interface Log {
  readonly name: string;
  readonly paths: readonly string[];
}

const dump = ensureSacctDump(join(ROOT, 'bench-data'), Number(options.jobs), 1);
const LOGS: readonly Log[] = [
  { name: 'LISA', paths: ['fixtures/lisa', '--method', 'strubell-2019'] },
  { name: `${options.jobs} jobs`, paths: [dump.path] },
];

function makePage(folder: string, { name, paths }: Log, more: readonly string[]): string {
  const out = join(folder, `${name}${more.join('')}`.replaceAll(/\W+/g, '-'));
  execFileSync('node', ['dist/cli/main.js', 'report', ...paths, '--out', out, '--quiet', ...more], { cwd: ROOT });
  return join(out, 'index.html');
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(0)} ms`);

function line(name: string, figures: PageFigures): string {
  const { bytes, firstPaint, firstChart, longestTask } = figures;
  const size = `${(bytes / 1000).toFixed(0)} kB`.padStart(9);
  return `${name.padEnd(24)}${size}  seen ${ms(firstPaint)}, first chart lives ${ms(firstChart)}, longest task ${ms(longestTask)}`;
}

const folder = mkdtempSync(join(tmpdir(), 'runledger-bench-page-'));
const browser = await launchBrowser();
const pages: Record<string, PageFigures> = {};
const runtimes: Record<string, RuntimeSize> = await runtimeSizes(ROOT);
try {
  for (const [name, { raw, deflated }] of Object.entries(runtimes)) {
    console.log(
      `runtime, ${name.padEnd(30)} ${(raw / 1000).toFixed(0)} kB, in the page ${(deflated / 1000).toFixed(0)} kB`,
    );
  }
  for (const log of LOGS) {
    for (const [way, more] of [
      ['live', []],
      ['static', ['--static']],
    ] as const) {
      const figures = await measurePage(browser, makePage(folder, log, more), Number(options.loads));
      pages[`${log.name}, ${way}`] = figures;
      console.log(line(`${log.name}, ${way}`, figures));
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
mkdirSync(dirname(options.out), { recursive: true });
writeFileSync(options.out, `${JSON.stringify({ loads: Number(options.loads), runtimes, pages }, null, 2)}\n`);
