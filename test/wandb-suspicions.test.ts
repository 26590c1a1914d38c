import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../src/model/facts.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, type LogFiles, rulesIn } from './support/read-logs.ts';
import {
  directoriesOf,
  HOUR,
  iso,
  node,
  recordsOf,
  runDirectory,
  type SketchedJob,
  type SketchedRun,
  sacct,
  sweepFiles,
  T0,
} from './support/tracked-logs.ts';
import { wandbLog } from './support/wandb-log.ts';

// Where a number could be quietly wrong once logs of Slurm and of W&B meet: each suspicion, on the smallest logs that would show it.

const slurm = { job_id: '100', cluster_name: 'selenite' };
const FOUR = 4 * HOUR;

/** Jobs of Slurm and sessions of W&B, read together. */
const read = (jobs: readonly SketchedJob[], runs: readonly SketchedRun[], more: LogFiles = {}): Promise<ProjectFacts> =>
  factsFrom({ 'sacct.txt': sacct(jobs), ...directoriesOf(runs), ...more });

/** Nodes of the API, as `runledger collect wandb` and scripts save them. */
const api = (...nodes: readonly Readonly<Record<string, unknown>>[]): string => nodes.map(node).join('\n');

describe('clocks and zones', () => {
  it.each([-8, 1, 5.5, 14])(
    'a dump in local time, %d h off and read as UTC: the job that a run names is its job, with a warning',
    async (hours) => {
      const facts = await factsFrom({
        'sacct.txt': sacct([{ id: '100' }], hours * HOUR),
        ...runDirectory({ id: 'a', start: 60, seconds: 3000, slurm }),
      });
      expect(gpuSecondsIn(facts)).toBe(FOUR);
      expect(facts.ledger.nested).toMatchObject([{ rule: 'slurm-job' }]);
      expect(rulesIn(facts)).toContain('wandb-job-elsewhen');
      expect(rulesIn(facts)).not.toContain('wandb-job-missing');
    },
  );

  it('and two sweeps in that job divide it by their time', async () => {
    const runs = ['a', 'b'].map((id, index) => ({ id, start: index * 1800, seconds: 1800, slurm, config: { lr: 1 } }));
    const sweeps = { ...sweepFiles('s1', { a: 1 }), ...sweepFiles('s2', { b: 1 }) };
    const facts = await factsFrom({
      'sacct.txt': sacct([{ id: '100' }], -8 * HOUR),
      ...directoriesOf(runs),
      ...sweeps,
    });
    expect(facts.sweeps.map(({ usage }) => usage.gpuHours)).toEqual([2, 2]);
    expect(facts.tracking?.nested?.usedGpuHours).toBe(4);
  });

  it('a job id that comes again a year later is another job', async () => {
    const facts = await read([{ id: '100' }], [{ id: 'a', start: 365 * 24 * HOUR, slurm }]);
    expect(gpuSecondsIn(facts)).toBe(2 * FOUR);
    expect(rulesIn(facts)).toContain('wandb-job-missing');
  });

  it('a job id that leaked from a job which ended to a login node is not where the run ran', async () => {
    const facts = await read([{ id: '100' }], [{ id: 'a', start: 3 * HOUR, host: 'login01', slurm }]);
    expect(gpuSecondsIn(facts)).toBe(2 * FOUR);
  });

  it('a run of which only machine and user are known, on a node at a time when no job fits: counted by itself, and said', async () => {
    const facts = await factsFrom({
      'sacct.txt': sacct([{ id: '100' }], -8 * HOUR),
      ...runDirectory({ id: 'a', start: 60, seconds: 3000 }),
    });
    expect(gpuSecondsIn(facts)).toBe(FOUR + 4 * 3000);
    expect(rulesIn(facts)).toContain('wandb-outside-jobs');
  });

  it('a run that began some seconds before the recorded start of its job, and ended after its end', async () => {
    const facts = await read([{ id: '100', start: 90 }], [{ id: 'a', start: 0, seconds: 90 + HOUR + 100 }]);
    expect(gpuSecondsIn(facts)).toBe(FOUR);
    expect(facts.tracking?.nested?.usedGpuHours).toBe(4);
  });
});

