import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CollectSlurmOptions, collectSlurm } from '../../../src/cli/collect/collect-slurm.ts';
import { fieldsOf, WISHES } from '../../../src/cli/collect/sacct-query.ts';
import { askedFor, type FakeJob, type FakeSacct, fakeSacct } from '../../support/fake-sacct.ts';
import { attemptsIn, factsFrom } from '../../support/read-logs.ts';
import { directoryWith, runCli } from '../../support/run-cli.ts';

// `sacct` is played by a small program on PATH that notes how it was called, so that the arguments are seen as the shell would see them.

const NOW = Date.parse('2024-03-17T10:11:12Z') / 1000;
const HELP = [...WISHES].sort();

const job = (id: string, start: string, end: string, more: Readonly<Record<string, string>> = {}): FakeJob => ({
  JobID: id,
  JobIDRaw: id,
  Cluster: 'selenite',
  JobName: 'train',
  User: 'ines',
  State: end === 'Unknown' ? 'RUNNING' : 'COMPLETED',
  Submit: start,
  Start: start,
  End: end,
  ElapsedRaw: '3600',
  AllocTRES: 'cpu=2,gres/gpu:titanx=1,gres/gpu=1',
  ...more,
});
const JOBS = [
  job('70', '2024-01-05T00:00:00', '2024-01-05T01:00:00'),
  job('71', '2024-01-31T23:30:00', '2024-02-01T00:30:00', { JobName: 'a|b "c"\nd' }),
  job('72', '2024-03-17T09:11:12', 'Unknown', { SubmitLine: 'sbatch --wrap train.py | tee x' }),
];

const MONTHS = ['2024-01-01 2024-02-01', '2024-02-01 2024-03-01', '2024-03-01 2024-03-17T10:11:12'];
const FILES = ['sacct-2024-01.txt.gz', 'sacct-2024-02.txt.gz', 'sacct-2024-03.txt.gz'];

afterEach(() => vi.unstubAllEnvs());

/** A directory, a fake `sacct` on PATH, and the command as it runs there at a fixed time. */
function setUp(fake: Partial<FakeSacct> = {}) {
  const sacct = fakeSacct({ fields: HELP, jobs: JOBS, ...fake });
  vi.stubEnv('PATH', sacct.path);
  const out = join(directoryWith(), 'logs');
  const [warnings, bars]: [string[], string[]] = [[], []];
  const progress = { update: (done: number, total: number) => bars.push(`${done}/${total}`), stop: () => undefined };
  const collectFrom = (options: Partial<CollectSlurmOptions>, now = NOW): Promise<string> =>
    collectSlurm({ out, ...options }, { now, progress, warn: (line) => warnings.push(line), print: () => undefined });
  const collect = (options: Partial<CollectSlurmOptions> = {}, now = NOW): Promise<string> =>
    collectFrom({ since: '2024-01-01', ...options }, now);
  return { sacct, out, collectFrom, collect, warnings, bars };
}

const textIn = (path: string): string => gunzipSync(readFileSync(path)).toString();
const logsIn = (out: string) =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name))] as const));

