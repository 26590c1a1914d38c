/** Numbers in a chunk. */
const CHUNK = 1 << 16;

/**
 * Small arrays cut from large ones: where a hundred thousand have memory of their own, a million jobs take 8 MB more at their peak, of which V8 counts nothing. What is cut keeps its
 * chunk alive, so it is for arrays that live and end together.
 */
export class Slices<Numbers extends Uint16Array | Uint32Array> {
  readonly #make: new (
    length: number,
  ) => Numbers;
  #chunk: Numbers;
  #used = 0;

  constructor(make: new (length: number) => Numbers) {
    this.#make = make;
    this.#chunk = new make(0);
  }

  /** So many zeros. */
  take(length: number): Numbers {
    if (length > CHUNK / 4) return new this.#make(length);
    if (this.#used + length > this.#chunk.length) {
      this.#chunk = new this.#make(CHUNK);
      this.#used = 0;
    }
    this.#used += length;
    return this.#chunk.subarray(this.#used - length, this.#used) as Numbers;
  }
}
