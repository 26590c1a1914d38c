import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashTable } from '../../src/sweep/hash-table.ts';

it('a hash table holds what a Map holds, however much it grows', () => {
  const hash = fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: 0, max: 2 ** 53 - 1 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(hash, fc.nat()), { maxLength: 3000, minLength: 800 }), (entries) => {
      const table = new HashTable();
      for (const [key, value] of entries) table.set(key, value);
      for (const [key, value] of new Map(entries)) expect(table.get(key)).toBe(value);
    }),
    { numRuns: 20 },
  );
});

it('a hash table gives −1 for what it does not hold', () => {
  const table = new HashTable();
  table.set(2 ** 52 + 1, 7);
  expect(table.get(1)).toBe(-1);
  expect(table.get(2 ** 52 + 1)).toBe(7);
});
