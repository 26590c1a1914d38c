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

class Groups {
  readonly #count: number;
  readonly #distances: Float32Array;
  /** By group: how often each combination comes in it. */
  readonly #tallies: Uint16Array[];
  readonly #members: number[][];
  readonly #nearest: Int32Array;
  readonly #distanceToNearest: Float64Array;
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
    this.#nearest = new Int32Array(this.#count).fill(-1);
    this.#distanceToNearest = new Float64Array(this.#count).fill(Number.POSITIVE_INFINITY);
    for (let run = 0; run < this.#count; run++) this.#distances[run * this.#count + run] = Number.POSITIVE_INFINITY;
    for (let run = 0; run < this.#count; run++) this.#findNearest(run);
  }

  /** @returns whether there were two groups to join, or two that never are */
  joinNearest(): boolean {
    let one = -1;
    let least: number = FARTHEST;
    for (let group = 0; group < this.#count; group++) {
      if ((this.#distanceToNearest[group] as number) > least || (one >= 0 && this.#distanceToNearest[group] === least))
        continue;
      one = group;
      least = this.#distanceToNearest[group] as number;
    }
    if (one < 0) return false;
    const other = this.#nearest[one] as number;
    if (this.#fit(one, other)) this.#join(Math.min(one, other), Math.max(one, other));
    else this.#part(one, other);
    return true;
  }

  numbers(): Uint32Array {
    const numbers = new Uint32Array(this.#count);
    let next = 0;
    for (const members of this.#members) {
      if (members.length === 0) continue;
      for (const run of members) numbers[run] = next;
      next++;
    }
    return numbers;
  }

  #fit(one: number, other: number): boolean {
    const [mine, theirs] = [this.#tallies[one] as Uint16Array, this.#tallies[other] as Uint16Array];
    return mine.every((times, cell) => times + (theirs[cell] as number) <= this.#repeats);
  }

  /** Two groups that together have a combination too often never come together again. */
  #part(one: number, other: number): void {
    this.#setDistance(one, other, Number.POSITIVE_INFINITY);
    this.#findNearest(one);
    if (this.#nearest[other] === one) this.#findNearest(other);
  }

  #join(kept: number, gone: number): void {
    const [mine, theirs] = [this.#members[kept] as number[], this.#members[gone] as number[]];
    const share = theirs.length / (mine.length + theirs.length);
    for (let group = 0; group < this.#count; group++) {
      if (group === kept || group === gone || (this.#members[group] as number[]).length === 0) continue;
      const mixed = (1 - share) * this.#distance(kept, group) + share * this.#distance(gone, group);
      this.#setDistance(kept, group, mixed);
    }
    mine.push(...theirs);
    this.#members[gone] = [];
    const tally = this.#tallies[kept] as Uint16Array;
    (this.#tallies[gone] as Uint16Array).forEach((times, cell) => {
      tally[cell] = (tally[cell] as number) + times;
    });
    this.#distanceToNearest[gone] = Number.POSITIVE_INFINITY;
    this.#nearest[gone] = -1;
    this.#renew(kept, gone);
  }

  #renew(kept: number, gone: number): void {
    this.#findNearest(kept);
    for (let group = 0; group < this.#count; group++) {
      if (group === kept || (this.#members[group] as number[]).length === 0) continue;
      const nearest = this.#nearest[group];
      if (nearest === kept || nearest === gone) this.#findNearest(group);
      else if (this.#distance(group, kept) < (this.#distanceToNearest[group] as number)) {
        this.#nearest[group] = kept;
        this.#distanceToNearest[group] = this.#distance(group, kept);
      }
    }
  }

  #findNearest(group: number): void {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let other = 0; other < this.#count; other++) {
      const distance = this.#distance(group, other);
      if (distance >= least || (this.#members[other] as number[]).length === 0) continue;
      nearest = other;
      least = distance;
    }
    this.#nearest[group] = nearest;
    this.#distanceToNearest[group] = least;
  }

  #distance(one: number, other: number): number {
    return this.#distances[one * this.#count + other] as number;
  }

  #setDistance(one: number, other: number, distance: number): void {
    this.#distances[one * this.#count + other] = distance;
    this.#distances[other * this.#count + one] = distance;
  }
}
