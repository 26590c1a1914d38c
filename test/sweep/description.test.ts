import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Description } from '../../src/sweep/description.ts';
import type { Factor } from '../../src/sweep/factor.ts';
import { familyAxes } from '../../src/sweep/family-axes.ts';

/** A factor of so many runs; every other one is a word. */
function factorOf(told: readonly number[], index: number): Factor {
  const isWord = index % 2 === 0;
  const distinct = [...new Set(told)];
  const values = distinct.map((value) => (isWord ? `word${value}` : `0.${value}${value}1`));
  const codes = Uint32Array.from(told, (value) => distinct.indexOf(value));
  return { key: `key${index}`, role: 'parameter', ofName: isWord, named: !isWord, isWord, values, codes };
}

/** Runs: what each has of four factors, and in which of three parts it is. Few runs leave little but what the bound is about. */
const runs = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(2), fc.nat(1), fc.nat(2)), { minLength: 2, maxLength: 10 });

// What cutting and unmixing leave out rests on this: they try no parting where it says that none can save anything.
it('no parting of runs saves more bits than it says', () => {
  fc.assert(
    fc.property(runs, fc.nat(3), (rows, width) => {
      const factors = Array.from({ length: width + 1 }, (_, at) =>
        factorOf(
          rows.map((row) => row[at] as number),
          at,
        ),
      ).filter(({ values }) => values.length > 1);
      const family = familyAxes({ runs: Uint32Array.from(rows.keys()), factors });
      const describe = (positions: readonly number[]): Description =>
        new Description(family).add(positions, new Uint8Array(99).fill(1));
      const parts = [0, 1, 2].map((part) => [...rows.keys()].filter((run) => rows[run]?.[4] === part));
      const said = parts.filter(({ length }) => length > 0).map((part) => describe(part).bits);
      if (said.length < 2) return;
      const whole = describe([...rows.keys()]);
      const saved = whole.bits - said.reduce((sum, bits) => sum + bits, 0);
      expect(saved).toBeLessThanOrEqual(whole.closeExcess + 1e-9);
    }),
    { numRuns: 5000 },
  );
});
