/** A window of a chunk is decoded once so many of its texts were asked for in a row. */
const ASKED_IN_ORDER = 64;
/** So many bytes are decoded at a time: few, since a text that is kept keeps its window alive, and V8 sets strings above 128 KiB apart, where they outlive their use by far. */
const WINDOW_BYTES = 1 << 16;
const decoder = new TextDecoder();

/** The part of a chunk of a {@link TextColumn} whose texts are being asked for one after the other, decoded once if it is ASCII. */
export class DecodedChunk {
  #askedChunk = -1;
  #asked = 0;
  #chunk = -1;
  /** The window's first byte, and the one behind its last. */
  #from = 0;
  #to = 0;
  #text = '';
  #isAscii = false;

  /**
   * The text between two bytes of a chunk, which keeps the window's text alive; undefined where the window is not ASCII, or not asked for often enough.
   *
   * @param number of the chunk, by which it is known again
   * @param used how many of its bytes are texts so far
   */
  cut(number: number, bytes: Uint8Array, used: number, start: number, end: number): string | undefined {
    const isSameChunk = number === this.#chunk && start >= this.#from;
    const isDecoded = isSameChunk && end <= this.#to;
    const isNext = isSameChunk && start <= this.#to + WINDOW_BYTES;
    if (!isDecoded && !isNext && !this.#isWorthDecoding(number)) return undefined;
    if (!isDecoded) this.#decode(number, bytes, start, Math.min(used, Math.max(end, start + WINDOW_BYTES)));
    return this.#isAscii ? this.#text.slice(start - this.#from, end - this.#from) : undefined;
  }

  /** Rows of one chunk asked for one after the other: a window is decoded once enough of them show that more will come. */
  #isWorthDecoding(number: number): boolean {
    this.#asked = number === this.#askedChunk ? this.#asked + 1 : 1;
    this.#askedChunk = number;
    return this.#asked > ASKED_IN_ORDER;
  }

  #decode(number: number, bytes: Uint8Array, from: number, to: number): void {
    this.#asked = 0;
    this.#chunk = number;
    this.#from = from;
    this.#to = to;
    this.#text = decoder.decode(bytes.subarray(from, to));
    this.#isAscii = this.#text.length === to - from;
  }
}
