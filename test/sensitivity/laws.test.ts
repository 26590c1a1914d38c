import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/model/sensitivity.ts';
import { effectsOf } from '../../src/sensitivity/effects-of.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { drawnSweep } from '../support/drawn-sweep.ts';
import { runTable } from '../support/observed-runs.ts';

// What must not change a verdict, on grids of random shape, effects and noise.

const PLAN = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  values: fc.record({
    a: fc.integer({ min: 2, max: 4 }),
    b: fc.integer({ min: 3, max: 4 }),
    c: fc.integer({ min: 2, max: 3 }),
  }),
  repeats: fc.integer({ min: 1, max: 3 }),
  effects: fc.record({ a: fc.constantFrom(0, 0.5, 1, 3), b: fc.constantFrom(0, 0.5, 1), c: fc.constantFrom(0, 1) }),
});

type Columns = Readonly<Record<string, readonly string[]>>;

const effectsIn = (columns: Columns, y: readonly number[]): Effects => {
  const { parameters, runs } = runTable(columns, y);
  return effectsOf(parameters, runs);
};

/** Verdict and p by parameter. */
const verdicts = ({ parameters }: Effects): Record<string, readonly [string, number]> =>
  Object.fromEntries(parameters.map(({ keys, standing, p }) => [keys.join(), [standing, p]]));

const mapped = (
  columns: Columns,
  change: (values: readonly string[], key: string) => string[],
): Record<string, string[]> =>
  Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, change(values, key)]));

describe('verdict and p', () => {
  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(PLAN, fc.integer({ min: 1, max: 1e6 }), (plan, seed) => {
        const { columns, y } = drawnSweep(plan);
        const random = seededRandom(seed);
        const order = [...y.keys()]
          .map((at) => [random(), at] as const)
          .sort(([one], [other]) => one - other)
          .map(([, at]) => at);
        const moved = mapped(columns, (values) => order.map((at) => values[at] as string));
        const found = effectsIn(
          moved,
          order.map((at) => y[at] as number),
        );
        expect(verdicts(found)).toEqual(verdicts(effectsIn(columns, y)));
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on what values are called', () => {
    fc.assert(
      fc.property(PLAN, fc.integer({ min: 1, max: 1e6 }), (plan, salt) => {
        const { columns, y } = drawnSweep(plan);
        const renamed = mapped(columns, (values) =>
          values.map((value) => `${(value.charCodeAt(1) * salt) % 97}:${value}`),
        );
        expect(verdicts(effectsIn(renamed, y))).toEqual(verdicts(effectsIn(columns, y)));
      }),
      { numRuns: 40 },
    );
  });

  it('of a search whose configurations were repeated are not moved by a mark of each run, which would make repeats pass for configurations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 5 }), (seed, repeats) => {
        const { columns, y } = repeatedSearch(seedRandomly(seed), repeats);
        const before = verdicts(effectsIn(columns, y));
        const { mark, ...after } = verdicts(effectsIn({ ...columns, mark: y.map((_, run) => `run ${run}`) }, y));
        expect(after).toEqual(before);
        expect(mark?.[0] ?? 'untold').toBe('untold');
      }),
      { numRuns: 100 },
    );
  });
});

const seedRandomly = (seed: number): (() => number) => seededRandom(Math.imul(seed, 2_654_435_761));

/** Eleven configurations of 25 that are possible: what they measure differs by chance, and repeats hardly do. */
function repeatedSearch(random: () => number, repeats: number): { columns: Columns; y: readonly number[] } {
  const columns: { readonly lr: string[]; readonly wd: string[] } = { lr: [], wd: [] };
  const y: number[] = [];
  for (let configuration = 0; configuration < 11; configuration++) {
    const [lr, wd] = [String(Math.floor(5 * random())), String(Math.floor(5 * random()))];
    const level = 3 * (random() + random() + random());
    for (let run = 0; run < repeats; run++) {
      columns.lr.push(lr);
      columns.wd.push(wd);
      y.push(level + 0.3 * random());
    }
  }
  return { columns, y };
}
