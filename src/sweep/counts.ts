/** So many codes are looked through one by one, which takes less time and memory than an index of them. */
const MOST_WITHOUT_INDEX = 32;
const NO_INDEX = new Uint32Array(0);
const NO_PAIRS: number[] = [];

/**
 * How often each of some codes occurs, in the order in which they were met. Most are of a few codes: a list then takes half the time of a `Map`, of which a million jobs made
 * millions.
 */
export class Counts {
  size = 0;
  /** Code, count, code, count: one list, since making room for two takes twice as long. */
  #pairs = NO_PAIRS;
  /** Where there are many codes, one more than the place of each, where its hash says or behind; 0 where there is none. A `Map` makes objects of its own. */
  #index = NO_INDEX;

  clear(): void {
    this.size = 0;
  }

  /** The code that was met as the so many'th, from 0. */
  codeAt(place: number): number {
    return this.#pairs[2 * place] as number;
  }

  /** How often it occurs. */
  at(place: number): number {
    return this.#pairs[2 * place + 1] as number;
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
    if (place < 0) return this.begin(code, more);
    const count = this.at(place) + more;
    this.#pairs[2 * place + 1] = count;
    return count;
  }

  /** The same of a code that is not here yet. */
  begin(code: number, count: number): number {
    const place = this.size++;
    if (this.#pairs.length === 0) {
      // No longer than it must be: of most there is one code only.
      this.#pairs = [code, count];
      return count;
    }
    this.#pairs[2 * place] = code;
    this.#pairs[2 * place + 1] = count;
    if (place === MOST_WITHOUT_INDEX || (place > MOST_WITHOUT_INDEX && 2 * this.size > this.#index.length)) {
      this.#index = new Uint32Array(2 ** Math.ceil(Math.log2(4 * this.size)));
      for (let each = 0; each < this.size; each++) this.#index[this.#slotOf(this.codeAt(each))] = each + 1;
    } else if (place > MOST_WITHOUT_INDEX) this.#index[this.#slotOf(code)] = place + 1;
    return count;
  }

  /** Where in the index a code stands, or would stand: by Fibonacci hashing (Knuth, TAOCP 3, 6.4), and from there on. */
  #slotOf(code: number): number {
    const mask = this.#index.length - 1;
    let slot = (Math.imul(code, 0x9e3779b1) >>> 8) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const place = (this.#index[slot] as number) - 1;
      if (place < 0 || this.#pairs[2 * place] === code) return slot;
    }
  }

  #placeOf(code: number): number {
    if (this.size > MOST_WITHOUT_INDEX) return (this.#index[this.#slotOf(code)] as number) - 1;
    const end = 2 * this.size;
    for (let at = 0; at < end; at += 2) if (this.#pairs[at] === code) return at >> 1;
    return -1;
  }
}
