import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingest } from '../src/ingest/ingest.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { redact } from '../src/report/redact.ts';
import { filesOf } from './support/files-of.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, rulesIn, withFiles } from './support/read-logs.ts';
import {
  directoriesOf,
  HOUR,
  iso,
  node,
  recordsOf,
  runDirectory,
  sacct,
  sweepFiles,
  T0,
} from './support/tracked-logs.ts';
import { wandbLog } from './support/wandb-log.ts';

// The hazards of what W&B logs, each with small logs that have it. What is expected is what the machines were held for, not what the files add up to.

const GPUS = 4;
const slurm = { job_id: '100', cluster_name: 'selenite' };
const configOf = (facts: ProjectFacts, row = 0): unknown =>
  JSON.parse(facts.ledger.table.tracked.at(row)?.config || '{}');
const wallsIn = (facts: ProjectFacts): number[] => attemptsIn(facts).map(({ wall }) => wall);

describe('hazard 1: runs inside of Slurm jobs', () => {
  it('a run in a job is the same compute', async () => {
    const run = runDirectory({ id: 'a', start: 60, seconds: 3000, slurm });
    const facts = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), ...run });
    expect(gpuSecondsIn(facts)).toBe(GPUS * HOUR);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 2, attempts: 1, nested: 1 });
  });

  it('many runs in one job: what is not covered by them is the job’s all the same', async () => {
    const runs = [0, 1, 2].map((index) => ({ id: `run${index}`, start: 60 + index * 1000, seconds: 900, slurm }));
    const facts = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), ...directoriesOf(runs) });
    expect(gpuSecondsIn(facts)).toBe(GPUS * HOUR);
    expect(facts.tracking?.nested).toMatchObject({ jobs: 1, allocatedGpuHours: 4, usedGpuHours: (4 * 2700) / HOUR });
  });

  it('one run in many jobs: one run, and each job', async () => {
    const jobs = [{ id: '100' }, { id: '101', start: 2 * HOUR }];
    const runs = jobs.map(({ id, start = 0 }) => ({
      id: 'a',
      start: start + 60,
      seconds: 3000,
      slurm: { job_id: id },
    }));
    const facts = await factsFrom({ 'sacct.txt': sacct(jobs), ...directoriesOf(runs) });
    expect(gpuSecondsIn(facts)).toBe(2 * GPUS * HOUR);
    expect(new Set(facts.ledger.nested.map(({ run }) => run)).size).toBe(1);
  });

  it('the hyperparameters are those of the runs', async () => {
    const runs = [0, 1].map((lr) => ({ id: `run${lr}`, start: 60 + lr * 1000, seconds: 900, slurm, config: { lr } }));
    const files = { ...directoriesOf(runs), ...sweepFiles('swp', { run0: 0, run1: 1 }) };
    const facts = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), ...files });
    expect(facts.findings.sweeps).toMatchObject([{ name: 'swp', runs: 2, parameters: { lr: ['0', '1'] } }]);
    expect(facts.sweeps[0]?.usage.gpuHours).toBe(GPUS);
  });
});

describe('hazard 2: each rank of one training is a run', () => {
  const ranks = [0, 1, 2, 3].map((rank) => ({
    id: `rank${rank}`,
    start: rank,
    seconds: HOUR,
    group: 'ddp',
    config: { lr: 0.1, local_rank: rank },
  }));

  it('they are one run', async () => {
    expect((await factsFrom(directoriesOf(ranks))).ledger.runs).toBe(1);
  });

  it('and each reports the whole machine, which counts once', async () => {
    expect(gpuSecondsIn(await factsFrom(directoriesOf(ranks)))).toBeCloseTo(GPUS * (HOUR + 3), 6);
  });
});

