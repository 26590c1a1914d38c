import type { Spans } from './spans.ts';

const [LEAST_SLOTS, LEAST_BYTES, GUESSES] = [256, 4096, 1024];
/** Bytes that are compared at once. */
const WORD = 4;
/** By number: that many first bytes of such a word, little-endian. */
const FIRST_BYTES = [0, 0xff, 0xffff, 0xffffff];
const decoder = new TextDecoder();
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/**
 * Numbers for texts given as bytes: each distinct text is decoded and numbered once, and found again by its bytes. A `Map` would need a string of every cell of a million rows
 * first. Open addressing over FNV-1a; bytes are compared, so the hash decides nothing.
 */
export class ByteIndex {
  readonly #numberOf: (text: string) => number;
  #slots = new Int32Array(LEAST_SLOTS).fill(-1);
  readonly #numbers: number[] = [];
  /** Where each text begins in {@link #arena}, and where the next one will. */
  readonly #starts: number[] = [0];
  #arena = new Uint8Array(LEAST_BYTES);
  #words = viewOf(this.#arena);
  #fill = 0;
  /** The entry that was asked for last of those with the same length and outer bytes: of few texts it is mostly the one that is asked for, and needs no hash. */
  readonly #guesses = new Int32Array(GUESSES).fill(-1);

  /** @param numberOf gives the number of a text that was not met before */
  constructor(numberOf: (text: string) => number) {
    this.#numberOf = numberOf;
  }

  /** How many distinct texts were met. */
  get size(): number {
    return this.#numbers.length;
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
    this.#guesses[outer] = this.#numbers.length;
    return this.#add(bytes.subarray(start, end), slot);
  }

  /**
   * The numbers of several texts.
   *
   * @param into takes them, as many as there are
   * @returns how many were numbered: up to the first whose number is below zero
   */
  getAll({ bytes, starts, ends, length }: Spans, into: Uint32Array): number {
    const [guesses, words] = [this.#guesses, viewOf(bytes)];
    for (let at = 0; at < length; at++) {
      const [start, end] = [starts[at] as number, ends[at] as number];
      const guess = guesses[outerOf(bytes, start, end)] as number;
      const isGuess = guess >= 0 && end + WORD <= bytes.length && this.#isByWords(guess, words, start, end);
      const number = isGuess ? (this.#numbers[guess] as number) : this.get(bytes, start, end);
      if (number < 0) return at;
      into[at] = number;
    }
    return length;
  }

  /** The same as {@link #is}, four bytes at a time, of which there must be three more behind the text. */
  #isByWords(entry: number, words: DataView, start: number, end: number): boolean {
    const from = this.#starts[entry] as number;
    const size = end - start;
    if ((this.#starts[entry + 1] as number) - from !== size) return false;
    const arena = this.#words;
    let at = 0;
    for (; at + WORD <= size; at += WORD) {
      if (words.getInt32(start + at, true) !== arena.getInt32(from + at, true)) return false;
    }
    const differing = words.getInt32(start + at, true) ^ arena.getInt32(from + at, true);
    return (differing & (FIRST_BYTES[size - at] as number)) === 0;
  }

  #slotOf(hashed: number): number {
    return (hashed ^ (hashed >>> 15)) & (this.#slots.length - 1);
  }

  #is(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[entry] as number;
    if ((this.#starts[entry + 1] as number) - from !== end - start) return false;
    const arena = this.#arena;
    for (let at = start, other = from; at < end; at++, other++) if (bytes[at] !== arena[other]) return false;
    return true;
  }

  #add(text: Uint8Array, slot: number): number {
    const entry = this.#numbers.length;
    if (this.#fill + text.length + WORD > this.#arena.length) {
      const grown = new Uint8Array((this.#fill + text.length + WORD) * 2);
      grown.set(this.#arena.subarray(0, this.#fill));
      this.#arena = grown;
      this.#words = viewOf(grown);
    }
    this.#arena.set(text, this.#fill);
    this.#fill += text.length;
    this.#starts.push(this.#fill);
    const number = this.#numberOf(decoder.decode(text));
    this.#numbers.push(number);
    this.#slots[slot] = entry;
    if (this.#numbers.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.#numbers.length; entry++) {
      const [from, to] = [this.#starts[entry] as number, this.#starts[entry + 1] as number];
      let slot = this.#slotOf(hash(this.#arena, from, to));
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
