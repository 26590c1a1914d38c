import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHROMIUM, launchBrowser } from '../browser/launch.ts';
import { picturedOnly, REPORTS, type Sample } from './samples.ts';
import { takePictures } from './take-pictures.ts';

// Makes all samples that are checked in: `npm run reports`. Full reports of our own logs, which CI compares byte by byte, and pictures of them and of logs of others, which differ
// with the machine’s fonts and are not compared. `-- --no-pictures` for the reports alone, `-- --out DIR` to try.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: join(ROOT, 'reports') },
    'no-pictures': { type: 'boolean', default: false },
  },
});
const out = resolve(options.out);

function makeReport({ name, args }: Sample, folder: string): string {
  execFileSync('node', ['dist/cli/main.js', 'report', ...args, '--out', join(folder, name), '--quiet'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return join(folder, name, 'index.html');
}

async function picture(pages: ReadonlyMap<string, string>): Promise<void> {
  const folder = join(out, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  let bytes = 0;
  for (const [name, page] of pages) {
    for (const file of await takePictures(browser, page, name, folder)) bytes += statSync(join(folder, file)).size;
  }
  await browser.close();
  console.log(`${folder}: ${pages.size} samples, ${(bytes / 1e6).toFixed(1)} MB`);
}

const pages = new Map(REPORTS.map((sample) => [sample.name, makeReport(sample, out)]));
for (const page of pages.values()) console.log(`${page}: ${(statSync(page).size / 1000).toFixed(0)} kB`);
if (!options['no-pictures']) {
  if (!existsSync(CHROMIUM))
    throw new Error(`no browser at ${CHROMIUM}: set RUNLEDGER_CHROMIUM, or leave pictures out with --no-pictures`);
  const { samples, missing } = picturedOnly();
  for (const path of missing) console.log(`no pictures of shared/data/${path}, which is not here`);
  const folder = mkdtempSync(join(tmpdir(), 'runledger-reports-'));
  const others = samples.map((sample) => [sample.name, makeReport(sample, folder)] as const);
  // Our own Slurm and W&B reports are there to be read; of those that are pictured one of each kind is enough.
  await picture(new Map([...[...pages].filter(([name]) => name === 'lisa'), ...others]));
  rmSync(folder, { recursive: true });
}
