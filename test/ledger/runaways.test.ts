import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { stateOf } from '../../src/model/job-state.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { DAY, HOUR, type JobSketch, T0, tableOf } from '../support/ledger-of.ts';

function read(...jobs: readonly JobSketch[]) {
  const diagnostics = new Diagnostics();
  const counts = { ...emptyReconciliation(), records: jobs.length };
  const { wall, end, state } = buildLedger(tableOf(jobs), counts, diagnostics);
  return { wall: [...wall], end: [...end], states: Array.from(state, stateOf), notes: diagnostics.list() };
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
    const { wall, notes } = read({ ...one, ...ended }, { ...running(1000 * HOUR, DAY), ...one });
    expect([wall, notes.map(({ rule }) => rule)]).toEqual([[20 * HOUR], ['ended-before']]);
  });

  it('is none, and held nothing, once sacctmgr has set its end back to its start', () => {
    const one = { jobId: '7', timeLimit: DAY };
    const repaired: JobSketch = { ...one, start: T0, end: T0, elapsed: 0, state: 'completed' };
    for (const records of [
      [running(720 * HOUR, DAY, one), repaired],
      [repaired, running(720 * HOUR, DAY, one)],
    ])
      expect(read(...records)).toMatchObject({ wall: [0], end: [T0], notes: [{ rule: 'ended-before' }] });
  });

  it('whose end lies between whole quarters of an hour counts up to it, whatever its limit', () => {
    const ended: JobSketch = { jobId: '7', start: T0, elapsed: 5 * HOUR + 7, state: 'completed' };
    expect(read(running(6 * HOUR, 9 * DAY, { jobId: '7' }), ended).wall).toEqual([5 * HOUR + 7]);
  });

  it('counts up to what was seen where the end may be the border of a window of sacct -T', () => {
    const cut: JobSketch = { jobId: '7', start: T0, elapsed: 5 * HOUR, state: 'completed' };
    expect(read(running(6 * HOUR, 9 * DAY, { jobId: '7' }), cut).wall).toEqual([6 * HOUR]);
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

describe('an attempt printed as running that a later one of its job followed', () => {
  const later: JobSketch = { jobId: '7', submit: T0 + 5 * HOUR, elapsed: 10 * HOUR };

  it('ended by its submission at the latest: 5 of 480 hours', () => {
    const { wall, end, notes } = read(running(20 * DAY, Number.POSITIVE_INFINITY, { jobId: '7' }), later);
    expect([wall, end[0]]).toEqual([[5 * HOUR, 10 * HOUR], T0 + 5 * HOUR]);
    expect(notes).toMatchObject([{ rule: 'overtaken', severity: 'warning', count: 1 }]);
  });

  it('counts as long as it was seen to run, and runs no more', () => {
    const { wall, states, notes } = read(running(2 * HOUR, DAY, { jobId: '7' }), later);
    expect([wall, states]).toEqual([
      [2 * HOUR, 10 * HOUR],
      ['requeued', 'completed'],
    ]);
    expect(notes[0]?.message).toContain('Export their months again');
  });

  it.each([
    ['a component of one heterogeneous job', { jobId: '7+1', submit: T0 }],
    ['a job of another name', { jobId: '7', submit: T0 + 5 * HOUR, name: 'eval' }],
  ])('is none beside %s', (_, other) => {
    const first = running(20 * HOUR, DAY, { jobId: other.jobId === '7' ? '7' : '7+0', submit: T0 });
    expect(read(first, other)).toMatchObject({ wall: [20 * HOUR, HOUR], notes: [] });
  });
});

describe('a time limit that changes between two exports', () => {
  const january = running(DAY, DAY, { jobId: '7', gpus: 4 });
  const february = running(4 * DAY, 7 * DAY, { jobId: '7', gpus: 4 });

  it.each([
    ['extended: 4 days of 7 are no runaway', [january, february]],
    ['extended, newer file first', [february, january]],
    ['extended, and gone: no limit at all', [january, running(4 * DAY, Number.POSITIVE_INFINITY, { jobId: '7' })]],
    [
      'extended, where the newer export does not know GPUs',
      [january, running(4 * DAY, 7 * DAY, { jobId: '7', gpus: Number.NaN, gpuTypes: '' })],
    ],
  ])('%s', (_, jobs) => {
    expect(read(...jobs)).toMatchObject({ wall: [4 * DAY], notes: [] });
  });

  it.each([
    ['cut short from 7 days to 2: counted are 2 of 5', running(5 * DAY, 2 * DAY, { jobId: '7' }), 2 * DAY],
    ['the same, and passed: counted is 1 day of 5', running(5 * DAY, DAY, { jobId: '7' }), DAY],
  ])('%s', (_, newer, wall) => {
    const older = running(DAY / 2, wall === DAY ? DAY : 7 * DAY, { jobId: '7' });
    for (const jobs of [
      [older, newer],
      [newer, older],
    ]) {
      expect(read(...jobs)).toMatchObject({ wall: [wall], notes: [{ rule: 'runaway-cut' }] });
    }
  });

  it('is not known where the last export does not tell it: 4 days past a limit of 1 are counted, and named', () => {
    const untold = running(4 * DAY, Number.NaN, { jobId: '7', gpus: 4 });
    for (const jobs of [
      [january, untold],
      [untold, january],
    ]) {
      const { wall, notes } = read(...jobs);
      expect(wall).toEqual([4 * DAY]);
      expect(notes).toMatchObject([{ rule: 'limit-outdated', severity: 'warning', count: 1 }]);
      expect(notes[0]?.message).toContain('96 hours (384 GPU-hours)');
    }
  });

  it('was passed already when it was last told: counted is 1 day of 9, though a later export tells none', () => {
    const passed = running(8 * DAY, DAY, { jobId: '7' });
    const untold = running(9 * DAY, Number.NaN, { jobId: '7' });
    expect(read(passed, untold)).toMatchObject({ wall: [DAY], notes: [{ rule: 'runaway-cut' }] });
  });
});
