import { type Extent, factorialBits } from './choice-bits.ts';

/** The values of one axis among some runs, and how many combinations have each. */
export class AxisLevels implements Extent {
  readonly counts: Map<number, number>;
  /** Bits to say all of them. */
  bits: number;
  /** The value met last. */
  latest: number;
  ofMost: number;
  spread: number;

  /** @param cells how many combinations have the first value: all so far */
  constructor(first: number, cells: number, bits: number) {
    this.counts = new Map([[first, cells]]);
    this.bits = bits;
    this.latest = first;
    this.ofMost = cells;
    this.spread = factorialBits(cells);
  }

  add(code: number, cells: number, bits: number): void {
    const before = this.counts.get(code);
    const count = (before ?? 0) + cells;
    this.counts.set(code, count);
    this.spread += factorialBits(count) - factorialBits(before ?? 0);
    this.ofMost = Math.max(this.ofMost, count);
    if (before !== undefined) return;
    this.latest = code;
    this.bits += bits;
  }

  get count(): number {
    return this.counts.size;
  }

  get ofLatest(): number {
    return this.counts.get(this.latest) as number;
  }
}
