import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../support/files-of.ts';
import { attemptsIn, factsFrom, type ReadAttempt } from '../support/read-logs.ts';
import { directoryWith, runCli } from '../support/run-cli.ts';

// `with-slurm.sh` brings up a real Slurm, lets it work off `workload.sh` and then runs the tests. What `collect` and `report` make of its accounting is held against
// its own rows, the clocks that the jobs noted, and what was submitted.

const WORK = process.env.RUNLEDGER_SLURM;

/** Slurm counts whole seconds, and starts and ends a job a little before and after what the job sees. */
const CLOCK_TOLERANCE = 2;

const sacct = (...args: readonly string[]): string =>
  execFileSync('sacct', ['--allusers', '--duplicates', '--starttime=2000-01-01', ...args], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });

const table = (name: string): string[][] =>
  readFileSync(join(WORK ?? '', name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

/** Rows of `sacct -X`: none of the fields is free text. */
const rowsOf = (fields: string): string[] => sacct('-X', '-P', '-n', '-o', fields).trimEnd().split('\n');

/** Allocations as `sacct -X` prints them, without the rest of an array that never started. */
function allocations() {
  return rowsOf('JobID,Submit,State,ElapsedRaw,AllocTRES')
    .map((row) => row.split('|') as [string, string, string, string, string])
    .filter(([id]) => !id.includes('['))
    .map(([id, submit, state, elapsed, tres]) => {
      const gpus = Number(/gres\/gpu=(\d+)/.exec(tres)?.[1] ?? 0);
      return { id, submit, running: state === 'RUNNING', seconds: Number(elapsed), gpus };
    });
}

const gpuSecondsOf = (rows: ReturnType<typeof allocations>): number =>
  rows.reduce((sum, { seconds, gpus }) => sum + seconds * gpus, 0);

/** What the jobs noted, by job and restart: seconds from the first START to the last END, and GPUs seen. Those that were killed before they could note an END are left out. */
function clocks() {
  const marks = table('truth.log') as [string, string, string, string, string, string][];
  const keys = new Set(marks.map(([, , job, restart]) => `${job} ${restart}`));
  return new Map(
    [...keys].flatMap((key) => {
      const own = marks.filter(([, , job, restart]) => `${job} ${restart}` === key);
      const times = (what: string) => own.filter(([mark]) => mark === what).map(([, time]) => Number(time));
      if (times('END').length < times('START').length) return [];
      return [[key, { seconds: Math.max(...times('END')) - Math.min(...times('START')), gpus: Number(own[0]?.[5]) }]];
    }),
  );
}

interface JobRow {
  readonly id: string;
  readonly raw: string;
  readonly submit: string;
  readonly state: string;
  readonly seconds: number;
  readonly gpus: number;
  readonly sweep: string;
}

const jobRows = (csv: string): JobRow[] =>
  readCsv(csv).rows.map((row) => ({
    id: row.job_id ?? '',
    raw: row.job_id_raw || (row.job_id ?? ''),
    submit: (row.submitted_utc ?? '').replace('Z', ''),
    state: row.state ?? '',
    seconds: Number(row.wall_seconds),
    gpus: Number(row.gpus),
    sweep: row.sweep_id ?? '',
  }));

const baseOf = (id: string): string => id.split(/[_+]/)[0] ?? '';

describe.skipIf(WORK === undefined)('a real Slurm (test/integration/with-slurm.sh npm test)', () => {
  const cwd = directoryWith();
  let [before, after]: [ReturnType<typeof allocations>, ReturnType<typeof allocations>] = [[], []];
  let jobs: JobRow[] = [];
  let report: {
    totals: { attempts: number; gpuHours: number };
    reconciliation: Record<string, number>;
    sweeps: { id: string; parameters: Record<string, string[]> }[];
  };

  beforeAll(async () => {
    before = allocations();
    expect(await runCli(['collect', 'slurm', '--all-users'], cwd)).toMatchObject({ code: 0, stderr: '' });
    after = allocations();
    expect(await runCli(['report', 'logs/slurm', '-o', 'out'], cwd)).toMatchObject({ code: 0 });
    report = JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8'));
    jobs = jobRows(readFileSync(join(cwd, 'out/jobs.csv'), 'utf8'));
  }, 60_000);

  it('has the attempts and GPU-seconds of sacct -X -D', () => {
    expect(report.totals.attempts).toBe(after.length);
    // The rest of an array is shown once the scheduler has looked at it.
    const arrayRemainders = rowsOf('JobID').filter((id) => id.includes('[')).length;
    expect(report.reconciliation).toMatchObject({ rejected: 0, arrayRemainders });
    const ended = after
      .filter(({ running }) => !running)
      .map(({ id, submit, seconds, gpus }) => ({ id, submit, seconds, gpus }));
    for (const one of ended) expect(jobs).toContainEqual(expect.objectContaining(one));
    // The open job grew while it was asked for.
    const gpuSeconds = report.totals.gpuHours * 3600;
    expect(gpuSeconds).toBeGreaterThanOrEqual(gpuSecondsOf(before) - 0.01);
    expect(gpuSeconds).toBeLessThanOrEqual(gpuSecondsOf(after) + 0.01);
  });

  it('has the times and GPUs that the jobs saw themselves', () => {
    const seen = clocks();
    expect(seen.size).toBeGreaterThan(25);
    let compared = 0;
    for (const { id, raw, submit, seconds, gpus } of jobs) {
      const earlier = jobs.filter((other) => other.raw === raw && other.submit < submit);
      const component = /\+[1-9]/.test(id); // held beside the first, whose script notes the time
      const clock = seen.get(`${component ? baseOf(id) : raw} ${earlier.length}`);
      if (clock === undefined) continue;
      compared++;
      expect(Math.abs(seconds - clock.seconds), `${id}: ${seconds} s, ${clock.seconds} s inside`).toBeLessThanOrEqual(
        CLOCK_TOLERANCE,
      );
      if (!component) expect({ id, gpus }).toEqual({ id, gpus: clock.gpus });
    }
    expect(compared).toBeGreaterThanOrEqual(seen.size);
  });

  it('has what was submitted', () => {
    for (const [job, study, attempts, state] of table('manifest.tsv')) {
      const own = jobs.filter(({ id }) => baseOf(id) === job).sort((a, b) => (a.submit < b.submit ? -1 : 1));
      const expected = { study, attempts: Number(attempts), state: state === 'hidden' ? undefined : state };
      expect({ study, attempts: own.length, state: own.at(-1)?.state }).toEqual(expected);
    }
  });

  it.each(['array', 'loop'])('finds the %s to be one sweep, and no other job in it', (study) => {
    const ids = new Set(table('manifest.tsv').flatMap(([job, of]) => (of === study ? [job] : [])));
    const [own, others] = [true, false].map((inside) => jobs.filter(({ id }) => ids.has(baseOf(id)) === inside));
    const sweeps = new Set(own?.map(({ sweep }) => sweep));
    expect(own).toHaveLength(6);
    expect(sweeps.size).toBe(1);
    expect(sweeps).not.toContain('');
    expect(others?.filter(({ sweep }) => sweeps.has(sweep))).toEqual([]);
  });

  it('finds the values of the loop', () => {
    const [loop] = table('manifest.tsv').filter(([, study]) => study === 'loop');
    const sweep = jobs.find(({ id }) => id === loop?.[0])?.sweep;
    const { lr, dropout } = report.sweeps.find(({ id }) => id === sweep)?.parameters ?? {};
    expect([lr?.map(Number).sort(), dropout?.map(Number).sort()]).toEqual([
      [0.001, 0.01, 0.1],
      [0.2, 0.4],
    ]);
  });

  const FIELDS = 'JobID,JobIDRaw,Cluster,User,State,Submit,Start,End,ElapsedRaw,AllocTRES,JobName,WorkDir,SubmitLine';

  it.each([
    ['sacct -P', 'dump.txt', ['-P', '-o', FIELDS]],
    ['sacct -p', 'dump.txt', ['-p', '-o', FIELDS]],
    ['sacct --json', 'dump.json', ['--json']],
  ])('%s gives the same attempts as collect', async (_, name, args) => {
    const logs = join(cwd, 'logs/slurm');
    const collected = await factsFrom(
      Object.fromEntries(readdirSync(logs).map((file) => [file, readFileSync(join(logs, file))])),
    );
    const dumped = await factsFrom({ [name]: sacct(...args) });
    const essence = ({ wall, ...attempt }: ReadAttempt) => ({
      ...attempt,
      wall: attempt.state === 'running' ? 0 : wall,
    });
    const sorted = (facts: typeof dumped) =>
      attemptsIn(facts)
        .map(essence)
        .map((each) => JSON.stringify(each))
        .sort();
    expect(sorted(dumped)).toEqual(sorted(collected));
  });

  it.skipIf(process.getuid?.() !== 0)('halves months that slurmdbd refuses to a plain user', async () => {
    // Its MaxQueryTimeRange is ten days; the administrator may ask for more.
    const bin = directoryWith({ sacct: '#!/bin/sh\nexec runuser -u nobody -- /usr/bin/sacct "$@"\n' });
    chmodSync(join(bin, 'sacct'), 0o755);
    const since = new Date(Date.now() - 62 * 86_400_000).toISOString().slice(0, 10);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
    const outcome = await runCli(['collect', 'slurm', '--all-users', '--since', since, '-o', 'pieces'], cwd, env);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    const files = readdirSync(join(cwd, 'pieces'));
    expect(files.filter((name) => /-to-/.test(name)).length).toBeGreaterThan(5);
    const facts = await factsFrom(
      Object.fromEntries(files.map((file) => [file, readFileSync(join(cwd, 'pieces', file))])),
    );
    expect(facts.ledger.count).toBe(report.totals.attempts);
  });
});
