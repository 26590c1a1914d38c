import type { FamilyAxes, FamilyAxis } from './family-axes.ts';

/**
 * Bits that it takes to say that there is one more sweep, and that a run repeats what a run before it had settled. Both are our own judgement, tried on labelled logs
 * (`npm run bench:sweeps`).
 */
const [SWEEP_BITS, REPEAT_BITS] = [10, 3];
/** That a grid was cut short: of the last value on one axis, not all combinations are there. */
const CUT_SHORT_BITS = 3;
/** What a value tells less when all runs of a sweep share it and it is the usual one of the family, in bits. */
const USUAL_BITS = 6;
/** A grid of which so much is there has been laid out. */
const MOST = 0.8;

/** What is known of a combination: whether it need not be tried again. */
export type IsSettled = (position: number) => boolean;

/** The values of one axis among some runs, and how many combinations have each. */
interface Levels {
  readonly counts: Map<number, number>;
  /** The value met last, and how many combinations have the value that most have. */
  latest: number;
  most: number;
  bits: number;
}

/** How many bits the levels of one axis take, how many they are, and how many combinations have the one met last, and the one that most have. */
interface Extent {
  readonly bits: number;
  readonly count: number;
  readonly ofLatest: number;
  readonly ofMost: number;
}

/**
 * How many bits it takes to say what a set of runs tried: the values on each axis, and which of their combinations. Runs of one sweep are said shorter together, runs of two
 * sweeps apart. Grows run by run, so that unions cost what the smaller part costs.
 */
export class Description {
  readonly #family: FamilyAxes;
  /** By axis, the code of the first value; −1 before there is any. */
  readonly #first: Int32Array;
  /** Axes of several values. */
  readonly #varying = new Map<number, Levels>();
  /** Combinations, and how many runs of each failed and were not tried again. */
  readonly #cells = new Map<number, number>();
  #constantBits = 0;
  #repeats = 0;
  runs = 0;

  constructor(family: FamilyAxes) {
    this.#family = family;
    this.#first = new Int32Array(family.axes.length).fill(-1);
  }

  /** Adds runs, in order of submission. */
  add(positions: Iterable<number>, isSettled: IsSettled): this {
    const { axes, cells } = this.#family;
    for (const position of positions) {
      this.runs++;
      const cell = cells[position] as number;
      const before = this.#cells.get(cell);
      if (before === undefined) {
        for (let axis = 0; axis < axes.length; axis++) {
          this.#addValue(axis, (axes[axis] as FamilyAxis).factor.codes[position] as number, 1);
        }
      } else if (before === 0) this.#repeats++;
      this.#cells.set(cell, Math.max(0, (before ?? 0) - 1) + (isSettled(position) ? 0 : 1));
    }
    return this;
  }

