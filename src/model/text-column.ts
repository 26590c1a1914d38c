const CHUNK_BYTES = 1 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A column of mostly distinct texts, kept as UTF-8 bytes. A million submit lines kept as strings hold the file's chunks
 * alive and cost the garbage collector dearly; as bytes they cost their length and 8 bytes a row. A value equal to the
 * one before it (tasks of one array) is stored once.
 */
export class TextColumn {
  readonly #chunks: Uint8Array[] = [];
  #used = CHUNK_BYTES;
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #chunkOf = new Uint16Array(1024);
  #last: string | undefined;
  length = 0;

  push(text: string): void {
    if (this.length === this.#starts.length) this.#grow();
    const row = this.length++;
    if (text === this.#last && row > 0) this.#repeat(row);
    else this.#store(row, text);
    this.#last = text;
  }

  /** The text of a row. */
  at(row: number): string {
    const start = this.#starts[row] as number;
    return decoder.decode(this.chunkOf(row).subarray(start, start + (this.#lengths[row] as number)));
  }

  /** The bytes that hold a row's text: see {@link start} and {@link size}. For scanners that need no string. */
  chunkOf(row: number): Uint8Array {
    return this.#chunks[this.#chunkOf[row] as number] as Uint8Array;
  }

  /** Offset of a row's first byte in its chunk. */
  start(row: number): number {
    return this.#starts[row] as number;
  }

  /** Length of a row's text, bytes. */
  size(row: number): number {
    return this.#lengths[row] as number;
  }

  /**
   * A 32-bit hash of a row's text (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/).
   *
   * @param stop byte at which the text ends for this purpose; 0 for none
   */
  hash(row: number, stop = 0): number {
    const chunk = this.chunkOf(row);
    const start = this.start(row);
    let hash = 0x811c9dc5;
    for (let at = start; at < start + this.size(row) && chunk[at] !== stop; at++) {
      hash = Math.imul(hash ^ (chunk[at] as number), 0x01000193);
    }
    return hash >>> 0;
  }

  /** Whether two rows hold the same text, read up to `stop` as in {@link hash}. */
  same(left: number, right: number, stop = 0): boolean {
    const [a, b] = [this.chunkOf(left), this.chunkOf(right)];
    const [leftEnd, rightEnd] = [this.start(left) + this.size(left), this.start(right) + this.size(right)];
    let [i, j] = [this.start(left), this.start(right)];
    while (i < leftEnd && j < rightEnd && a[i] === b[j] && a[i] !== stop) {
      i++;
      j++;
    }
    return (i === leftEnd || a[i] === stop) && (j === rightEnd || b[j] === stop);
  }

  #repeat(row: number): void {
    this.#starts[row] = this.#starts[row - 1] as number;
    this.#lengths[row] = this.#lengths[row - 1] as number;
    this.#chunkOf[row] = this.#chunkOf[row - 1] as number;
  }

  #store(row: number, text: string): void {
    const most = text.length * 3; // a UTF-16 unit is at most three bytes of UTF-8
    if (this.#used + most > (this.#chunks.at(-1)?.length ?? 0)) {
      this.#chunks.push(new Uint8Array(Math.max(CHUNK_BYTES, most)));
      this.#used = 0;
    }
    const chunk = this.#chunks.at(-1) as Uint8Array;
    const { written } = encoder.encodeInto(text, chunk.subarray(this.#used));
    this.#starts[row] = this.#used;
    this.#lengths[row] = written;
    this.#chunkOf[row] = this.#chunks.length - 1;
    this.#used += written;
  }

  #grow(): void {
    this.#starts = grown(this.#starts, Uint32Array);
    this.#lengths = grown(this.#lengths, Uint32Array);
    this.#chunkOf = grown(this.#chunkOf, Uint16Array);
  }
}

type Growable = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** A copy of a typed array at half as much length again. */
export function grown<A extends Growable>(column: A, Kind: new (length: number) => A): A {
  const next = new Kind(Math.ceil(column.length * 1.5) + 16);
  next.set(column as never);
  return next;
}
