/** That a grid was cut short: of the last value on one axis, not all combinations are there. */
const CUT_SHORT_BITS = 3;
/**
 * How many bits the levels of one axis take, how many they are, and how many combinations have the one met last, and the one that most have; and the sum of the
 * {@link factorialBits} of how many have each.
 */
export interface Extent {
  readonly bits: number;
  readonly count: number;
  readonly spread: number;
  readonly ofLatest: number;
  readonly ofMost: number;
}

/**
 * Bits to say which combinations of values were tried: as what a grid lacks, as a grid that was cut short, as a star, or as a list in which each run says which of the values it
 * has; whichever is shortest.
 */
export function choiceBits(extents: readonly Extent[], cells: number): number {
  const product = extents.reduce((all, { count }) => all * count, 1);
  const isDrawn = extents.some((extent) => areDrawn(extent, cells));
  const listed = extents.reduce(
    (bits, extent) => bits + (isDrawn ? drawnBits(extent, cells) : (cells - extent.count) * Math.log2(extent.count)),
    0,
  );
  let shortest = Math.min(listed, gridBits(product, cells), starBits(extents, cells));
  for (const { count, ofLatest } of extents) {
    const begun = product - product / count + ofLatest;
    shortest = Math.min(shortest, CUT_SHORT_BITS + gridBits(begun, cells));
  }
  return shortest;
}

/** An axis was drawn from a range when so large a part of its values come once, and have more digits than people choose, in bits. Our own judgement. */
const [MOSTLY_DISTINCT, DRAWN_BITS, FEWEST_DRAWN] = [0.6, 4.5, 4];

const areDrawn = ({ bits, count }: Extent, cells: number): boolean =>
  count >= FEWEST_DRAWN && count >= MOSTLY_DISTINCT * cells && bits > DRAWN_BITS * count;

const factorials = [0, 0];

/** log2 of n!, by a table that grows as it is needed. */
export function factorialBits(n: number): number {
  for (let next = factorials.length; next <= n; next++) {
    factorials.push((factorials[next - 1] as number) + Math.log2(next));
  }
  return factorials[n] as number;
}

/** Bits to say for each combination which of the levels it has, these being in order of their first use: how often each comes is known, and what mostly has one level is said soon. */
const drawnBits = ({ count, spread }: Extent, cells: number): number =>
  Math.max(0, factorialBits(cells) - spread - factorialBits(count));

/** Bits to say a star: each run after the first brings one value of its own on one axis, and has that of the first on all others. */
function starBits(extents: readonly Extent[], cells: number): number {
  const isStar = extents.length > 1 && extents.every(({ count, ofMost }) => ofMost === cells - count + 1);
  return isStar ? cells * Math.log2(extents.length) : Number.POSITIVE_INFINITY;
}

/** Bits to say which `chosen` of `all` combinations: log2 of the binomial coefficient, by its entropy. */
function gridBits(all: number, chosen: number): number {
  if (chosen >= all) return 0;
  return chosen * Math.log2(all / chosen) + (all - chosen) * Math.log2(all / (all - chosen));
}
