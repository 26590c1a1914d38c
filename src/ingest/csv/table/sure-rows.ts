import type { ByteRow } from '../byte-rows.ts';
import type { TableLayout } from './layout.ts';
import { isSurelyPlainAt } from './numbers.ts';
import { mayBeginTotal, timesOf } from './rows-that-are-no-jobs.ts';

const [COMMENT, ZERO, NINE] = [0x23, 0x30, 0x39];

/** Which rows of a table are surely of jobs, told from their bytes: neither empty nor cut, no comment, no header again, no total. Of others nothing is said: they are to be looked at as text. */
export class SureRows {
  readonly #width: number;
  /** The name of the first column, UTF-8. */
  readonly #name: Uint8Array;
  /** Indices of the columns that no total has anything in. */
  readonly #times: readonly number[];

  constructor(layout: TableLayout) {
    this.#width = layout.columns.length;
    this.#name = new TextEncoder().encode(layout.columns[0]?.name);
    this.#times = timesOf(layout);
  }

  has(row: ByteRow): boolean {
    if (row.length < this.#width || !this.#isEmptyBeyond(row)) return false;
    const { bytes } = row;
    const [start, end] = [row.start(0), row.end(0)];
    if (!isSurelyPlainAt(bytes, start, end) || bytes[start] === COMMENT || this.#isName(bytes, start, end))
      return false;
    return !mayBeginTotal(bytes[start] as number) || this.#hasTime(row);
  }

  #isEmptyBeyond(row: ByteRow): boolean {
    for (let cell = this.#width; cell < row.length; cell++) if (row.start(cell) < row.end(cell)) return false;
    return true;
  }

  #isName(bytes: Uint8Array, start: number, end: number): boolean {
    const name = this.#name;
    if (end - start !== name.length) return false;
    for (let at = 0; at < name.length; at++) if (bytes[start + at] !== name[at]) return false;
    return true;
  }

  #hasTime(row: ByteRow): boolean {
    const { bytes } = row;
    for (const cell of this.#times) {
      const first = bytes[row.start(cell)] as number;
      const isDigit = first >= ZERO && first <= NINE;
      if (isDigit && isSurelyPlainAt(bytes, row.start(cell), row.end(cell))) return true;
    }
    return false;
  }
}
