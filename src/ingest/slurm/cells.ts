const decoder = new TextDecoder();
const encoder = new TextEncoder();
const [ZERO, NINE, QUOTE] = [0x30, 0x39, 0x22];
/** Every number of so many digits is below Slurm's marks of "no value". */
const SHORT_DIGITS = 9;

/** The cells of one record as places in bytes. Reused from record to record. */
export class Cells {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  #own = new Uint8Array(1024);

  /**
   * Takes the cells of a line; stops at the first byte that is not ASCII, and when there are more cells than expected.
   *
   * @param delimiter one byte
   * @returns whether there are as many cells as expected, all in ASCII
   */
  cut(bytes: Uint8Array, start: number, end: number, delimiter: number, expected: number): boolean {
    this.#reserve(expected);
    const { starts, ends } = this;
    this.bytes = bytes;
    let count = 0;
    starts[0] = start;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === delimiter) {
        ends[count++] = at;
        if (count === expected) return false;
        starts[count] = at + 1;
      } else if (byte > 0x7f) return false;
    }
    ends[count++] = end;
    this.count = count;
    return count === expected;
  }

  /** Takes cells that are texts. */
  fill(texts: readonly string[]): void {
    this.#reserve(texts.length);
    const most = texts.reduce((sum, text) => sum + text.length * 3, 0); // a UTF-16 unit is at most three bytes of UTF-8
    if (most > this.#own.length) this.#own = new Uint8Array(most * 2);
    this.bytes = this.#own;
    this.count = texts.length;
    let at = 0;
    texts.forEach((text, cell) => {
      this.starts[cell] = at;
      at += encoder.encodeInto(text, this.#own.subarray(at)).written;
      this.ends[cell] = at;
    });
  }

  /** The text of a cell; empty for a column that is not there (−1). */
  text(cell: number): string {
    return this.isEmpty(cell) ? '' : decoder.decode(this.bytes.subarray(this.starts[cell], this.ends[cell]));
  }

  isEmpty(cell: number): boolean {
    return cell < 0 || this.starts[cell] === this.ends[cell];
  }

  /** The first byte of a cell; undefined when it is empty. */
  first(cell: number): number | undefined {
    return this.isEmpty(cell) ? undefined : this.bytes[this.starts[cell] as number];
  }

  /** A cell of one to nine digits as a number; NaN for any other. */
  shortNumber(cell: number): number {
    const [start, end] = [this.starts[cell] as number, this.ends[cell] as number];
    if (start === end || end - start > SHORT_DIGITS) return Number.NaN;
    let number = 0;
    for (let at = start; at < end; at++) {
      const byte = this.bytes[at] as number;
      if (byte < ZERO || byte > NINE) return Number.NaN;
      number = number * 10 + byte - ZERO;
    }
    return number;
  }

  /** Whether any cell begins with a quotation mark. */
  areQuoted(): boolean {
    for (let cell = 0; cell < this.count; cell++) {
      if (this.bytes[this.starts[cell] as number] === QUOTE && !this.isEmpty(cell)) return true;
    }
    return false;
  }

  #reserve(cells: number): void {
    if (cells <= this.starts.length) return;
    this.starts = new Int32Array(cells * 2);
    this.ends = new Int32Array(cells * 2);
  }
}
