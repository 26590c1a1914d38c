import { AxisLevels } from './axis-levels.ts';
import { choiceBits, type Extent } from './choice-bits.ts';
import { Counts } from './counts.ts';
import { bitsOfConstant, type FamilyAxes, type FamilyAxis, USUAL_BITS } from './family-axes.ts';

/**
 * Bits that it takes to say that there is one more sweep, and that a run repeats what a run before it had settled. Both are our own judgement, tried on labelled logs
 * (`npm run bench:sweeps`).
 */
const [SWEEP_BITS, REPEAT_BITS] = [10, 3];
/** Values that people choose tell no more than this on average. */
const CHOSEN_BITS = 4.2;
/** A grid of which so much is there has been laid out. */
const MOST = 0.8;

/** What one set of runs has of another's: how many of its combinations, how many of those need not be tried again, and how many it has. */
export interface Overlap {
  readonly cells: number;
  readonly settled: number;
  readonly of: number;
}

/** Whether what a run tried need not be tried again. */
export type IsSettled = (position: number) => boolean;

/**
 * How many bits it takes to say what a set of runs tried: the values on each axis, and which of their combinations. Runs of one sweep are said shorter together, runs of two
 * sweeps apart. Grows run by run, so that unions cost what the smaller part costs.
 */
export class Description {
  readonly #family: FamilyAxes;
  /** By axis, the code of the first value; −1 before there is any. */
  readonly #first: Int32Array;
  /** By axis, those of several values; and the same in the order in which they came to vary. */
  readonly #levels: (AxisLevels | undefined)[];
  readonly #varying: AxisLevels[] = [];
  /** Combinations and how many runs each has, and how many of those failed and were not tried again. */
  readonly #cells = new Counts();
  readonly #failed = new Counts();
  #constantBits = 0;
  #repeats = 0;
  runs = 0;

  constructor(family: FamilyAxes) {
    this.#family = family;
    this.#first = new Int32Array(family.axes.length).fill(-1);
    this.#levels = new Array<AxisLevels | undefined>(family.axes.length).fill(undefined);
  }

  /** Adds runs, in order of submission: those from one place in a list up to another. */
  add(positions: ArrayLike<number>, isSettled: IsSettled, from = 0, to = positions.length): this {
    for (let at = from; at < to; at++) this.#addRun(positions[at] as number, isSettled);
    return this;
  }

  #addRun(position: number, isSettled: IsSettled): void {
    const { axes, cells } = this.#family;
    const cell = cells[position] as number;
    if (!this.#cells.has(cell)) {
      for (let axis = 0; axis < axes.length; axis++) {
        this.#addValue(axis, (axes[axis] as FamilyAxis).factor.codes[position] as number, 1);
      }
    } else if (this.#failed.of(cell) === 0) this.#repeats++;
    this.runs++;
    this.#cells.add(cell, 1);
    if (!isSettled(position)) this.#failed.add(cell, 1);
  }

