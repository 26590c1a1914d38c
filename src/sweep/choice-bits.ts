/** That a grid was cut short: of the last value on one axis, not all combinations are there. */
const CUT_SHORT_BITS = 3;

/**
 * The extents of axes: how many bits the levels of each take, how many they are, and how many combinations have the one met last, and the one that most have. Reused, so that the
 * millions of unions that are thought of make no objects.
 */
export class Extents {
  size = 0;
  readonly bits: number[] = [];
  readonly counts: number[] = [];
  readonly ofLatest: number[] = [];
  readonly ofMost: number[] = [];

  clear(): this {
    this.size = 0;
    return this;
  }

  add(bits: number, count: number, ofLatest: number, ofMost: number): void {
    const axis = this.size++;
    this.bits[axis] = bits;
    this.counts[axis] = count;
    this.ofLatest[axis] = ofLatest;
    this.ofMost[axis] = ofMost;
  }
}

/**
 * Bits to say which combinations of values were tried: as what a grid lacks, as a grid that was cut short, as a star, or as a list in which each run says which of the values it
 * has; whichever is shortest.
 */
export function choiceBits(extents: Extents, cells: number): number {
  let [product, listed] = [1, 0];
  for (let axis = 0; axis < extents.size; axis++) {
    const count = extents.counts[axis] as number;
    product *= count;
    listed += (cells - count) * Math.log2(count);
  }
  let shortest = Math.min(listed, gridBits(product, cells), starBits(extents, cells));
  // What is shorter than this is not said by any grid that was cut short.
  if (shortest <= CUT_SHORT_BITS) return shortest;
  for (let axis = 0; axis < extents.size; axis++) {
    const begun = product - product / (extents.counts[axis] as number) + (extents.ofLatest[axis] as number);
    shortest = Math.min(shortest, CUT_SHORT_BITS + gridBits(begun, cells));
  }
  return shortest;
}

/** Bits to say a star: each run after the first brings one value of its own on one axis, and has that of the first on all others. */
function starBits({ size, counts, ofMost }: Extents, cells: number): number {
  for (let axis = 0; axis < size; axis++) {
    if (ofMost[axis] !== cells - (counts[axis] as number) + 1) return Number.POSITIVE_INFINITY;
  }
  return size > 1 ? cells * Math.log2(size) : Number.POSITIVE_INFINITY;
}

/** Bits to say which `chosen` of `all` combinations: log2 of the binomial coefficient, by its entropy. */
function gridBits(all: number, chosen: number): number {
  if (chosen >= all) return 0;
  return chosen * Math.log2(all / chosen) + (all - chosen) * Math.log2(all / (all - chosen));
}