describe('what a job is', () => {
  it('a requeued job has one id and two attempts: each session is in the one that ran', async () => {
    const jobs = [
      { id: '100', state: 'REQUEUED' },
      { id: '100', start: 2 * HOUR },
    ];
    const facts = await read(jobs, [
      { id: 'a', start: 10, seconds: 3000, slurm, exits: false },
      { id: 'a', start: 2 * HOUR + 10, seconds: 3000, slurm },
    ]);
    expect(gpuSecondsIn(facts)).toBe(2 * FOUR);
    expect(facts.ledger.nested.map(({ attempt }) => attempt)).toEqual([0, 1]);
  });

  it('components of a heterogeneous job whose raw ids the log lacks: a run names the id of the whole', async () => {
    const jobs = [
      { id: '125', printed: '125+0', gpus: 0, nodes: 'cpu01' },
      { id: '126', printed: '125+1' },
    ];
    const files = directoriesOf([{ id: 'a', start: 10, seconds: 3000, slurm: { job_id: '125' } }]);
    for (const without of [[], ['JobIDRaw']]) {
      const facts = await factsFrom({ 'sacct.txt': sacct(jobs, 0, without), ...files });
      expect(gpuSecondsIn(facts)).toBe(FOUR);
    }
  });

  it('two clusters have a job of the same number: the run is in the one on whose machine it ran', async () => {
    const jobs = [
      { id: '100', cluster: 'selenite', start: 60, seconds: 1800 },
      { id: '100', cluster: 'galena', nodes: 'tpu01', start: 60, seconds: 1800 },
    ];
    const facts = await read(jobs, [{ id: 'a', start: 60, seconds: 1800, host: 'tpu01', slurm: { job_id: '100' } }]);
    const [nested] = facts.ledger.nested;
    expect(facts.labelsOf(nested?.attempt ?? -1).cluster).toBe('galena');
  });

  it('a job that was still running when the dump was made holds the run that goes on', async () => {
    const jobs = [{ id: '100', state: 'RUNNING', seconds: 1800 }];
    const facts = await read(jobs, [{ id: 'a', start: 60, seconds: 3000 }]);
    expect(facts.ledger.nested).toMatchObject([{ rule: 'host-time-user' }]);
    expect(gpuSecondsIn(facts)).toBe(4 * 1800);
  });

  it('a job that was suspended is divided between sweeps by time, and never more than once', async () => {
    const jobs = [{ id: '100', seconds: HOUR, span: 3 * HOUR }];
    const runs = ['a', 'b'].map((id) => ({ id, start: 0, seconds: 3 * HOUR, slurm, config: { lr: 1 } }));
    const facts = await read(jobs, runs, { ...sweepFiles('s1', { a: 1 }), ...sweepFiles('s2', { b: 1 }) });
    expect(facts.sweeps.map(({ usage }) => usage.gpuHours)).toEqual([expect.closeTo(2, 9), expect.closeTo(2, 9)]);
  });

  it('a container in which everyone is root speaks against no user', async () => {
    const facts = await read([{ id: '100' }], [{ id: 'a', start: 60, seconds: 3000, user: 'root' }]);
    expect(gpuSecondsIn(facts)).toBe(FOUR);
    expect(facts.ledger.nested).toMatchObject([{ rule: 'host-time' }]);
  });

  it('nodes have domains in one log and none in the other', async () => {
    const facts = await read(
      [{ id: '100', nodes: 'gpu01.hpc.example.org' }],
      [{ id: 'a', start: 60, seconds: 600, host: 'GPU01' }],
    );
    expect(facts.ledger.nested).toHaveLength(1);
  });

  it('a session longer than each of two jobs on its machine is in neither: it counts, and that is said', async () => {
    const jobs = [{ id: '100' }, { id: '101', start: HOUR + 300 }];
    const facts = await read(jobs, [{ id: 'a', start: 60, seconds: 2 * HOUR }]);
    expect(facts.ledger.nested).toEqual([]);
    expect(rulesIn(facts)).toContain('wandb-outside-jobs');
  });

  it('a dump without nodes: that runs may be counted twice is said', async () => {
    const facts = await factsFrom({
      'sacct.txt': sacct([{ id: '100' }], 0, ['NodeList']),
      ...runDirectory({ id: 'a', start: 60, seconds: 3000 }),
    });
    expect(rulesIn(facts)).toContain('wandb-place-unknown');
    const others = sacct([{ id: '100', user: 'bo' }], 0, ['NodeList']);
    const apart = await factsFrom({ 'sacct.txt': others, ...runDirectory({ id: 'a', start: 60, seconds: 3000 }) });
    expect(rulesIn(apart)).not.toContain('wandb-place-unknown');
  });

  it('runs without a machine, as most exports: that they may be counted twice is said, where jobs ran at their time', async () => {
    const table = (created: number): string =>
      `"Name","State","User","Created","Runtime","Sweep","GPU Count","GPU Type"\n"a","finished","ines","${iso(created)}","3000","","4","Tesla V100"\n`;
    const facts = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), 'runs.csv': table(60) });
    expect(rulesIn(facts)).toContain('wandb-place-unknown');
    const apart = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), 'runs.csv': table(90 * HOUR) });
    expect(rulesIn(apart)).not.toContain('wandb-place-unknown');
  });
});

