/** Groups farther from each other than this, of 4.5 at most, are not joined: at least one of value, duration and start must be near. Our own judgement; few are. */
const FARTHEST = 4;

/**
 * Joins runs, the nearest first, as long as no combination of hyperparameters comes more than `repeats` times in one group. Average linkage (Sokal and Michener, 1958), with the
 * nearest group of each kept: about n² steps.
 *
 * @param distances square of as many rows as there are cells
 * @param cells by run: the number of its combination
 * @returns by run: the number of its group, from 0 on in the order of their first runs
 */
export function linkRuns(distances: Float32Array, cells: readonly number[], repeats: number): Uint32Array {
  const groups = new Groups(distances, cells, repeats);
  while (groups.joinNearest());
  return groups.numbers();
}

/** Groups are known by their first runs. */
class Groups {
  readonly #count: number;
  /** Infinite between groups that never come together, since they have a combination too often. */
  readonly #distances: Float32Array;
  /** By group: how often each combination comes in it. */
  readonly #tallies: readonly Uint16Array[];
  readonly #members: readonly number[][];
  /** Groups that there still are, ascending. */
  #alive: Int32Array;
  /** The nearest group of each, as it was when last looked for, and how far it is. */
  readonly #nearest: Int32Array;
  readonly #reach: Float32Array;
  readonly #repeats: number;

  constructor(distances: Float32Array, cells: readonly number[], repeats: number) {
    this.#count = cells.length;
    this.#distances = distances.slice();
    this.#repeats = repeats;
    const codes = new Map([...new Set(cells)].map((cell, code) => [cell, code]));
    this.#tallies = cells.map((cell) => {
      const tally = new Uint16Array(codes.size);
      tally[codes.get(cell) as number] = 1;
      return tally;
    });
    this.#members = cells.map((_, run) => [run]);
    this.#alive = Int32Array.from(cells.keys());
    this.#nearest = new Int32Array(this.#count);
    this.#reach = new Float32Array(this.#count);
    for (let run = 0; run < this.#count; run++) this.#findNearest(run);
  }

  /** @returns whether two were joined, or one looked for another nearest */
  joinNearest(): boolean {
    let one = -1;
    let least: number = FARTHEST;
    for (const group of this.#alive) {
      const reach = this.#reach[group] as number;
      if (reach > least || (reach === least && one >= 0)) continue;
      one = group;
      least = reach;
    }
    if (one < 0) return false;
    const other = this.#nearest[one] as number;
    if (this.#fit(one, other)) this.#join(Math.min(one, other), Math.max(one, other));
    else this.#findNearest(one);
    return true;
  }

  numbers(): Uint32Array {
    const numbers = new Uint32Array(this.#count);
    this.#alive.forEach((group, number) => {
      for (const run of this.#members[group] as number[]) numbers[run] = number;
    });
    return numbers;
  }

  /** Whether two groups together have no combination too often. */
  #fit(one: number, other: number): boolean {
    const [mine, theirs] = [this.#tallies[one] as Uint16Array, this.#tallies[other] as Uint16Array];
    for (let cell = 0; cell < mine.length; cell++)
      if ((mine[cell] as number) + (theirs[cell] as number) > this.#repeats) return false;
    return true;
  }

  #join(kept: number, gone: number): void {
    const [mine, theirs] = [this.#members[kept] as number[], this.#members[gone] as number[]];
    const share = theirs.length / (mine.length + theirs.length);
    this.#alive = this.#alive.filter((group) => group !== gone);
    for (const group of this.#alive) {
      const mixed = (1 - share) * this.#distance(kept, group) + share * this.#distance(gone, group);
      if (group !== kept) this.#setDistance(kept, group, mixed);
    }
    for (const run of theirs) mine.push(run);
    const [tally, added] = [this.#tallies[kept] as Uint16Array, this.#tallies[gone] as Uint16Array];
    for (let cell = 0; cell < tally.length; cell++) tally[cell] = (tally[cell] as number) + (added[cell] as number);
    this.#renewNearest(kept, gone);
  }

  /** Average linkage never brings a group nearer to others than the nearer of its parts was: only who had one of them must look again. */
  #renewNearest(kept: number, gone: number): void {
    for (const group of this.#alive) {
      const nearest = this.#nearest[group] as number;
      if (group === kept || nearest === kept || nearest === gone) this.#findNearest(group);
    }
  }

  #findNearest(group: number): void {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    const row = group * this.#count;
    for (const other of this.#alive) {
      const distance = this.#distances[row + other] as number;
      if (distance >= least || other === group) continue;
      if (!this.#fit(group, other)) {
        this.#setDistance(group, other, Number.POSITIVE_INFINITY);
        continue;
      }
      nearest = other;
      least = distance;
    }
    this.#nearest[group] = nearest;
    this.#reach[group] = least;
  }

  #distance(one: number, other: number): number {
    return this.#distances[one * this.#count + other] as number;
  }

  #setDistance(one: number, other: number, distance: number): void {
    this.#distances[one * this.#count + other] = distance;
    this.#distances[other * this.#count + one] = distance;
  }
}
