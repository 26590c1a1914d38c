// Small dumps of `sacct --json` for tests, as Slurm 24.11 (v0.0.42) writes them.

/** 2024-03-01T10:00:00Z. */
const SUBMITTED = Date.UTC(2024, 2, 1, 10) / 1000;

/** When a job was submitted, started and ended, epoch seconds; it ran for ten seconds. */
export const TIMES = {
  submission: SUBMITTED,
  start: SUBMITTED + 5,
  end: SUBMITTED + 15,
  elapsed: 10,
  suspended: 0,
};

export const gpuTres = (count: number): object[] => [
  { type: 'cpu', name: '', id: 1, count: 2 },
  { type: 'gres', name: 'gpu', id: 1001, count },
  { type: 'gres', name: 'gpu:a100', id: 1002, count },
];

/** A job that ran for ten seconds on one A100, unless said otherwise. */
const JOB = {
  account: 'nlp',
  allocation_nodes: 1,
  array: { job_id: 0, task_id: { set: false, infinite: false, number: 0 }, task: '' },
  association: { account: 'nlp', user: 'ines' },
  exit_code: { status: ['SUCCESS'], return_code: { set: true, infinite: false, number: 0 } },
  job_id: 84,
  name: 'train',
  nodes: 'n1',
  state: { current: ['COMPLETED'], reason: 'None' },
  steps: [],
  time: TIMES,
  tres: { allocated: gpuTres(1), requested: [] },
  user: 'ines',
  working_directory: '/home/ines',
};

export const sacctJson = (...jobs: readonly object[]): string =>
  JSON.stringify({ jobs: jobs.map((changes) => ({ ...JOB, ...changes })) });
