import { describe, expect, it } from 'vitest';
import { lastAttempts, sweepOutcome } from '../../src/analysis/sweep-outcome.ts';
import type { JobState } from '../../src/model/job-state.ts';
import type { SweepOutcome } from '../../src/model/sweep-outcome.ts';
import { type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

function outcomeOf(sketches: readonly JobSketch[]): SweepOutcome {
  const ledger = ledgerOf(sketches);
  const members = Uint32Array.from({ length: ledger.count }, (_, attempt) => attempt);
  return sweepOutcome(ledger, { members }, lastAttempts(ledger));
}

/** Runs a minute apart that ended so. */
const runs = (...states: readonly JobState[]): JobSketch[] =>
  states.map((state, index) => ({ state, submit: T0 + index * 60 }));
const times = (count: number, state: JobState): JobState[] => Array.from({ length: count }, () => state);

describe('what became of a sweep', () => {
  it.each<[SweepOutcome, JobState[]]>([
    ['completed', times(3, 'completed')],
    ['partly', ['completed', 'failed', 'completed']],
    ['partly', ['cancelled', 'cancelled', 'completed']],
    ['abandoned', ['failed', 'timeout', 'out-of-memory']],
    ['abandoned', ['completed', 'completed', 'cancelled', 'cancelled']],
    ['open', ['completed', 'failed', 'running']],
    ['open', ['completed', 'pending']],
    ['untold', times(3, 'unknown')],
    ['untold', ['completed', 'unknown']],
    ['partly', ['unknown', 'failed']],
  ])('%s: %j', (outcome, states) => {
    expect(outcomeOf(runs(...states))).toBe(outcome);
  });

  it('needs the last fifth of the runs to be cancelled, and two of them', () => {
    expect(outcomeOf(runs(...times(8, 'completed'), ...times(2, 'cancelled')))).toBe('abandoned');
    expect(outcomeOf(runs(...times(9, 'completed'), ...times(2, 'cancelled')))).toBe('partly'); // a fifth of 11 is 3 runs
    expect(outcomeOf(runs('completed', 'completed', 'cancelled'))).toBe('partly');
  });

  it('takes the last to start for the last where all were submitted together, and those that never started after them', () => {
    const start = (index: number) => T0 + 100 - index;
    const states: JobState[] = ['cancelled', 'cancelled', 'completed', 'completed'];
    const together = states.map((state, index): JobSketch => ({ state, submit: T0, start: start(index) }));
    expect(outcomeOf(together)).toBe('abandoned');
    const waiting = { state: 'cancelled' as const, submit: T0, start: Number.NaN, end: Number.NaN, elapsed: 0 };
    const never = [...together.slice(2), waiting, waiting];
    expect(outcomeOf(never)).toBe('abandoned');
  });

  it('judges a run by its last attempt: a requeued one that completed is complete', () => {
    const first: JobSketch = { jobId: '7', jobIdRaw: '7', state: 'requeued', submit: T0 };
    const again: JobSketch = { jobId: '7', jobIdRaw: '7', state: 'completed', submit: T0 + 7200 };
    expect(outcomeOf([first, again, { submit: T0 + 1 }])).toBe('completed');
  });
});
