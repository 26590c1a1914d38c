import type { DictionaryColumn } from '../../../model/dictionary-column.ts';
import { BLOCK_ROWS } from '../../../model/number-column.ts';
import type { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';
import type { NumberCells, NumberUse } from './number-cells.ts';

/** Reads a common form, from bytes or from the number that is kept of it; NaN for every other, which is then read as text. */
export interface Common extends NumberUse {
  readonly bytes: (bytes: Uint8Array, start: number, end: number) => number;
}

/** What is made of the cells of one column: once for each distinct text, where these are few. */
export class Readout<T> {
  readonly #column: CellColumn | undefined;
  readonly #coded: DictionaryColumn | undefined;
  readonly #read: (text: string) => T;
  /** By code; a column that is not there has one. Made when it is asked for: what is never used is never read. */
  readonly #made: (T | undefined)[] = [];

  /** @param column undefined for one that is not there, whose cells are empty */
  constructor(column: CellColumn | undefined, read: (text: string) => T) {
    this.#column = column;
    this.#coded = column?.coded;
    this.#read = read;
  }

  at(row: number): T {
    if (this.#column !== undefined && this.#coded === undefined) return this.#read(this.#column.at(row));
    const code = this.#coded === undefined ? 0 : this.#coded.code(row);
    const known = this.#made[code];
    if (known !== undefined) return known;
    const made = this.#read(this.#coded === undefined ? '' : this.#coded.at(row));
    this.#made[code] = made;
    return made;
  }
}

/** The same for numbers, of which the common form is read from bytes, a block of rows at a time. */
export class NumberReadout {
  readonly #cells: NumberCells | undefined;
  readonly #texts: TextColumn | undefined;
  readonly #general: Readout<number>;
  readonly #common: Common;
  readonly #length: number;
  /** Of the block of rows that was asked for last. */
  #numbers = new Float64Array(0);
  #block = -1;

  constructor(column: CellColumn | undefined, read: (text: string) => number, common: Common) {
    this.#cells = column?.numbers;
    this.#texts = this.#cells === undefined ? column?.texts : undefined;
    this.#general = new Readout(column, read);
    this.#common = common;
    this.#length = column?.length ?? 0;
  }

  at(row: number): number {
    if (this.#texts === undefined && this.#cells === undefined) return this.#general.at(row);
    const place = row % BLOCK_ROWS;
    if (row - place !== this.#block) this.#readBlock(row - place);
    const number = this.#numbers[place] as number;
    return Number.isNaN(number) ? this.#general.at(row) : number;
  }

  /**
   * The numbers of a block of rows.
   *
   * @param first row, a multiple of {@link BLOCK_ROWS}
   * @param into takes them, as many as there are
   */
  block(first: number, into: Float64Array): void {
    this.#readCommon(first, into);
    for (let at = 0; at < into.length; at++) if (Number.isNaN(into[at])) into[at] = this.#general.at(first + at);
  }

  #readBlock(first: number): void {
    if (this.#block === -1) this.#numbers = new Float64Array(Math.min(this.#length, BLOCK_ROWS));
    this.#block = first;
    this.#readCommon(first, this.#numbers);
  }

  #readCommon(first: number, into: Float64Array): void {
    if (this.#cells !== undefined) this.#cells.readBlock(first, into, this.#common);
    else if (this.#texts !== undefined) this.#texts.readBlock(first, into, this.#common.bytes);
    else into.fill(Number.NaN);
  }
}
