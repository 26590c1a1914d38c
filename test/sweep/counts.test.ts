import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Counts } from '../../src/sweep/counts.ts';

it('counts as a map does, few codes and many, and after it was cleared', () => {
  const added = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 3 })), { maxLength: 80 });
  fc.assert(
    fc.property(fc.array(added, { minLength: 1, maxLength: 3 }), (rounds) => {
      const counts = new Counts();
      for (const round of rounds) {
        counts.clear();
        const map = new Map<number, number>();
        for (const [code, more] of round) {
          const total = (map.get(code) ?? 0) + more;
          map.set(code, total);
          expect(counts.add(code, more)).toBe(total);
        }
        const pairs = Array.from({ length: counts.size }, (_, place) => [counts.codeAt(place), counts.at(place)]);
        expect(pairs).toEqual([...map]);
        for (let code = 0; code <= 40; code++) {
          expect([counts.has(code), counts.of(code)]).toEqual([map.has(code), map.get(code) ?? 0]);
        }
      }
    }),
  );
});
