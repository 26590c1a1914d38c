/** A chunk is decoded as a whole once so many of its texts were asked for in a row. */
const ASKED_IN_ORDER = 64;
const decoder = new TextDecoder();

/** The chunk of a {@link TextColumn} whose texts are being asked for one after the other, decoded once if it is ASCII. */
export class DecodedChunk {
  #askedChunk = -1;
  #asked = 0;
  #chunk = -1;
  #text = '';
  #isAscii = false;

  /**
   * The text between two bytes of a chunk, which keeps the chunk's text alive; undefined where the chunk is not ASCII, or not asked for often enough.
   *
   * @param number of the chunk, by which it is known again
   * @param used how many of its bytes are texts so far
   */
  cut(number: number, bytes: Uint8Array, used: number, start: number, end: number): string | undefined {
    const isDecoded = number === this.#chunk && (end <= this.#text.length || !this.#isAscii);
    if (!isDecoded && !this.#isWorthDecoding(number)) return undefined;
    if (!isDecoded) this.#decode(number, bytes, used);
    return this.#isAscii ? this.#text.slice(start, end) : undefined;
  }

  /** Rows of one chunk asked for one after the other: a chunk is decoded once enough of them show that more will come. */
  #isWorthDecoding(number: number): boolean {
    this.#asked = number === this.#askedChunk ? this.#asked + 1 : 1;
    this.#askedChunk = number;
    return this.#asked > ASKED_IN_ORDER;
  }

  #decode(number: number, bytes: Uint8Array, used: number): void {
    this.#chunk = number;
    this.#text = decoder.decode(bytes.subarray(0, used));
    this.#isAscii = this.#text.length === used;
  }
}
