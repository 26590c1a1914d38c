import { NumberColumn } from '../../../model/number-column.ts';
import type { ByteRows } from '../byte-rows.ts';
import type { CellColumn } from './cell-column.ts';

/** So many rows are taken column by column: their bytes stay near the processor for all columns. */
const ROWS_AT_ONCE = 512;

/** All cells of a table by column, plain, until all rows are there: a million rows of ten columns take 60 MB. */
export class TableCells {
  readonly columns: readonly CellColumn[];
  /** Line of each row. */
  readonly lines: NumberColumn;
  /** How many empty cells each row has beyond its columns. */
  readonly #beyond: NumberColumn;

  constructor(
    columns: readonly CellColumn[],
    lines = new NumberColumn(Uint32Array),
    beyond = new NumberColumn(Uint16Array),
  ) {
    this.columns = columns;
    this.lines = lines;
    this.#beyond = beyond;
  }

  /** The same rows with further columns. */
  with(further: readonly CellColumn[]): TableCells {
    return new TableCells([...this.columns, ...further], this.lines, this.#beyond);
  }

  /** How many rows there are. */
  get length(): number {
    return this.lines.length;
  }

  /** @param row its cells as they stand in the file, at least as many as there are columns */
  push(row: readonly string[], line: number): void {
    for (let at = 0; at < this.columns.length; at++) (this.columns[at] as CellColumn).push(row[at] as string);
    this.lines.push(line);
    this.#beyond.push(row.length - this.columns.length);
  }

  /** The same for rows as bytes, from one up to another, column by column. */
  pushBytes(rows: ByteRows, from: number, to: number, line: number): void {
    const { columns } = this;
    for (let first = from; first < to; first += ROWS_AT_ONCE) {
      const last = Math.min(first + ROWS_AT_ONCE, to);
      for (let at = 0; at < columns.length; at++) (columns[at] as CellColumn).pushBytes(rows, first, last, at);
      for (let row = first; row < last; row++) {
        this.lines.push(line + row - from);
        this.#beyond.push(rows.width(row) - columns.length);
      }
    }
  }

  /** The cells of one row, plain, with what is beyond the columns. */
  rowAt(row: number): string[] {
    const cells = this.columns.map((column) => column.at(row));
    return [...cells, ...Array<string>(this.#beyond.at(row)).fill('')];
  }

  /** FNV-1a over the cells of a row with U+001F between them, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
  hashAt(row: number): number {
    let hash = FNV_BASIS;
    for (let at = 0; at < this.columns.length; at++) {
      if (at > 0) hash = hashPoint(hash, SEPARATOR);
      hash = hashText(hash, (this.columns[at] as CellColumn).at(row));
    }
    for (let beyond = this.#beyond.at(row); beyond > 0; beyond--) hash = hashPoint(hash, SEPARATOR);
    return hash >>> 0;
  }
}

const [FNV_BASIS, FNV_PRIME, SEPARATOR, MOST_NARROW] = [0x811c9dc5, 0x01000193, 0x1f, 0xffff];
const hashPoint = (hash: number, point: number): number => Math.imul(hash ^ point, FNV_PRIME);

function hashText(before: number, text: string): number {
  let hash = before;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    if (point > MOST_NARROW) at++;
    hash = hashPoint(hash, point);
  }
  return hash;
}
