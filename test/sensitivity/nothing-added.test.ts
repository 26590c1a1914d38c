import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../src/sensitivity/effects-of.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { drawnSearch } from '../support/drawn-search.ts';
import { drawnSweep } from '../support/drawn-sweep.ts';
import { type Columns, runTable } from '../support/observed-runs.ts';

// A parameter that does nothing is added to drawn sweeps, and no other may change its verdict. That it was not tried together with others is told by how values go together, where chance may
// look like a plan: of 100 sweeps two may change.
// By chance one in a hundred such parameters matters itself, and is then taken out of the others: these are not compared.

const TIMES = 100;

type Drawn = (random: () => number) => { readonly columns: Columns; readonly y: readonly number[] };

const grid =
  (repeats: number): Drawn =>
  (random) => {
    const some = <Value>(choices: readonly Value[]): Value => choices[Math.floor(choices.length * random())] as Value;
    const values = { a: some([2, 3, 4]), b: some([3, 4]), c: some([2, 3]) };
    const effects = { a: some([0, 0.5, 1, 3]), b: some([0, 0.5, 1]), c: some([0, 1]) };
    return drawnSweep({ seed: Math.floor(1e6 * random()), values, repeats, effects });
  };

const SWEEPS: readonly (readonly [string, Drawn])[] = [
  ['a grid', grid(1)],
  ['a grid that was repeated three times', grid(3)],
  ['a random search', (random) => drawnSearch(random, { configurations: 40, levels: 5, repeats: 1, again: 0 })],
  [
    'a random search of numbers, repeated three times',
    (random) => drawnSearch(random, { configurations: 20, repeats: 3, again: 0 }),
  ],
  [
    'a random search of few values, repeated twice',
    (random) => drawnSearch(random, { configurations: 25, levels: 4, repeats: 2, again: 0 }),
  ],
  [
    'a random search of few values, repeated five times',
    (random) => drawnSearch(random, { configurations: 20, levels: 4, repeats: 5, again: 0 }),
  ],
  [
    'a random search whose best was run again five times',
    (random) => drawnSearch(random, { configurations: 40, repeats: 1, again: 5 }),
  ],
];

const NOTHING: readonly (readonly [string, (random: () => number) => string])[] = [
  ['a number that is another in each run', (random) => String(random())],
  ['a word that is another in each run', (random) => `run ${random()}`],
  ['one of two words', (random) => (random() < 0.5 ? 'x' : 'y')],
  ['one of three words', (random) => 'xyz'[Math.floor(3 * random())] as string],
  ['one of ten words', (random) => 'abcdefghij'[Math.floor(10 * random())] as string],
];

const verdictsOf = (columns: Columns, y: readonly number[]): Map<string, string> => {
  const { parameters, runs } = runTable(columns, y);
  return new Map(effectsOf(parameters, runs).parameters.map(({ keys, standing }) => [keys.join(), standing]));
};

describe.each(SWEEPS)('of %s', (_, sweep) => {
  it.each(NOTHING)('no verdict changes when a parameter is added that does nothing: %s', (__, nothing) => {
    let [compared, told, changed] = [0, 0, 0];
    for (let time = 0; time < TIMES; time++) {
      const random = seededRandom(Math.imul(time + 1, 2_654_435_761));
      const { columns, y } = sweep(random);
      const before = verdictsOf(columns, y);
      const after = verdictsOf({ ...columns, nothing: y.map(() => nothing(random)) }, y);
      if (after.get('nothing') === 'matters') continue;
      compared++;
      const keys = [...before.keys()];
      told += Number(keys.some((key) => before.get(key) !== 'untold'));
      changed += Number(keys.some((key) => (after.get(key) ?? 'untold') !== before.get(key)));
    }
    expect(compared).toBeGreaterThan(0.9 * TIMES);
    expect(told).toBeGreaterThan(0.9 * TIMES);
    expect(changed).toBeLessThanOrEqual(0.02 * TIMES);
  });
});
