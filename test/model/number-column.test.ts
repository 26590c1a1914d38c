import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS, NumberColumn } from '../../src/model/number-column.ts';
import type { NumbersKind } from '../../src/model/number-form.ts';

const WHOLE = [0, 1, 65_534, 65_535, 65_536, 4_294_967_294, 4_294_967_295];
const OTHERS = [Number.NaN, -0, -1, 0.5, 1 / 7, 2 ** 32, 2 ** 53, -(2 ** 40), Number.POSITIVE_INFINITY, 1e300, 5e-324];

const whole = fc.oneof(fc.constantFrom(...WHOLE), fc.nat({ max: 4_294_967_295 }));
const anything = fc.oneof(whole, fc.constantFrom(...OTHERS), fc.double());

/** What each kind of column is given, and what it makes of a number. */
const KINDS: readonly (readonly [NumbersKind, fc.Arbitrary<number>, (value: number) => number])[] = [
  [Float64Array, anything, (value) => value],
  [Float32Array, anything, Math.fround],
  [Uint32Array, whole, (value) => value],
  [Uint16Array, whole, (value) => value],
];

const columnOf = (Kind: NumbersKind, values: Iterable<number>): NumberColumn => {
  const column = new NumberColumn(Kind);
  for (const value of values) column.push(value);
  return column;
};

const contents = (column: NumberColumn): number[] => Array.from({ length: column.length }, (_, row) => column.at(row));

/** Fresh chunks cost most of the time of a run. */
const RUNS = { numRuns: 40 };
/** So many rows end shortly before, at or after the end of a chunk. */
const rowsAroundChunk = fc.constantFrom(0, 1, BLOCK_ROWS - 2, BLOCK_ROWS, BLOCK_ROWS + 1);

describe.each(KINDS)('a column of %o', (Kind, value, kept) => {
  const values = fc.array(value, { maxLength: 30 });

  it('gives back what was pushed, one by one or together, in whatever order', () => {
    const parts = fc.array(fc.tuple(values, fc.boolean()), { maxLength: 5 });
    fc.assert(
      fc.property(parts, (list) => {
        const column = new NumberColumn(Kind);
        for (const [part, isTogether] of list) {
          if (isTogether) column.pushAll(Float64Array.from(part));
          else for (const each of part) column.push(each);
        }
        expect(contents(column)).toEqual(list.flatMap(([part]) => part.map(kept)));
      }),
      RUNS,
    );
  });

  it('gives back what was set, and changes nothing around it', () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 40 }), value), { maxLength: 10 });
    fc.assert(
      fc.property(values, values, changes, (before, after, list) => {
        const column = columnOf(Kind, before);
        const expected = before.map(kept);
        for (const [at, to] of list) {
          if (at >= expected.length) continue;
          column.set(at, to);
          expected[at] = kept(to);
        }
        for (const each of after) column.push(each);
        expect(contents(column)).toEqual([...expected, ...after.map(kept)]);
      }),
      RUNS,
    );
  });

  it('repeats a number over the end of a chunk', () => {
    fc.assert(
      fc.property(values, value, rowsAroundChunk, value, (before, same, count, last) => {
        const column = columnOf(Kind, before);
        column.pushSame(same, count);
        column.push(last);
        expect(column.length).toBe(before.length + count + 1);
        for (const row of [before.length, before.length + count - 1]) {
          if (count > 0) expect(column.at(row)).toBe(kept(same));
        }
        expect(column.at(before.length + count)).toBe(kept(last));
        expect(before.map((_, row) => column.at(row))).toEqual(before.map(kept));
      }),
      RUNS,
    );
  });

  it('appends another column, whose chunks may be narrow or wide', () => {
    fc.assert(
      fc.property(values, rowsAroundChunk, values, values, (before, absent, others, after) => {
        const column = columnOf(Kind, before);
        const other = new NumberColumn(Kind);
        other.pushAbsent(absent);
        for (const each of others) other.push(each);
        column.append(other);
        for (const each of after) column.push(each);
        const got = contents(column);
        expect(
          got
            .splice(before.length, absent)
            .every((each) => Object.is(each, Kind.name.startsWith('U') ? 0 : Number.NaN)),
        ).toBe(true);
        expect(got).toEqual([...before, ...others, ...after].map(kept));
      }),
      RUNS,
    );
  });
});

it('a column of 32 bits takes over one of 64, rounding what it must', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 30 }), (values) => {
      const column = new NumberColumn(Float32Array);
      column.append(columnOf(Float64Array, values));
      expect(contents(column)).toEqual(values.map(Math.fround));
    }),
    RUNS,
  );
});

it('what a chunk was taken over from is as before when a number set in it does not fit', () => {
  const times = columnOf(
    Float64Array,
    Array.from({ length: BLOCK_ROWS }, (_, row) => row),
  );
  const column = new NumberColumn();
  column.append(times);
  column.set(7, 0.5);
  expect([column.at(6), column.at(7), times.at(7)]).toEqual([6, 0.5, 7]);
});
