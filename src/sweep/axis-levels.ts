import { factorialBits } from './choice-bits.ts';
import { Counts } from './counts.ts';

/** The values of one axis among some runs, and how many combinations have each. */
export class AxisLevels {
  /** How many combinations have each value. */
  readonly cells = new Counts();
  /** Bits to say all of them. Fractions from the beginning on: where a whole number stood before, the compiler begins anew. */
  bits = Number.NaN;
  /** The value met last, and how many combinations have it. */
  latest = 0;
  ofLatest = 0;
  ofMost = 0;
  spread = Number.NaN;

  /**
   * Forgets what was, and begins with a value that all combinations have.
   *
   * @param cells how many there are
   */
  begin(first: number, cells: number, bits: number): this {
    this.cells.clear();
    this.cells.begin(first, cells);
    this.bits = bits;
    this.latest = first;
    this.ofLatest = cells;
    this.ofMost = cells;
    this.spread = factorialBits(cells)[cells] as number;
    return this;
  }

  add(code: number, cells: number, bits: number): void {
    const before = this.cells.size;
    const count = this.cells.add(code, cells);
    const ofFactorial = factorialBits(count);
    this.spread += (ofFactorial[count] as number) - (ofFactorial[count - cells] as number);
    if (count > this.ofMost) this.ofMost = count;
    if (this.cells.size > before) {
      this.latest = code;
      this.bits += bits;
    }
    if (code === this.latest) this.ofLatest = count;
  }

  get count(): number {
    return this.cells.size;
  }
}
