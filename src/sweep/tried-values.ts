import { AxisLevels } from './axis-levels.ts';
import { constantBitsOf, type FamilyAxes, type FamilyAxis } from './family-axes.ts';

const NO_LEVELS: (AxisLevels | undefined)[] = [];
const NONE_VARY: AxisLevels[] = [];

/** Scratch space: axes that begin to vary, and by axis the place of the run with which it does. Sorting objects took half of the time. */
const [begun, placeOf]: [number[], number[]] = [[], []];

/** Puts an axis among those that begin to vary: in the order in which they do. */
function insert(axis: number, place: number): void {
  placeOf[axis] = place;
  let at = begun.length;
  for (; at > 0 && (placeOf[begun[at - 1] as number] as number) > place; at--) begun[at] = begun[at - 1] as number;
  begun[at] = axis;
}

/** The values that a set of runs has on each axis. Mostly there is one run: what only several need is made when there are. */
export class TriedValues {
  family: FamilyAxes;
  /** By axis, those of several values; of fewer axes until there are any. */
  levels = NO_LEVELS;
  /** The same in the order in which they came to vary. */
  varying = NONE_VARY;
  /** Bits of the values that all runs share; NaN before there is any. */
  constantBits = Number.NaN;
  /** Position of the first run, which has the first value on each axis; −1 before there is any. */
  #first = -1;
  /** By axis, what was cleared, to be used again. */
  #spare = NO_LEVELS;

  constructor(family: FamilyAxes) {
    this.family = family;
  }

  clear(): void {
    this.#first = -1;
    if (this.varying.length === 0) return;
    for (let axis = 0; axis < this.levels.length; axis++) {
      this.#spare[axis] = this.levels[axis] ?? this.#spare[axis];
      this.levels[axis] = undefined;
    }
    this.varying.length = 0;
  }

  /** Code of the first run's value on an axis. */
  firstOn(axis: number): number {
    return this.#codeOn(axis, this.#first);
  }

  /**
   * Adds the values of runs each of which tries another combination, in order of submission.
   *
   * @param positions of these runs and, behind them, of others
   * @param count how many they are
   * @param before how many combinations there were
   */
  add(positions: Uint32Array, count: number, before: number): void {
    if (this.#first < 0) {
      this.#begin(positions[0] as number);
      if (count === 1) return;
    }
    if (count > 1) this.#addByAxis(positions, count, before);
    else {
      for (let axis = 0; axis < this.family.axes.length; axis++)
        this.#addValue(axis, this.#codeOn(axis, positions[0] as number), 1, before);
    }
  }

  #begin(position: number): void {
    this.#first = position;
    this.constantBits = constantBitsOf(this.family, position);
  }

  /** Axis by axis, since most axes vary in few sweeps. */
  #addByAxis(positions: Uint32Array, count: number, before: number): void {
    begun.length = 0;
    for (let axis = 0; axis < this.family.axes.length; axis++) {
      const known = this.levels[axis];
      if (known !== undefined) this.#count(axis, known, positions, 0, count);
      else {
        const place = this.#firstOther(axis, positions, count);
        if (place < count) insert(axis, place);
      }
    }
    for (const axis of begun) {
      const place = placeOf[axis] as number;
      this.#count(axis, this.#vary(axis, before + place), positions, place, count);
    }
  }

  /** The place of the first run that has not the first value on an axis. */
  #firstOther(axis: number, positions: Uint32Array, count: number): number {
    const { codes } = (this.family.axes[axis] as FamilyAxis).factor;
    const first = codes[this.#first];
    let place = 0;
    while (place < count && codes[positions[place] as number] === first) place++;
    return place;
  }

  #count(axis: number, levels: AxisLevels, positions: Uint32Array, from: number, to: number): void {
    const { factor, bits } = this.family.axes[axis] as FamilyAxis;
    for (let place = from; place < to; place++) {
      const code = factor.codes[positions[place] as number] as number;
      levels.add(code, 1, bits[code] as number);
    }
  }

  #codeOn(axis: number, position: number): number {
    return (this.family.axes[axis] as FamilyAxis).factor.codes[position] as number;
  }

  /**
   * Takes in those of other runs.
   *
   * @param more how many combinations these have
   * @param before how many there were
   */
  absorb(other: TriedValues, more: number, before: number): void {
    for (let axis = 0; axis < this.family.axes.length; axis++) {
      const levels = other.levels[axis];
      if (levels === undefined) this.#addValue(axis, other.firstOn(axis), more, before);
      else this.#addAll(axis, levels, before);
    }
  }

  #addAll(axis: number, { cells }: AxisLevels, before: number): void {
    for (let place = 0; place < cells.size; place++) this.#addValue(axis, cells.codeAt(place), cells.at(place), before);
  }

  /** Whether others have no value that is not here. */
  holds(other: TriedValues): boolean {
    for (let axis = 0; axis < this.family.axes.length; axis++) {
      const levels = other.levels[axis];
      const first = this.firstOn(axis);
      const known = this.levels[axis]?.cells;
      for (let place = 0; place < (levels?.count ?? 1); place++) {
        const code = levels?.cells.codeAt(place) ?? other.firstOn(axis);
        if (first !== code && known?.has(code) !== true) return false;
      }
    }
    return true;
  }

  /** How many combinations of the values there are. */
  get product(): number {
    let product = 1;
    for (const { count } of this.varying) product *= count;
    return product;
  }

  #addValue(axis: number, code: number, cells: number, before: number): void {
    const known = this.levels[axis];
    if (known !== undefined) known.add(code, cells, this.#bitsOf(axis, code));
    else if (this.firstOn(axis) !== code) this.#vary(axis, before).add(code, cells, this.#bitsOf(axis, code));
  }

  #bitsOf(axis: number, code: number): number {
    return (this.family.axes[axis] as FamilyAxis).bits[code] as number;
  }

  /** Begins to count the values of an axis on which all runs up to now have the first. */
  #vary(axis: number, cells: number): AxisLevels {
    if (this.levels === NO_LEVELS) [this.levels, this.#spare, this.varying] = [[], [], []];
    while (this.levels.length < this.family.axes.length) {
      this.levels.push(undefined);
      this.#spare.push(undefined);
    }
    const first = this.firstOn(axis);
    this.constantBits -= (this.family.axes[axis] as FamilyAxis).constantBits[first] as number;
    const bits = this.#bitsOf(axis, first);
    const levels = (this.#spare[axis] ?? new AxisLevels()).begin(first, cells, bits);
    this.levels[axis] = levels;
    this.varying.push(levels);
    return levels;
  }
}
