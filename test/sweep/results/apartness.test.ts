import { describe, expect, it } from 'vitest';
import { apartness } from '../../../src/sweep/results/apartness.ts';

/** Distances between points on a line. */
const onLine = (points: readonly number[]): Float32Array =>
  Float32Array.from(points.flatMap((one) => points.map((other) => Math.abs(one - other))));

describe('apartness', () => {
  it('is the silhouette, where all runs try the same: values by hand', () => {
    // 0: own mean 1, other mean (10 + 12) / 2 = 11, so 10/11. 1: 1 and 10, 0.9. 10: 2 and 9.5, 7.5/9.5. 12: 2 and 11.5, 9.5/11.5.
    const found = apartness(onLine([0, 1, 10, 12]), [0, 0, 0, 0], [0, 0, 1, 1]);
    for (const [run, value] of [10 / 11, 9 / 10, 7.5 / 9.5, 9.5 / 11.5].entries())
      expect(found[run]).toBeCloseTo(value, 6);
  });

  it('is negative for a run that is nearer to another group', () => {
    expect(apartness(onLine([0, 9, 10, 12]), [0, 0, 0, 0], [0, 0, 1, 1])[1]).toBeCloseTo((2 - 9) / 9, 6);
  });

  it('is nothing for a run alone, and where no other group tried its combination', () => {
    expect([...apartness(onLine([0, 1, 10]), [0, 0, 0], [0, 0, 1])].at(2)).toBe(0);
    expect([...apartness(onLine([0, 1, 10, 12]), [0, 0, 1, 1], [0, 0, 1, 1])]).toEqual([0, 0, 0, 0]);
  });

  it('compares only with groups that tried the same', () => {
    // The group at 2 is nearer, but tried something else.
    const found = apartness(onLine([0, 1, 2, 2.5, 10, 12]), [0, 1, 2, 2, 0, 1], [0, 0, 1, 1, 2, 2]);
    expect(found[0]).toBeCloseTo(10 / 11, 6);
  });
});
