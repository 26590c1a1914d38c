/** That a grid was cut short: of the last value on one axis, not all combinations are there. */
const CUT_SHORT_BITS = 3;

/** Of one axis. */
interface Extent {
  /** Bits that its levels take. */
  readonly bits: number;
  /** How many levels there are. */
  readonly count: number;
  /** The level met last, and how many combinations have it. */
  readonly latest: number;
  readonly ofLatest: number;
  /** How many have the level that most have. */
  readonly ofMost: number;
  /** The sum of the {@link factorialBits} of how many have each. */
  readonly spread: number;
}

/** The extents of axes, as lists: reused, so that the millions of unions that are thought of make no objects. */
export class Extents {
  size = 0;
  readonly bits: number[] = [];
  readonly counts: number[] = [];
  readonly latest: number[] = [];
  readonly ofLatest: number[] = [];
  readonly ofMost: number[] = [];
  readonly spreads: number[] = [];

  clear(): this {
    this.size = 0;
    return this;
  }

  add(extent: Extent): void {
    const axis = this.size++;
    this.bits[axis] = extent.bits;
    this.counts[axis] = extent.count;
    this.latest[axis] = extent.latest;
    this.ofLatest[axis] = extent.ofLatest;
    this.ofMost[axis] = extent.ofMost;
    this.spreads[axis] = extent.spread;
  }

  /**
   * Adds an axis on which all combinations have one level.
   *
   * @param bits of each level
   */
  addSole(level: number, bits: Float64Array, cells: number): void {
    const axis = this.size++;
    this.bits[axis] = bits[level] as number;
    this.counts[axis] = 1;
    this.latest[axis] = level;
    this.ofLatest[axis] = cells;
    this.ofMost[axis] = cells;
    this.spreads[axis] = factorialBits(cells)[cells] as number;
  }

  /**
   * Takes in more combinations on the axis added last.
   *
   * @param bits of each level
   * @param before how many combinations had this level
   * @param cells how many more have it
   */
  grow(level: number, bits: Float64Array, before: number, cells: number): void {
    const axis = this.size - 1;
    const count = before + cells;
    const ofFactorial = factorialBits(count);
    this.spreads[axis] =
      (this.spreads[axis] as number) + (ofFactorial[count] as number) - (ofFactorial[before] as number);
    if (count > (this.ofMost[axis] as number)) this.ofMost[axis] = count;
    if (before === 0) {
      this.bits[axis] = (this.bits[axis] as number) + (bits[level] as number);
      this.counts[axis] = (this.counts[axis] as number) + 1;
      this.latest[axis] = level;
    }
    if (level === this.latest[axis]) this.ofLatest[axis] = count;
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

let factorials = new Float64Array(2);

/** log2 of n!, by n, for numbers up to this one and some more. A table to look things up in: a number that a function gives is an object to the engine, and there are millions. */
export function factorialBits(upTo: number): Float64Array {
  if (upTo < factorials.length) return factorials;
  factorials = new Float64Array(2 * upTo + 1024);
  for (let n = 2; n < factorials.length; n++) factorials[n] = (factorials[n - 1] as number) + Math.log2(n);
  return factorials;
}

/**
 * Bits to say for each combination which of the levels it has, these being in order of their first use. Where an axis was drawn, it is known how often each level comes, so that what
 * mostly has one level is said soon.
 */
function listBits(extents: Extents, cells: number): number {
  const isDrawn = areDrawn(extents, cells);
  const ofFactorial = factorialBits(cells);
  let bits = 0;
  for (let axis = 0; axis < extents.size; axis++) {
    const count = extents.counts[axis] as number;
    bits += isDrawn
      ? Math.max(0, (ofFactorial[cells] as number) - (extents.spreads[axis] as number) - (ofFactorial[count] as number))
      : (cells - count) * log2Of(count);
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

/** Grids remembered, a power of two: a logarithm takes longer than all else here, and the same grids come again and again. */
const REMEMBERED = 4096;
const grids = {
  all: new Float64Array(REMEMBERED),
  chosen: new Float64Array(REMEMBERED),
  bits: new Float64Array(REMEMBERED),
};

/** Bits to say which `chosen` of `all` combinations: log2 of the binomial coefficient, by its entropy. */
function gridBits(all: number, chosen: number): number {
  if (chosen >= all) return 0;
  const place = (Math.imul(all, 31) + chosen) & (REMEMBERED - 1);
  if (grids.all[place] === all && grids.chosen[place] === chosen) return grids.bits[place] as number;
  const bits = chosen * Math.log2(all / chosen) + (all - chosen) * Math.log2(all / (all - chosen));
  grids.all[place] = all;
  grids.chosen[place] = chosen;
  grids.bits[place] = bits;
  return bits;
}

const logarithms = Float64Array.from({ length: 1024 }, (_, number) => Math.log2(number));

/** log2 of a whole number, by a table while it is small. */
const log2Of = (number: number): number => logarithms[number] ?? Math.log2(number);