  /** Takes in the runs of another description. */
  absorb(other: Description): this {
    this.#repeats += other.#repeats + this.overlap(other).settled;
    this.runs += other.runs;
    for (let axis = 0; axis < this.#first.length; axis++) {
      for (const [code, count] of other.#levelsOf(axis)) this.#addValue(axis, code, count);
    }
    for (const [cell, failed] of other.#cells) {
      this.#cells.set(cell, Math.max(0, (this.#cells.get(cell) ?? 0) - 1) + failed);
    }
    return this;
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: Description): { readonly cells: number; readonly settled: number; readonly of: number } {
    let [cells, settled] = [0, 0];
    for (const cell of other.#cells.keys()) {
      const known = this.#cells.get(cell);
      if (known === undefined) continue;
      cells++;
      if (known === 0) settled++;
    }
    return { cells, settled, of: other.#cells.size };
  }

  /** Whether anything is known of what runs tried. */
  get isTelling(): boolean {
    return this.#first.length > 0;
  }

  /** Whether the runs fill most of a grid of two axes or more. */
  get isLaidOut(): boolean {
    return this.#varying.size > 1 && this.#cells.size >= MOST * this.#product();
  }

  /** Whether another brings no value that is not here, and these runs do not fill their grid. */
  lacks(other: Description): boolean {
    if (this.#cells.size >= this.#product()) return false;
    return this.#first.every((_, axis) => [...other.#levelsOf(axis)].every(([code]) => this.#has(axis, code)));
  }

  /** Bits of these runs as one sweep. */
  get bits(): number {
    const extents: Extent[] = [];
    for (const { bits, counts, latest, most } of this.#varying.values()) {
      extents.push({ bits, count: counts.size, ofLatest: counts.get(latest) as number, ofMost: most });
    }
    return this.#bitsOf(this.#constantBits, extents, this.#cells.size, this.#repeats);
  }

  /** The most bits that any parting of the runs could save: those that do not say which values there are. */
  get excess(): number {
    let values = this.#constantBits + 2 * SWEEP_BITS;
    for (const { bits } of this.#varying.values()) values += bits - USUAL_BITS;
    return this.bits - values;
  }

  /** Bits of these runs and others, which came later, as one sweep. */
  bitsWith(other: Description): number {
    const extents: Extent[] = [];
    let constantBits = 0;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const areConstant = !(this.#varying.has(axis) || other.#varying.has(axis));
      if (areConstant && this.#first[axis] === other.#first[axis]) {
        constantBits += this.#bitsOfConstant(axis, this.#first[axis] as number);
      } else extents.push(this.#extentWith(other, axis));
    }
    const { cells, settled } = this.overlap(other);
    const distinct = this.#cells.size + other.#cells.size - cells;
    return this.#bitsOf(constantBits, extents, distinct, this.#repeats + other.#repeats + settled);
  }

  #extentWith(other: Description, axis: number): Extent {
    const known = this.#varying.get(axis);
    let bits = known?.bits ?? this.#bitsOfValue(axis, this.#first[axis] as number);
    let count = known?.counts.size ?? 1;
    let latest = known?.latest ?? (this.#first[axis] as number);
    let ofMost = known?.most ?? this.#cells.size;
    for (const [code, cells] of other.#levelsOf(axis)) {
      ofMost = Math.max(ofMost, cells + this.#cellsWith(axis, code));
      if (this.#has(axis, code)) continue;
      bits += this.#bitsOfValue(axis, code);
      latest = code;
      count++;
    }
    return { bits, count, ofMost, ofLatest: this.#cellsWith(axis, latest) + other.#cellsWith(axis, latest) };
  }

  #has(axis: number, code: number): boolean {
    return this.#first[axis] === code || this.#varying.get(axis)?.counts.has(code) === true;
  }

  #cellsWith(axis: number, code: number): number {
    const levels = this.#varying.get(axis);
    if (levels !== undefined) return levels.counts.get(code) ?? 0;
    return this.#first[axis] === code ? this.#cells.size : 0;
  }

  #levelsOf(axis: number): Iterable<readonly [number, number]> {
    return this.#varying.get(axis)?.counts ?? [[this.#first[axis] as number, this.#cells.size]];
  }

  #addValue(axis: number, code: number, cells: number): void {
    const first = this.#first[axis] as number;
    if (first < 0) {
      this.#first[axis] = code;
      this.#constantBits += this.#bitsOfConstant(axis, code);
      return;
    }
    let levels = this.#varying.get(axis);
    if (levels === undefined) {
      if (first === code) return;
      this.#constantBits -= this.#bitsOfConstant(axis, first);
      const { size } = this.#cells;
      levels = { counts: new Map([[first, size]]), latest: first, most: size, bits: this.#bitsOfValue(axis, first) };
      this.#varying.set(axis, levels);
    }
    const count = levels.counts.get(code);
    levels.counts.set(code, (count ?? 0) + cells);
    levels.most = Math.max(levels.most, (count ?? 0) + cells);
    if (count !== undefined) return;
    levels.latest = code;
    levels.bits += this.#bitsOfValue(axis, code);
  }

  #bitsOfValue(axis: number, code: number): number {
    return this.#family.axes[axis]?.bits[code] as number;
  }

  /** A value that all runs of a sweep share tells the less the more usual it is in the family; that all are called the same tells nothing. */
  #bitsOfConstant(axis: number, code: number): number {
    const { factor, bits, share } = this.#family.axes[axis] as FamilyAxis;
    if (factor.isWord) return (bits[code] as number) * (1 - (share[code] as number)) * 0.5;
    return (bits[code] as number) - Math.min(bits[code] as number, USUAL_BITS) * (share[code] as number);
  }

  #product(): number {
    let product = 1;
    for (const { counts } of this.#varying.values()) product *= counts.size;
    return product;
  }

  /** Combinations are said as what a grid lacks, as a grid that was cut short, as a star, or as a list in which each run says which of the values it has; whichever is shortest. */
  #bitsOf(constantBits: number, extents: readonly Extent[], cells: number, repeats: number): number {
    let bits = SWEEP_BITS + constantBits;
    let product = 1;
    let listed = 0;
    for (const extent of extents) {
      bits += extent.bits;
      product *= extent.count;
      listed += (cells - extent.count) * Math.log2(extent.count);
    }
    if (this.#first.length > 0) bits += REPEAT_BITS * repeats;
    let choice = Math.min(listed, choiceBits(product, cells), starBits(extents, cells));
    for (const { count, ofLatest } of extents) {
      const begun = product - product / count + ofLatest;
      choice = Math.min(choice, CUT_SHORT_BITS + choiceBits(begun, cells));
    }
    return bits + choice;
  }
}

/** Bits to say a star: each run after the first brings one value of its own on one axis, and has that of the first on all others. */
function starBits(extents: readonly Extent[], cells: number): number {
  const isStar = extents.length > 1 && extents.every(({ count, ofMost }) => ofMost === cells - count + 1);
  return isStar ? cells * Math.log2(extents.length) : Number.POSITIVE_INFINITY;
}

/** Bits to say which `chosen` of `all` combinations: log2 of the binomial coefficient, by its entropy. */
function choiceBits(all: number, chosen: number): number {
  if (chosen >= all) return 0;
  return chosen * Math.log2(all / chosen) + (all - chosen) * Math.log2(all / (all - chosen));
}
