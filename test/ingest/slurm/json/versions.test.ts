import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { scontrolJson } from '../../../../src/ingest/slurm/json/sources.ts';
import type { Job } from '../../../../src/model/job.ts';
import { readAs, readWith } from '../../../support/read-source.ts';
import { slurmFixture } from '../../../support/slurm-fixture.ts';

const T = 1_700_000_000;
const NONE = Number.NaN;

/** What the fixtures of all versions say, whatever their writing; see `fixtures/slurm/README.md`. */
const EXPECTED: Partial<Job>[] = [
  {
    ...{ jobId: '84_3', jobIdRaw: '90', arrayJobId: 84, arrayTask: 3, name: 'grid', state: 'completed' },
    ...{ submit: T, start: T + 3600, end: T + 7200, elapsed: 3600, timeLimit: 3600 },
    ...{ cpus: 4, gpus: 2, gpuTypes: 'a100=2', memoryGb: 32, nodes: 1, nodeList: 'gpu01', energyJoules: 900_000 },
  },
  {
    // The last task of an array keeps the array's own id. Two typed GPUs and no total.
    ...{ jobId: '84_4', jobIdRaw: '84', arrayJobId: 84, arrayTask: 4, state: 'failed', elapsed: 100 },
    ...{ gpus: 2, gpuTypes: 'a100=1,v100=1', energyJoules: 70_000 },
  },
  {
    ...{ jobId: '100+1', jobIdRaw: '101', arrayJobId: NONE, state: 'completed', elapsed: 50 },
    ...{ gpus: 1, gpuTypes: '', memoryGb: 64, energyJoules: 2000 },
  },
  { jobId: '110', jobIdRaw: '', state: 'requeued', elapsed: 60, energyJoules: NONE },
  { jobId: '111', state: 'resized', elapsed: 60 },
  { jobId: '112', state: 'cancelled', start: NONE, end: T + 40, elapsed: 0, gpus: NONE, nodes: NONE, nodeList: '' },
  { jobId: '113', state: 'running', start: T + 50, end: NONE, elapsed: 500, timeLimit: Number.POSITIVE_INFINITY },
];

const COMMON: Partial<Job> = {
  cluster: 'selenite',
  user: 'ines',
  account: 'parsing',
  partition: 'gpu',
  workDir: '/home/ines/lisa',
};

const VERSIONS = [
  ['21.08/sacct-json/sacct.json', { command: false, restarts: false }],
  ['23.02/sacct-json/sacct.json', { command: true, restarts: false }],
  ['23.11/sacct-json/sacct.json', { command: true, restarts: false }],
  ['24.05/sacct-json/sacct.json', { command: true, restarts: false }],
  ['25.05/sacct-json/sacct.json', { command: true, restarts: true }],
  ['25.05/sacct-json/sacct-complex.json', { command: true, restarts: true }],
  ['25.11/sacct-json/sacct.json', { command: true, restarts: true }],
  ['26.05/sacct-json/sacct.json', { command: true, restarts: true }],
] as const;

describe.each(VERSIONS)('%s', (path, has) => {
  const text = slurmFixture(path);
  const expected = EXPECTED.map((job) => expect.objectContaining({ ...COMMON, ...job }));

  it('gives the jobs that it holds, its steps and its array remainder', () => {
    const { jobs, settled, rejects, diagnostics } = readAs('slurm-sacct-json', text);
    expect(jobs).toEqual(expected);
    expect(settled).toEqual({ steps: 7, arrayRemainders: 1 });
    expect([rejects, diagnostics]).toEqual([[], []]);
  });

  it('gives what only some versions log, and nothing where they do not', () => {
    const { jobs } = readAs('slurm-sacct-json', text);
    expect(jobs[0]?.command).toBe(has.command ? 'sbatch --job-name=grid train.sh --lr 0.1' : '');
    expect(jobs.at(-1)?.restarts).toEqual(has.restarts ? 1 : NONE);
  });

  it('gives the line on which each object begins', () => {
    const lines = text.split('\n');
    for (const { line } of readAs('slurm-sacct-json', text).jobs) expect(lines[line - 1]).toBe('  {');
  });

  it('says the same on one line, and as YAML that another program wrote', () => {
    const value = JSON.parse(text);
    const lineless = (jobs: Job[]) => jobs.map((job) => ({ ...job, line: 0 }));
    const jobs = lineless(readAs('slurm-sacct-json', text).jobs);
    expect(lineless(readAs('slurm-sacct-json', JSON.stringify(value)).jobs)).toEqual(jobs);
    expect(lineless(readAs('slurm-sacct-yaml', dump(value)).jobs)).toEqual(jobs);
  });
});

