import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { JobTable } from '../../src/model/job-table.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, jobOf, T0 } from '../support/ledger-of.ts';

/** Attempts and wall hours of one job by what several files have of it. */
function counted(...files: readonly (readonly JobSketch[])[]) {
  const table = new JobTable();
  files.forEach((jobs, index) => {
    const file = table.addFile(`${index}.txt`, 'slurm-sacct');
    jobs.forEach((job, line) => {
      table.push(jobOf({ jobId: '7', ...job }, line), file);
    });
  });
  const { count, wall } = buildLedger(table, { ...emptyReconciliation(), records: table.records }, new Diagnostics());
  return [count, wall.reduce((sum, each) => sum + each, 0) / HOUR];
}

describe('exports without Submit: a job that waited in one and ran in another is one attempt', () => {
  const none = { submit: Number.NaN };
  const waiting: JobSketch = { ...none, state: 'pending', start: Number.NaN, end: Number.NaN, elapsed: 0 };
  const expected: JobSketch = { ...waiting, start: T0 + 2 * DAY };
  const running: JobSketch = { ...none, state: 'running', start: T0, end: Number.NaN, elapsed: 5 * HOUR };
  const ended: JobSketch = { ...none, start: T0, elapsed: 12 * HOUR };
  const requeued: JobSketch = { ...ended, state: 'requeued' };
  const again: JobSketch = { ...none, start: T0 + DAY, elapsed: 3 * HOUR };

  it.each([
    ['waiting, running, ended', [[waiting], [running], [ended]], [1, 12]],
    ['expected to start later than it did', [[expected], [running], [ended]], [1, 12]],
    ['read last', [[ended], [expected], [waiting]], [1, 12]],
    ['never started: expected at two times', [[expected], [{ ...expected, start: T0 + DAY }]], [1, 0]],
    ['beside its first attempt, which was requeued: two', [[requeued, waiting]], [2, 12]],
    [
      'the same, and then the second',
      [
        [requeued, expected],
        [requeued, again],
      ],
      [2, 15],
    ],
    ['submitted in one of the exports alone', [[expected], [{ submit: T0, start: T0 + 60, elapsed: HOUR }]], [1, 1]],
  ] as [string, JobSketch[][], number[]][])('%s', (_, files, expectation) => {
    expect(counted(...files)).toEqual(expectation);
    expect(counted(...[...files].reverse())).toEqual(expectation);
  });
});

describe('one id that was requeued every hour, in an export with Submit and one without', () => {
  const attempts = 20_000;
  const hourly = (more: (index: number) => JobSketch): JobSketch[] =>
    Array.from({ length: attempts }, (_, index) => ({
      ...{ submit: T0 + index * HOUR, start: T0 + index * HOUR + 1800, elapsed: 60 + (index % 7) },
      ...more(index),
    }));
  const seconds = hourly(() => ({})).reduce((sum, { elapsed = 0 }) => sum + elapsed, 0);
  const whole = hourly(() => ({}));

  it.each([
    ['the same rows', (): JobSketch => ({ submit: Number.NaN })],
    [
      'later pieces of them',
      (index: number): JobSketch => ({
        submit: Number.NaN,
        start: T0 + index * HOUR + 1810,
        elapsed: 50 + (index % 7),
      }),
    ],
  ])(
    'is 20,000 attempts, in time that grows with their number: %s',
    (_, more) => {
      const [count, hours] = counted(whole, hourly(more));
      expect(count).toBe(attempts);
      expect(hours).toBeCloseTo(seconds / HOUR, 6);
    },
    20_000,
  );
});