  /** Takes in the runs of another description. */
  absorb(other: Description): this {
    this.#repeats += other.#repeats + this.overlap(other).settled;
    this.runs += other.runs;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const levels = other.#levels[axis];
      if (levels === undefined) this.#addValue(axis, other.#first[axis] as number, other.#cells.size);
      else levels.cells.codes.forEach((code, place) => this.#addValue(axis, code, levels.cells.counts[place] as number));
    }
    other.#cells.codes.forEach((cell, place) => {
      const runs = other.#cells.counts[place] as number;
      const before = this.#failed.of(cell);
      this.#cells.add(cell, runs);
      const failed = Math.max(0, before - runs) + other.#failed.of(cell);
      if (failed !== before) this.#failed.add(cell, failed - before);
    });
    return this;
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: Description): Overlap {
    const { codes, counts } = other.#cells;
    let [cells, settled] = [0, 0];
    for (let place = 0; place < codes.length; place++) {
      const cell = codes[place] as number;
      if (!this.#cells.has(cell)) continue;
      cells++;
      if ((counts[place] as number) > this.#failed.of(cell)) settled++;
    }
    return { cells, settled, of: codes.length };
  }

  /** How many runs failed and were not tried again. */
  get failed(): number {
    return this.#failed.counts.reduce((sum, failed) => sum + failed, 0);
  }

  /** Whether anything is known of what runs tried. */
  get isTelling(): boolean {
    return this.#first.length > 0;
  }

  /** Whether the runs fill most of a grid, of values that people choose: what is drawn fills a grid of one axis too. */
  get isLaidOut(): boolean {
    if (this.#cells.size < MOST * this.#product()) return false;
    return (
      this.#varying.length > 1 ||
      this.#varying.every((levels) => {
        const isReplicate = this.#family.axes[this.#levels.indexOf(levels)]?.factor.role === 'replicate';
        return isReplicate || levels.bits <= CHOSEN_BITS * levels.count;
      })
    );
  }

  /** Whether another brings no value that is not here, and these runs do not fill their grid. */
  lacks(other: Description): boolean {
    if (this.#cells.size >= this.#product()) return false;
    return this.#first.every((_, axis) => {
      const codes = other.#levels[axis]?.cells.codes ?? [other.#first[axis] as number];
      return codes.every((code) => this.#has(axis, code));
    });
  }

  /** Bits of these runs as one sweep. */
  get bits(): number {
    return this.#bitsOf(this.#constantBits, this.#varying, this.#cells.size, this.#repeats);
  }

  /** The most bits that any parting of the runs could save: those that do not say which values there are. */
  get excess(): number {
    let values = this.#family.fixedBits + this.#constantBits + 2 * SWEEP_BITS;
    for (const { bits } of this.#varying) values += bits - USUAL_BITS;
    return this.bits - values;
  }

  /** Bits of these runs and others, which came later, as one sweep. */
  bitsWith(other: Description, { cells, settled }: Overlap = this.overlap(other)): number {
    const extents: Extent[] = [];
    let constantBits = 0;
    for (let axis = 0; axis < this.#first.length; axis++) {
      const areConstant = this.#levels[axis] === undefined && other.#levels[axis] === undefined;
      if (areConstant && this.#first[axis] === other.#first[axis]) {
        constantBits += this.#bitsOfConstant(axis, this.#first[axis] as number);
      } else extents.push(this.#extentWith(other, axis));
    }
    const distinct = this.#cells.size + other.#cells.size - cells;
    return this.#bitsOf(constantBits, extents, distinct, this.#repeats + other.#repeats + settled);
  }

  #extentWith(other: Description, axis: number): Extent {
    const first = this.#first[axis] as number;
    const known = this.#levels[axis];
    const union = {
      bits: known?.bits ?? this.#bitsOfValue(axis, first),
      count: known?.count ?? 1,
      ofMost: known?.ofMost ?? this.#cells.size,
      ofLatest: 0,
    };
    let latest = known?.latest ?? first;
    const levels = other.#levels[axis];
    const count = levels?.count ?? 1;
    for (let place = 0; place < count; place++) {
      const code = (levels === undefined ? other.#first[axis] : levels.cells.codes[place]) as number;
      const cells = levels === undefined ? other.#cells.size : (levels.cells.counts[place] as number);
      union.ofMost = Math.max(union.ofMost, cells + this.#cellsWith(axis, code));
      if (this.#has(axis, code)) continue;
      union.bits += this.#bitsOfValue(axis, code);
      union.count++;
      latest = code;
    }
    union.ofLatest = this.#cellsWith(axis, latest) + other.#cellsWith(axis, latest);
    return union;
  }

  #has(axis: number, code: number): boolean {
    return this.#first[axis] === code || this.#levels[axis]?.cells.has(code) === true;
  }

  #cellsWith(axis: number, code: number): number {
    const levels = this.#levels[axis];
    if (levels !== undefined) return levels.cells.of(code);
    return this.#first[axis] === code ? this.#cells.size : 0;
  }

  #addValue(axis: number, code: number, cells: number): void {
    const first = this.#first[axis] as number;
    if (first < 0) {
      this.#first[axis] = code;
      this.#constantBits += this.#bitsOfConstant(axis, code);
      return;
    }
    let levels = this.#levels[axis];
    if (levels === undefined) {
      if (first === code) return;
      this.#constantBits -= this.#bitsOfConstant(axis, first);
      levels = new AxisLevels(first, this.#cells.size, this.#bitsOfValue(axis, first));
      this.#levels[axis] = levels;
      this.#varying.push(levels);
    }
    levels.add(code, cells, this.#bitsOfValue(axis, code));
  }

  #bitsOfValue = (axis: number, code: number): number => this.#family.axes[axis]?.bits[code] as number;

  #bitsOfConstant = (axis: number, code: number): number => bitsOfConstant(this.#family.axes[axis] as FamilyAxis, code);

  #product(): number {
    return this.#varying.reduce((product, { count }) => product * count, 1);
  }

  #bitsOf(constantBits: number, extents: readonly Extent[], cells: number, repeats: number): number {
    let values = SWEEP_BITS + this.#family.fixedBits + constantBits;
    for (const { bits } of extents) values += bits;
    return values + choiceBits(extents, cells) + (this.isTelling ? REPEAT_BITS * repeats : 0);
  }
}
