import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, T0, tableOf } from '../support/ledger-of.ts';

function read(...jobs: readonly JobSketch[]) {
  const diagnostics = new Diagnostics();
  const counts = { ...emptyReconciliation(), records: jobs.length };
  const { wall, end } = buildLedger(tableOf(jobs), counts, diagnostics);
  return { wall: [...wall], end: [...end], notes: diagnostics.list() };
}

const running = (elapsed: number, timeLimit: number, more: JobSketch = {}): JobSketch => ({
  state: 'running',
  start: T0,
  end: Number.NaN,
  elapsed,
  timeLimit,
  ...more,
});

describe('a job printed as running past its limit', () => {
  it('is counted up to the limit: 24 of 1,000 hours', () => {
    const { wall, end, notes } = read(running(1000 * HOUR, DAY, { gpus: 4 }));
    expect([wall, end]).toEqual([[DAY], [T0 + DAY]]);
    expect(notes).toMatchObject([{ rule: 'runaway-cut', severity: 'warning', count: 1, examples: [{ line: 2 }] }]);
    expect(notes[0]?.message).toContain('976 hours (3,904 GPU-hours) are taken off');
  });

  it('is reported with all that is taken off', () => {
    const { notes } = read(running(30 * HOUR, DAY), running(30 * HOUR, DAY), running(40 * HOUR, DAY));
    expect(notes[0]).toMatchObject({ count: 3 });
    expect(notes[0]?.message).toContain('28 hours (28 GPU-hours)');
  });

  it.each([
    ['within its limit', running(DAY - 1, DAY)],
    ['a little over it', running(1.1 * DAY + HOUR, DAY)],
    ['whose log knows no limit', running(20 * DAY, Number.NaN)],
    ['that has no limit', running(20 * DAY, Number.POSITIVE_INFINITY)],
    ['that ended', running(1000 * HOUR, DAY, { state: 'timeout', end: T0 + 1000 * HOUR })],
  ])('is not one %s', (_, job) => {
    expect(read(job)).toMatchObject({ wall: [job.elapsed], notes: [] });
  });

  it('is none once another dump knows its end', () => {
    const ended: JobSketch = { start: T0, elapsed: 20 * HOUR, state: 'failed' };
    const one = { jobId: '7', timeLimit: DAY };
    expect(read({ ...one, ...ended }, { ...running(1000 * HOUR, DAY), ...one }).notes).toEqual([]);
  });
});

it('a job without a limit is counted as printed, and flagged after 30 days', () => {
  for (const limit of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const { wall, notes } = read(running(31 * DAY, limit, { gpus: 2 }));
    expect(wall).toEqual([31 * DAY]);
    expect(notes).toMatchObject([{ rule: 'runaway-suspected', severity: 'warning', count: 1 }]);
    expect(notes[0]?.message).toContain('744 hours (1,488 GPU-hours)');
  }
});
