import type { ByteRows } from '../byte-rows.ts';
import type { TableLayout } from './layout.ts';
import { isSurelyPlainAt } from './numbers.ts';
import { mayBeginTotal, timesOf } from './rows-that-are-no-jobs.ts';

const [COMMENT, ZERO, NINE] = [0x23, 0x30, 0x39];

/** Which rows of a table are surely of jobs, told from their bytes: neither empty nor cut, no comment, no header, no remark, no total. Of others nothing is said: they are to be looked at as text. */
export class SureRows {
  readonly #width: number;
  /** The name of the first column, UTF-8. */
  readonly #name: Uint8Array;
  /** Indices of the columns that no total has anything in. */
  readonly #times: readonly number[];
  /** Of those in which no header and no remark has a figure. */
  readonly #figures: readonly number[];

  constructor(layout: TableLayout) {
    this.#width = layout.columns.length;
    this.#name = new TextEncoder().encode(layout.columns[0]?.name);
    this.#times = timesOf(layout);
    const amounts = (['duration', 'gpuHours', 'gpus'] as const).map((role) => layout.at(role));
    this.#figures = [...amounts, ...this.#times].filter((at) => at >= 0);
  }

  has(rows: ByteRows, row: number): boolean {
    if (rows.width(row) < this.#width || !this.#isEmptyBeyond(rows, row)) return false;
    const { bytes } = rows;
    const [start, end] = [rows.start(row, 0), rows.end(row, 0)];
    if (!isSurelyPlainAt(bytes, start, end) || bytes[start] === COMMENT || this.#isName(bytes, start, end))
      return false;
    return this.#hasFigure(rows, row, mayBeginTotal(bytes[start] as number) ? this.#times : this.#figures);
  }

  #isEmptyBeyond(rows: ByteRows, row: number): boolean {
    for (let cell = this.#width; cell < rows.width(row); cell++) {
      if (rows.start(row, cell) < rows.end(row, cell)) return false;
    }
    return true;
  }

  #isName(bytes: Uint8Array, start: number, end: number): boolean {
    const name = this.#name;
    if (end - start !== name.length) return false;
    for (let at = 0; at < name.length; at++) if (bytes[start + at] !== name[at]) return false;
    return true;
  }

  #hasFigure(rows: ByteRows, row: number, columns: readonly number[]): boolean {
    const { bytes } = rows;
    for (const cell of columns) {
      const [start, end] = [rows.start(row, cell), rows.end(row, cell)];
      const first = bytes[start] as number;
      if (first >= ZERO && first <= NINE && isSurelyPlainAt(bytes, start, end)) return true;
    }
    return false;
  }
}
