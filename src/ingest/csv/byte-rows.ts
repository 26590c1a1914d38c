const [NEWLINE, RETURN, QUOTE, FIRST_WIDE] = [0x0a, 0x0d, 0x22, 0x80];
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true });

/** Lines cut into rows while they are bytes of UTF-8, which is possible where nothing is quoted. The same object serves for all lines: nothing of it may be kept. */
export class ByteRows {
  bytes: Uint8Array = new Uint8Array(0);
  /** How many rows there are, one a line. */
  length = 0;
  /** By cell: where the delimiter or `\n` behind it stands. The first is before all cells. */
  #marks = new Int32Array(1);
  /** By row: its first cell; one more than there are rows. */
  #firsts = new Int32Array(1);
  /** Whether any line ends with `\r\n`. */
  #hasReturns = false;

  /** How many cells a row has, at least one. */
  width(row: number): number {
    return (this.#firsts[row + 1] as number) - (this.#firsts[row] as number);
  }

  /** Offset of the first byte of a cell. */
  start(row: number, cell: number): number {
    return (this.#marks[(this.#firsts[row] as number) + cell] as number) + 1;
  }

  /** Offset behind the last byte of a cell. */
  end(row: number, cell: number): number {
    const next = (this.#firsts[row] as number) + cell + 1;
    const mark = this.#marks[next] as number;
    return this.#hasReturns && next === this.#firsts[row + 1] && this.#isReturn(mark - 1) ? mark - 1 : mark;
  }

  #isReturn(at: number): boolean {
    return this.bytes[at] === RETURN;
  }

  /** The cells of a row as text. */
  texts(row: number): string[] {
    return Array.from({ length: this.width(row) }, (_, cell) =>
      decoder.decode(this.bytes.subarray(this.start(row, cell), this.end(row, cell))),
    );
  }

  /**
   * Cuts lines that end with `\n` or `\r\n`.
   *
   * @param delimiter its code
   * @returns false, and no rows, where it is no single byte, or they are no whole lines, no UTF-8, or hold a quote or a lone `\r`
   */
  cut(lines: Uint8Array, delimiter: number): boolean {
    this.#makeRoom(lines.length);
    this.length = 0;
    this.#hasReturns = false;
    this.bytes = lines;
    return delimiter < FIRST_WIDE && lines[lines.length - 1] === NEWLINE && this.#cut(lines, delimiter);
  }

  #makeRoom(bytes: number): void {
    if (bytes < this.#marks.length) return;
    this.#marks = new Int32Array(bytes + 1).fill(-1, 0, 1);
    this.#firsts = new Int32Array(bytes + 1);
  }

  /** One pass over all bytes, in which one comparison tells letters and digits from what ends a cell. */
  #cut(lines: Uint8Array, delimiter: number): boolean {
    const [marks, firsts] = [this.#marks, this.#firsts];
    const last = Math.max(delimiter, QUOTE);
    let cells = 0;
    let rows = 0;
    let seen = 0;
    for (let at = 0; at < lines.length; at++) {
      const byte = lines[at] as number;
      seen |= byte;
      if (byte > last) continue;
      if (byte === delimiter) marks[++cells] = at;
      else if (byte === NEWLINE) {
        marks[++cells] = at;
        firsts[++rows] = cells;
      } else if (byte === QUOTE || (byte === RETURN && !this.#endsLine(at))) return false;
    }
    if (seen >= FIRST_WIDE && !isUtf8(lines)) return false;
    this.length = rows;
    return true;
  }

  #endsLine(at: number): boolean {
    this.#hasReturns = true;
    return this.bytes[at + 1] === NEWLINE;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
