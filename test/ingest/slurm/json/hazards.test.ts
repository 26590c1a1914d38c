import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/ingest/registry.ts';
import { objectState } from '../../../../src/ingest/slurm/json/object-state.ts';
import { sacctJson } from '../../../../src/ingest/slurm/json/sources.ts';
import { stepEnergy } from '../../../../src/ingest/slurm/json/tres-list.ts';
import { count, limitOf, num, textOf, timeOf } from '../../../../src/ingest/slurm/json/values.ts';
import type { Job } from '../../../../src/model/job.ts';
import { readWith } from '../../../support/read-source.ts';

/** A job as v0.0.42 writes it. */
const JOB = {
  account: 'parsing',
  allocation_nodes: 1,
  array: { job_id: 0, task_id: { set: false, infinite: false, number: 0 }, task: '' },
  association: { account: 'parsing', cluster: 'selenite', user: 'ines' },
  cluster: 'selenite',
  derived_exit_code: { status: ['SUCCESS'], return_code: { set: true, infinite: false, number: 0 } },
  time: { elapsed: 60, start: 1_700_000_000, end: 1_700_000_060, submission: 1_699_999_000, suspended: 0 },
  exit_code: { status: ['SUCCESS'], return_code: { set: true, infinite: false, number: 0 } },
  het: { job_id: 0, job_offset: { set: false, infinite: false, number: 0 } },
  job_id: 5,
  name: 'train',
  nodes: 'gpu01',
  partition: 'gpu',
  state: { current: ['COMPLETED'], reason: 'None' },
  steps: [] as object[],
  tres: { allocated: [{ type: 'mem', name: '', id: 2, count: 1024 }] as object[], requested: [] },
  user: 'ines',
  working_directory: '/home/ines',
};

const read = (changes: object): Job =>
  readWith(sacctJson, JSON.stringify({ jobs: [{ ...JOB, ...changes }] })).jobs[0] as Job;

const step = (id: unknown, consumed: unknown): object => ({
  step: { id, name: 'x' },
  statistics: { energy: { consumed } },
});

describe('what sacct --json gets wrong or says oddly', () => {
  it('(a) exit codes say SUCCESS for jobs that failed: the state is believed', () => {
    const failed = { state: { current: 'FAILED' }, exit_code: { status: 'SUCCESS', return_code: 0 } };
    expect(read(failed).state).toBe('failed');
  });

  it('(b) what steps requested and consumed has other meanings than its names: only what the job was allocated is read', () => {
    const usage = { total: [{ type: 'gres', name: 'gpu', count: 9 }] };
    const odd = { ...step('5.batch', 0), tres: { requested: usage, consumed: usage, allocated: usage.total } };
    expect(read({ steps: [odd] }).gpus).toBeNaN();
  });

  it('(c) steps are always there, and none with -X: they are counted and nothing else changes', () => {
    const steps = [step('5.batch', 1), step('5.0', 0)];
    const withSteps = readWith(sacctJson, JSON.stringify({ jobs: [{ ...JOB, steps }] }));
    const without = readWith(sacctJson, JSON.stringify({ jobs: [JOB] }));
    expect([withSteps.settled, without.settled]).toEqual([{ steps: 2 }, {}]);
    expect({ ...withSteps.jobs[0], energyJoules: 0 }).toEqual({ ...without.jobs[0], energyJoules: 0 });
  });

  it('(d) files of gigabytes: see memory.test.ts and cutters.test.ts', () => undefined);

  it('(e) numbers beyond 2^53 do no harm', () => {
    const text = JSON.stringify({ jobs: [JOB] }).replace('{"account"', '{"db_index":18446744073709551615,"account"');
    expect(readWith(sacctJson, text).jobs[0]?.jobId).toBe('5');
    expect(count(2 ** 64 - 2)).toBeNaN();
  });

  it('(f) a state may be a base state and flags: the flag beats PENDING, as it does in text', () => {
    expect(read({ state: { current: ['PENDING', 'REQUEUED'] } }).state).toBe('requeued');
    expect(read({ state: { current: ['PENDING', 'RESIZING'] } }).state).toBe('resized');
    expect(read({ state: { current: ['FAILED', 'REQUEUED'] } }).state).toBe('requeued');
    expect(read({ state: { current: ['COMPLETED', 'LAUNCH_FAILED'] } }).state).toBe('completed');
  });

  it('(g) slurmrestd answers have the same shape; scontrol and squeue have another, and are told from it', () => {
    const answer = { meta: {}, jobs: [JOB], errors: [], warnings: [] };
    expect(recognise(JSON.stringify(answer))?.name).toBe('slurm-sacct-json');
    const flat = { job_id: 5, job_state: ['RUNNING'], tres_alloc_str: 'cpu=1', accrue_time: 0, batch_flag: true };
    expect(recognise(JSON.stringify({ jobs: [flat] }))?.name).toBe('slurm-scontrol-json');
  });

  it('(h) memory is in MB where a job is allocated it, in bytes where steps used it', () => {
    const tres = { allocated: [{ type: 'mem', name: '', id: 2, count: 38_400 }] };
    expect(read({ tres }).memoryGb).toBe(37.5);
  });
});

