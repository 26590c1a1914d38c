const [NEWLINE, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];
/** The bits of four bytes that ASCII does not have. */
const WIDE_BITS = 0x80808080;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { fatal: true });

/** A row in which nothing is quoted, as bytes of UTF-8. It is the same object for every row: nothing of it may be kept. */
export class ByteRow {
  bytes: Uint8Array = new Uint8Array(0);
  /** How many cells it has, at least one. */
  length = 0;
  #start = 0;
  readonly #ends: number[] = [];

  /** Offset of the first byte of a cell. */
  start(cell: number): number {
    return cell === 0 ? this.#start : (this.#ends[cell - 1] as number) + 1;
  }

  /** Offset behind the last byte of a cell. */
  end(cell: number): number {
    return this.#ends[cell] as number;
  }

  /** Its cells as text. */
  texts(delimiter: string): string[] {
    return decoder.decode(this.bytes.subarray(this.#start, this.end(this.length - 1))).split(delimiter);
  }

  /**
   * Cuts lines into rows.
   *
   * @param lines whole lines, of which {@link areCuttable} is true
   * @param delimiter one byte
   * @param take is told when this is the next row
   */
  cut(lines: Uint8Array, delimiter: number, take: () => void): void {
    const ends = this.#ends;
    const last = Math.max(delimiter, NEWLINE); // letters and digits are above most delimiters
    this.bytes = lines;
    for (let at = 0, cells = 0, start = 0; at < lines.length; at++) {
      const byte = lines[at] as number;
      if (byte > last) continue;
      if (byte === delimiter) ends[cells++] = at;
      else if (byte === NEWLINE) {
        ends[cells++] = at > start && lines[at - 1] === RETURN ? at - 1 : at;
        this.length = cells;
        this.#start = start;
        take();
        cells = 0;
        start = at + 1;
      }
    }
  }
}

/** Whether some bytes are whole lines of UTF-8, ended by `\n` or `\r\n`, without any quote: then every delimiter parts two cells and every line is a row. */
export const areCuttable = (lines: Uint8Array): boolean =>
  lines[lines.length - 1] === NEWLINE && !lines.includes(QUOTE) && !hasLoneReturn(lines) && isUtf8(lines);

function hasLoneReturn(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(RETURN); at !== -1; at = bytes.indexOf(RETURN, at + 1)) {
    if (bytes[at + 1] !== NEWLINE) return true;
  }
  return false;
}

function isUtf8(bytes: Uint8Array): boolean {
  if (isAscii(bytes)) return true;
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Four bytes at a time, which takes a quarter of the time. */
function isAscii(bytes: Uint8Array): boolean {
  if (bytes.byteOffset % 4 !== 0) return isAscii(bytes.slice());
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let all = 0;
  for (let at = 0; at < words.length; at++) all |= words[at] as number;
  for (let at = words.length * 4; at < bytes.length; at++) all |= bytes[at] as number;
  return (all & WIDE_BITS) === 0;
}
