/** So many codes are looked through one by one, which takes less time and memory than an index of them. */
const MOST_WITHOUT_INDEX = 32;

/**
 * How often each of some codes occurs, in the order in which they were met. Most are of a few codes: two lists then take half the time of a `Map`, of which a million jobs made
 * millions.
 */
export class Counts {
  size = 0;
  /** Code, count, code, count: one list, since making room for two takes twice as long. */
  readonly #pairs: number[] = [];
  /** The place of each code, where there are many. */
  #places: Map<number, number> | undefined;

  clear(): void {
    this.size = 0;
    this.#places = undefined;
  }

  /** The code that was met as the so many'th, from 0. */
  codeAt(place: number): number {
    return this.#pairs[2 * place] as number;
  }

  /** How often it occurs. */
  at(place: number): number {
    return this.#pairs[2 * place + 1] as number;
  }

  each(visit: (code: number, count: number) => void): void {
    for (let place = 0; place < this.size; place++) visit(this.codeAt(place), this.at(place));
  }

  /** How often a code occurs. */
  of(code: number): number {
    const place = this.#placeOf(code);
    return place < 0 ? 0 : this.at(place);
  }

  has(code: number): boolean {
    return this.#placeOf(code) >= 0;
  }

  /** Adds some more of a code. @returns how many there are then */
  add(code: number, more: number): number {
    const place = this.#placeOf(code);
    if (place < 0) return this.#begin(code, more);
    const count = this.at(place) + more;
    this.#pairs[2 * place + 1] = count;
    return count;
  }

  #begin(code: number, count: number): number {
    const place = this.size++;
    this.#pairs[2 * place] = code;
    this.#pairs[2 * place + 1] = count;
    if (this.#places !== undefined) this.#places.set(code, place);
    else if (place === MOST_WITHOUT_INDEX) {
      this.#places = new Map();
      for (let each = 0; each < this.size; each++) this.#places.set(this.codeAt(each), each);
    }
    return count;
  }

  #placeOf(code: number): number {
    if (this.#places !== undefined) return this.#places.get(code) ?? -1;
    const end = 2 * this.size;
    for (let at = 0; at < end; at += 2) if (this.#pairs[at] === code) return at >> 1;
    return -1;
  }
}