describe('runledger collect slurm', () => {
  it('asks month by month, oldest first, with all that reports need', async () => {
    const { sacct, out, collect, bars } = setUp();
    const summary = await collect();
    const queries = sacct.takeQueries();
    expect(queries.map(askedFor)).toEqual(MONTHS);
    for (const { args, zone, timeFormat } of queries) {
      expect([zone, timeFormat]).toEqual(['UTC', '%s']);
      expect(args.slice(0, 3)).toEqual(['--duplicates', '--parsable2', '--delimiter=\x1f']);
      expect(args.at(-1)).toBe(`--format=${WISHES.join(',')}`);
      expect(args).toHaveLength(6);
    }
    expect(readdirSync(out).sort()).toEqual(['collect.json', ...FILES]);
    expect(bars).toEqual(['0/3', '1/3', '2/3', '3/3']);
    expect(summary).toBe(
      `jobs from 2024-01-01 until now\n3 files in ${out}, 0 of them from before; 8 rows, steps included\n\nrunledger report ${out}\n`,
    );
  });

  it('saves what report reads: each job once, names as they are', async () => {
    const { out, collect } = setUp();
    await collect();
    const facts = await factsFrom(logsIn(out));
    expect(facts.ledger.reconciliation).toMatchObject({
      records: 8,
      attempts: 3,
      steps: 4,
      duplicates: 1,
      rejected: 0,
    });
    expect(attemptsIn(facts).map(({ name, state, gpus }) => [name, state, gpus])).toEqual([
      ['train', 'completed', 1],
      ['a|b "c"\nd', 'completed', 1],
      ['train', 'running', 1],
    ]);
    expect(facts.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each([
    ['20.11', ['SubmitLine', 'Restarts', 'AllocGRES', 'ReqGRES']],
    ['22.05', ['Restarts', 'AllocGRES', 'ReqGRES']],
    ['19.05', ['SubmitLine', 'Restarts']],
  ])('finding 17: asks Slurm %s only for fields that it knows', async (_, unknown) => {
    const { sacct, out, collect } = setUp({ fields: HELP.filter((field) => !unknown.includes(field)) });
    await collect();
    const fields = WISHES.filter((field) => !unknown.includes(field));
    expect(sacct.takeQueries()[0]?.args.at(-1)).toBe(`--format=${fields.join(',')}`);
    expect(textIn(join(out, FILES[0] as string)).split('\n')[0]).toBe(fields.join('\x1f'));
  });

  it('puts JobID first and free text last', () => {
    expect(fieldsOf('JobName   SubmitLine\nEnd Account JobID ')).toEqual([
      'JobID',
      'Account',
      'End',
      'JobName',
      'SubmitLine',
    ]);
  });

  it.each([
    [{ user: 'ann,ben' }, ['--user=ann,ben'], '-user-ann+ben'],
    [{ account: 'nlp' }, ['--allusers', '--accounts=nlp'], '-account-nlp'],
    [{ account: 'nlp', user: 'ann' }, ['--user=ann', '--accounts=nlp'], '-user-ann-account-nlp'],
    [{ allUsers: true, cluster: 'moon' }, ['--allusers', '--clusters=moon'], '-all-users-cluster-moon'],
    [{ user: '../x y' }, ['--user=../x y'], '-user-..+x+y'],
  ])('hands the filter %o to sacct and names the files by it', async (filter, args, name) => {
    const { sacct, out, collect } = setUp();
    await collect({ ...filter, since: '2024-03-01' });
    expect(sacct.takeQueries()[0]?.args.slice(3, -3)).toEqual(args);
    expect(readdirSync(out).sort()).toEqual(['collect.json', `sacct-2024-03${name}.txt.gz`]);
  });

  it('asks for one year unless told otherwise, says so, and goes on from there later', async () => {
    const { sacct, collectFrom } = setUp();
    expect(await collectFrom({})).toContain('jobs from 2023-03-17 (one year before now;');
    expect(sacct.takeQueries().map(askedFor)[0]).toBe('2023-03-17 2023-04-01');
    expect(await collectFrom({}, NOW + 40 * 86_400)).toContain('jobs from 2023-03-17 (as before;');
    expect(sacct.takeQueries().map(askedFor)).toEqual(['2024-03-01 2024-04-01', '2024-04-01 2024-04-26T10:11:12']);
  });

  it('finding 16: never asks from 1970, which sacct takes for today', async () => {
    const { sacct, collect } = setUp();
    await collect({ since: '1970-01-01', until: '2000-02-01' });
    expect(sacct.takeQueries().map(askedFor)).toEqual(['2000-01-01 2000-02-01']);
  });
});

describe('a second call', () => {
  it('asks for the open month only', async () => {
    const { sacct, out, collect } = setUp();
    await collect();
    const before = readFileSync(join(out, FILES[0] as string));
    sacct.takeQueries();
    expect(await collect({}, NOW + 3600)).toContain('3 files in');
    expect(sacct.takeQueries().map(askedFor)).toEqual(['2024-03-01 2024-03-17T11:11:12']);
    expect(readFileSync(join(out, FILES[0] as string))).toEqual(before);
  });

  it('counts the rows of files that it kept', async () => {
    const { collect } = setUp();
    await collect();
    expect(await collect()).toContain('2 of them from before; 8 rows');
  });

  it('asks again for a month that had only just ended, and for a file that is gone', async () => {
    const { sacct, out, collect } = setUp();
    const april = Date.parse('2024-04-01T00:05:00Z') / 1000;
    await collect({}, april);
    rmSync(join(out, FILES[0] as string));
    sacct.takeQueries();
    await collect({}, april + 86_400);
    expect(sacct.takeQueries().map(askedFor)).toEqual([
      '2024-01-01 2024-02-01',
      '2024-03-01 2024-04-01',
      '2024-04-01 2024-04-02T00:05:00',
    ]);
  });

  it('goes on where an earlier one stopped, and leaves nothing half written', async () => {
    const { sacct, out, collect } = setUp();
    await collect({ until: '2024-02-01' });
    sacct.become({ fields: HELP, jobs: JOBS, code: 1, onStderr: 'sacct: error: slurmdbd: Connection refused\n' });
    await expect(collect()).rejects.toThrow(
      'sacct failed when asked for 2024-02-01T00:00:00 to 2024-03-01T00:00:00 (sacct: error: slurmdbd: Connection refused). Mend that',
    );
    expect(readdirSync(out).sort()).toEqual(['collect.json', FILES[0]]);
    sacct.become({ fields: HELP, jobs: JOBS });
    sacct.takeQueries();
    await collect();
    expect(sacct.takeQueries().map(askedFor)).toEqual(MONTHS.slice(1));
  });

  it('is refused when it asks for other jobs', async () => {
    const { collect } = setUp();
    await collect({ user: 'ann' });
    await expect(collect({ allUsers: true })).rejects.toThrow(
      /was collected with --user ann, and now it is --all-users\. Give another directory/,
    );
    await expect(collect()).rejects.toThrow(/now it is neither --user/);
  });

  it('is refused where collect.json is not ours', async () => {
    const { out, collect } = setUp();
    await collect();
    writeFileSync(join(out, 'collect.json'), '{"schema":"other"}');
    await expect(collect()).rejects.toThrow(/collect\.json: is not what runledger wrote there\. Remove it/);
  });
});

describe('when slurmdbd has limits', () => {
  it('halves a month until it answers, and asks for the halves from then on', async () => {
    const { sacct, out, collect } = setUp({ mostDays: 10 });
    await collect({ until: '2024-02-01' });
    const answered = ['01 2024-01-08', '08 2024-01-16', '16 2024-01-24', '24 2024-02-01'].map(
      (days) => `2024-01-${days}`,
    );
    expect(sacct.takeQueries().map(askedFor)).toEqual([
      '2024-01-01 2024-02-01',
      '2024-01-01 2024-01-16',
      ...answered.slice(0, 2),
      '2024-01-16 2024-02-01',
      ...answered.slice(2),
    ]);
    expect(readdirSync(out)).toHaveLength(5);
    expect((await factsFrom(logsIn(out))).ledger.reconciliation).toMatchObject({ attempts: 2, rejected: 0 });
    rmSync(join(out, 'sacct-2024-01-08-to-2024-01-16.txt.gz'));
    await collect({ until: '2024-02-01' });
    expect(sacct.takeQueries().map(askedFor)).toEqual([answered[1]]);
  });

  it('drops the file of an open month whose halves take its place', async () => {
    const { sacct, out, collect } = setUp();
    await collect({ since: '2024-03-01' });
    sacct.become({ fields: HELP, jobs: JOBS, mostDays: 16 });
    await collect({ since: '2024-03-01' }, NOW + 86_400);
    expect(readdirSync(out).sort()).toEqual([
      'collect.json',
      'sacct-2024-03-01-to-2024-03-16.txt.gz',
      'sacct-2024-03-16-to-2024-04-01.txt.gz',
    ]);
  });

  it('gives up at a day, and says what helps', async () => {
    const { collect } = setUp({ mostDays: 0.5 });
    await expect(collect()).rejects.toThrow(
      /2024-01-01T00:00:00 to 2024-01-02T00:00:00 is still too much for one query .*Too wide of a date range.* --user or --account/,
    );
  });

  it('halves also where sacct tells the limit and then ends as if all were well', async () => {
    const { sacct, collect } = setUp({ onStderr: 'sacct: error: Query result exceeds size limit\n' });
    await expect(collect()).rejects.toThrow(/still too much .*exceeds size limit/);
    const ends = ['02-01', '01-16', '01-08', '01-04', '01-02'];
    expect(sacct.takeQueries().map(askedFor)).toEqual(ends.map((end) => `2024-01-01 2024-${end}`));
  });

  it('does not halve where slurmdbd cannot be reached', async () => {
    const onStderr = 'sacct: error: Unable to contact slurmdbd: Connection timed out\n';
    const { sacct, collect } = setUp({ code: 1, onStderr });
    await expect(collect()).rejects.toThrow(/Unable to contact/);
    expect(sacct.takeQueries()).toHaveLength(1);
  });

  it('does not halve for other errors', async () => {
    const { sacct, collect } = setUp({ code: 1, onStderr: 'sacct: error: Invalid user id: zoe\nsacct: more\n' });
    await expect(collect()).rejects.toThrow(/\(sacct: error: Invalid user id: zoe; sacct: more\)/);
    expect(sacct.takeQueries()).toHaveLength(1);
  });
});

describe('what sacct says', () => {
  it('beside its rows is no data, and is shown', async () => {
    const onStdout = 'sacct: error: a plugin is missing\n';
    const { out, collect, warnings } = setUp({ onStdout, onStderr: 'sacct: warning: old\n' });
    await collect();
    expect(textIn(join(out, FILES[0] as string))).not.toContain('plugin');
    expect(warnings).toEqual(['sacct: warning: old\nsacct: error: a plugin is missing']);
  });

  it('of its fields must name JobID', async () => {
    const { collect } = setUp({ fields: ['State', 'End'] });
    await expect(collect()).rejects.toThrow(/sacct failed when asked for its fields/);
  });
});

describe('the command', () => {
  const run = (cwd: string, path: string, ...args: readonly string[]) =>
    runCli(['collect', 'slurm', ...args], cwd, { ...process.env, PATH: path });

  it('writes to logs/slurm, and report reads it', async () => {
    const cwd = directoryWith();
    const { path } = fakeSacct({ fields: HELP, jobs: JOBS });
    const args = ['--since', '2024-01-01', '--until', '2024-04-01'];
    const collected = await run(cwd, path, ...args);
    expect(collected).toMatchObject({ code: 0, stderr: '' });
    expect(collected.stdout.trimEnd().split('\n').at(-1)).toBe('runledger report logs/slurm');
    expect(await run(cwd, path, ...args, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    const reported = await runCli(['report', 'logs/slurm', '--strict', '-o', 'out'], cwd);
    expect(reported).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8')).totals.attempts).toBe(3);
  });

  it('says so when there were no jobs', async () => {
    const { stdout } = await run(directoryWith(), fakeSacct({ fields: HELP }).path, '--since', '2024-01-01');
    expect(stdout).toContain('0 rows, steps included\nJobs of others: --user, --account or --all-users');
  });

  it.each([
    ['--since', 'yesterday'],
    ['--since', '2024-02-01', '--until', '2024-01-01'],
    ['--all-users', '--user', 'ann'],
    ['--frobnicate'],
  ])('exits with 2 and a message for %s %s', async (...args) => {
    const { code, stdout, stderr } = await run(directoryWith(), fakeSacct({ fields: HELP }).path, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(runledger|error): .+\n$/);
  });

  it('exits with 2 where it cannot write', async () => {
    const cwd = directoryWith({ taken: '' });
    const { code, stderr } = await run(cwd, fakeSacct({ fields: HELP }).path, '-o', 'taken/logs');
    expect(code).toBe(2);
    expect(stderr).toMatch(/taken\/logs: cannot be written .* --out\n$/);
  });

  it('exits with 2 where sacct may not be run', async () => {
    const { path } = fakeSacct({ fields: HELP });
    const [bin = ''] = path.split(':');
    chmodSync(join(bin, 'sacct'), 0o644);
    expect(await run(directoryWith(), bin)).toMatchObject({ code: 2 });
  });
});

describe('where there is no sacct', () => {
  const empty = directoryWith();
  const without = (cwd: string, ...args: readonly string[]) =>
    runCli(['collect', 'slurm', ...args], cwd, { ...process.env, PATH: empty });

  it('exits with 2 and prints what to run where there is one', async () => {
    const cwd = directoryWith();
    const { code, stderr } = await without(cwd);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^runledger: sacct: no such command on this machine\. Run the lines above .+\n$/);
    expect(existsSync(join(cwd, 'logs'))).toBe(false);
  });

  it('prints lines that collect the same by themselves', async () => {
    const [cwd, other] = [directoryWith(), directoryWith()];
    const sacct = fakeSacct({ fields: HELP.filter((field) => field !== 'SubmitLine'), jobs: JOBS });
    const args = ['--since', '2024-01-01', '--until', '2024-03-01', '--user', "o'neil"];
    const { stdout } = await without(cwd, ...args);
    execFileSync('/bin/sh', ['-eu'], { input: stdout, cwd, env: { ...process.env, PATH: sacct.path } });
    const byHand = sacct.takeQueries();
    expect(await runCli(['collect', 'slurm', ...args], other, { ...process.env, PATH: sacct.path })).toMatchObject({
      code: 0,
    });
    expect(byHand).toEqual(sacct.takeQueries());
    const [hand, ours] = [cwd, other].map((place) => join(place, 'logs/slurm')) as [string, string];
    for (const name of readdirSync(hand)) expect(textIn(join(hand, name))).toBe(textIn(join(ours, name)));
    expect(readdirSync(ours).sort()).toEqual(['collect.json', ...readdirSync(hand).sort()]);
  });
});
