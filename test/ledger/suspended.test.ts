import { describe, expect, it } from 'vitest';
import { HOUR, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

// A job that had run for an hour when it was suspended. `sacct -T` gives it an end at the border of its window and counts up to there; without it the end is open.

const open: JobSketch = { ...{ jobId: '7', state: 'running', isSuspended: true, end: Number.NaN }, start: T0 + 60 };
const cut = (from: number, to: number): JobSketch => ({
  ...open,
  ...{ start: T0 + 60 + from, end: T0 + 60 + to, elapsed: to - from },
});
const wallOf = (...records: readonly JobSketch[]): number[] => [...ledgerOf(records).wall];

describe('a suspended job', () => {
  it('of an export with -T alone counts up to the border: nothing else is known', () => {
    expect(wallOf(cut(0, 5 * HOUR))).toEqual([5 * HOUR]);
    expect(wallOf(cut(0, 5 * HOUR), cut(5 * HOUR, 9 * HOUR))).toEqual([9 * HOUR]);
  });

  it('counts what it ran, where an export without -T shows it suspended', () => {
    expect(wallOf(cut(0, 5 * HOUR), open)).toEqual([HOUR]);
    expect(wallOf(open, cut(0, 5 * HOUR), cut(5 * HOUR, 9 * HOUR), open)).toEqual([HOUR]);
  });

  it('keeps what a window says of the time before another export begins to speak', () => {
    const submit = T0 - 3 * HOUR;
    expect(wallOf({ ...cut(-2 * HOUR, 0), submit }, { ...open, submit })).toEqual([3 * HOUR]);
  });

  it('keeps what -T says where the other export does not tell when it began', () => {
    const timeless = { ...open, start: Number.NaN, elapsed: 0 };
    expect(wallOf({ ...cut(0, 5 * HOUR), submit: T0 }, { ...timeless, submit: T0 })).toEqual([5 * HOUR]);
  });

  it('is not cut back to an older export in which it still ran', () => {
    expect(wallOf({ ...open, isSuspended: false }, cut(0, 5 * HOUR))).toEqual([5 * HOUR]);
  });

  it('that ended since counts as its end says, suspension excluded', () => {
    const ended: JobSketch = {
      ...open,
      state: 'completed',
      isSuspended: false,
      end: T0 + 60 + 8 * HOUR,
      elapsed: HOUR,
    };
    expect(wallOf(cut(0, 5 * HOUR), ended, open)).toEqual([HOUR]);
  });
});

it('jobs of which -T alone shows that they run are not touched by another that is suspended', () => {
  const other = { ...cut(0, 2 * HOUR), jobId: '8', isSuspended: false };
  expect(wallOf(other, cut(0, 5 * HOUR), open)).toEqual([2 * HOUR, HOUR]);
});
