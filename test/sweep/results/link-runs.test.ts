import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkRuns } from '../../../src/sweep/results/link-runs.ts';

/** Distances between points on a line. */
const onLine = (points: readonly number[]): Float32Array =>
  Float32Array.from(points.flatMap((one) => points.map((other) => Math.abs(one - other))));

describe('linkRuns', () => {
  it('joins what is near, whatever its combination, up to the repeats', () => {
    const points = [0, 0.1, 0.2, 0.3, 2, 2.1, 2.2, 2.3];
    expect([...linkRuns(onLine(points), [0, 1, 0, 1, 0, 1, 0, 1], 2)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    const once = linkRuns(onLine(points), [0, 1, 0, 1, 0, 1, 0, 1], 1);
    expect([...once]).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('goes by the mean of all distances: 2.5 is nearer to {3} than to {0, 1}, and {0, 1} then is 2.25 from it', () => {
    // By hand: 2.5–3 at 0.5, 0–1 at 1, then both at (2.5 + 3 + 1.5 + 2) / 4 = 2.25.
    const points = [0, 1, 2.5, 3];
    expect([...linkRuns(onLine(points), [0, 1, 2, 3], 1)]).toEqual([0, 0, 0, 0]);
    expect([...linkRuns(onLine(points), [0, 1, 0, 1], 1)]).toEqual([0, 0, 1, 1]);
  });

  it('leaves what is too far', () => {
    expect([...linkRuns(onLine([0, 4.4]), [0, 1], 1)]).toEqual([0, 1]);
  });

  it('never has a combination too often in a group, and stops only when no near groups fit', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 4 }), (drawn, repeats) => {
        const cells = drawn.map(([, cell]) => cell);
        const points = drawn.map(([point]) => point / 10);
        const groups = linkRuns(onLine(points), cells, repeats);
        const tally = new Map<string, number>();
        cells.forEach((cell, run) => {
          tally.set(`${groups[run]} ${cell}`, (tally.get(`${groups[run]} ${cell}`) ?? 0) + 1);
        });
        expect(Math.max(...tally.values())).toBeLessThanOrEqual(repeats);
        const numbers = [...new Set(groups)];
        expect(numbers).toEqual(numbers.map((_, index) => index));
        // All points are within 4 of each other: two groups are left only where some combination is too often in both.
        const of = (group: number, cell: number): number => tally.get(`${group} ${cell}`) ?? 0;
        for (const one of numbers)
          for (const other of numbers)
            if (one < other) expect([0, 1, 2, 3].some((cell) => of(one, cell) + of(other, cell) > repeats)).toBe(true);
      }),
    );
  });
});
