import { hashBytes } from './compared-bytes.ts';
import { DecodedChunk } from './decoded-chunk.ts';
import { NumberColumn } from './number-column.ts';
import type { Spans } from './spans.ts';
import { textOfBytes } from './text-of-bytes.ts';
import { CHUNK_BITS, CHUNK_BYTES, TextStore } from './text-store.ts';

/**
 * A column of mostly distinct texts, kept as UTF-8 bytes. A million submit lines kept as strings hold the file's chunks alive and cost the garbage collector dearly; as bytes they
 * cost their length and 6 bytes a row. A value equal to the one before it (tasks of one array) is stored once.
 */
export class TextColumn {
  readonly #store = new TextStore();
  /** Offset of each row's first byte in all chunks. */
  readonly #starts = new NumberColumn(Uint32Array);
  readonly #lengths = new NumberColumn(Uint16Array);
  /** Of texts that are pushed together: until all of them are stored. */
  #newStarts = new Uint32Array(0);
  #newLengths = new Uint32Array(0);
  readonly #decoded = new DecodedChunk();

  get length(): number {
    return this.#starts.length;
  }

  push(text: string): void {
    this.#store.add(text);
    this.#pushLast();
  }

  /** Appends so many empty texts. */
  pushEmpty(count: number): void {
    this.#starts.pushAbsent(count);
    this.#lengths.pushAbsent(count);
  }

  /** Appends the text between two offsets, which should be UTF-8: what is not reads as U+FFFD. */
  pushBytes(bytes: Uint8Array, start: number, end: number): void {
    this.#store.addBytes(bytes, start, end);
    this.#pushLast();
  }

  #pushLast(): void {
    this.#starts.push(this.#store.lastStart);
    this.#lengths.push(this.#store.lastLength);
  }

  /** The same for several texts, from one up to another. */
  pushSpans(spans: Spans, from: number, to: number): void {
    const rows = to - from;
    if (rows > this.#newStarts.length) {
      this.#newStarts = new Uint32Array(rows);
      this.#newLengths = new Uint32Array(rows);
    }
    this.#store.addSpans(spans, from, to, this.#newStarts, this.#newLengths);
    this.#starts.pushAll(this.#newStarts.subarray(0, rows));
    this.#lengths.pushAll(this.#newLengths.subarray(0, rows));
  }

  /** Appends all rows of a column of codes, each text once. */
  appendCoded({ values, codes }: { readonly values: readonly string[]; readonly codes: NumberColumn }): void {
    const [starts, lengths]: [number[], number[]] = [[], []];
    for (const text of values) {
      this.#store.add(text);
      starts.push(this.#store.lastStart);
      lengths.push(this.#store.lastLength);
    }
    this.#starts.appendMapped(codes, starts);
    this.#lengths.appendMapped(codes, lengths);
  }

  /** Appends all rows of another column, to which nothing is to be pushed any more: the bytes of a large one are shared. */
  append(other: TextColumn): void {
    const { chunks, chunk } = other.#store;
    if (chunks.length === 1) {
      for (let row = 0; row < other.length; row++) {
        const start = other.#starts.at(row);
        this.pushBytes(chunk, start, start + other.#lengths.at(row));
      }
      return;
    }
    if (this.length === 0) this.#store.chunks.length = 0; // then all offsets stay as they are
    this.#starts.appendShared(other.#starts, this.#store.chunks.length * CHUNK_BYTES);
    this.#lengths.appendShared(other.#lengths);
    for (const full of chunks) this.#store.addChunk(0, full);
    this.#store.addChunk(0);
  }

  /** Lets go of the texts, their lengths stay: to read one after that throws a TypeError. */
  forget(): void {
    this.#store.forget();
  }

  /**
   * The text of a row. Rows are mostly asked for in order, and chunks are mostly ASCII: then the chunk is decoded once and texts are cut from it (20 ns a row instead of
   * 300). The text keeps its chunk alive: see {@link copyAt}.
   */
  at(row: number): string {
    const number = this.#starts.at(row) >>> CHUNK_BITS;
    const chunk = this.#store.chunks[number] as Uint8Array;
    const used = chunk === this.#store.chunk ? this.#store.used : chunk.length;
    const start = this.start(row);
    return this.#decoded.cut(number, chunk, used, start, start + this.#lengths.at(row)) ?? this.copyAt(row);
  }

  /** A copy of the text of a row, for what lives long, and for rows asked for in no order. */
  copyAt(row: number): string {
    const start = this.start(row);
    return textOfBytes(this.chunkOf(row), start, start + this.size(row));
  }

  /** The bytes that hold a row's text: see {@link start} and {@link size}. For scanners that need no string. */
  chunkOf(row: number): Uint8Array {
    return this.#store.chunks[this.#starts.at(row) >>> CHUNK_BITS] as Uint8Array;
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
      into[row] = read(this.#store.chunks[at >>> CHUNK_BITS] as Uint8Array, start, end);
    }
  }

  /** The first row from one on whose bytes do not pass a test; {@link length} where all do. */
  firstNot(from: number, test: (bytes: Uint8Array, start: number, end: number) => boolean): number {
    for (let row = from; row < this.length; row++) {
      const at = this.#starts.at(row);
      const start = at & (CHUNK_BYTES - 1);
      const end = start + this.#lengths.at(row);
      if (!test(this.#store.chunks[at >>> CHUNK_BITS] as Uint8Array, start, end)) return row;
    }
    return this.length;
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
    const chunk = this.#store.chunks[first >>> CHUNK_BITS] as Uint8Array;
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
}
