import { copyAscii } from './ascii.ts';
import { areSame, hashBytes, isSame } from './compared-bytes.ts';
import { DecodedChunk } from './decoded-chunk.ts';
import { NumberColumn } from './number-column.ts';

const CHUNK_BITS = 20;
const CHUNK_BYTES = 1 << CHUNK_BITS;
/** Offsets are kept in 32 bits. */
const MOST_BYTES = 2 ** 32;
/** Texts up to this length are copied character by character, which is faster than a call of the encoder. */
const SHORT = 40;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A column of mostly distinct texts, kept as UTF-8 bytes. A million submit lines kept as strings hold the file's chunks alive and cost the garbage collector dearly; as bytes they
 * cost their length and 6 bytes a row. A value equal to the one before it (tasks of one array) is stored once.
 */
export class TextColumn {
  /** Each begins at a multiple of 1 MiB; a text longer than that has a longer chunk of its own. */
  readonly #chunks: Uint8Array[] = [new Uint8Array(CHUNK_BYTES)];
  /** The last of them. */
  #chunk = this.#chunks[0] as Uint8Array;
  /** Bytes used of it. */
  #used = 0;
  /** Offset of each row's first byte in all chunks. */
  readonly #starts = new NumberColumn(Uint32Array);
  readonly #lengths = new NumberColumn(Uint16Array);
  /** The text pushed last, if it came as a string. */
  #last: string | undefined;
  #lastStart = 0;
  #lastLength = 0;
  readonly #decoded = new DecodedChunk();

  get length(): number {
    return this.#starts.length;
  }