describe('runs that were resumed', () => {
  it('in another job, of which the API names the last: its time is in the jobs', async () => {
    const jobs = [{ id: '100' }, { id: '101', start: 10 * HOUR }];
    const metadata = {
      host: 'gpu01',
      startedAt: iso(10 * HOUR),
      gpu: 'V100',
      gpu_count: 4,
      slurm: { job_id: '101', cluster_name: 'selenite' },
    };
    const node = {
      name: 'a',
      createdAt: iso(60),
      heartbeatAt: iso(11 * HOUR),
      summaryMetrics: '{"_wandb":{"runtime":7000}}',
      metadata,
    };
    const facts = await factsFrom({
      'sacct.txt': sacct(jobs),
      'runs.jsonl': api(node, { name: 'b', createdAt: iso(900 * HOUR) }),
    });
    expect(gpuSecondsIn(facts)).toBe(2 * FOUR);
    expect(facts.ledger.nested).toMatchObject([{ rule: 'slurm-job' }]);
    expect(rulesIn(facts)).toContain('wandb-job-elsewhen');
  });

  it('of which one session is at hand, in a job, and an export knows more time: the job counts, and the rest is said', async () => {
    const node = {
      name: 'a',
      createdAt: iso(60),
      heartbeatAt: iso(9 * HOUR),
      summaryMetrics: '{"_wandb":{"runtime":14000}}',
    };
    for (const told of [slurm, {}]) {
      const facts = await read([{ id: '100' }], [{ id: 'a', start: 60, seconds: 3000, slurm: told }], {
        'runs.jsonl': api(node, { name: 'b', createdAt: iso(900 * HOUR) }),
      });
      expect(gpuSecondsIn(facts)).toBe(FOUR);
      expect(rulesIn(facts)).toContain('wandb-sessions-missing');
    }
  });

  it('under a client that counts earlier sessions twice: an export cannot be right, which is said', async () => {
    const summed = (runtime: number, last: number): string =>
      `{"_wandb":{"runtime":${runtime}},"_timestamp":${T0 + last}}`;
    const twice = {
      name: 'a',
      createdAt: iso(0),
      heartbeatAt: iso(6 * HOUR),
      summaryMetrics: summed(7 * HOUR, 6 * HOUR),
    };
    expect(rulesIn(await factsFrom({ 'runs.jsonl': api(twice) }))).toContain('wandb-runtime-long');
    const offline = {
      name: 'b',
      createdAt: iso(9 * HOUR),
      heartbeatAt: iso(9 * HOUR + 5),
      summaryMetrics: summed(HOUR, HOUR),
    };
    const sound = { ...twice, summaryMetrics: summed(4 * HOUR, 6 * HOUR) };
    expect(rulesIn(await factsFrom({ 'runs.jsonl': api(sound, offline) }))).not.toContain('wandb-runtime-long');
  });

  it('on another cluster: each session is in its own job', async () => {
    const jobs = [{ id: '100' }, { id: '7', cluster: 'galena', start: 5 * HOUR, nodes: 'tpu01' }];
    const runs = [
      { id: 'a', start: 60, seconds: 3000, slurm },
      { id: 'a', start: 5 * HOUR + 60, seconds: 3000, host: 'tpu01', slurm: { job_id: '7', cluster_name: 'galena' } },
    ];
    const facts = await read(jobs, runs);
    expect(gpuSecondsIn(facts)).toBe(2 * FOUR);
    expect(new Set(facts.ledger.nested.map(({ run }) => run)).size).toBe(1);
  });

  it('and whose later log is alone at hand: its exit counts all sessions, its system metrics only its own', async () => {
    const begun = T0;
    const log = wandbLog([
      { run: { id: 'a', project: 'lisa', start: begun } },
      ...[0, 1200, 2400, 3600].map((each) => ({ stats: { cpu: 1 }, at: begun + each })),
      { exit: { runtime: 24 * HOUR } },
    ]);
    const facts = await factsFrom({ 'run-a.wandb': log });
    expect(attemptsIn(facts)).toMatchObject([{ wall: HOUR }]);
  });
});