describe('time and states', () => {
  it('an attempt with an end and time behind it is over, whatever the words say', () => {
    expect(objectState(['PENDING'], true)).toBe('requeued');
    expect(objectState(['COMPLETED', 'COMPLETING'], true)).toBe('completed');
    expect(objectState(['COMPLETED', 'COMPLETING'], false)).toBe('running');
    expect(objectState(['PENDING'], false)).toBe('pending');
  });

  it('a running job keeps its state where --truncate gave it an end', () => {
    expect(objectState(['RUNNING'], true)).toBe('running');
  });

  it.each([0, null, 4_294_967_294, 4_294_967_295, { set: false, infinite: false, number: 0 }, 'x', undefined])(
    'a time of %j is none',
    (value) => {
      expect(timeOf(value)).toBeNaN();
    },
  );

  it('elapsed time that is not there is taken from start, end and suspension', () => {
    const time = { start: 100, end: 200, suspended: 30, submission: 50 };
    expect(read({ time }).elapsed).toBe(70);
    expect(read({ time: { ...time, elapsed: 65 } }).elapsed).toBe(65);
  });

  it('a job without any duration is rejected', () => {
    const text = JSON.stringify({ jobs: [{ ...JOB, time: { start: 100, end: 0 }, state: { current: ['RUNNING'] } }] });
    const { jobs, rejects } = readWith(sacctJson, text);
    expect([jobs.length, rejects.map(({ rule }) => rule)]).toEqual([0, ['slurm-elapsed']]);
  });

  it('states that Slurm does not document are noted', () => {
    const { jobs, diagnostics } = readWith(sacctJson, JSON.stringify({ jobs: [{ ...JOB, state: { current: [] } }] }));
    expect(jobs[0]?.state).toBe('unknown');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['slurm-state']);
  });
});

describe('energy', () => {
  it.each([
    ['of what srun started, not of the script around it', [step('5.batch', 100), step('5.0', 30), step('5.1', 40)], 70],
    ['of the batch script where nothing was started by srun', [step('5.batch', 100), step('5.extern', 9)], 100],
    ['by the ids of v0.0.39', [step({ job_id: 5, step_id: 'batch' }, { set: true, number: 7 })], 7],
    ['by the ids of dbv0.0.38', [step('batch', 100), step(0, 30)], 30],
    ['of the components of a heterogeneous step', [step('5.0+0', 1), step('5.0+1', 2)], 3],
  ])('is that %s', (_, steps, joules) => {
    expect(stepEnergy(steps)).toBe(joules);
  });

  it.each([null, -2, 0, 4_294_967_294, 2 ** 64 - 2, { set: false, infinite: false, number: 0 }])(
    'of %j was not measured',
    (value) => {
      expect(stepEnergy([step('5.batch', value)])).toBeNaN();
      expect(read({ tres: { allocated: [{ type: 'energy', count: value }] } }).energyJoules).toBeNaN();
    },
  );

  it('of the job itself comes first', () => {
    const tres = { allocated: [{ type: 'energy', name: '', id: 3, count: 901 }] };
    expect(read({ tres, steps: [step('5.0', 900)] }).energyJoules).toBe(901);
  });
});

describe('a number', () => {
  it.each([
    [3, 3],
    ['3', 3],
    ['Infinity', Number.POSITIVE_INFINITY],
    [null, Number.NaN],
    [{ set: true, infinite: false, number: 3 }, 3],
    [{ set: false, infinite: false, number: 0 }, Number.NaN],
    [{ set: false, infinite: true, number: 0 }, Number.POSITIVE_INFINITY],
    [{ set: 'true', infinite: 'false', number: '3' }, 3],
    [{ set: true, number: { set: true, number: 3 } }, Number.NaN],
    [[], Number.NaN],
    ['', Number.NaN],
  ])('%j is %d', (value, expected) => {
    expect(num(value)).toBe(expected);
  });

  it('is a limit in minutes', () => {
    expect([10, 4_294_967_295, 4_294_967_294, null].map(limitOf)).toEqual([
      600,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('or a truth in the place of a text is written out', () => {
    expect([7, true, null, {}, 'x'].map(textOf)).toEqual(['7', 'true', '', '', 'x']);
  });
});
