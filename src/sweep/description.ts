import { AxisLevels } from './axis-levels.ts';
import { type AxisSide, addUnion } from './axis-union.ts';
import { choiceBits, Extents } from './choice-bits.ts';
import { type FamilyAxes, type FamilyAxis, leastBits, USUAL_BITS } from './family-axes.ts';
import { type IsSettled, type Overlap, TriedCells } from './tried-cells.ts';

/**
 * Bits that it takes to say that there is one more sweep, and that a run repeats what a run before it had settled. Both are our own judgement, tried on labelled logs
 * (`npm run bench:sweeps`).
 */
const [SWEEP_BITS, REPEAT_BITS] = [10, 3];
/** Values that people choose tell no more than this on average. */
const CHOSEN_BITS = 4.2;
/** A grid of which so much is there has been laid out. */
const MOST = 0.8;

/** Scratch space, of the description that is asked last. */
const extents = new Extents();

/**
 * How many bits it takes to say what a set of runs tried: the values on each axis, and which of their combinations. Runs of one sweep are said shorter together, runs of two
 * sweeps apart. Grows run by run, so that unions cost what the smaller part costs.
 */
export class Description {
  readonly #family: FamilyAxes;
  /** By axis, the code of the first value; −1 before there is any. */
  readonly #first: number[];
  /** By axis, those of several values; and the same in the order in which they came to vary. */
  readonly #levels: (AxisLevels | undefined)[];
  readonly #varying: AxisLevels[] = [];
  readonly #cells = new TriedCells();
  #constantBits = 0;
  runs = 0;

  constructor(family: FamilyAxes) {
    this.#family = family;
    // No typed array: those of more than 64 bytes live beside the heap, and making one takes longer than all else here.
    this.#first = new Array<number>(family.axes.length).fill(-1);
    this.#levels = new Array<AxisLevels | undefined>(family.axes.length).fill(undefined);
  }

  /** Forgets all runs: to describe others without a new object. */
  clear(): void {
    this.#first.fill(-1);
    this.#levels.fill(undefined);
    this.#varying.length = 0;
    this.#cells.clear();
    this.#constantBits = 0;
    this.runs = 0;
  }

  /** Adds runs, in order of submission: those from one place in a list up to another. */
  add(positions: ArrayLike<number>, isSettled: IsSettled, from = 0, to = positions.length): this {
    const { axes, cells } = this.#family;
    for (let at = from; at < to; at++) {
      const position = positions[at] as number;
      const cell = cells[position] as number;
      const isNew = !this.#cells.has(cell);
      for (let axis = 0; isNew && axis < axes.length; axis++) {
        this.#addValue(axis, (axes[axis] as FamilyAxis).factor.codes[position] as number, 1);
      }
      this.#cells.add(cell, isSettled(position));
    }
    this.runs += to - from;
    return this;
  }

  /** Takes in the runs of another description. */
  absorb(other: Description): this {
    const isFirst = this.runs === 0;
    this.runs += other.runs;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const levels = other.#levels[axis];
      if (levels !== undefined && isFirst) this.#vary(axis, levels.copy());
      else if (levels === undefined) this.#addValue(axis, other.#first[axis] as number, other.#cells.size);
      else levels.cells.each((code, count) => this.#addValue(axis, code, count));
    }
    this.#cells.absorb(other.#cells);
    return this;
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: Description): Overlap {
    return this.#cells.overlap(other.#cells);
  }

  /** How many runs failed and were not tried again. */
  get failed(): number {
    return this.#cells.failed;
  }

  /** Whether anything is known of what runs tried. */
  get isTelling(): boolean {
    return this.#first.length > 0;
  }

  /** Whether several runs tried the same, as far as is known. */
  get isAlike(): boolean {
    return this.runs > 1 && this.#cells.size === 1;
  }

