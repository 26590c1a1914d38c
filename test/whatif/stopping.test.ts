import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurveRun } from '../../src/whatif/curve-runs.ts';
import { bracketsFor, halvingShare, hyperband, rungsFor, successiveHalving } from '../../src/whatif/halving.ts';
import { medianStopping, medianStops } from '../../src/whatif/median-stopping.ts';

/** A run whose score goes by tenths of its budget, an hour each; it costs what it lasts. */
const run = (scores: readonly number[], start = 0, budget = 10): CurveRun => ({
  start: start * 3600,
  end: (start + scores.length) * 3600,
  cost: scores.length,
  score: scores.at(-1) as number,
  points: scores.map((score, index) => ({
    reached: (index + 1) / budget,
    time: (start + index + 1) * 3600,
    score,
  })),
});

const steady = (score: number, start = 0): CurveRun => run(new Array(10).fill(score), start);

describe('successive halving', () => {
  // Known shares, worked out by hand.
  it.each([
    [3, 1, 0.556],
    [3, 2, 0.259],
    [3, 3, 0.111],
    [4, 1, 0.4375],
    [4, 2, 0.156],
  ])('by %d with %d rungs costs %d of the whole', (eta, rungs, share) => {
    expect(halvingShare(eta, rungs)).toBeCloseTo(share, 3);
  });

  it('of runs that cost the same, at as many points as rungs need, costs what the formula says', () => {
    // 27 points to a run, so that thirds of thirds of thirds fall on points.
    const runs = Array.from({ length: 27 }, (_, index) => run(new Array(27).fill(index), 0, 27));
    for (const rungs of [1, 2, 3]) {
      expect(successiveHalving(runs, { rungs })).toMatchObject({
        used: expect.closeTo(halvingShare(3, rungs), 9),
        loss: 0,
      });
    }
  });

  it('takes as long as its rungs do one after the other, by hand', () => {
    // Nine runs of 9 hours, three side by side: 3 × 1 h to the first rung, 2 h more for three, 6 h for one.
    const runs = Array.from({ length: 9 }, (_, index) => run(new Array(9).fill(index), 0, 9));
    expect(successiveHalving(runs, { slots: 3 }).hours).toBeCloseTo(3 + 2 + 6, 9);
    expect(successiveHalving(runs, { slots: 1 }).hours).toBeCloseTo(9 + 6 + 6, 9);
  });

  it('loses what begins slowly', () => {
    const late = run([0, 0, 0, 0, 0, 0, 0, 0, 0, 99]);
    const outcome = successiveHalving([late, ...Array.from({ length: 8 }, (_, index) => steady(index + 1))]);
    expect(outcome.loss).toBe(99 - 8);
  });

  it('has rungs and brackets by what the pool can fill', () => {
    const flat = (count: number, points: number) =>
      Array.from({ length: count }, (_, index) => run(new Array(points).fill(index), 0, points));
    expect([2, 3, 9, 27, 81].map((count) => rungsFor(flat(count, 27)))).toEqual([0, 1, 2, 3, 3]);
    // With a value at each tenth of the run there is none at a ninth's ninth; with the first at half of it none at a third.
    expect(rungsFor(flat(27, 10))).toBe(2);
    expect(rungsFor(flat(27, 2))).toBe(0);
    // Hyperband's own table for R = 27, η = 3: 27, 12, 6, 4 configurations.
    expect(bracketsFor(49).map(({ begins }) => begins)).toEqual([27, 12, 6, 4]);
    expect(bracketsFor(48).map(({ begins }) => begins)).toEqual([9, 5, 3]);
    expect(bracketsFor(4)).toEqual([]);
  });

  it('in brackets never finds more than there is, and uses no more than all', () => {
    const runs = Array.from({ length: 60 }, (_, index) => steady((index * 7) % 60));
    for (const { used, loss } of hyperband(runs, 5)) {
      expect(used).toBeLessThanOrEqual(1);
      expect(loss).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('median stopping', () => {
  it('stops what is behind the median of those that had ended, at that point', () => {
    const first = [1, 2, 3, 4, 5].map((score) => steady(score));
    // The median of the averages is 3: one at 2.5 is stopped at its first point, one at 3 goes on.
    const outcome = medianStopping([...first, steady(2.5, 20), steady(3, 20)]);
    expect(outcome.stopped).toBe(1);
    expect(outcome.used).toBeCloseTo((5 * 10 + 1 + 10) / 70, 9);
    expect(outcome.loss).toBe(0);
  });

  it('stops nothing before five have ended', () => {
    expect(medianStopping([1, 2, 3, 4, 5, 0].map((score) => steady(score))).stopped).toBe(0);
    expect(medianStopping([...[1, 2, 3, 4].map((score) => steady(score)), steady(0, 20)]).stopped).toBe(0);
  });

  it('loses a best that begins slowly, and says how much', () => {
    const late = run([0, 0, 0, 0, 0, 0, 0, 0, 0, 9], 20);
    expect(medianStopping([...[1, 2, 3, 4, 5].map((score) => steady(score)), late]).loss).toBe(4);
  });

  it('knows nothing of the future: what comes later changes nothing of what was spent until then', () => {
    const curve = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 10 });
    const runs = fc.array(fc.tuple(curve, fc.integer({ min: 0, max: 25 })), { minLength: 7, maxLength: 14 });
    fc.assert(
      fc.property(
        runs,
        fc.integer({ min: 1, max: 30 }),
        fc.func(fc.integer({ min: 0, max: 20 })),
        (all, hour, other) => {
          const now = all.map(([scores, start]) => run(scores, start));
          const changed = now.map((each, index) => ({
            ...each,
            points: each.points.map((point, at) =>
              point.time > hour * 3600 ? { ...point, score: other(index, at) } : point,
            ),
          }));
          expect(stopsUntil(changed, hour)).toEqual(stopsUntil(now, hour));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Which runs are stopped up to an hour, and when. */
function stopsUntil(runs: readonly CurveRun[], hour: number): (number | undefined)[] {
  const stops = medianStops(runs);
  return runs
    .map((each) => stops.get(each))
    .map((time) => (time !== undefined && time <= hour * 3600 ? time : undefined));
}
