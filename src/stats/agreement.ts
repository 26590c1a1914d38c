/**
 * How much more often two groupings put observations together than if one had nothing to do with the other, in standard deviations: of the number of pairs of observations that are alike in
 * both, over all orders of one of them (mean and variance by Mantel 1967). 0 where no order could make a difference, as of values that are all different.
 *
 * @param a by observation: anything that is equal for those of one group
 * @param b the same, of the other grouping
 */
export function agreement(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  if (n < 4) return 0;
  const [one, other] = [pairsIn(a), pairsIn(b)];
  const widest = Math.max(0, ...b) + 1;
  const both = pairsIn(a.map((code, at) => code * widest + (b[at] as number))).pairs;
  const mean = (one.pairs * other.pairs) / (n * (n - 1));
  const shared = (4 * (one.triples - one.pairs) * (other.triples - other.pairs)) / (n * (n - 1) * (n - 2));
  const apart = (disjoint(one) * disjoint(other)) / (n * (n - 1) * (n - 2) * (n - 3));
  const variance = 2 * mean + shared + apart - mean * mean;
  return variance > 1e-9 * (1 + mean * mean) ? (both - mean) / Math.sqrt(variance) : 0;
}

/**
 * How many fewer combinations of two groupings there are than if one had nothing to do with the other, in standard deviations: over all orders of one of them (each value is in a group or not, by
 * the hypergeometric distribution; for the variance as if independently). Tells more than `agreement` where few groups are large, less where few observations came again.
 */
export function scarcity(a: readonly number[], b: readonly number[]): number {
  const widest = Math.max(0, ...b) + 1;
  const found = new Set(a.map((code, at) => code * widest + (b[at] as number))).size;
  let [expected, variance] = [0, 0];
  for (const [size, groups] of countsOf(sizesIn(a)))
    for (const [count, values] of countsOf(sizesIn(b))) {
      const absent = chanceOfNone(a.length, size, count);
      expected += groups * values * (1 - absent);
      variance += groups * values * absent * (1 - absent);
    }
  return variance > 1e-9 ? (expected - found) / Math.sqrt(variance) : 0;
}

/** The chance that none of `count` things among `all` is in a draw of `size`. */
function chanceOfNone(all: number, size: number, count: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < size; drawn++) chance *= Math.max(0, all - count - drawn) / (all - drawn);
  return chance;
}

/** Ordered pairs of two alike, and, by the first of them, the square of how many are alike to it. */
interface Pairs {
  readonly pairs: number;
  readonly triples: number;
}

function pairsIn(codes: readonly number[]): Pairs {
  let [pairs, triples] = [0, 0];
  for (const size of sizesIn(codes)) {
    pairs += size * (size - 1);
    triples += size * (size - 1) ** 2;
  }
  return { pairs, triples };
}

const sizesIn = (codes: readonly number[]): Iterable<number> => countsOf(codes).values();

/** How often each number comes. */
function countsOf(numbers: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

/** Of two ordered pairs of pairs alike: those that have no observation in common. */
const disjoint = ({ pairs, triples }: Pairs): number => pairs * pairs + 2 * pairs - 4 * triples;
