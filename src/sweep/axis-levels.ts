import { factorialBits } from './choice-bits.ts';
import { Counts } from './counts.ts';

/** The values of one axis among some runs, and how many combinations have each. */
export class AxisLevels {
  /** How many combinations have each value. */
  readonly cells = new Counts();
  /** Bits to say all of them. */
  bits: number;
  /** The value met last. */
  latest: number;
  ofMost: number;
  spread: number;

  /** @param cells how many combinations have the first value: all so far */
  constructor(first: number, cells: number, bits: number) {
    this.cells.add(first, cells);
    this.bits = bits;
    this.latest = first;
    this.ofMost = cells;
    this.spread = factorialBits(cells);
  }

  add(code: number, cells: number, bits: number): void {
    const before = this.cells.size;
    const count = this.cells.add(code, cells);
    this.spread += factorialBits(count) - factorialBits(count - cells);
    this.ofMost = Math.max(this.ofMost, count);
    if (this.cells.size === before) return;
    this.latest = code;
    this.bits += bits;
  }

  copy(): AxisLevels {
    const copy = new AxisLevels(this.cells.codeAt(0), this.cells.at(0), this.bits);
    for (let place = 1; place < this.count; place++) copy.add(this.cells.codeAt(place), this.cells.at(place), 0);
    return copy;
  }

  get count(): number {
    return this.cells.size;
  }

  get ofLatest(): number {
    return this.cells.of(this.latest);
  }
}