describe('GPUs', () => {
  it('that an export says of the machine do not speak against those on which the run was seen', async () => {
    const metadata = { host: 'gpu01', startedAt: iso(0), gpu: 'Tesla V100-SXM2-16GB', gpu_count: 8 };
    const node = {
      name: 'a',
      createdAt: iso(0),
      heartbeatAt: iso(HOUR),
      summaryMetrics: '{"_wandb":{"runtime":3600}}',
      metadata,
    };
    const facts = await factsFrom({ ...runDirectory({ id: 'a', gpus: 8, seenOn: [0, 1] }), 'runs.jsonl': api(node) });
    expect(gpuSecondsIn(facts)).toBe(2 * HOUR);
  });

  it('that Slurm gave to the job are the run’s in an export, too', async () => {
    const metadata = {
      host: 'gpu01',
      startedAt: iso(0),
      gpu: 'V100',
      gpu_count: 8,
      slurm: { job_id: '3', gpus_on_node: '2' },
    };
    const node = {
      name: 'a',
      createdAt: iso(0),
      heartbeatAt: iso(HOUR),
      summaryMetrics: '{"_wandb":{"runtime":3600}}',
      metadata,
    };
    expect(gpuSecondsIn(await factsFrom({ 'runs.jsonl': api(node) }))).toBe(2 * HOUR);
  });

  it('on which several runs were seen at once count once', async () => {
    const runs = ['a', 'b', 'c'].map((id, index) => ({ id, start: index, seenOn: [0] }));
    expect(gpuSecondsIn(await factsFrom(directoriesOf(runs)))).toBeCloseTo(HOUR + 2, 6);
    const apart = ['a', 'b', 'c'].map((id, index) => ({ id, start: index, seenOn: [index] }));
    expect(gpuSecondsIn(await factsFrom(directoriesOf(apart)))).toBe(3 * HOUR);
  });

  it('of jobs that are in no log are each job’s own, though all number theirs from 0', async () => {
    for (const seenOn of [[], [0]]) {
      const runs = ['3', '4'].map((job_id) => ({ id: `run${job_id}`, gpus: 1, seenOn, slurm: { job_id } }));
      expect(gpuSecondsIn(await factsFrom(directoriesOf(runs)))).toBe(2 * HOUR);
    }
  });

  it('on which one run was seen are not those of another that reports the machine', async () => {
    const facts = await factsFrom(directoriesOf([{ id: 'a', seenOn: [0] }, { id: 'b' }]));
    expect(gpuSecondsIn(facts)).toBe(FOUR);
  });

  it('of several machines that log one run under one id count on each', async () => {
    const runs = ['gpu01', 'gpu02'].map((host, index) => ({ id: 'a', start: index, host, root: `${host}/wandb` }));
    const facts = await factsFrom(directoriesOf(runs));
    expect(gpuSecondsIn(facts)).toBe(2 * FOUR);
    expect(facts.ledger.runs).toBe(1);
  });
});