  push(text: string): void {
    if (this.#last === undefined || !isSame(text, this.#last)) this.#store(text);
    this.#starts.push(this.#lastStart);
    this.#lengths.push(this.#lastLength);
  }

  /** Appends so many empty texts. */
  pushEmpty(count: number): void {
    this.#starts.pushAbsent(count);
    this.#lengths.pushAbsent(count);
  }

  /** Appends the text between two offsets, which should be UTF-8: what is not reads as U+FFFD. */
  pushBytes(bytes: Uint8Array, start: number, end: number): void {
    if (!this.#isLast(bytes, start, end)) this.#storeBytes(bytes, start, end);
    this.#starts.push(this.#lastStart);
    this.#lengths.push(this.#lastLength);
  }

  /** Appends all rows of a column of codes, each text once. */
  appendCoded({ values, codes }: { readonly values: readonly string[]; readonly codes: NumberColumn }): void {
    const [starts, lengths]: [number[], number[]] = [[], []];
    for (const text of values) {
      this.#store(text);
      starts.push(this.#lastStart);
      lengths.push(this.#lastLength);
    }
    this.#starts.appendMapped(codes, starts);
    this.#lengths.appendMapped(codes, lengths);
  }

  /** Appends all rows of another column, to which nothing is to be pushed any more: the bytes of a large one are shared. */
  append(other: TextColumn): void {
    if (other.#chunks.length === 1) {
      for (let row = 0; row < other.length; row++) {
        const start = other.#starts.at(row);
        this.pushBytes(other.#chunk, start, start + other.#lengths.at(row));
      }
      return;
    }
    this.#starts.appendCopy(other.#starts, this.#chunks.length * CHUNK_BYTES);
    this.#lengths.appendCopy(other.#lengths);
    for (const chunk of other.#chunks) this.#addChunk(0, chunk);
    this.#addChunk(0);
  }

  /**
   * The text of a row. Rows are mostly asked for in order, and chunks are mostly ASCII: then the chunk is decoded once and texts are cut from it (20 ns a row instead of
   * 300). The text keeps its chunk alive: see {@link copyAt}.
   */
  at(row: number): string {
    const number = this.#starts.at(row) >>> CHUNK_BITS;
    const chunk = this.#chunks[number] as Uint8Array;
    const used = chunk === this.#chunk ? this.#used : chunk.length;
    const start = this.start(row);
    return this.#decoded.cut(number, chunk, used, start, start + this.#lengths.at(row)) ?? this.copyAt(row);
  }

  /** A copy of the text of a row, for what lives long, and for rows asked for in no order. */
  copyAt(row: number): string {
    const start = this.start(row);
    return decoder.decode(this.chunkOf(row).subarray(start, start + this.size(row)));
  }

  /** The bytes that hold a row's text: see {@link start} and {@link size}. For scanners that need no string. */
  chunkOf(row: number): Uint8Array {
    return this.#chunks[this.#starts.at(row) >>> CHUNK_BITS] as Uint8Array;
  }

  /**
   * Reads a block of rows from their bytes, in one loop.
   *
   * @param first row, a multiple of `BLOCK_ROWS`
   * @param into takes a number for each row of the block, as many as there are
   */
  readBlock(first: number, into: Float64Array, read: (bytes: Uint8Array, start: number, end: number) => number): void {
    const [starts, lengths] = [this.#starts.blockAt(first), this.#lengths.blockAt(first)];
    const rows = Math.min(into.length, this.length - first);
    for (let row = 0; row < rows; row++) {
      const at = starts === undefined ? 0 : (starts[row] as number);
      const start = at & (CHUNK_BYTES - 1);
      const end = start + (lengths === undefined ? 0 : (lengths[row] as number));
      into[row] = read(this.#chunks[at >>> CHUNK_BITS] as Uint8Array, start, end);
    }
  }

  /** Offset of a row's first byte in its chunk. */
  start(row: number): number {
    return this.#starts.at(row) & (CHUNK_BYTES - 1);
  }

  /** Length of a row's text, bytes. */
  size(row: number): number {
    return this.#lengths.at(row);
  }

  /** A 32-bit hash of a row's text, up to the byte `stop`; 0 for none. */
  hash(row: number, stop = 0): number {
    const first = this.#starts.at(row);
    const chunk = this.#chunks[first >>> CHUNK_BITS] as Uint8Array;
    const start = first & (CHUNK_BYTES - 1);
    return hashBytes(chunk, start, start + this.#lengths.at(row), stop);
  }

  /** Whether two rows hold the same text, read up to `stop` as in {@link hash}; `right` may be a row of another column. */
  same(left: number, right: number, stop = 0, other: TextColumn = this): boolean {
    const [a, b] = [this.chunkOf(left), other.chunkOf(right)];
    let i = this.start(left);
    let j = other.start(right);
    const leftEnd = i + this.#lengths.at(left);
    const rightEnd = j + other.#lengths.at(right);
    while (i < leftEnd && j < rightEnd && a[i] === b[j] && a[i] !== stop) {
      i++;
      j++;
    }
    return (i === leftEnd || a[i] === stop) && (j === rightEnd || b[j] === stop);
  }

  #store(text: string): void {
    const most = text.length * 3; // a UTF-16 unit is at most three bytes of UTF-8
    if (this.#used + most > CHUNK_BYTES) this.#addChunk(most);
    const chunk = this.#chunk;
    const copied = text.length <= SHORT && copyAscii(text, chunk, this.#used);
    this.#lastLength = copied ? text.length : encoder.encodeInto(text, chunk.subarray(this.#used)).written;
    this.#lastStart = ((this.#chunks.length - 1) * CHUNK_BYTES + this.#used) >>> 0;
    this.#used += this.#lastLength;
    this.#last = text;
  }

  #isLast(bytes: Uint8Array, start: number, end: number): boolean {
    const length = this.#lastLength;
    return end - start === length && areSame(bytes, start, end, this.#chunk, this.#lastStart & (CHUNK_BYTES - 1));
  }

  #storeBytes(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.#used + length > CHUNK_BYTES) this.#addChunk(length);
    const chunk = this.#chunk;
    const used = this.#used;
    if (length > SHORT) chunk.set(bytes.subarray(start, end), used);
    else for (let index = 0; index < length; index++) chunk[used + index] = bytes[start + index] as number;
    this.#lastLength = length;
    this.#lastStart = ((this.#chunks.length - 1) * CHUNK_BYTES + used) >>> 0;
    this.#used = used + length;
    this.#last = undefined;
  }

  #addChunk(bytes: number, chunk: Uint8Array = new Uint8Array(Math.max(CHUNK_BYTES, bytes))): void {
    if ((this.#chunks.length + 1) * CHUNK_BYTES >= MOST_BYTES) {
      throw new RangeError('a text column holds 4 GiB at most; read fewer logs at once');
    }
    this.#chunks.push(chunk);
    this.#chunk = chunk;
    this.#used = 0;
    this.#lastLength = -1;
    this.#last = undefined;
  }
}
