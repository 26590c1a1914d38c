/** Rows a chunk, a power of two: columns grow by a chunk at a time, so nothing is copied and nothing large is thrown away. */
const CHUNK_BITS = 16;
const CHUNK_ROWS = 1 << CHUNK_BITS;
const CHUNK_MASK = CHUNK_ROWS - 1;
/** So many rows of columns are read at once. */
export const BLOCK_ROWS = CHUNK_ROWS;

export type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array;

/** The largest number in 16 bits. */
const MOST_NARROW = 0xffff;

/** A column of numbers. A chunk in which no row has a number takes no memory: most logs lack most columns. */
export class NumberColumn {
  readonly #Kind: new (
    length: number,
  ) => Numbers;
  /** What an entry holds that was never set: NaN, or 0 where NaN cannot be kept. */
  readonly #absent: number;
  readonly #chunks: (Numbers | undefined)[] = [];
  #last: Numbers | undefined;
  /** The largest number that the last chunk can hold. */
  #most = Number.POSITIVE_INFINITY;
  length = 0;

  /**
   * @param Kind how numbers are kept: `Float64Array` by default; `Float32Array` for small counts and sizes, NaN when absent; `Uint32Array` for offsets, which are
   * never absent; `Uint16Array` for codes and lengths, which mostly fit: a chunk in which one does not is widened
   */
  constructor(Kind: new (length: number) => Numbers = Float64Array) {
    this.#Kind = Kind;
    this.#absent = Kind === Uint32Array || Kind === Uint16Array ? 0 : Number.NaN;
  }

  push(value: number): void {
    const row = this.length++;
    if ((row & CHUNK_MASK) === 0) this.#beginChunk();
    if (this.#last === undefined) {
      if (Object.is(value, this.#absent)) return;
      this.#last = this.#fillChunk(row);
    }
    if (value > this.#most) this.#last = this.#widen(row);
    this.#last[row & CHUNK_MASK] = value;
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
      const here = Math.min(left - 1, CHUNK_ROWS - 1 - ((this.length - 1) & CHUNK_MASK));
      this.#last?.fill(value, this.length & CHUNK_MASK, (this.length & CHUNK_MASK) + here);
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

  /** The numbers of the rows from a multiple of {@link BLOCK_ROWS} on, as many as were pushed or more; undefined where none of them has one. Not to be written. */
  blockAt(row: number): Numbers | undefined {
    return this.#chunks[row >>> CHUNK_BITS];
  }

  /** Appends all rows of another column, not of 16 bits, to which nothing is to be pushed any more: its chunks are taken over where they fit. */
  append(other: NumberColumn): void {
    for (const [index, chunk] of other.#chunks.entries()) {
      const rows = Math.min(CHUNK_ROWS, other.length - index * CHUNK_ROWS);
      if (chunk === undefined) this.pushAbsent(rows);
      else if ((this.length & CHUNK_MASK) === 0 && chunk instanceof this.#Kind) this.#takeOver(chunk, rows);
      else this.pushAll(chunk.subarray(0, rows));
    }
  }

  /** Appends all rows of another column of the same kind, with so much added to each. Chunks that are full and fit are those of both: no row of either is to be corrected any more. */
  appendShared(other: NumberColumn, add = 0): void {
    for (let row = 0; row < other.length; row += CHUNK_ROWS) {
      const rows = Math.min(CHUNK_ROWS, other.length - row);
      const chunk = other.#chunks[row >>> CHUNK_BITS];
      if (chunk === undefined && add === 0) this.pushAbsent(rows);
      else if (chunk !== undefined && add === 0 && (this.length & CHUNK_MASK) === 0 && rows === CHUNK_ROWS)
        this.#takeOver(chunk, rows);
      else if ((this.length & CHUNK_MASK) === 0)
        this.#takeOver(shifted(chunk ?? new this.#Kind(CHUNK_ROWS), add), rows);
      else for (let at = row; at < row + rows; at++) this.push(other.at(at) + add);
    }
  }

  #takeOver(chunk: Numbers, rows: number): void {
    this.#chunks.push(chunk);
    this.#last = chunk;
    this.#most = chunk instanceof Uint16Array ? MOST_NARROW : Number.POSITIVE_INFINITY;
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
    this.#last ??= this.#fillChunk(row);
    if (this.#last instanceof Uint16Array && !areNarrow(part)) this.#last = this.#widen(row);
    this.#last.set(part, row & CHUNK_MASK);
    this.length += part.length;
  }

  /** The number in a row. */
  at(row: number): number {
    const chunk = this.#chunks[row >>> CHUNK_BITS];
    return chunk === undefined ? this.#absent : (chunk[row & CHUNK_MASK] as number);
  }

  /** Corrects the number in a row that was pushed before. */
  set(row: number, value: number): void {
    let chunk = this.#chunks[row >>> CHUNK_BITS] ?? this.#addChunk(row);
    if (value > MOST_NARROW && chunk instanceof Uint16Array) chunk = this.#widen(row);
    chunk[row & CHUNK_MASK] = value;
    if (row >>> CHUNK_BITS !== this.#chunks.length - 1) return;
    this.#last = chunk;
    this.#most = chunk instanceof Uint16Array ? MOST_NARROW : Number.POSITIVE_INFINITY;
  }

  #beginChunk(): void {
    this.#chunks.push(undefined);
    this.#last = undefined;
  }

  /** Gives the last chunk, of which no row had a number yet, its memory. */
  #fillChunk(row: number): Numbers {
    this.#most = this.#Kind === Uint16Array ? MOST_NARROW : Number.POSITIVE_INFINITY;
    return this.#addChunk(row);
  }

  #widen(row: number): Numbers {
    const chunk = Uint32Array.from(this.#chunks[row >>> CHUNK_BITS] as Numbers);
    this.#chunks[row >>> CHUNK_BITS] = chunk;
    this.#most = Number.POSITIVE_INFINITY;
    return chunk;
  }

  #addChunk(row: number): Numbers {
    const chunk = new this.#Kind(CHUNK_ROWS);
    if (this.#absent !== 0) chunk.fill(this.#absent);
    this.#chunks[row >>> CHUNK_BITS] = chunk;
    return chunk;
  }
}

/** A copy with so much added to each number. */
function shifted(numbers: Numbers, add: number): Numbers {
  const copy = numbers.slice();
  if (add !== 0) for (let at = 0; at < copy.length; at++) (copy[at] as number) += add;
  return copy;
}

function areNarrow(numbers: Numbers): boolean {
  for (let at = 0; at < numbers.length; at++) if ((numbers[at] as number) > MOST_NARROW) return false;
  return true;
}

function areAll(numbers: Numbers, number: number): boolean {
  for (let at = 0; at < numbers.length; at++) if (!Object.is(numbers[at], number)) return false;
  return true;
}
