import { describe, expect, it } from 'vitest';
import type { JobState } from '../../../src/model/job-state.ts';
import { findSweeps } from '../../../src/sweep/find-sweeps.ts';
import { DAY, HOUR, type JobSketch, ledgerOf, T0 } from '../../support/ledger-of.ts';

const MINUTE = 60;

/** Jobs that look all alike, submitted in one second. */
const burst = (count: number, at: number, sketch: JobSketch = {}): JobSketch[] =>
  Array.from({ length: count }, () => ({ name: 'job', command: '', submit: T0 + Math.round(at), ...sketch }));

/** Waves of some jobs, so long apart. */
const waves = (times: number, count: number, from: number, pause: number, sketch: JobSketch = {}): JobSketch[] =>
  Array.from({ length: times }, (_, wave) => burst(count, from + wave * pause, sketch)).flat();

const inOrder = (jobs: readonly JobSketch[]): JobSketch[] =>
  [...jobs].sort((a, b) => (a.submit as number) - (b.submit as number));

const foundIn = (jobs: readonly JobSketch[]) => findSweeps(ledgerOf(inOrder(jobs))).sweeps;
const sizes = (jobs: readonly JobSketch[]): number[] => foundIn(jobs).map(({ runs }) => runs);

describe('where only times tell', () => {
  it('waves of one size, hours apart, are of one sweep, and a wave that is smaller is its last', () => {
    expect(sizes([...waves(6, 4, 0, HOUR), ...burst(3, 6 * HOUR), ...waves(3, 4, 6.1 * HOUR, HOUR)])).toEqual([27, 12]);
  });

  it('loops that follow each other within minutes are sweeps of their own', () => {
    expect(sizes([...burst(24, 0), ...burst(9, 8 * MINUTE), ...burst(36, 15 * MINUTE)])).toEqual([24, 9, 36]);
  });

  it('a loop within the pauses of waves does not part them', () => {
    expect(sizes([...waves(8, 4, 0, HOUR), ...burst(20, 3.5 * HOUR)])).toEqual([32, 20]);
  });

  it('two parts of a list that was too long, a minute apart, are of one sweep', () => {
    expect(sizes([...burst(40, 0), ...burst(40, MINUTE), ...burst(12, 3 * DAY)])).toEqual([80, 12]);
  });

  it('durations tell waves of two sweeps apart that take turns', () => {
    const short = waves(6, 4, 0, 2 * HOUR, { elapsed: 0.4 * HOUR });
    const long = waves(6, 4, 0.9 * HOUR, 2 * HOUR, { elapsed: 9 * HOUR });
    expect(sizes([...short, ...long])).toEqual([24, 24]);
  });

  it('resources do so too', () => {
    const small = waves(6, 4, 0, 2 * HOUR, { gpus: 1 });
    const large = waves(6, 4, 0.9 * HOUR, 2 * HOUR, { gpus: 4 });
    expect(sizes([...small, ...large])).toEqual([24, 24]);
  });

  it('runs that somebody submits by hand, some minutes apart, are of one sweep', () => {
    const pauses = [0, 3, 7, 8, 15, 19, 22, 30].map((minutes) => burst(1, minutes * MINUTE));
    expect(sizes([...pauses.flat(), ...burst(10, 2 * DAY)])).toEqual([8, 10]);
  });

  it('runs that each wait for the one before are of one sweep, however long they take', () => {
    const hours = [0, 0.5, 2, 9, 10, 14, 15];
    const jobs = hours.flatMap((at, index) =>
      burst(1, at * HOUR, { elapsed: ((hours[index + 1] ?? 16) - at) * HOUR - 3 * MINUTE }),
    );
    expect(sizes(jobs)).toEqual([7]);
  });
});

describe('where only times tell, what failed and is submitted again', () => {
  const crashed = (count: number, at: number, state: JobState = 'failed'): JobSketch[] =>
    burst(count, at, { state, elapsed: 30 });

  it('is of the same sweep when all of it crashed', () => {
    const [sweep, ...others] = foundIn([...crashed(24, 0), ...burst(24, 20 * MINUTE), ...burst(7, 4 * DAY)]);
    expect(sweep?.runs).toBe(48);
    expect(sweep?.evidence.map(({ rule }) => rule)).toContain('retry');
    expect(others.map(({ runs }) => runs)).toEqual([7]);
  });

  it('is of the same sweep when some did', () => {
    expect(sizes([...burst(20, 0), ...crashed(5, 0), ...burst(5, 5 * HOUR), ...burst(14, 4 * DAY)])).toEqual([30, 14]);
  });

  it('is another sweep when nothing had failed', () => {
    expect(sizes([...burst(24, 0), ...burst(24, 20 * MINUTE)])).toEqual([24, 24]);
  });
});

describe('confidence where only times tell', () => {
  it('is high where nothing else is thinkable, and low where waves may be of either', () => {
    const [clear] = foundIn([...burst(24, 0), ...burst(9, 40 * DAY)]);
    const [unclear] = foundIn([...waves(5, 4, 0, HOUR), ...waves(5, 4, 0.45 * HOUR, HOUR)]);
    expect(clear?.confidence).toBeGreaterThan(0.85);
    expect(unclear?.confidence).toBeLessThan(0.5);
  });
});

it('waves are grouped by rules as before where names or submit lines tell more', () => {
  const named = burst(6, 30 * DAY, { name: 'eval' });
  const [sweep] = foundIn([...waves(6, 4, 0, HOUR), ...named]);
  expect(sweep?.evidence[0]?.note).toContain('submitted without a longer pause');
});
