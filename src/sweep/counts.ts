/** So many numbers are looked through one by one, which takes less time and memory than an index of them. */
const MOST_WITHOUT_INDEX = 12;

/**
 * How often each of some codes occurs, in the order in which they were met. Most are of a few codes: two lists then take half the time of a `Map`, of which a million jobs made
 * hundreds of thousands.
 */
export class Counts {
  readonly codes: number[] = [];
  /** By the place of the code in {@link codes}. */
  readonly counts: number[] = [];
  #places: Map<number, number> | undefined;

  get size(): number {
    return this.codes.length;
  }

  /** How often a code occurs. */
  of(code: number): number {
    const place = this.#placeOf(code);
    return place < 0 ? 0 : (this.counts[place] as number);
  }

  has(code: number): boolean {
    return this.#placeOf(code) >= 0;
  }

  /** Adds some more of a code. @returns how many there are then */
  add(code: number, more: number): number {
    const place = this.#placeOf(code);
    if (place < 0) return this.#begin(code, more);
    const count = (this.counts[place] as number) + more;
    this.counts[place] = count;
    return count;
  }

  #begin(code: number, count: number): number {
    const place = this.codes.push(code) - 1;
    this.counts.push(count);
    if (this.#places !== undefined) this.#places.set(code, place);
    else if (place === MOST_WITHOUT_INDEX) this.#places = new Map(this.codes.map((each, at) => [each, at]));
    return count;
  }

  #placeOf(code: number): number {
    if (this.#places !== undefined) return this.#places.get(code) ?? -1;
    const { codes } = this;
    for (let place = 0; place < codes.length; place++) if (codes[place] === code) return place;
    return -1;
  }
}