describe('scontrol and squeue', () => {
  const job = {
    ...{ job_id: 7, name: 'train', user_name: 'ines', account: 'parsing', partition: 'gpu', cluster: 'selenite' },
    ...{ job_state: ['COMPLETED'], submit_time: T, start_time: T + 10, end_time: T + 110, resize_time: 0 },
    ...{ pre_sus_time: 0, suspend_time: 0, nodes: 'gpu01', node_count: 1, time_limit: 60, restart_cnt: 2 },
    ...{ tres_alloc_str: 'cpu=4,mem=32G,node=1,energy=900,gres/gpu=2,gres/gpu:a100=2', array_job_id: 0 },
    ...{
      array_task_id: null,
      array_task_string: '',
      het_job_id: 0,
      het_job_offset: 0,
      command: '/home/ines/train.sh 1',
    },
  };
  const read = (changes: object, around: object = {}): Job => {
    const { jobs } = readWith(scontrolJson, JSON.stringify({ jobs: [{ ...job, ...changes }], ...around }));
    return jobs[0] as Job;
  };

  it('reads a job that ended', () => {
    expect(read({})).toMatchObject({
      ...{ jobId: '7', state: 'completed', submit: T, start: T + 10, end: T + 110, elapsed: 100 },
      ...{ cpus: 4, gpus: 2, gpuTypes: 'a100=2', memoryGb: 32, nodes: 1, timeLimit: 3600, restarts: 2 },
      ...{ energyJoules: 900, command: '/home/ines/train.sh 1', user: 'ines' },
    });
  });

  it('prefers the submit line, which 25.05 has', () => {
    expect(read({ submit_line: 'sbatch train.sh 1' }).command).toBe('sbatch train.sh 1');
  });

  it('counts a running job up to the last update, and takes its end for the prediction that it is', () => {
    const running = { job_state: ['RUNNING'], end_time: T + 90_000 };
    const around = { last_update: { set: true, infinite: false, number: T + 70 } };
    expect(read(running, around)).toMatchObject({ state: 'running', elapsed: 60, end: NONE, start: T + 10 });
    expect(read({ ...running, pre_sus_time: 20, suspend_time: T + 40 }, around).elapsed).toBe(50);
  });

  it('counts a running job up to the last event of a file that does not say when it was written', () => {
    const running = { ...job, job_state: 'RUNNING', end_time: T + 90_000 };
    const later = { ...job, job_id: 8, job_state: 'PENDING', submit_time: T + 75, start_time: T + 90_000 };
    const { jobs, diagnostics } = readWith(scontrolJson, JSON.stringify({ jobs: [running, later] }));
    expect(jobs.map(({ elapsed }) => elapsed)).toEqual([65, 0]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['slurm-undated']);
  });

  it('takes neither start nor end of a pending job, which are predictions', () => {
    const pending = { job_state: ['PENDING'], start_time: T + 500, end_time: T + 900, tres_alloc_str: '', nodes: '' };
    expect(read(pending)).toMatchObject({ state: 'pending', start: NONE, end: NONE, elapsed: 0, gpus: NONE });
  });

  it('leaves suspension out, as scontrol does', () => {
    expect(read({ pre_sus_time: 30, suspend_time: T + 60 }).elapsed).toBe(80);
    expect(read({ job_state: ['SUSPENDED'], pre_sus_time: 30, suspend_time: T + 60 })).toMatchObject({
      state: 'running',
      elapsed: 30,
      end: NONE,
    });
  });

  it('takes a resized job for its last part, as sacct lists it', () => {
    expect(read({ resize_time: T + 50 })).toMatchObject({ submit: T + 50, start: T + 50, elapsed: 60 });
  });

  it('gives a job that never ran no time', () => {
    expect(read({ job_state: ['CANCELLED'], tres_alloc_str: '', nodes: '' })).toMatchObject({
      ...{ state: 'cancelled', start: NONE, elapsed: 0 },
    });
  });

  it('knows tasks, components and the rest of an array', () => {
    expect(read({ array_job_id: 5, array_task_id: 0 })).toMatchObject({ jobId: '5_0', jobIdRaw: '7', arrayTask: 0 });
    expect(read({ het_job_id: 6, het_job_offset: 1 })).toMatchObject({ jobId: '6+1', jobIdRaw: '7' });
    const rest = { ...job, array_job_id: 7, array_task_string: '3-9%2' };
    expect(readWith(scontrolJson, JSON.stringify({ jobs: [rest] })).settled).toEqual({ arrayRemainders: 1 });
  });
});