describe('hazard 3: a resumed run counts its earlier sessions again', () => {
  const sessions = [
    { id: 'a', seconds: 1000 },
    { id: 'a', start: 5000, seconds: 2000, runtime: 3000 },
    { id: 'a', start: 9000, seconds: 500, runtime: 3500 },
  ];

  it('each directory counts its own time', async () => {
    const facts = await factsFrom(directoriesOf(sessions));
    expect(wallsIn(facts)).toEqual([1000, 2000, 500]);
    expect(facts.ledger).toMatchObject({ count: 3, runs: 1 });
  });

  it('as the client of 0.19.11 does twice', async () => {
    const twice = sessions.map((session, index) => ({ ...session, runtime: [1000, 4000, 8500][index] as number }));
    expect(wallsIn(await factsFrom(directoriesOf(twice)))).toEqual([1000, 2000, 500]);
  });

  it('an id that is given again counts each time alone, too', async () => {
    const again = [
      { id: 'a', seconds: 1000 },
      { id: 'a', start: 5000, seconds: 2000 },
    ];
    expect(wallsIn(await factsFrom(directoriesOf(again)))).toEqual([1000, 2000]);
  });
});

describe('hazard 4: gpu_count is what the machine shows', () => {
  it('a run held those on which its processes were seen', async () => {
    expect(gpuSecondsIn(await factsFrom(runDirectory({ id: 'a', gpus: 8, seenOn: [1, 5] })))).toBe(2 * HOUR);
  });

  it('or those that Slurm gave to its job', async () => {
    const given = [
      { job_id: '3', gpus_on_node: '2' },
      { job_id: '3', job_gpus: '0,3' },
    ];
    for (const each of given) {
      const facts = await factsFrom(runDirectory({ id: 'a', gpus: 8, slurm: each }));
      expect(gpuSecondsIn(facts)).toBe(2 * HOUR);
    }
  });

  it('else all of them, which is said', async () => {
    const facts = await factsFrom(runDirectory({ id: 'a', gpus: 8 }));
    expect(gpuSecondsIn(facts)).toBe(8 * HOUR);
    expect(rulesIn(facts)).toContain('wandb-gpus-machine');
  });
});

it('hazard 5: system metrics are of all GPUs of the machine, the run’s energy is not', async () => {
  const power = { 'gpu.0.powerWatts': 300, 'gpu.1.powerWatts': 200, 'gpu.0.gpu': 90, 'gpu.1.gpu': 10 };
  const stats = (seen: object) =>
    Array.from({ length: 61 }, (_, minute) => ({ stats: { ...power, ...seen }, at: T0 + minute * 60 }));
  const logOf = (seen: object, given: Readonly<Record<string, string>> = {}) => {
    const [run, environment, ...rest] = recordsOf({ id: 'a', gpus: 2, slurm: given });
    return {
      'run-a.wandb': wandbLog([run, environment, ...stats(seen), ...rest].filter((each) => each !== undefined)),
    };
  };
  const energyOf = ({ ledger }: ProjectFacts) => ledger.table.gpuEnergyJoules.at(ledger.row[0] as number);
  const seen = await factsFrom(logOf({ 'gpu.process.0.gpu': 90 }));
  expect(energyOf(seen)).toBeCloseTo(300 * HOUR, 3);
  expect(seen.ledger.table.gpuUtilisation.at(0)).toBeCloseTo(0.9, 6);
  expect(energyOf(await factsFrom(logOf({}, { job_id: '3', gpus_on_node: '1' })))).toBeCloseTo(250 * HOUR, 3);
  const machine = await factsFrom(logOf({}));
  expect(energyOf(machine)).toBeCloseTo(500 * HOUR, 3);
  expect(rulesIn(machine)).toContain('wandb-power-machine');
});

describe('hazard 6: a run is on the disk and on the server', () => {
  const sent = node({ name: 'a', createdAt: iso(4), summaryMetrics: '{"_wandb":{"runtime":3597}}', sweepName: 'swp' });

  it('one run, and what either knows', async () => {
    const facts = await factsFrom({ ...runDirectory({ id: 'a' }), 'runs.jsonl': sent });
    expect(gpuSecondsIn(facts)).toBe(GPUS * HOUR);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 2, attempts: 1, duplicates: 1 });
    expect(facts.findings.sweeps).toMatchObject([{ name: 'swp', runs: 1 }]);
  });

  it('also where it was sent long after it ran', async () => {
    const late = node({
      ...{ name: 'a', createdAt: iso(90 * HOUR), heartbeatAt: iso(90 * HOUR + 9) },
      summaryMetrics: `{"_wandb":{"runtime":3600},"_timestamp":${T0 + HOUR}}`,
    });
    const facts = await factsFrom({ ...runDirectory({ id: 'a' }), 'runs.jsonl': late });
    expect(gpuSecondsIn(facts)).toBe(GPUS * HOUR);
    expect((await factsFrom({ 'runs.jsonl': late })).ledger.start[0]).toBe(T0);
  });
});

