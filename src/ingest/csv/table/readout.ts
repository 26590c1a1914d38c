import type { CellColumn } from './cell-column.ts';

/** Reads a common form from bytes; NaN for every other, which is then read as text. */
export type FromBytes = (bytes: Uint8Array, start: number, end: number) => number;

/** What is made of the cells of one column: once for each distinct text, where these are few. */
export class Readout<T> {
  readonly #column: CellColumn | undefined;
  readonly #distinct: readonly string[] | undefined;
  readonly #read: (text: string) => T;
  /** By code; a column that is not there has one. Made when it is asked for: what is never used is never read. */
  readonly #made: (T | undefined)[] = [];

  /** @param column undefined for one that is not there, whose cells are empty */
  constructor(column: CellColumn | undefined, read: (text: string) => T) {
    this.#column = column;
    this.#distinct = column === undefined ? [''] : column.distinct;
    this.#read = read;
  }

  at(row: number): T {
    const code = this.#column === undefined ? 0 : this.#column.code(row);
    if (this.#distinct === undefined) return this.#read((this.#column as CellColumn).at(row));
    const known = this.#made[code];
    if (known !== undefined) return known;
    const made = this.#read(this.#distinct[code] as string);
    this.#made[code] = made;
    return made;
  }
}

/** Codes of a column by which texts made of its cells can be known again; −1 for a column that hardly repeats. */
export const codeIn = (column: CellColumn | undefined, row: number): number => {
  if (column === undefined) return 0;
  return column.distinct === undefined ? -1 : column.code(row);
};

/** The same for numbers, of which the common form is read from bytes. */
export class NumberReadout {
  readonly #column: CellColumn | undefined;
  readonly #general: Readout<number>;
  readonly #fromBytes: FromBytes;

  constructor(column: CellColumn | undefined, read: (text: string) => number, fromBytes: FromBytes) {
    this.#column = column?.distinct === undefined ? column : undefined;
    this.#general = new Readout(column, read);
    this.#fromBytes = fromBytes;
  }

  at(row: number): number {
    if (this.#column === undefined) return this.#general.at(row);
    const { texts } = this.#column;
    const start = texts.start(row);
    const number = this.#fromBytes(texts.chunkOf(row), start, start + texts.size(row));
    return Number.isNaN(number) ? this.#general.at(row) : number;
  }
}
