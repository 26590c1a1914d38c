import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { JobTable } from '../../src/model/job-table.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, jobOf, T0 } from '../support/ledger-of.ts';

/** How many rows of a table are said to be inside of Slurm's jobs. */
function insideOf(slurm: readonly JobSketch[], rows: readonly JobSketch[], source = 'table'): number {
  const table = new JobTable();
  const file = table.addFile('sacct.txt', 'slurm-sacct');
  for (const [index, job] of slurm.entries())
    table.push(jobOf({ gpus: 8, gpuTypes: 'a100=8', submit: job.start ?? T0, ...job }, index), file);
  const other = table.addFile('emissions.csv', source);
  for (const [index, row] of rows.entries()) {
    const tracked = { cluster: '', jobId: `aaaa${index}`, user: '', gpus: 8, gpuTypes: 'NVIDIA A100-SXM4-80GB=8' };
    table.push(jobOf({ ...tracked, submit: Number.NaN, ...row }, index), other);
  }
  const diagnostics = new Diagnostics();
  buildLedger(table, { ...emptyReconciliation(), records: table.length }, diagnostics);
  return diagnostics.list().find(({ rule }) => rule === 'table-inside-jobs')?.count ?? 0;
}

const JOBS: readonly JobSketch[] = [
  { start: T0, elapsed: 2 * HOUR },
  { start: T0 + DAY, elapsed: 4 * HOUR },
  { start: T0 + 2 * DAY, elapsed: HOUR },
];
/** What a meter logs within them, begun two minutes later. */
const METERED: readonly JobSketch[] = JOBS.map(({ start = T0, elapsed = HOUR }) => ({
  start: start + 120,
  elapsed: elapsed - 180,
}));
const [FIRST = {}] = METERED;

describe('rows of a table that lie within jobs of Slurm', () => {
  it.each<[string, readonly JobSketch[], readonly JobSketch[], number]>([
    ['three meters in three jobs: 3', JOBS, METERED, 3],
    ['clocks a minute off: 3', JOBS, METERED.map(({ start = T0, ...row }) => ({ ...row, start: start - 170 })), 3],
    ['two meters of three, and work elsewhere: 2', JOBS, [...METERED.slice(0, 2), { start: T0 + 9 * HOUR }], 2],
    ['fewer GPUs than the jobs: 3', JOBS, METERED.map((row) => ({ ...row, gpus: 2, gpuTypes: 'A100=2' })), 3],
    ['a model that the job does not name: 3', JOBS.map((job) => ({ ...job, gpuTypes: 'gpu=8' })), METERED, 3],
    [
      'two rows at once, the longer first, in a longer and a shorter job: 2',
      [{ elapsed: 2 * HOUR }, { elapsed: HOUR }].map((job) => ({ ...job, start: T0 })),
      [
        { start: T0 + 60, elapsed: 1.9 * HOUR },
        { start: T0 + 90, elapsed: 0.9 * HOUR },
      ],
      2,
    ],
    ['of the user of the jobs: 3', JOBS, METERED.map((row) => ({ ...row, user: 'ines' })), 3],
    ['of users that the table writes otherwise: 3', JOBS, METERED.map((row) => ({ ...row, user: 'Ines M.' })), 3],
  ])('are warned of: %s', (_, slurm, rows, count) => {
    expect(insideOf(slurm, rows)).toBe(count);
  });

  it.each<[string, readonly JobSketch[], readonly JobSketch[]]>([
    ['half of the rows alone', JOBS, [FIRST, { start: T0 + 9 * HOUR }]],
    ['other hours', JOBS, METERED.map(({ start = T0, ...row }) => ({ ...row, start: start + 6 * HOUR }))],
    ['beyond the end of the job', JOBS.slice(0, 1), [{ ...FIRST, elapsed: 3 * HOUR }]],
    ['more GPUs than the jobs', JOBS.map((job) => ({ ...job, gpus: 4, gpuTypes: 'a100=4' })), METERED],
    ['another model', JOBS.map((job) => ({ ...job, gpuTypes: 'nvidia_h100_80gb_hbm3=8' })), METERED],
    ['three rows in one job', [{ start: T0, elapsed: 9 * DAY }], METERED],
    [
      'another user of the same cluster',
      JOBS,
      [{ ...FIRST, user: 'bo' }, ...METERED.slice(1).map((row) => ({ ...row, user: 'bo' }))].concat([
        { user: 'ines', start: T0 + 9 * DAY },
      ]),
    ],
    [
      'a busy cluster, where as many fit at any hour',
      Array.from({ length: 1000 }, (_, index) => ({ start: T0 + (index - 500) * HOUR, elapsed: 12 * HOUR })),
      METERED,
    ],
  ])('are not: %s', (_, slurm, rows) => {
    expect(insideOf(slurm, rows)).toBe(0);
  });

  it('are not where a report made the rows of jobs', () => {
    expect(insideOf(JOBS, METERED, 'runledger-jobs')).toBe(0);
  });
});
