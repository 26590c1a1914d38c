import { AxisLevels } from './axis-levels.ts';
import { choiceBits, type Extent, factorialBits } from './choice-bits.ts';
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
  /** Axes of several values. */
  readonly #varying = new Map<number, AxisLevels>();
  /** Combinations and how many runs each has, and how many of those failed and were not tried again. */
  readonly #cells = new Map<number, number>();
  readonly #failed = new Map<number, number>();
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
      } else if (!this.#failed.has(cell)) this.#repeats++;
      this.#cells.set(cell, (before ?? 0) + 1);
      if (!isSettled(position)) this.#failed.set(cell, (this.#failed.get(cell) ?? 0) + 1);
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
    for (const [cell, runs] of other.#cells) {
      this.#cells.set(cell, (this.#cells.get(cell) ?? 0) + runs);
      const failed = Math.max(0, (this.#failed.get(cell) ?? 0) - runs) + (other.#failed.get(cell) ?? 0);
      if (failed > 0) this.#failed.set(cell, failed);
      else this.#failed.delete(cell);
    }
    return this;
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: Description): { readonly cells: number; readonly settled: number; readonly of: number } {
    let [cells, settled] = [0, 0];
    for (const [cell, runs] of other.#cells) {
      if (!this.#cells.has(cell)) continue;
      cells++;
      if (runs > (this.#failed.get(cell) ?? 0)) settled++;
    }
    return { cells, settled, of: other.#cells.size };
  }

  /** How many runs failed and were not tried again. */
  get failed(): number {
    return [...this.#failed.values()].reduce((sum, failed) => sum + failed, 0);
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
    const axes = [...this.#varying];
    return (
      axes.length > 1 ||
      axes.every(([axis, { bits, counts }]) => {
        const isReplicate = this.#family.axes[axis]?.factor.role === 'replicate';
        return isReplicate || bits <= CHOSEN_BITS * counts.size;
      })
    );
  }

  /** Whether another brings no value that is not here, and these runs do not fill their grid. */
  lacks(other: Description): boolean {
    if (this.#cells.size >= this.#product()) return false;
    return this.#first.every((_, axis) => [...other.#levelsOf(axis)].every(([code]) => this.#has(axis, code)));
  }

  /** Bits of these runs as one sweep. */
  get bits(): number {
    return this.#bitsOf(this.#constantBits, [...this.#varying.values()], this.#cells.size, this.#repeats);
  }

  /** The most bits that any parting of the runs could save: those that do not say which values there are. */
  get excess(): number {
    let values = this.#family.fixedBits + this.#constantBits + 2 * SWEEP_BITS;
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
    let ofMost = known?.ofMost ?? this.#cells.size;
    let spread = known?.spread ?? factorialBits(this.#cells.size);
    for (const [code, cells] of other.#levelsOf(axis)) {
      const here = this.#cellsWith(axis, code);
      ofMost = Math.max(ofMost, cells + here);
      spread += factorialBits(cells + here) - factorialBits(here);
      if (this.#has(axis, code)) continue;
      bits += this.#bitsOfValue(axis, code);
      latest = code;
      count++;
    }
    return { bits, count, spread, ofMost, ofLatest: this.#cellsWith(axis, latest) + other.#cellsWith(axis, latest) };
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
      levels = new AxisLevels(first, this.#cells.size, this.#bitsOfValue(axis, first));
      this.#varying.set(axis, levels);
    }
    levels.add(code, cells, this.#bitsOfValue(axis, code));
  }

  #bitsOfValue = (axis: number, code: number): number => this.#family.axes[axis]?.bits[code] as number;

  #bitsOfConstant = (axis: number, code: number): number => bitsOfConstant(this.#family.axes[axis] as FamilyAxis, code);

  #product(): number {
    return [...this.#varying.values()].reduce((product, { counts }) => product * counts.size, 1);
  }

  #bitsOf(constantBits: number, extents: readonly Extent[], cells: number, repeats: number): number {
    const values = extents.reduce((sum, { bits }) => sum + bits, SWEEP_BITS + this.#family.fixedBits + constantBits);
    return values + choiceBits(extents, cells) + (this.isTelling ? REPEAT_BITS * repeats : 0);
  }
}
