import type { Description } from './description.ts';
import type { PartCost } from './shortest-cut.ts';
import type { Settled } from './tried-cells.ts';

/** A part of a burst that begins at one of its runs and takes in more of them: how many bits it takes, the pauses within it included. One object for all parts of a burst. */
export class GrowingPart implements PartCost {
  readonly #description: Description;
  readonly #burst: Uint32Array;
  readonly #settled: Settled;
  /** What the pause before each run speaks against one sweep, in bits. */
  readonly #pauses: Float64Array;
  #from = 0;
  /** Up to where runs are described. */
  #described = 0;
  #waited = 0;

  constructor(description: Description, burst: Uint32Array, settled: Settled, pauses: Float64Array) {
    this.#description = description;
    this.#burst = burst;
    this.#settled = settled;
    this.#pauses = pauses;
  }

  begin(from: number): void {
    this.#description.clear();
    this.#from = from;
    this.#described = from;
    this.#waited = 0;
  }

  grow(begin: number, stop: number): number {
    // Most parts that are tried are of one run and no longer: nothing is counted for these.
    if (stop === this.#from + 1) return this.#description.bitsOfRun(this.#burst[begin] as number);
    this.#description.add(this.#burst, this.#settled, this.#described, stop);
    this.#described = stop;
    for (let index = Math.max(begin, this.#from + 1); index < stop; index++)
      this.#waited += this.#pauses[index] as number;
    return this.#description.bits + this.#waited;
  }
}
