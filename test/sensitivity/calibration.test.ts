import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../src/sensitivity/effects-of.ts';
import { noiseOf } from '../../src/sensitivity/spread.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { drawnSearch } from '../support/drawn-search.ts';
import { drawnSweep, normal, type SweepPlan } from '../support/drawn-sweep.ts';
import { runTable } from '../support/observed-runs.ts';

// 500 drawn sweeps each. What is right is known since effects and noise are ours. The bounds are three standard errors of a share of 500.

const TIMES = 500;
const error = (share: number): number => 3 * Math.sqrt((share * (1 - share)) / TIMES);

const many = (plan: Omit<SweepPlan, 'seed'>) =>
  Array.from({ length: TIMES }, (_, seed) => {
    const { columns, y } = drawnSweep({ ...plan, seed: 1000 + 7919 * seed });
    return runTable(columns, y);
  });

const pOf = (key: string, tables: ReturnType<typeof many>): number[] =>
  tables.map(
    ({ parameters, runs }) => effectsOf(parameters, runs).parameters.find(({ keys }) => keys[0] === key)?.p as number,
  );

const skewed = (random: () => number): number => -Math.log(1 - random());
const wild = (random: () => number): number => normal(random) * (random() < 0.1 ? 10 : 1);

describe('p of a parameter that does nothing', () => {
  it.each([
    ['alone', { values: { a: 4 }, repeats: 5, effects: {} }],
    ['beside a strong one', { values: { a: 3, b: 4 }, repeats: 2, effects: { b: 3 } }],
    [
      'beside two strong ones in a grid without repeats',
      { values: { a: 2, b: 3, c: 3 }, repeats: 1, effects: { b: 2, c: -2 } },
    ],
    ['with skewed noise', { values: { a: 3, b: 4 }, repeats: 2, effects: { b: 2 }, noise: skewed }],
    [
      'with noise that is sometimes ten times as large',
      { values: { a: 3, b: 4 }, repeats: 2, effects: { b: 2 }, noise: wild },
    ],
  ])('%s is uniform', (_, plan) => {
    const found = pOf('a', many(plan));
    for (const share of [0.01, 0.05, 0.2, 0.5]) {
      const below = found.filter((p) => p <= share).length / TIMES;
      // Drawing that stops early gives steps in large p: of these only no more than their share is asked.
      expect(below, `p ≤ ${share}`).toBeLessThanOrEqual(share + error(share));
      if (share <= 0.05) expect(below, `p ≤ ${share}`).toBeGreaterThanOrEqual(share - error(share));
    }
  });
});

describe('p of a parameter that does nothing in a search whose configurations differ by more than their repeats', () => {
  it.each([
    ['of numbers, three times each', { configurations: 20, repeats: 3, again: 0 }],
    ['of few values, twice each', { configurations: 25, levels: 4, repeats: 2, again: 0 }],
    ['of which the best was run five times more', { configurations: 40, repeats: 1, again: 5 }],
  ])('%s, is small no more often than it says', (_, plan) => {
    const tables = Array.from({ length: TIMES }, (_, time) => {
      const { columns, y } = drawnSearch(seededRandom(Math.imul(time + 1, 2_654_435_761)), plan);
      return runTable(columns, y);
    });
    const found = pOf('b', tables).filter((p) => !Number.isNaN(p));
    expect(found.length).toBeGreaterThan(0.9 * TIMES);
    for (const share of [0.01, 0.05, 0.2])
      expect(found.filter((p) => p <= share).length / TIMES, `p ≤ ${share}`).toBeLessThanOrEqual(share + error(share));
  });
});

describe('a parameter that matters', () => {
  it('is nearly always found where its effect is twice the noise, and others are not laid to it', () => {
    const tables = many({ values: { a: 3, b: 4 }, repeats: 2, effects: { a: 2 } });
    expect(pOf('a', tables).filter((p) => p <= 0.01).length / TIMES).toBeGreaterThan(0.99);
    expect(pOf('b', tables).filter((p) => p <= 0.01).length / TIMES).toBeLessThanOrEqual(0.01 + error(0.01));
  });

  it('has an ω² that is right on average', () => {
    // Levels 0, 1, 2 times 1 sd: a variance of 2/3 beside a noise of 1. ω² of the population is (2/3) ÷ (2/3 + 1) = 0.4; Hays’ estimate is nearly unbiased.
    const found = many({ values: { a: 3, b: 2 }, repeats: 8, effects: { a: 1 } }).map(
      ({ parameters, runs }) =>
        effectsOf(parameters, runs).parameters.find(({ keys }) => keys[0] === 'a')?.omegaSquared as number,
    );
    expect(found.reduce((sum, each) => sum + each, 0) / TIMES).toBeCloseTo(0.4, 1.3);
  });
});

describe('what repeats differ by', () => {
  it('is the noise that was drawn, whatever the parameters do', () => {
    const found = many({ values: { a: 3, b: 2 }, repeats: 3, effects: { a: 5 } }).map(({ parameters, runs }) =>
      noiseOf(parameters, runs),
    );
    const mean = found.reduce((sum, each) => sum + (each?.deviation ?? Number.NaN) ** 2, 0) / TIMES;
    expect(found[0]?.freedom).toBe(12);
    expect(Math.abs(mean - 1)).toBeLessThan(3 * Math.sqrt(2 / 12 / TIMES)); // the variance of s² is 2σ⁴ ÷ df
  });
});
