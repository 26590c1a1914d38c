import { Counts } from './counts.ts';

/** By position: 1 for a run of which what it tried need not be tried again, 0 for another. */
export type Settled = Uint8Array;

/** What one set of runs has of another's: how many of its combinations, how many of those need not be tried again, and how many it has. Written anew for each pair that is thought of. */
export interface Overlap {
  cells: number;
  settled: number;
  of: number;
}

/** What is looked at where no run failed, as mostly, and never written. */
const NONE_FAILED = new Counts();

/** The combinations that a set of runs tried, how many runs each has, and how many of those failed and were not tried again. */
export class TriedCells {
  readonly #cells = new Counts();
  #failed = NONE_FAILED;
  /** Runs that repeat what a run before them had settled. */
  repeats = 0;

  clear(): void {
    this.#cells.clear();
    if (this.#failed !== NONE_FAILED) this.#failed.clear();
    this.repeats = 0;
  }

  /** How many combinations were tried. */
  get size(): number {
    return this.#cells.size;
  }

  /** How many runs failed and were not tried again. */
  get failed(): number {
    let runs = 0;
    for (let place = 0; place < this.#failed.size; place++) runs += this.#failed.at(place);
    return runs;
  }

  has(cell: number): boolean {
    return this.#cells.has(cell);
  }

  /** Adds a run of a combination that is not here yet. */
  begin(cell: number, isSettled: boolean): void {
    this.#cells.begin(cell, 1);
    if (!isSettled) this.#fail(cell, 1);
  }

  /** Adds a run of a combination that is here, and which comes after. */
  repeat(cell: number, isSettled: boolean): void {
    if (this.#failed.of(cell) === 0) this.repeats++;
    this.#cells.add(cell, 1);
    if (!isSettled) this.#fail(cell, 1);
  }

  /** Takes in others, which come after those that are here. */
  absorb(other: TriedCells): void {
    const overlap = { cells: 0, settled: 0, of: 0 };
    this.overlap(other, overlap);
    this.repeats += other.repeats + overlap.settled;
    for (let place = 0; place < other.#cells.size; place++) {
      const cell = other.#cells.codeAt(place);
      const runs = other.#cells.at(place);
      const before = this.#failed.of(cell);
      this.#cells.add(cell, runs);
      const failed = Math.max(0, before - runs) + other.#failed.of(cell);
      if (failed !== before) this.#fail(cell, failed - before);
    }
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: TriedCells, found: Overlap): void {
    let cells = 0;
    let settled = 0;
    for (let place = 0; place < other.#cells.size; place++) {
      const cell = other.#cells.codeAt(place);
      if (!this.#cells.has(cell)) continue;
      cells++;
      if (other.#cells.at(place) > this.#failed.of(cell)) settled++;
    }
    found.cells = cells;
    found.settled = settled;
    found.of = other.#cells.size;
  }

  #fail(cell: number, runs: number): void {
    if (this.#failed === NONE_FAILED) this.#failed = new Counts();
    this.#failed.add(cell, runs);
  }
}