describe('which run is which', () => {
  const table = (...rows: readonly (readonly [name: string, created: number, seconds: number])[]): string =>
    [
      '"Name","State","User","Created","Runtime","Sweep"',
      ...rows.map(([name, created, seconds]) => `"${name}","finished","ines","${iso(created)}","${seconds}",""`),
      '',
    ].join('\n');
  const walls = (facts: ProjectFacts): number[] =>
    attemptsIn(facts)
      .map(({ wall }) => wall)
      .sort((a, b) => a - b);

  it('runs of one display name in two exports are two, unless they began together', async () => {
    const facts = await factsFrom({
      'mnist.csv': table(['baseline', 0, 100]),
      'cifar.csv': table(['baseline', 30 * HOUR, 500]),
    });
    expect(walls(facts)).toEqual([100, 500]);
    expect(facts.ledger.runs).toBe(2);
    expect(
      walls(await factsFrom({ 'a.csv': table(['baseline', 0, 100]), 'b.csv': table(['baseline', 0, 100]) })),
    ).toEqual([100]);
  });

  it('runs of one display name that begin within a minute, or end together, are as many as an export has', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ['train', index * 3, 600 + index] as const);
    const ended = Array.from({ length: 20 }, (_, index) => ['killed', index * 500, 20_000 - index * 500] as const);
    const atOnce = Array.from({ length: 8 }, (_, index) => ['agent', 90_000, 60 + index] as const);
    const all = [...rows, ...ended, ...atOnce];
    const expected = all.map(([, , seconds]) => seconds).sort((a, b) => a - b);
    const facts = await factsFrom({ 'a.csv': table(...all) });
    expect(walls(facts)).toEqual(expected);
    expect(facts.ledger.runs).toBe(all.length);
    expect(walls(await factsFrom({ 'a.csv': table(...all), 'b.csv': table(...[...all].reverse()) }))).toEqual(expected);
    expect(walls(await factsFrom({ 'a.csv': table(...all.slice(0, 30)), 'b.csv': table(...all.slice(10)) }))).toEqual(
      expected,
    );
  });

  it('a run that shares its name in one export and not in the other is the same', async () => {
    const early = table(['bert', 0, 100]);
    const late = table(['bert', 50 * HOUR, 500], ['bert', 0, 100]);
    expect(walls(await factsFrom({ 'a.csv': early, 'b.csv': late }))).toEqual([100, 500]);
    expect(walls(await factsFrom({ 'a.csv': late, 'b.csv': early }))).toEqual([100, 500]);
    const other = table(['bert', 50 * HOUR, 500]);
    expect(walls(await factsFrom({ 'a.csv': late, 'b.csv': other, 'c.csv': early }))).toEqual([100, 500]);
  });

  it('an id that a user gave in two projects is of two runs', async () => {
    const saved = (project: string, created: number, seconds: number) => ({
      format: 'runledger/wandb-run@1',
      entity: 'lab',
      project,
      run: {
        name: 'seed0',
        displayName: 'first seed',
        state: 'finished',
        createdAt: iso(created),
        heartbeatAt: iso(created + seconds),
        summaryMetrics: `{"_wandb":{"runtime":${seconds}}}`,
      },
    });
    const files = {
      'a.jsonl': JSON.stringify(saved('mnist', 0, 100)),
      'b.jsonl': JSON.stringify(saved('cifar', 30 * HOUR, 500)),
    };
    expect(walls(await factsFrom(files))).toEqual([100, 500]);
    // A run that was moved to another project is the same run.
    const moved = {
      'a.jsonl': JSON.stringify(saved('mnist', 0, 100)),
      'b.jsonl': JSON.stringify(saved('cifar', 30, 120)),
    };
    expect(walls(await factsFrom(moved))).toEqual([120]);
    const together = { ...moved, 'b.jsonl': JSON.stringify(saved('cifar', 5, 500)) };
    expect(walls(await factsFrom(together))).toEqual([100, 500]);
    const logs = ['mnist', 'cifar'].map((project, index) => ({
      id: 'seed0',
      project,
      start: index * 5,
      root: project,
    }));
    const facts = await factsFrom(directoriesOf(logs));
    expect([facts.ledger.count, facts.ledger.runs]).toEqual([2, 2]);
  });

  it('an id that comes again in another sweep is no part of the first', async () => {
    const runs = [
      { id: 'a', root: 'one/wandb' },
      { id: 'a', start: 5 * HOUR, root: 'two/wandb' },
    ];
    const facts = await factsFrom({
      ...directoriesOf(runs),
      ...sweepFiles('s1', { a: 1 }, 'one/wandb'),
      ...sweepFiles('s2', { a: 2 }, 'two/wandb'),
    });
    expect(facts.sweeps.map(({ usage }) => usage.gpuHours)).toEqual([4, 4]);
    expect(facts.usage.gpuHours).toBe(8);
  });

  it('files of a sweep that are copied assign its runs once', async () => {
    const files = { ...directoriesOf([{ id: 'a' }]), ...sweepFiles('s1', { a: 1, b: 2 }) };
    const copies = Object.fromEntries(Object.entries(files).map(([path, content]) => [`backup/${path}`, content]));
    const facts = await factsFrom({ ...files, ...copies });
    expect(facts.findings.sweeps[0]?.evidence[0]?.note).toContain('it had 2, of which 1 are not in the logs');
  });

  it('a log of which the start is lost does not keep copies of another apart', async () => {
    const [log] = Object.values(runDirectory({ id: 'a' })) as [Uint8Array];
    const late = wandbLog(recordsOf({ id: 'a', start: 1, seconds: HOUR - 1 }));
    const bare = wandbLog([{ header: '0.31.0' }]);
    const facts = await factsFrom({ 'a/run-a.wandb': log, 'b/run-a.wandb': bare, 'c/run-a.wandb': late });
    expect(gpuSecondsIn(facts)).toBe(FOUR);
    // The one, and the attempt of which nothing is known.
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 2, duplicates: 1 });
  });

  it('runs beside a sheet of jobs and no Slurm: the warning speaks of the tables', async () => {
    const sheet = `Run,Start,GPUs,Hours\na,${iso(0)},4,1\n`;
    const facts = await factsFrom({ 'sheet.csv': sheet, ...runDirectory({ id: 'a', start: 60, seconds: 3000 }) });
    const warning = facts.diagnostics.find(({ rule }) => rule === 'wandb-place-unknown');
    expect(warning?.message).toMatch(/tables/);
    expect(warning?.message).not.toMatch(/Slurm/);
  });
});
