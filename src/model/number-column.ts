/** Rows a chunk, a power of two: columns grow by a chunk at a time, so nothing is copied and nothing large is thrown away. */
const CHUNK_BITS = 16;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;

type Numbers = Float64Array | Float32Array | Uint32Array;

/** A column of numbers. */
export class NumberColumn {
  readonly #Kind: new (
    length: number,
  ) => Numbers;
  readonly #chunks: Numbers[] = [];
  #last: Numbers = new Float64Array(0);
  length = 0;

  /**
   * @param Kind how numbers are kept: `Float64Array` by default; `Float32Array` for small counts and sizes, NaN when absent; `Uint32Array` for codes and offsets, which are
   * never absent
   */
  constructor(Kind: new (length: number) => Numbers = Float64Array) {
    this.#Kind = Kind;
  }

  push(value: number): void {
    const at = this.length++ & CHUNK_MASK;
    if (at === 0) {
      this.#last = new this.#Kind(CHUNK_ROWS);
      this.#chunks.push(this.#last);
    }
    this.#last[at] = value;
  }

  /** The number in a row. */
  at(row: number): number {
    return (this.#chunks[row >>> CHUNK_BITS] as Numbers)[row & CHUNK_MASK] as number;
  }
}
