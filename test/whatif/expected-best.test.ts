import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../src/stats/seeded-random.ts';
import { bestOfDraw, expectedBest } from '../../src/whatif/expected-best.ts';
import { poolOf } from '../../src/whatif/pool.ts';
import { builtSweep } from '../support/built-sweep.ts';

/** The best of every draw of so many, by listing all of them; NaN where none has a value. */
function everyBest(scores: readonly number[], unknown: number, drawn: number): number[] {
  const all = [...scores, ...new Array<number>(unknown).fill(Number.NaN)];
  const bests: number[] = [];
  for (let mask = 0; mask < 2 ** all.length; mask++) {
    const chosen = all.filter((_, index) => (mask >> index) & 1);
    if (chosen.length !== drawn) continue;
    const known = chosen.filter((score) => !Number.isNaN(score));
    bests.push(known.length === 0 ? Number.NaN : Math.max(...known));
  }
  return bests;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the best of a draw', () => {
  it('is what listing every draw gives: mean, chance of none, and where four of five lie', () => {
    const cases = fc.record({
      scores: fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 }),
      unknown: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(cases, ({ scores, unknown }) => {
        const sorted = scores.toSorted((a, b) => a - b);
        for (let drawn = 1; drawn <= sorted.length + unknown; drawn++) {
          const bests = everyBest(sorted, unknown, drawn);
          const known = bests.filter((best) => !Number.isNaN(best)).sort((a, b) => a - b);
          const found = bestOfDraw(sorted, sorted.length + unknown, drawn);
          expect(found.chanceOfNone).toBeCloseTo(1 - known.length / bests.length, 10);
          expect(found.mean).toBeCloseTo(mean(known), 8);
          expect(found.low).toBe(known[Math.ceil(0.1 * known.length - 1e-9) - 1]);
          expect(found.high).toBe(known[Math.ceil(0.9 * known.length - 1e-9) - 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('needs no factorial: of 5,000 the best is the best, and of one the mean', () => {
    const scores = Array.from({ length: 5000 }, (_, index) => index);
    expect(bestOfDraw(scores, 5000, 5000).mean).toBeCloseTo(4999, 6);
    expect(bestOfDraw(scores, 5000, 1).mean).toBeCloseTo(2499.5, 6);
    // The mean of the largest of n of 1…N is n (N + 1) ÷ (n + 1).
    expect(bestOfDraw(scores, 5000, 99).mean).toBeCloseTo((99 * 5001) / 100 - 1, 5);
  });

  it('is unbiased where repeats of the usual estimator are not: the mean over many sweeps is what independent draws give', () => {
    // Of n = N draws from U(0, 1) the largest is N ÷ (N + 1) on average; with replacement it comes out 0.055 too low at N = 8.
    const random = seededRandom(7);
    const sweeps = Array.from({ length: 4000 }, () => Array.from({ length: 8 }, random).sort((a, b) => a - b));
    const expected = (drawn: number): number => mean(sweeps.map((scores) => bestOfDraw(scores, 8, drawn).mean));
    expect(Math.abs(expected(8) - 8 / 9)).toBeLessThan(0.005);
    expect(Math.abs(expected(3) - 3 / 4)).toBeLessThan(0.005);
  });

  it('lies in its interval in at least four of five draws, on built sweeps', () => {
    const random = seededRandom(11);
    for (const [all, drawn] of [
      [24, 6],
      [39, 12],
      [72, 36],
    ] as const) {
      let inside = 0;
      const repetitions = 500;
      for (let repetition = 0; repetition < repetitions; repetition++) {
        const scores = Array.from({ length: all }, () => random() ** 3).sort((a, b) => a - b);
        const { low, high } = bestOfDraw(scores, all, drawn);
        const best = Math.max(
          ...shuffled(all, random)
            .slice(0, drawn)
            .map((index) => scores[index] as number),
        );
        if (best >= low && best <= high) inside++;
      }
      // 0.8 or a little more, since results are few; three standard errors of 500 repetitions are 0.054.
      expect(inside / repetitions).toBeGreaterThan(0.8 - 0.054);
      expect(inside / repetitions).toBeLessThan(0.97);
    }
  });
});

describe('the expected best of a sweep', () => {
  const runs = Array.from({ length: 100 }, (_, index) => ({ metric: (index * 37) % 100, hours: 1 + (index % 3) }));

  it('goes from one configuration to all, by what these take on average', () => {
    const steps = expectedBest(poolOf(builtSweep(runs), 'max'));
    expect(steps.length).toBeLessThanOrEqual(30);
    expect(steps[0]).toMatchObject({ configurations: 1, gpuHours: 1.99, mean: expect.closeTo(49.5, 9) });
    expect(steps.at(-1)).toMatchObject({ configurations: 100, gpuHours: 199, cloudUsd: 398, low: 99, high: 99 });
    expect(steps.map(({ configurations }) => configurations)).toContain(50);
    const means = steps.map(({ mean: best }) => best);
    expect(means).toEqual(means.toSorted((a, b) => a - b));
  });

  it('is mirrored where less is better', () => {
    const worse = runs.map((run) => ({ ...run, metric: -run.metric }));
    const [up, down] = [expectedBest(poolOf(builtSweep(runs), 'max')), expectedBest(poolOf(builtSweep(worse), 'min'))];
    for (const [index, step] of up.entries()) {
      expect(down[index]?.mean).toBeCloseTo(-step.mean, 9);
      expect(down[index]?.low).toBe(-step.high);
      expect(down[index]?.high).toBe(-step.low);
    }
  });
});
