const [LEAST_SLOTS, LEAST_BYTES, GUESSES] = [256, 4096, 1024];
const decoder = new TextDecoder();

/**
 * Numbers for texts given as bytes: each distinct text is decoded and numbered once, and found again by its bytes. A `Map` would need a string of every cell of a million rows
 * first. Open addressing over FNV-1a; bytes are compared, so the hash decides nothing.
 */
export class ByteIndex {
  readonly #numberOf: (text: string) => number;
  #slots = new Int32Array(LEAST_SLOTS).fill(-1);
  readonly #numbers: number[] = [];
  /** Where each text ends in {@link #arena}; it begins where the one before ends. */
  readonly #ends: number[] = [];
  #arena = new Uint8Array(LEAST_BYTES);
  #fill = 0;
  /** The entry that was asked for last of those with the same length and outer bytes: of few texts it is mostly the one that is asked for, and needs no hash. */
  readonly #guesses = new Int32Array(GUESSES).fill(-1);

  /** @param numberOf gives the number of a text that was not met before */
  constructor(numberOf: (text: string) => number) {
    this.#numberOf = numberOf;
  }

  /** How many distinct texts were met. */
  get size(): number {
    return this.#ends.length;
  }

  /** The number of the text between two offsets. */
  get(bytes: Uint8Array, start: number, end: number): number {
    const outer = outerOf(bytes, start, end);
    const guess = this.#guesses[outer] as number;
    if (guess >= 0 && this.#is(guess, bytes, start, end)) return this.#numbers[guess] as number;
    let slot = this.#slotOf(hash(bytes, start, end));
    for (let entry = this.#slots[slot] as number; entry !== -1; entry = this.#slots[slot] as number) {
      if (this.#is(entry, bytes, start, end)) {
        this.#guesses[outer] = entry;
        return this.#numbers[entry] as number;
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    this.#guesses[outer] = this.#ends.length;
    return this.#add(bytes.subarray(start, end), slot);
  }

  #slotOf(hashed: number): number {
    return (hashed ^ (hashed >>> 15)) & (this.#slots.length - 1);
  }

  #is(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = entry === 0 ? 0 : (this.#ends[entry - 1] as number);
    if ((this.#ends[entry] as number) - from !== end - start) return false;
    const arena = this.#arena;
    for (let at = start, other = from; at < end; at++, other++) if (bytes[at] !== arena[other]) return false;
    return true;
  }

  #add(text: Uint8Array, slot: number): number {
    const entry = this.#ends.length;
    if (this.#fill + text.length > this.#arena.length) {
      const grown = new Uint8Array((this.#fill + text.length) * 2);
      grown.set(this.#arena.subarray(0, this.#fill));
      this.#arena = grown;
    }
    this.#arena.set(text, this.#fill);
    this.#fill += text.length;
    this.#ends.push(this.#fill);
    const number = this.#numberOf(decoder.decode(text));
    this.#numbers.push(number);
    this.#slots[slot] = entry;
    if (this.#ends.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.#ends.length; entry++) {
      const from = entry === 0 ? 0 : (this.#ends[entry - 1] as number);
      let slot = this.#slotOf(hash(this.#arena, from, this.#ends[entry] as number));
      while (this.#slots[slot] !== -1) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = entry;
    }
  }
}

/** A number below {@link GUESSES} by the length, the first and the last two bytes of a text: equal for equal texts. */
function outerOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  const beforeLast = end - start > 1 ? (bytes[end - 2] as number) : 0;
  const mixed = (bytes[end - 1] as number) + beforeLast * 10 + (bytes[start] as number) * 37 + (end - start) * 101;
  return mixed & (GUESSES - 1);
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let hashed = 0x811c9dc5;
  for (let at = start; at < end; at++) hashed = Math.imul(hashed ^ (bytes[at] as number), 0x01000193);
  return hashed >>> 0;
}
