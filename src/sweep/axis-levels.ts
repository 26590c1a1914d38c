import type { Extent } from './choice-bits.ts';

/** The values of one axis among some runs, and how many combinations have each. */
export class AxisLevels {
  readonly counts: Map<number, number>;
  /** Bits to say all of them. */
  bits: number;
  /** The value met last, and how many combinations have the value that most have. */
  latest: number;
  most: number;

  /** @param cells how many combinations have the first value: all so far */
  constructor(first: number, cells: number, bits: number) {
    this.counts = new Map([[first, cells]]);
    this.bits = bits;
    this.latest = first;
    this.most = cells;
  }

  add(code: number, cells: number, bits: number): void {
    const before = this.counts.get(code);
    const count = (before ?? 0) + cells;
    this.counts.set(code, count);
    this.most = Math.max(this.most, count);
    if (before !== undefined) return;
    this.latest = code;
    this.bits += bits;
  }

  get extent(): Extent {
    const { bits, counts, latest, most } = this;
    return { bits, count: counts.size, ofLatest: counts.get(latest) as number, ofMost: most };
  }
}
