import type { AxisLevels } from './axis-levels.ts';
import { addUnion, type Tried } from './axis-union.ts';
import { choiceBits, Extents } from './choice-bits.ts';
import { constantBitsOf, type FamilyAxes, type FamilyAxis, leastBits, USUAL_BITS } from './family-axes.ts';
import { type Overlap, type Settled, TriedCells } from './tried-cells.ts';
import { TriedValues } from './tried-values.ts';

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
/** Positions of the runs added last that try what none before them did. Emptying a list would throw away its room. */
let fresh = new Uint32Array(1024);

/**
 * How many bits it takes to say what a set of runs tried: the values on each axis, and which of their combinations. Runs of one sweep are said shorter together, runs of two
 * sweeps apart. Grows run by run, so that unions cost what the smaller part costs.
 */
export class Description implements Tried {
  #family: FamilyAxes;
  readonly values: TriedValues;
  readonly #cells = new TriedCells();
  /** NaN until it is asked for. */
  #bits = Number.NaN;
  runs = 0;

  constructor(family: FamilyAxes) {
    this.#family = family;
    this.values = new TriedValues(family);
  }

  /** How many combinations of values were tried. */
  get distinct(): number {
    return this.#cells.size;
  }

  /** Forgets all runs: to describe others without new objects. */
  clear(): this {
    this.values.clear();
    this.#cells.clear();
    this.#bits = Number.NaN;
    this.runs = 0;
    return this;
  }

  /** The same, where the others are of another family. */
  begin(family: FamilyAxes): this {
    this.#family = family;
    this.values.family = family;
    return this.clear();
  }

  /** Adds runs, in order of submission: those from one place in a list up to another. */
  add(positions: ArrayLike<number>, settled: Settled, from = 0, to = positions.length): this {
    const before = this.distinct;
    if (to - from > fresh.length) fresh = new Uint32Array(2 * (to - from));
    let count = 0;
    for (let at = from; at < to; at++) {
      const position = positions[at] as number;
      const cell = this.#family.cells[position] as number;
      if (this.#cells.has(cell)) this.#cells.repeat(cell, settled[position] === 1);
      else {
        this.#cells.begin(cell, settled[position] === 1);
        fresh[count++] = position;
      }
    }
    if (count > 0) this.values.add(fresh, count, before);
    this.#bits = Number.NaN;
    this.runs += to - from;
    return this;
  }

  /** Takes in the runs of another description. There must be some here already. */
  absorb(other: Description): this {
    this.values.absorb(other.values, other.distinct, this.distinct);
    this.#cells.absorb(other.#cells);
    this.#bits = Number.NaN;
    this.runs += other.runs;
    return this;
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: Description, found: Overlap): void {
    this.#cells.overlap(other.#cells, found);
  }

  /** How many runs failed and were not tried again. */
  get failed(): number {
    return this.#cells.failed;
  }

  /** Whether anything is known of what runs tried. */
  get isTelling(): boolean {
    return this.#family.axes.length > 0;
  }

  /** Whether several runs tried the same, as far as is known. */
  get isAlike(): boolean {
    return this.runs > 1 && this.distinct === 1;
  }

  /** Whether the runs fill most of a grid, of values that people choose: what is drawn fills a grid of one axis too. */
  get isLaidOut(): boolean {
    const { levels, varying, product } = this.values;
    if (this.distinct < MOST * product) return false;
    if (varying.length > 1) return true;
    for (let axis = 0; axis < levels.length; axis++) if (!this.#isChosen(axis, levels[axis])) return false;
    return true;
  }

  #isChosen(axis: number, levels: AxisLevels | undefined): boolean {
    if (levels === undefined || this.#family.axes[axis]?.factor.role === 'replicate') return true;
    return levels.bits <= CHOSEN_BITS * levels.count;
  }

  /** Whether another brings no value that is not here, and these runs do not fill their grid. */
  lacks(other: Description): boolean {
    return this.distinct < this.values.product && this.values.holds(other.values);
  }

  /** Bits of these runs as one sweep. */
  get bits(): number {
    if (Number.isNaN(this.#bits)) {
      const { varying, constantBits } = this.values;
      extents.clear();
      for (const each of varying) extents.add(each);
      this.#bits = this.#bitsOf(constantBits, this.distinct, this.#cells.repeats);
    }
    return this.#bits;
  }

  /** Bits of one run alone, whichever runs are here. */
  bitsOfRun(position: number): number {
    return SWEEP_BITS + this.#family.fixedBits + constantBitsOf(this.#family, position);
  }

  /** The most bits that any parting of the runs could save: those that do not say which values there are. */
  get excess(): number {
    const { varying, constantBits } = this.values;
    const shared = this.#family.fixedBits + constantBits + 2 * SWEEP_BITS;
    let values = shared;
    for (const { bits } of varying) values += bits - USUAL_BITS;
    return this.bits - values;
  }

  /** The same, closer: what the runs share is said in each part. */
  get closeExcess(): number {
    const { levels, constantBits } = this.values;
    let values = 2 * (SWEEP_BITS + this.#family.fixedBits + constantBits);
    for (let axis = 0; axis < levels.length; axis++) {
      const each = levels[axis];
      if (each !== undefined) values += leastBits(this.#family.axes[axis] as FamilyAxis, each.bits);
    }
    return this.bits - values;
  }

  /** Bits of these runs and others, which came later, as one sweep. */
  bitsWith(other: Description, { cells, settled }: Readonly<Overlap>): number {
    const { axes } = this.#family;
    const ours = this.values;
    const theirs = other.values;
    extents.clear();
    let constantBits = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      const first = ours.firstOn(axis);
      const isConstant = ours.levels[axis] === undefined && theirs.levels[axis] === undefined;
      if (isConstant && first === theirs.firstOn(axis))
        constantBits += (axes[axis] as FamilyAxis).constantBits[first] as number;
      else addUnion(extents, axis, this, other);
    }
    const distinct = this.distinct + other.distinct - cells;
    return this.#bitsOf(constantBits, distinct, this.#cells.repeats + other.#cells.repeats + settled);
  }

  /** Of the {@link extents} that were set. */
  #bitsOf(constantBits: number, cells: number, repeats: number): number {
    let values = SWEEP_BITS + this.#family.fixedBits + constantBits;
    for (let axis = 0; axis < extents.size; axis++) values += extents.bits[axis] as number;
    return values + choiceBits(extents, cells) + (this.isTelling ? REPEAT_BITS * repeats : 0);
  }
}