it('hazard 7: links lead to what has a name of its own', async () => {
  await withFiles(runDirectory({ id: 'a' }), async (logs) => {
    symlinkSync('offline-run-20231114_220000-a', join(logs, 'wandb/latest-run'));
    symlinkSync('offline-run-20231114_220000-a/run-a.wandb', join(logs, 'wandb/latest.wandb'));
    const intake = await ingest([logs], { zone: 'UTC' });
    expect(intake.inputs).toHaveLength(1);
    expect(intake.table.records).toBe(1);
  });
});

describe('hazard 8: what is not there when a run dies', () => {
  const directory = 'wandb/run-20231114_220000-a';
  const metadata = {
    [`${directory}/files/wandb-metadata.json`]: `{"startedAt":"2023-11-14T22:00:00","state":"running"}`,
  };

  it('no record of its exit: up to its last sign of life', async () => {
    const facts = await factsFrom(runDirectory({ id: 'a', seconds: 1800, exits: false }));
    expect(attemptsIn(facts)).toMatchObject([{ wall: 1800, state: 'unknown' }]);
    expect(rulesIn(facts)).toContain('wandb-no-exit');
  });

  it('no summary, or an empty one, and a log without a byte: an attempt of no length, and that is said', async () => {
    for (const summary of [undefined, '{}', '']) {
      const more = summary === undefined ? {} : { [`${directory}/files/wandb-summary.json`]: summary };
      const facts = await factsFrom({
        ...metadata,
        ...more,
        [`${directory}/run-a.wandb`]: '',
        ...runDirectory({ id: 'b' }),
      });
      expect(wallsIn(facts).sort((x, y) => x - y)).toEqual([0, HOUR]);
      expect(rulesIn(facts)).toEqual(expect.arrayContaining(['wandb-log-empty', 'wandb-no-duration']));
    }
  });

  it('"running" in the metadata is never updated: it is no state', async () => {
    const facts = await factsFrom({ ...metadata, [`${directory}/files/wandb-summary.json`]: '{"_runtime": 600}' });
    expect(attemptsIn(facts)).toMatchObject([{ wall: 600, state: 'unknown' }]);
    expect(rulesIn(facts)).not.toContain('still-running');
  });
});

describe('hazard 9: UTC and local time', () => {
  const startOf = ({ ledger }: ProjectFacts): number => ledger.start[0] as number;
  const zone = 'America/Los_Angeles';

  it('metadata are in UTC, with Z or without', async () => {
    for (const startedAt of ['2023-11-14T22:00:00.000000', '2023-11-14T22:00:00.000000Z']) {
      const text = JSON.stringify({ startedAt });
      const files = { 'wandb/run-20231114_140000-a/files/wandb-metadata.json': text };
      expect(startOf(await factsFrom(files, { zone }))).toBe(T0);
    }
  });

  it('names of directories are local since 0.10', async () => {
    const files = { 'wandb/run-20231114_140000-a/files/wandb-summary.json': '{"_runtime": 60}' };
    expect(startOf(await factsFrom(files, { zone }))).toBe(T0);
  });

  it('and UTC before', async () => {
    const row = `{"_runtime": 60, "_timestamp": ${T0 + 60}}\n`;
    const directory = 'wandb/run-20231114_220000-a';
    const timed = { [`${directory}/wandb-history.jsonl`]: row, [`${directory}/wandb-summary.json`]: '{}' };
    expect(startOf(await factsFrom(timed, { zone }))).toBe(T0);
    // Where no line tells how long it had run, the name of the directory is all there is.
    const untimed = { ...timed, [`${directory}/wandb-history.jsonl`]: `{"_timestamp": ${T0 + 60}}\n` };
    expect(startOf(await factsFrom(untimed, { zone }))).toBe(T0);
  });
});

