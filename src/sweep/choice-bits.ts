/** That a grid was cut short: of the last value on one axis, not all combinations are there. */
const CUT_SHORT_BITS = 3;
/** How many bits the levels of one axis take, how many they are, and how many combinations have the one met last, and the one that most have. */
export interface Extent {
  readonly bits: number;
  readonly count: number;
  readonly ofLatest: number;
  readonly ofMost: number;
}

/**
 * Bits to say which combinations of values were tried: as what a grid lacks, as a grid that was cut short, as a star, or as a list in which each run says which of the values it
 * has; whichever is shortest.
 */
export function choiceBits(extents: readonly Extent[], cells: number): number {
  let [product, listed] = [1, 0];
  for (const { count } of extents) {
    product *= count;
    listed += (cells - count) * Math.log2(count);
  }
  let shortest = Math.min(listed, gridBits(product, cells), starBits(extents, cells));
  // What is shorter than this is not said by any grid that was cut short.
  if (shortest <= CUT_SHORT_BITS) return shortest;
  for (const { count, ofLatest } of extents) {
    const begun = product - product / count + ofLatest;
    shortest = Math.min(shortest, CUT_SHORT_BITS + gridBits(begun, cells));
  }
  return shortest;
}

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