  /** Whether the runs fill most of a grid, of values that people choose: what is drawn fills a grid of one axis too. */
  get isLaidOut(): boolean {
    if (this.#cells.size < MOST * this.#product()) return false;
    const isChosen = (levels: AxisLevels | undefined, axis: number): boolean =>
      levels === undefined ||
      this.#family.axes[axis]?.factor.role === 'replicate' ||
      levels.bits <= CHOSEN_BITS * levels.count;
    return this.#varying.length > 1 || this.#levels.every(isChosen);
  }

  /** Whether another brings no value that is not here, and these runs do not fill their grid. */
  lacks(other: Description): boolean {
    if (this.#cells.size >= this.#product()) return false;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const levels = other.#levels[axis];
      for (let place = 0; place < (levels?.count ?? 1); place++) {
        const code = levels?.cells.codeAt(place) ?? (other.#first[axis] as number);
        if (this.#first[axis] !== code && this.#levels[axis]?.cells.has(code) !== true) return false;
      }
    }
    return true;
  }

  /** Bits of these runs as one sweep. */
  get bits(): number {
    extents.clear();
    for (const each of this.#varying) extents.add(each.bits, each.count, each.ofLatest, each.ofMost, each.spread);
    return this.#bitsOf(this.#constantBits, this.#cells.size, this.#cells.repeats);
  }

  /** The most bits that any parting of the runs could save: those that do not say which values there are. */
  get excess(): number {
    const shared = this.#family.fixedBits + this.#constantBits + 2 * SWEEP_BITS;
    return this.bits - this.#varying.reduce((values, { bits }) => values + (bits - USUAL_BITS), shared);
  }

  /** The same, closer: what the runs share is said in each part. */
  get closeExcess(): number {
    let values = 2 * (SWEEP_BITS + this.#family.fixedBits + this.#constantBits);
    this.#levels.forEach((levels, axis) => {
      if (levels !== undefined) values += leastBits(this.#family.axes[axis] as FamilyAxis, levels.bits);
    });
    return this.bits - values;
  }

  /** Bits of these runs and others, which came later, as one sweep. */
  bitsWith(other: Description, { cells, settled }: Overlap = this.overlap(other)): number {
    extents.clear();
    let constantBits = 0;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const areConstant = this.#levels[axis] === undefined && other.#levels[axis] === undefined;
      const { bits, constantBits: alone } = this.#family.axes[axis] as FamilyAxis;
      if (areConstant && this.#first[axis] === other.#first[axis])
        constantBits += alone[this.#first[axis] as number] as number;
      else addUnion(extents, this.#sideOf(axis), other.#sideOf(axis), bits);
    }
    const distinct = this.#cells.size + other.#cells.size - cells;
    return this.#bitsOf(constantBits, distinct, this.#cells.repeats + other.#cells.repeats + settled);
  }

  #sideOf(axis: number): AxisSide {
    return { first: this.#first[axis] as number, levels: this.#levels[axis], cells: this.#cells.size };
  }

  #addValue(axis: number, code: number, cells: number): void {
    const { bits, constantBits } = this.#family.axes[axis] as FamilyAxis;
    const first = this.#first[axis] as number;
    if (first < 0) {
      this.#first[axis] = code;
      this.#constantBits += constantBits[code] as number;
      return;
    }
    let levels = this.#levels[axis];
    if (levels === undefined) {
      if (first === code) return;
      this.#constantBits -= constantBits[first] as number;
      levels = new AxisLevels(first, this.#cells.size, bits[first] as number);
      this.#vary(axis, levels);
    }
    levels.add(code, cells, bits[code] as number);
  }

  #vary(axis: number, levels: AxisLevels): void {
    this.#first[axis] = levels.cells.codeAt(0);
    this.#levels[axis] = levels;
    this.#varying.push(levels);
  }

  #product(): number {
    return this.#varying.reduce((product, { count }) => product * count, 1);
  }

  /** Of the {@link extents} that were set. */
  #bitsOf(constantBits: number, cells: number, repeats: number): number {
    let values = SWEEP_BITS + this.#family.fixedBits + constantBits;
    for (let axis = 0; axis < extents.size; axis++) values += extents.bits[axis] as number;
    return values + choiceBits(extents, cells) + (this.isTelling ? REPEAT_BITS * repeats : 0);
  }
}
