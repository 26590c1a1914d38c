import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configText } from '../../../src/cli/inspect/config-text.ts';
import { inspectFiles } from '../../../src/cli/inspect/inspect-files.ts';
import { settingsOf } from '../../../src/cli/log-settings.ts';
import { parseConfig } from '../../../src/cli/parse-config.ts';
import { factsFrom, type LogFiles, withFiles } from '../../support/read-logs.ts';
import { describeShared } from '../../support/shared-data.ts';

const written = (files: LogFiles): Promise<string> =>
  withFiles(files, async (directory) => configText(await inspectFiles([directory], { zone: 'UTC' }), 'UTC'));

const factsWith = (files: LogFiles, text: string) =>
  factsFrom(files, { settings: settingsOf(parseConfig(text, 'runledger.yaml').config) });

/** The lines that are not in force: a # before a word. */
const LINE_OUT_OF_FORCE = /^( *)#(?! )(.*)$/;

/** Reads a file with what was written of it, and without: the same, or the same question. */
async function expectRoundTrip(files: LogFiles): Promise<void> {
  const text = await written(files);
  const [plain, told] = await Promise.allSettled([factsFrom(files), factsWith(files, text)]);
  if (plain.status === 'fulfilled' && told.status === 'fulfilled') {
    expect(told.value.usage).toEqual(plain.value.usage);
    expect(told.value.findings.sweeps).toEqual(plain.value.findings.sweeps);
  } else expect(refusalOf(told)).toEqual(refusalOf(plain));
  // Each line that is not in force is valid by itself with its # deleted.
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!LINE_OUT_OF_FORCE.test(line)) continue;
    const decided = lines.with(index, line.replace(LINE_OUT_OF_FORCE, '$1$2')).join('\n');
    expect(() => parseConfig(decided, 'runledger.yaml'), line).not.toThrow();
  }
}

/** What was said in place of an answer, without the name of the directory. */
const refusalOf = (result: PromiseSettledResult<unknown>): string =>
  result.status === 'rejected' ? String(result.reason).replace(/runledger-read-\w+/g, '') : 'none';

const tablesIn = (folder: URL): string[] => readdirSync(folder).filter((name) => /\.(csv|tsv|txt)$/.test(name));

describeShared('what inspect writes of tables with one trap each', 'csv', (folder) => {
  it.each(tablesIn(folder))('%s reads back', async (name) => {
    await expectRoundTrip({ [name]: readFileSync(new URL(name, `${folder}/`)) });
  });
});

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

describe('what inspect writes of', () => {
  it.each([
    ...tablesIn(new URL('tables/', FIXTURES)).map((name) => `tables/${name}`),
    'wandb-exports/runs-table.csv',
    'slurm/22.05/parsable-core/parsable-core.txt',
    'lisa/sacct-2017-12.txt.gz',
  ])('%s reads back', async (path) => {
    await expectRoundTrip({ [path.replaceAll('/', '-')]: readFileSync(new URL(path, FIXTURES)) });
  });
});

interface Truth {
  readonly attempts: number;
  readonly gpuHours: number;
  readonly open: readonly string[];
}

const truths = JSON.parse(readFileSync(new URL('tables/expected.json', FIXTURES), 'utf8')) as Record<string, Truth>;

describe('a new user with a German spreadsheet', () => {
  it.each(Object.entries(truths))('%s: decides what is open, line by line, and has a report', async (name, truth) => {
    const files = { [name]: readFileSync(new URL(`tables/${name}`, FIXTURES)) };
    let text = await written(files);
    for (const line of truth.open) {
      await expect(factsWith(files, text), 'nothing is read before it is decided').rejects.toThrow();
      text = decide(text, line);
    }
    const { usage } = await factsWith(files, text);
    expect(usage.attempts).toBe(truth.attempts);
    expect(usage.gpuHours).toBeCloseTo(truth.gpuHours, 3);
  });
});

/** Deletes the # before a line, and says its value: what a column is, what a unit is of. */
function decide(text: string, line: string): string {
  const key = line.split(':')[0] as string;
  const isOut = (each: string): boolean => each.trim() === `#${line}` || each.trim().startsWith(`#${key}:`);
  const lines = text.split('\n');
  const exact = lines.findIndex((each) => each.trim() === `#${line}`);
  const at = exact >= 0 ? exact : lines.findIndex(isOut);
  if (at < 0) throw new Error(`${line} is not offered`);
  return lines.with(at, (lines[at] as string).replace(/#.*/, line)).join('\n');
}