describe('hazard 10: what is no training', () => {
  it('controllers of sweeps search and train nothing', async () => {
    const config = '{"method":{"value":"random"},"parameters":{"value":{"lr":{"min":0}}}}';
    const controller = node({ name: 'c', createdAt: iso(0), summaryMetrics: '{"_wandb":{"runtime":90000}}', config });
    const run = node({ name: 'a', createdAt: iso(0), summaryMetrics: '{"_wandb":{"runtime":60}}' });
    const facts = await factsFrom({ 'runs.jsonl': `${controller}\n${run}\n` });
    expect(wallsIn(facts)).toEqual([60]);
    expect(rulesIn(facts)).toContain('wandb-controller');
  });

  it('evaluations count, and are no trials of a sweep beside them', async () => {
    const runs = [0, 1, 2, 3].map((lr) => ({ id: `run${lr}`, start: lr * HOUR, seconds: 3000, config: { lr } }));
    const evaluations = [4, 5, 6, 7].map((lr) => ({
      id: `eval${lr}`,
      start: lr * HOUR,
      seconds: 60,
      jobType: 'eval',
      config: { lr },
    }));
    const files = {
      ...directoriesOf([...runs, ...evaluations]),
      ...sweepFiles('swp', { run0: 0, run1: 1, run2: 2, run3: 3 }),
    };
    const facts = await factsFrom(files);
    expect(facts.ledger.count).toBe(8);
    expect(facts.findings.sweeps).toMatchObject([{ name: 'swp', runs: 4 }]);
    expect(facts.tiers.singleModel.gpuHours).toBeCloseTo((GPUS * 3000) / HOUR, 9);
  });

  it('a notebook whose clock was paused held its machine on', async () => {
    const facts = await factsFrom(runDirectory({ id: 'a', seconds: 5 * HOUR, runtime: 600 }));
    expect(wallsIn(facts)).toEqual([5 * HOUR]);
  });

  it('a run that only stored an artifact is short, and no more', async () => {
    const log = wandbLog([{ run: { id: 'a', start: T0 } }, { exit: { runtime: 2 } }]);
    expect(wallsIn(await factsFrom({ 'run-a.wandb': log }))).toEqual([2]);
  });
});

it('hazard 11: runs that were deleted are in no export, which is said once an export', async () => {
  const run = node({ name: 'a', createdAt: iso(0), summaryMetrics: '{"_wandb":{"runtime":60}}' });
  const other = node({ name: 'b', createdAt: iso(0), summaryMetrics: '{"_wandb":{"runtime":60}}' });
  const facts = await factsFrom({ 'runs.jsonl': `${run}\n${other}\n` });
  expect(facts.diagnostics.find(({ rule }) => rule === 'wandb-deleted')).toMatchObject({ severity: 'info', count: 1 });
  expect(rulesIn(await factsFrom(runDirectory({ id: 'a' })))).not.toContain('wandb-deleted');
});

describe('hazard 12: what is no JSON, too large, or secret', () => {
  const directory = 'wandb/run-20231114_220000-a/files';

  it('NaN and Infinity stand bare', async () => {
    const summary = '{"loss": NaN, "best": -Infinity, "note": "NaN {", "_wandb": {"runtime": 600}}';
    const facts = await factsFrom({ [`${directory}/wandb-summary.json`]: summary });
    expect(wallsIn(facts)).toEqual([600]);
    expect(JSON.parse(facts.ledger.table.tracked.at(0)?.metrics ?? '')).toEqual({ best: '-Infinity', loss: 'NaN' });
  });

  it('a summary of 100 MB is left out, with a warning, and the run stands', async () => {
    const large = `{"_wandb": {"runtime": 600}, "histogram": "${'0123456789'.repeat(10 << 20)}"}`;
    const facts = await factsFrom({
      ...runDirectory({ id: 'a' }),
      [`${directory.replace('run', 'offline-run')}/wandb-summary.json`]: large,
    });
    expect(wallsIn(facts)).toEqual([HOUR]);
    expect(rulesIn(facts)).toContain('wandb-file-unread');
  });

  it('a histogram in the log is left out of it', async () => {
    const [run, environment, ...rest] = recordsOf({ id: 'a' });
    const summary = { summary: { loss: 1, histogram: { bins: Array(9000).fill(0.123456789) } } };
    const log = wandbLog([run, environment, summary, ...rest].filter((each) => each !== undefined));
    const facts = await factsFrom({ 'run-a.wandb': log });
    expect(facts.ledger.table.tracked.at(0)?.metrics).toBe('{"loss":1}');
  });

  it('no report has the secrets of a configuration or a command', async () => {
    const config = { lr: 0.1, hf_token: 'hf_abcdefghijklmnopqrst', db: { password: 'hunter2' } };
    const args = ['--api_key=abc123def456', '--token', 'hf_abcdefghijklmnopqrst', '--lr', '0.1'];
    const facts = await factsFrom(runDirectory({ id: 'a', config, args }));
    expect(configOf(facts)).toEqual({ lr: '0.1' });
    expect(facts.ledger.table.command.at(0)).toBe('train.py --api_key=*** --token *** --lr 0.1');
    expect(JSON.stringify(filesOf(facts))).not.toMatch(/abc123def456|hunter2|hf_abc/);
  });
});

