import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { axisOf } from '../../src/whatif/axes.ts';
import { type Candidate, type Ended, replayPool as replaying, type Sampler } from '../../src/whatif/replay-pool.ts';
import { randomSampler, TpeSampler } from '../../src/whatif/samplers.ts';

/** To its end. */
const replayPool = (...parts: Parameters<typeof replaying>): Ended[] => [...replaying(...parts)];

const inOrder = (): Sampler => {
  let next = 0;
  return { observe: () => undefined, next: () => next++ };
};

const plain = (hours: readonly number[]): Candidate[] =>
  hours.map((wallHours, index) => ({ values: [index], wallHours, cost: 10 * wallHours }));

/** A grid of three parameters with eight, three and two values; `score` says how good a cell is. */
function grid(score: (a: number, b: number, c: number) => number) {
  const candidates: Candidate[] = [];
  const scores: number[] = [];
  for (let a = 0; a < 8; a++)
    for (let b = 0; b < 3; b++)
      for (let c = 0; c < 2; c++) {
        candidates.push({ values: [a, b, c], wallHours: 1 + ((a + b) % 3), cost: 1 });
        scores.push(score(a, b, c));
      }
  const values = (count: number): string[] => Array.from({ length: count }, (_, index) => String(10 ** index));
  const axes = [8, 3, 2].map((count) => axisOf({ key: 'x', values: values(count) }));
  return { candidates, scores, axes };
}

