import {
  areAll,
  decoded,
  doAllFit,
  doesFit,
  encode,
  isWhole,
  type NumberForm,
  type Numbers,
  type NumbersKind,
  numberFormOf,
  shifted,
} from './number-form.ts';

export type { Numbers } from './number-form.ts';

/** Rows a chunk, a power of two: columns grow by a chunk at a time, so nothing is copied and nothing large is thrown away. */
const CHUNK_BITS = 16;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;
/** So many rows of columns are read at once. */
export const BLOCK_ROWS = CHUNK_ROWS;

/**
 * A column of numbers: what goes in comes out, as the kind of array of the column would keep it. A chunk in which no row has a number takes no memory: most logs lack most columns. Nor is a
 * chunk of whole numbers kept in floating point: see {@link NumberForm}.
 */
export class NumberColumn {
  readonly #form: NumberForm;
  /** Of the form, for what is read most. */
  readonly #unknown: number;
  readonly #absent: number;
  readonly #chunks: (Numbers | undefined)[] = [];
  /** Of each chunk, whether it is wide: asking its class takes 10 ns. */
  readonly #areWide: boolean[] = [];
  #last: Numbers | undefined;
  /** Whether the last chunk is wide, and takes any number. */
  #isWide = false;
  length = 0;

  /**
   * @param Kind how numbers are kept: `Float64Array` by default; `Float32Array` for small counts and sizes, NaN when absent; `Uint32Array` for offsets, which are
   * never absent; `Uint16Array` for codes and lengths, which mostly fit: a chunk in which one does not is widened to 32 bits
   */
  constructor(Kind: NumbersKind = Float64Array) {
    this.#form = numberFormOf(Kind);
    this.#unknown = this.#form.unknown;
    this.#absent = this.#form.absent;
  }

