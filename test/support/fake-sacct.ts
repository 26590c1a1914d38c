import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A job that the fake knows: its cells by field. Times are `YYYY-MM-DDTHH:MM:SS`, UTC; they are printed as epoch seconds. */
export type FakeJob = Readonly<Record<'JobID' | 'Submit' | 'Start' | 'End', string>> & Readonly<Record<string, string>>;

export interface FakeSacct {
  /** The fields of its version. */
  readonly fields: readonly string[];
  readonly jobs?: readonly FakeJob[];
  /** The most days of a query that its slurmdbd answers. */
  readonly mostDays?: number;
  /** Printed before the rows, on stdout. */
  readonly onStdout?: string;
  /** Printed on stderr. */
  readonly onStderr?: string;
  /** Exit code of a query, after the rows were printed. */
  readonly code?: number;
}

/** One call of it. */
export interface FakeCall {
  readonly args: readonly string[];
  readonly zone?: string;
  readonly timeFormat?: string;
}

// What the program does, as a text: it runs by itself, found on PATH. Like sacct it prints the header first and refuses fields that it does not know.
const PROGRAM = `
import { appendFileSync, readFileSync } from 'node:fs';
const here = import.meta.dirname;
const { fields, jobs = [], mostDays = Infinity, onStdout = '', onStderr = '', code = 0 } = JSON.parse(readFileSync(here + '/fake.json', 'utf8'));
const args = process.argv.slice(2);
appendFileSync(here + '/calls.jsonl', JSON.stringify({ args, zone: process.env.TZ, timeFormat: process.env.SLURM_TIME_FORMAT }) + '\\n');
const option = (name) => args.find((arg) => arg.startsWith('--' + name + '='))?.slice(name.length + 3);
const fail = (text) => { process.stderr.write('sacct: error: ' + text + '\\n'); process.exit(1); };
if (args.includes('--helpformat')) { console.log(fields.map((name) => name.padEnd(20)).join('')); process.exit(0); }
const asked = option('format').split(',');
for (const name of asked) if (!fields.includes(name)) fail('Invalid field requested: "' + name + '"');
const seconds = (text) => Date.parse(text + 'Z') / 1000;
const [start, end] = [seconds(option('starttime')), seconds(option('endtime'))];
const delimiter = option('delimiter');
process.stdout.write(onStdout + asked.join(delimiter) + '\\n');
if (end - start > mostDays * 86400) { process.stderr.write('sacct: error: Too wide of a date range in query\\n'); process.exit(95); }
const cell = (job, name) => (/^(Submit|Eligible|Start|End)$/.test(name) && /T/.test(job[name] ?? '') ? String(seconds(job[name])) : (job[name] ?? ''));
for (const job of jobs) {
  const over = job.End === 'Unknown' ? Infinity : seconds(job.End);
  if (seconds(job.Submit) >= end || over < start) continue;
  for (const id of ['', '.batch']) process.stdout.write(asked.map((name) => cell(job, name) + (name.startsWith('JobID') ? id : '')).join(delimiter) + '\\n');
}
process.stderr.write(onStderr);
process.exitCode = code;
`;

/** Writes a program `sacct` into a new directory, to be put on PATH. */
export function fakeSacct(fake: FakeSacct) {
  const directory = mkdtempSync(join(tmpdir(), 'runledger-sacct-'));
  mkdirSync(join(directory, 'bin'));
  const write = (changed: FakeSacct): void => writeFileSync(join(directory, 'fake.json'), JSON.stringify(changed));
  write(fake);
  writeFileSync(join(directory, 'fake.mjs'), PROGRAM.replaceAll('import.meta.dirname', JSON.stringify(directory)));
  const script = `#!/bin/sh\nexec '${process.execPath}' '${directory}/fake.mjs' "$@"\n`;
  writeFileSync(join(directory, 'bin/sacct'), script, { mode: 0o755 });
  return {
    /** PATH with the fake first. */
    path: `${directory}/bin:${process.env.PATH ?? ''}`,
    /** Makes it answer otherwise from now on. */
    become: write,
    /** The queries so far, without those for the fields; forgets them. */
    takeQueries(): FakeCall[] {
      const log = join(directory, 'calls.jsonl');
      const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
      writeFileSync(log, '');
      return calls
        .filter((line) => line !== '')
        .map((line): FakeCall => JSON.parse(line))
        .filter(({ args }) => !args.includes('--helpformat'));
    },
  };
}

/** The window of a query, as its options say it. */
export const askedFor = ({ args }: FakeCall): string =>
  ['starttime', 'endtime']
    .map((name) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? '')
    .join(' ')
    .replaceAll('T00:00:00', '');
