/** That a grid was cut short: of the last value on one axis, not all combinations are there. */
const CUT_SHORT_BITS = 3;

/**
 * The extents of axes: how many bits the levels of each take, how many they are, how many combinations have the one met last, and the
 * one that most have, and the sum of the {@link factorialBits} of how many have each. Reused, so that the
 * millions of unions that are thought of make no objects.
 */
export class Extents {
  size = 0;
  readonly bits: number[] = [];
  readonly counts: number[] = [];
  readonly ofLatest: number[] = [];
  readonly ofMost: number[] = [];
  readonly spreads: number[] = [];

  clear(): this {
    this.size = 0;
    return this;
  }

  add(bits: number, count: number, ofLatest: number, ofMost: number, spread: number): void {
    const axis = this.size++;
    this.bits[axis] = bits;
    this.counts[axis] = count;
    this.ofLatest[axis] = ofLatest;
    this.ofMost[axis] = ofMost;
    this.spreads[axis] = spread;
  }
}

/**
 * Bits to say which combinations of values were tried: as what a grid lacks, as a grid that was cut short, as a star, or as a list in which each run says which of the values it
 * has; whichever is shortest.
 */
export function choiceBits(extents: Extents, cells: number): number {
  let product = 1;
  for (let axis = 0; axis < extents.size; axis++) product *= extents.counts[axis] as number;
  let shortest = Math.min(listBits(extents, cells), gridBits(product, cells), starBits(extents, cells));
  // What is shorter than this is not said by any grid that was cut short.
  if (shortest <= CUT_SHORT_BITS) return shortest;
  for (let axis = 0; axis < extents.size; axis++) {
    const begun = product - product / (extents.counts[axis] as number) + (extents.ofLatest[axis] as number);
    shortest = Math.min(shortest, CUT_SHORT_BITS + gridBits(begun, cells));
  }
  return shortest;
}

/** An axis was drawn from a range when so large a part of its values come once, and have more digits than people choose, in bits. Our own judgement. */
const [MOSTLY_DISTINCT, DRAWN_BITS, FEWEST_DRAWN] = [0.6, 4.5, 4];

function areDrawn({ size, bits, counts }: Extents, cells: number): boolean {
  for (let axis = 0; axis < size; axis++) {
    const count = counts[axis] as number;
    if (count >= FEWEST_DRAWN && count >= MOSTLY_DISTINCT * cells && (bits[axis] as number) > DRAWN_BITS * count)
      return true;
  }
  return false;
}

const factorials = [0, 0];

/** log2 of n!, by a table that grows as it is needed. */
export function factorialBits(n: number): number {
  for (let next = factorials.length; next <= n; next++) {
    factorials.push((factorials[next - 1] as number) + Math.log2(next));
  }
  return factorials[n] as number;
}

/**
 * Bits to say for each combination which of the levels it has, these being in order of their first use. Where an axis was drawn, it is known how often each level comes, so that what
 * mostly has one level is said soon.
 */
function listBits(extents: Extents, cells: number): number {
  const isDrawn = areDrawn(extents, cells);
  let bits = 0;
  for (let axis = 0; axis < extents.size; axis++) {
    const count = extents.counts[axis] as number;
    bits += isDrawn
      ? Math.max(0, factorialBits(cells) - (extents.spreads[axis] as number) - factorialBits(count))
      : (cells - count) * Math.log2(count);
  }
  return bits;
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
