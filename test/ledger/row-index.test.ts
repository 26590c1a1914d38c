import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowIndex } from '../../src/ledger/row-index.ts';

/** Numbers the distinct keys in order of appearance, as a Map does. */
function numbered(keys: readonly string[], hashOf: (key: string) => number): number[] {
  const index = new RowIndex(keys.length);
  return keys.map((key, entry) => {
    const slot = index.slot(hashOf(key), (other) => keys[other] === key);
    const found = index.at(slot);
    if (found !== -1) return found;
    index.set(slot, entry, hashOf(key));
    return entry;
  });
}

const hashes: readonly [string, (key: string) => number][] = [
  ['spread', (key) => [...key].reduce((hash, letter) => Math.imul(hash, 31) + letter.charCodeAt(0), 7)],
  ['all the same', () => 42],
  ['beyond 32 bits', (key) => key.length * 2 ** 33 + (key.charCodeAt(0) || 0)],
];

it.each(hashes)('finds the first of equal keys, with hashes that are %s', (_, hashOf) => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (keys) => {
      expect(numbered(keys, hashOf)).toEqual(keys.map((key) => keys.indexOf(key)));
    }),
  );
});

it('holds as many entries as it was made for, and none', () => {
  const keys = Array.from({ length: 4096 }, (_, index) => String(index));
  expect(numbered(keys, Number)).toEqual(keys.map(Number));
  expect(numbered([], Number)).toEqual([]);
  expect(numbered(['1'], Number)).toEqual([0]);
});