it('hazard 13: metadata hold mail addresses, which are not read, and names, which --redact leaves out', async () => {
  const directory = 'wandb/run-20231114_220000-secretid/files';
  const metadata = {
    startedAt: '2023-11-14T22:00:00',
    email: 'zoe@example.org',
    username: 'zoe',
    host: 'zoebox',
    program: 'zoe.py',
  };
  const key = '0123456789abcdef0123456789abcdef01234567';
  const facts = await factsFrom({
    [`${directory}/wandb-metadata.json`]: JSON.stringify({ ...metadata, args: ['--wandb_api_key', key] }),
    [`${directory}/wandb-summary.json`]: '{"_runtime": 600}',
    [`${directory}/config.yaml`]: `api_key:\n  value: ${key}\nlr:\n  value: 1\n`,
  });
  const plain = JSON.stringify(filesOf(facts));
  expect(plain).toContain('zoe');
  expect(plain).not.toMatch(/example\.org|0123456789abcdef/);
  expect(JSON.stringify(filesOf(redact(facts)))).not.toMatch(/zoe|secretid/);
});

describe('hazard 14: clocks of the machine and of Slurm are apart', () => {
  it('by up to two minutes, a run is in its job', async () => {
    for (const skew of [-115, 115]) {
      const run = { id: 'a', start: skew, seconds: HOUR };
      const facts = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), ...runDirectory(run) });
      expect(facts.ledger.nested).toMatchObject([{ rule: 'host-time-user' }]);
    }
  });

  it('by more, it is not', async () => {
    const run = { id: 'a', start: -130, seconds: HOUR };
    const facts = await factsFrom({ 'sacct.txt': sacct([{ id: '100' }]), ...runDirectory(run) });
    expect(facts.ledger.nested).toEqual([]);
  });

  it('and a run is the same in two exports whose clocks are', async () => {
    const table = (created: number): string =>
      `"Name","ID","State","User","Created","Runtime"\n"sun","a","finished","ines","${iso(created)}","3600"\n`;
    const facts = await factsFrom({ 'a.csv': table(0), ...runDirectory({ id: 'a', start: 100 }) });
    expect(facts.ledger.count).toBe(1);
  });
});

describe('hazard 15: steps that were imported carry the times of their events', () => {
  it('long before the run: they are no signs of life', async () => {
    const log = (events: number) =>
      wandbLog([
        { run: { id: 'a', start: T0 } },
        ...[0, 60, 120].map((each) => ({ history: { loss: 1, _timestamp: events + each } })),
      ]);
    const facts = await factsFrom({ 'run-a.wandb': log(T0 - 30 * 24 * HOUR) });
    expect(wallsIn(facts)).toEqual([0]);
    expect(rulesIn(facts)).toContain('wandb-no-duration');
    expect(wallsIn(await factsFrom({ 'run-a.wandb': log(T0) }))).toEqual([120]);
  });

  it('also in an export: its start is when it was created', async () => {
    const summaryMetrics = `{"_timestamp":${T0 - 30 * 24 * HOUR},"_runtime":500}`;
    const old = node({ name: 'a', createdAt: iso(0), heartbeatAt: iso(600), summaryMetrics });
    const facts = await factsFrom({ 'runs.jsonl': old });
    expect(facts.ledger.start[0]).toBe(T0);
  });
});
