import type { Combination, Measure } from './combinations.ts';

/** How many shades the style sheet has (`s1` to `s5`). */
const SHADES = 5;

/**
 * The shade of each value, 1 to 5, by its rank among the values: one that is far out, as a loss that diverged, then leaves the others apart. The darkest is the best, or of hours the
 * most.
 */
export function shadesOf(combinations: readonly Combination[], { metric }: Measure): (value: number) => number {
  const values = combinations.filter(({ showing }) => showing === 'value').map(({ value }) => value);
  const ranked = [...new Set(values)].sort((a, b) => (metric?.goal === 'min' ? b - a : a - b));
  const last = ranked.length - 1;
  const shades = new Map(
    ranked.map((value, rank) => [value, last === 0 ? 3 : 1 + Math.round((rank * (SHADES - 1)) / last)]),
  );
  return (value) => shades.get(value) ?? 3;
}
