const SMALLEST = 1 << 16;
/** A buffer larger than this is given back once it was used: one large job should not cost memory to the end. */
const LARGEST_KEPT = 1 << 21;

/** Bytes kept from block to block until the thing that they are part of is whole. */
export class Carry {
  #buffer = new Uint8Array(SMALLEST);
  length = 0;

  append(bytes: Uint8Array): void {
    const length = this.length + bytes.length;
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.length);
    this.length = length;
  }

  /** What was kept; good until the next change. */
  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
    if (this.#buffer.length > LARGEST_KEPT) this.#buffer = new Uint8Array(SMALLEST);
  }
}