describe('a replay', () => {
  it('has its configurations side by side, by hand', () => {
    // Two at a time: 0 ends at 3, 1 at 1; 2 begins at 1 and ends at 6; 3 begins at 3 and ends at 4.
    const ended = replayPool(plain([3, 1, 5, 1]), 2, inOrder(), () => 0);
    expect(ended.map(({ index, time, begunCost, order }) => [index, time, begunCost, order])).toEqual([
      [1, 1, 40, 1],
      [0, 3, 90, 0],
      [3, 4, 100, 3],
      [2, 6, 100, 2],
    ]);
  });

  it('asks for no score before its configuration has ended, and shows it to no one before', () => {
    const cases = fc.record({
      seed: fc.integer(),
      slots: fc.integer({ min: 1, max: 60 }),
      scores: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 48, maxLength: 48 }),
    });
    fc.assert(
      fc.property(cases, ({ seed, slots, scores }) => {
        const { candidates, axes } = grid(() => 0);
        const asked = new Set<number>();
        const begun = new Set<number>();
        const tpe = new TpeSampler(candidates, axes, seededRandom(seed));
        const watched: Sampler = {
          next: () => {
            const index = tpe.next();
            expect(begun.has(index)).toBe(false);
            begun.add(index);
            // At most so many are at work: all others that began have ended, and only their scores were asked for.
            expect(begun.size - asked.size).toBeLessThanOrEqual(slots);
            return index;
          },
          observe: (index, score) => tpe.observe(index, score),
        };
        const ended = replayPool(candidates, slots, watched, (index) => {
          expect(begun.has(index)).toBe(true);
          asked.add(index);
          return scores[index] as number;
        });
        expect(ended.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...candidates.keys()]);
      }),
      { numRuns: 60 },
    );
  });

  it('peeks at nothing: what it does first does not depend on the scores of what ends later', () => {
    const cases = fc.record({
      seed: fc.integer(),
      slots: fc.integer({ min: 1, max: 12 }),
      known: fc.integer({ min: 0, max: 47 }),
      scores: fc.array(fc.double({ noNaN: true, min: -5, max: 5 }), { minLength: 48, maxLength: 48 }),
    });
    fc.assert(
      fc.property(cases, ({ seed, slots, known, scores }) => {
        const { candidates, axes } = grid(() => 0);
        const run = (scoreOf: (index: number) => number): number[] => {
          const order: number[] = [];
          const tpe = new TpeSampler(candidates, axes, seededRandom(seed));
          const watched: Sampler = {
            next: () => {
              order.push(tpe.next());
              return order.at(-1) as number;
            },
            observe: (index, score) => tpe.observe(index, score),
          };
          replayPool(candidates, slots, watched, scoreOf);
          return order;
        };
        const score = (index: number): number => scores[index] as number;
        const asked: number[] = [];
        const whole = run((index) => {
          asked.push(index);
          return score(index);
        });
        const seen = new Set(asked.slice(0, known));
        const blinded = run((index) => (seen.has(index) ? score(index) : -score(index) + 3));
        // Until the first score that differs is seen, as many have begun as fit beside those that ended.
        expect(blinded.slice(0, known + slots)).toEqual(whole.slice(0, known + slots));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a search that learns', () => {
  const runsToBest = (scores: readonly number[], sampler: Sampler, candidates: readonly Candidate[]): number => {
    const best = Math.max(...scores);
    return (
      replayPool(candidates, 1, sampler, (index) => scores[index] as number).findIndex(
        ({ index }) => scores[index] === best,
      ) + 1
    );
  };
  const mean = (of: (seed: number) => number): number =>
    Array.from({ length: 200 }, (_, seed) => of(seed)).reduce((sum, each) => sum + each, 0) / 200;

  it('finds the best of what has a shape sooner than random order', () => {
    const { candidates, axes, scores } = grid((a, b, c) => -((a - 5) ** 2) - 2 * Math.abs(b - 1) - c);
    const learned = mean((seed) =>
      runsToBest(scores, new TpeSampler(candidates, axes, seededRandom(seed)), candidates),
    );
    const blind = mean((seed) => runsToBest(scores, randomSampler(48, seededRandom(seed)), candidates));
    expect(blind).toBeGreaterThan(21); // (N + 1) ÷ 2 = 24.5
    expect(learned).toBeLessThan(0.75 * blind);
  });

  it('gains nothing where there is nothing to learn', () => {
    const noise = seededRandom(99);
    const { candidates, axes } = grid(() => 0);
    const learned = mean((seed) => {
      const scores = candidates.map(() => noise());
      return runsToBest(scores, new TpeSampler(candidates, axes, seededRandom(seed)), candidates);
    });
    // Three standard errors of 200 draws that are uniform from 1 to 48 are 2.9.
    expect(Math.abs(learned - 24.5)).toBeLessThan(2.9);
  });

  it('is random order where all run at once', () => {
    const { candidates, axes } = grid((a) => a);
    const order = replayPool(candidates, 48, new TpeSampler(candidates, axes, seededRandom(1)), () => 0);
    expect(Math.max(...order.map(({ begunCost }) => begunCost))).toBe(48);
    expect(new Set(order.map(({ order: place }) => place)).size).toBe(48);
  });

  it('is the same for the same seed', () => {
    const { candidates, axes, scores } = grid((a, b) => a * b);
    const run = () =>
      replayPool(candidates, 3, new TpeSampler(candidates, axes, seededRandom(4)), (index) => scores[index] as number);
    expect(run()).toEqual(run());
  });
});

it('knows which parameters are numbers in order', () => {
  expect(axisOf({ key: 'lr', values: ['1e-2', '0.001', '3e-3'] })).toEqual({
    places: 3,
    isOrdered: true,
    placeOf: [2, 0, 1],
  });
  expect(axisOf({ key: 'opt', values: ['adam', 'sgd', 'rms'] })).toEqual({
    places: 3,
    isOrdered: false,
    placeOf: [0, 1, 2],
  });
  // Forty numbers are four to a place; forty words name the runs, and tell nothing.
  const drawn = axisOf({ key: 'lr', values: Array.from({ length: 40 }, (_, index) => String(40 - index)) });
  expect([drawn.places, drawn.placeOf[0], drawn.placeOf[39]]).toEqual([10, 9, 0]);
  expect(axisOf({ key: 'tag', values: Array.from({ length: 40 }, (_, index) => `t${index}`) }).places).toBe(1);
});