  push(value: number): void {
    const row = this.length++;
    if ((row & CHUNK_MASK) === 0) this.#beginChunk();
    const last = this.#last;
    if (last !== undefined && (this.#isWide || isWhole(value, this.#form.most))) last[row & CHUNK_MASK] = value;
    else if (last !== undefined && Number.isNaN(value)) last[row & CHUNK_MASK] = this.#unknown;
    else if (!Object.is(value, this.#absent)) this.#put(row, value);
  }

  /** Appends so many rows that have no number. */
  pushAbsent(count: number): void {
    for (let left = count; left > 0; ) {
      if ((this.length & CHUNK_MASK) === 0) this.#beginChunk();
      const here = Math.min(left, CHUNK_ROWS - (this.length & CHUNK_MASK));
      this.length += here;
      left -= here;
    }
  }

  /** Appends the same number so many times. */
  pushSame(value: number, count: number): void {
    for (let left = count; left > 0; ) {
      this.push(value);
      const pushed = (this.length - 1) & CHUNK_MASK;
      const here = Math.min(left - 1, CHUNK_ROWS - 1 - pushed);
      this.#last?.fill(this.#last[pushed] as number, pushed + 1, pushed + 1 + here);
      this.length += here;
      left -= here + 1;
    }
  }

  /** Appends for each row of another column, of codes, what stands for its number in a list of whole numbers below 2³². */
  appendMapped(codes: NumberColumn, numbers: readonly number[]): void {
    const [byCode, mapped] = [Uint32Array.from(numbers), new Uint32Array(Math.min(CHUNK_ROWS, codes.length))];
    for (let row = 0; row < codes.length; row += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, codes.length - row);
      const chunk = codes.#chunks[row >>> CHUNK_BITS];
      if (chunk === undefined) {
        this.pushSame(numbers[0] as number, rows);
        continue;
      }
      for (let at = 0; at < rows; at++) mapped[at] = byCode[chunk[at] as number] as number;
      this.pushAll(mapped.subarray(0, rows));
    }
  }

  /** The numbers of the rows from a multiple of {@link BLOCK_ROWS} on, as many as were pushed or more; undefined where none of them has one. Not to be written. Of a column that holds no NaN. */
  blockAt(row: number): Numbers | undefined {
    return this.#chunks[row >>> CHUNK_BITS];
  }

  /** Appends all rows of another column, to which nothing is to be pushed any more: its chunks are taken over where they fit. */
  append(other: NumberColumn): void {
    for (const [index, chunk] of other.#chunks.entries()) {
      const rows = Math.min(CHUNK_ROWS, other.length - index * CHUNK_ROWS);
      if (chunk === undefined) this.pushAbsent(rows);
      else if ((this.length & CHUNK_MASK) === 0 && other.#form === this.#form) this.#takeOver(chunk, rows);
      else this.pushAll(decoded(chunk.subarray(0, rows), other.#form));
    }
  }

  /** Appends all rows of another column of the same kind, of offsets or codes, with so much added to each. Chunks that are full and fit are those of both: no row of either is to be corrected any more. */
  appendShared(other: NumberColumn, add = 0): void {
    for (let row = 0; row < other.length; row += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, other.length - row);
      const chunk = other.#chunks[row >>> CHUNK_BITS];
      if (chunk === undefined && add === 0) this.pushAbsent(rows);
      else if (chunk !== undefined && add === 0 && (this.length & CHUNK_MASK) === 0 && rows === CHUNK_ROWS)
        this.#takeOver(chunk, rows);
      else if ((this.length & CHUNK_MASK) === 0)
        this.#takeOver(shifted(chunk ?? new this.#form.narrow(CHUNK_ROWS), add), rows);
      else for (let at = row; at < row + rows; at++) this.push(other.at(at) + add);
    }
  }

  #takeOver(chunk: Numbers, rows: number): void {
    this.#beginChunk();
    this.#keep(this.length, chunk);
    this.length += rows;
  }

  /** Appends several numbers. */
  pushAll(numbers: Numbers): void {
    for (let done = 0; done < numbers.length; ) {
      const row = this.length;
      if ((row & CHUNK_MASK) === 0) this.#beginChunk();
      const part = numbers.subarray(done, done + CHUNK_ROWS - (row & CHUNK_MASK));
      if (this.#last === undefined && areAll(part, this.#absent)) {
        this.length += part.length;
      } else this.#pushPart(part, row);
      done += part.length;
    }
  }

  /** Appends numbers to the last chunk, which has room for them. */
  #pushPart(part: Numbers, row: number): void {
    const isNarrow = doAllFit(part, this.#form);
    let chunk = this.#last ?? this.#addChunk(row, isNarrow);
    if (!isNarrow && !this.#isWide) chunk = this.#keep(row, decoded(chunk, this.#form));
    if (this.#isWide) chunk.set(part, row & CHUNK_MASK);
    else encode(part, chunk, row & CHUNK_MASK, this.#form);
    this.length += part.length;
  }

  /** The number in a row. */
  at(row: number): number {
    const chunk = this.#chunks[row >>> CHUNK_BITS];
    if (chunk === undefined) return this.#absent;
    const value = chunk[row & CHUNK_MASK] as number;
    return value === this.#unknown && !this.#areWide[row >>> CHUNK_BITS] ? Number.NaN : value;
  }

  /** Corrects the number in a row that was pushed before. */
  set(row: number, value: number): void {
    this.#put(row, value);
  }

  #beginChunk(): void {
    this.#chunks.push(undefined);
    this.#areWide.push(false);
    this.#last = undefined;
  }

  /** Writes a number of any kind, in a chunk of its own if need be, or a wider one. */
  #put(row: number, value: number): void {
    const index = row >>> CHUNK_BITS;
    const isNarrow = doesFit(value, this.#form);
    let chunk = this.#chunks[index] ?? this.#addChunk(row, isNarrow);
    if (!isNarrow && !this.#areWide[index]) chunk = this.#keep(row, decoded(chunk, this.#form));
    chunk[row & CHUNK_MASK] = Number.isNaN(value) && !this.#areWide[index] ? this.#unknown : value;
  }

  /** Gives a chunk, of which no row had a number yet, its memory. */
  #addChunk(row: number, isNarrow: boolean): Numbers {
    const { narrow, wide, unknown, absent } = this.#form;
    const chunk = new (isNarrow ? narrow : wide)(CHUNK_ROWS);
    if (absent !== 0) chunk.fill(isNarrow ? unknown : absent);
    return this.#keep(row, chunk);
  }

  #keep(row: number, chunk: Numbers): Numbers {
    const [index, isWide] = [row >>> CHUNK_BITS, chunk instanceof this.#form.wide];
    this.#chunks[index] = chunk;
    this.#areWide[index] = isWide;
    if (index !== this.#chunks.length - 1) return chunk;
    this.#last = chunk;
    this.#isWide = isWide;
    return chunk;
  }
}
