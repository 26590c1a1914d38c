import { Counts } from './counts.ts';

/** Whether what a run tried need not be tried again. */
export type IsSettled = (position: number) => boolean;

/** What one set of runs has of another's: how many of its combinations, how many of those need not be tried again, and how many it has. */
export interface Overlap {
  readonly cells: number;
  readonly settled: number;
  readonly of: number;
}

/** The combinations that a set of runs tried, how many runs each has, and how many of those failed and were not tried again. */
export class TriedCells {
  readonly #cells = new Counts();
  readonly #failed = new Counts();
  /** Runs that repeat what a run before them had settled. */
  repeats = 0;

  clear(): void {
    this.#cells.clear();
    this.#failed.clear();
    this.repeats = 0;
  }

  /** How many combinations were tried. */
  get size(): number {
    return this.#cells.size;
  }

  /** How many runs failed and were not tried again. */
  get failed(): number {
    let runs = 0;
    this.#failed.each((_, failed) => {
      runs += failed;
    });
    return runs;
  }

  has(cell: number): boolean {
    return this.#cells.has(cell);
  }

  /** Adds a run, which comes after those that are here. */
  add(cell: number, isSettled: boolean): void {
    if (this.#cells.has(cell) && this.#failed.of(cell) === 0) this.repeats++;
    this.#cells.add(cell, 1);
    if (!isSettled) this.#failed.add(cell, 1);
  }

  /** Takes in others, which come after those that are here. */
  absorb(other: TriedCells): void {
    this.repeats += other.repeats + this.overlap(other).settled;
    other.#cells.each((cell, runs) => {
      const before = this.#failed.of(cell);
      this.#cells.add(cell, runs);
      const failed = Math.max(0, before - runs) + other.#failed.of(cell);
      if (failed !== before) this.#failed.add(cell, failed - before);
    });
  }

  /** How many of another's combinations are here too, and how many of those need not be tried again. */
  overlap(other: TriedCells): Overlap {
    let [cells, settled] = [0, 0];
    for (let place = 0; place < other.#cells.size; place++) {
      const cell = other.#cells.codeAt(place);
      if (!this.#cells.has(cell)) continue;
      cells++;
      if (other.#cells.at(place) > this.#failed.of(cell)) settled++;
    }
    return { cells, settled, of: other.#cells.size };
  }
}
