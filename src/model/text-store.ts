import { copyAscii } from './ascii.ts';
import { areSame, isSame } from './compared-bytes.ts';
import type { Spans } from './spans.ts';

export const CHUNK_BITS = 20;
export const CHUNK_BYTES = 1 << CHUNK_BITS;
/**
 * Chunks after the first few are cut from blocks of so many: 64 MiB. What is larger than 32 MiB (`M_MMAP_THRESHOLD`, mallopt(3)) `malloc` asks the system for, page by page as it is
 * written, and gives back once it is let go; of single chunks it keeps all for itself.
 */
const BLOCK_CHUNKS = 64;
const FEW_CHUNKS = 8;
/** Offsets are kept in 32 bits. */
const MOST_BYTES = 2 ** 32;
/** Texts up to this length are copied character by character, which is faster than a call of the encoder. */
const SHORT = 40;
/** Bytes that are copied at once. */
const WORD = 4;
const encoder = new TextEncoder();
const NOTHING = new Uint8Array(0);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** The UTF-8 bytes of the texts of a column, one after the other. A text equal to the one before it is stored once. */
export class TextStore {
  /** Each begins at a multiple of 1 MiB; a text longer than that has a longer chunk of its own. */
  readonly chunks: Uint8Array[] = [new Uint8Array(CHUNK_BYTES)];
  /** The last of them. */
  chunk = this.chunks[0] as Uint8Array;
  /** Bytes used of it. */
  used = 0;
  /** Where the text stored last begins in all chunks, and its length in bytes. */
  lastStart = 0;
  lastLength = 0;
  /** That text, if it came as a string. */
  #last: string | undefined;
  /** What is left of a block. */
  #block = NOTHING;

  /** Stores a text; see {@link lastStart}. */
  add(text: string): void {
    if (this.#last === undefined || !isSame(text, this.#last)) this.#add(text);
  }

  /** The same for the text between two offsets. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    const length = this.lastLength;
    const isLast = end - start === length && areSame(bytes, start, end, this.chunk, this.lastStart & (CHUNK_BYTES - 1));
    if (!isLast) this.#addBytes(bytes, start, end);
  }

  /**
   * The same for several texts, from one up to another.
   *
   * @param newStarts take where they begin
   * @param newLengths take their lengths, bytes
   */
  addSpans(spans: Spans, from: number, to: number, newStarts: Uint32Array, newLengths: Uint32Array): void {
    for (let at = from; at < to; at++) {
      at += this.#addShort(spans, at, to, newStarts.subarray(at - from), newLengths.subarray(at - from));
      if (at === to) return;
      this.addBytes(spans.bytes, spans.starts[at] as number, spans.ends[at] as number);
      newStarts[at - from] = this.lastStart;
      newLengths[at - from] = this.lastLength;
    }
  }

  /**
   * Stores texts four bytes at a time, as far as there is room in the chunk, and are bytes behind them, for up to three more; these are written over. A million texts of 19 bytes
   * take 25 ms so and 55 byte by byte.
   *
   * @returns how many
   */
  #addShort(spans: Spans, from: number, to: number, newStarts: Uint32Array, newLengths: Uint32Array): number {
    const { bytes, starts, ends } = spans;
    const [chunk, source, target] = [this.chunk, viewOf(bytes), viewOf(this.chunk)];
    const base = (this.chunks.length - 1) * CHUNK_BYTES;
    let [used, last, lastLength, at] = [this.used, this.lastStart & (CHUNK_BYTES - 1), this.lastLength, from];
    for (; at < to; at++) {
      const start = starts[at] as number;
      const length = (ends[at] as number) - start;
      if (length !== lastLength || !areSame(bytes, start, start + length, chunk, last)) {
        if (used + length + WORD > CHUNK_BYTES || start + length + WORD > bytes.length) break;
        for (let done = 0; done < length; done += WORD) target.setInt32(used + done, source.getInt32(start + done));
        this.#last = undefined;
        last = used;
        lastLength = length;
        used += length;
      }
      newStarts[at - from] = base + last;
      newLengths[at - from] = lastLength;
    }
    this.used = used;
    this.lastStart = (base + last) >>> 0;
    this.lastLength = lastLength;
    return at - from;
  }

  #add(text: string): void {
    const most = text.length * 3; // a UTF-16 unit is at most three bytes of UTF-8
    if (this.used + most > CHUNK_BYTES) this.addChunk(most);
    const chunk = this.chunk;
    const copied = text.length <= SHORT && copyAscii(text, chunk, this.used);
    this.lastLength = copied ? text.length : encoder.encodeInto(text, chunk.subarray(this.used)).written;
    this.lastStart = ((this.chunks.length - 1) * CHUNK_BYTES + this.used) >>> 0;
    this.used += this.lastLength;
    this.#last = text;
  }

  #addBytes(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    if (this.used + length > CHUNK_BYTES) this.addChunk(length);
    const chunk = this.chunk;
    const used = this.used;
    if (length > SHORT) chunk.set(bytes.subarray(start, end), used);
    else for (let index = 0; index < length; index++) chunk[used + index] = bytes[start + index] as number;
    this.lastLength = length;
    this.lastStart = ((this.chunks.length - 1) * CHUNK_BYTES + used) >>> 0;
    this.used = used + length;
    this.#last = undefined;
  }

  /** Begins a chunk with room for so many bytes, or takes over one that is full. */
  addChunk(bytes: number, chunk: Uint8Array = this.#newChunk(bytes)): void {
    if ((this.chunks.length + 1) * CHUNK_BYTES >= MOST_BYTES) {
      throw new RangeError('a text column holds 4 GiB at most; read fewer logs at once');
    }
    this.chunks.push(chunk);
    this.chunk = chunk;
    this.used = 0;
    this.lastLength = -1;
    this.#last = undefined;
  }

  #newChunk(bytes: number): Uint8Array {
    if (bytes > CHUNK_BYTES || this.chunks.length < FEW_CHUNKS) return new Uint8Array(Math.max(CHUNK_BYTES, bytes));
    if (this.#block.length === 0) this.#block = new Uint8Array(BLOCK_CHUNKS * CHUNK_BYTES);
    const chunk = this.#block.subarray(0, CHUNK_BYTES);
    this.#block = this.#block.subarray(CHUNK_BYTES);
    return chunk;
  }

  /** Lets go of all texts: none of them can be read any more, and none be added. */
  forget(): void {
    this.chunks.length = 0;
    this.chunk = NOTHING;
    this.#block = NOTHING;
  }
}
