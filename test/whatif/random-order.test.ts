import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../src/stats/seeded-random.ts';
import { firstHit } from '../../src/whatif/random-order.ts';

function* orders(count: number, taken: readonly number[] = []): Generator<readonly number[]> {
  if (taken.length === count) yield taken;
  for (let next = 0; next < count; next++) if (!taken.includes(next)) yield* orders(count, [...taken, next]);
}

/** Runs and cost until the first target in one order. */
function spent(order: readonly number[], costs: readonly number[], isTarget: readonly boolean[]) {
  const runs = order.findIndex((index) => isTarget[index]) + 1;
  return { runs, cost: order.slice(0, runs).reduce((sum, index) => sum + (costs[index] as number), 0) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('random order until the first target', () => {
  it('is what going through every order gives', () => {
    const cases = fc
      .array(fc.record({ cost: fc.integer({ min: 0, max: 40 }), target: fc.boolean() }), { minLength: 1, maxLength: 6 })
      .filter((runs) => runs.some(({ target }) => target));
    fc.assert(
      fc.property(cases, (runs) => {
        const [costs, isTarget] = [runs.map(({ cost }) => cost), runs.map(({ target }) => target)];
        const all = Array.from(orders(runs.length), (order) => spent(order, costs, isTarget));
        const found = firstHit(costs, isTarget, 1);
        expect(found.runs).toBeCloseTo(mean(all.map((each) => each.runs)), 9);
        expect(found.cost).toBeCloseTo(mean(all.map(({ cost }) => cost)), 9);
        const counts = all.map((each) => each.runs).sort((a, b) => a - b);
        expect(found.runsLow).toBe(counts[Math.ceil(0.1 * counts.length - 1e-9) - 1]);
        expect(found.runsHigh).toBe(counts[Math.ceil(0.9 * counts.length - 1e-9) - 1]);
      }),
      { numRuns: 40 },
    );
  });

  // For a sweep of the LISA study's mean size and for its tune.
  it.each([
    [39, 1, 20],
    [39, 4, 8],
    [24, 3, 6.25],
  ])('of %d with %d targets takes %d runs on average', (all, targets, runs) => {
    const isTarget = Array.from({ length: all }, (_, index) => index < targets);
    expect(firstHit(new Array(all).fill(1), isTarget, 1).runs).toBe(runs);
  });

  it('costs, within its error, what 40,000 shuffles cost', () => {
    const random = seededRandom(3);
    const costs = Array.from({ length: 72 }, () => 100 * random() ** 2);
    const isTarget = costs.map((_, index) => index % 20 === 3);
    const shuffles = Array.from({ length: 40_000 }, () => spent(shuffled(72, random), costs, isTarget).cost);
    const { cost, costLow, costHigh } = firstHit(costs, isTarget, 99);
    const simulated = mean(shuffles);
    const error = Math.sqrt(mean(shuffles.map((each) => (each - simulated) ** 2)) / shuffles.length);
    expect(Math.abs(cost - simulated)).toBeLessThan(4 * error);
    const inside = shuffles.filter((each) => each >= costLow && each <= costHigh).length / shuffles.length;
    expect(inside).toBeGreaterThan(0.77);
    expect(inside).toBeLessThan(0.83);
  });
});
