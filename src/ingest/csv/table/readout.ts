import type { DictionaryColumn } from '../../../model/dictionary-column.ts';
import { BLOCK_ROWS } from '../../../model/number-column.ts';
import type { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';

/** Reads a common form from bytes; NaN for every other, which is then read as text. */
export type FromBytes = (bytes: Uint8Array, start: number, end: number) => number;

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
  readonly #texts: TextColumn | undefined;
  readonly #general: Readout<number>;
  readonly #fromBytes: FromBytes;
  /** Of the block of rows that was asked for last. */
  #numbers = new Float64Array(0);
  #block = -1;

  constructor(column: CellColumn | undefined, read: (text: string) => number, fromBytes: FromBytes) {
    this.#texts = column?.texts;
    this.#general = new Readout(column, read);
    this.#fromBytes = fromBytes;
  }

  at(row: number): number {
    if (this.#texts === undefined) return this.#general.at(row);
    const place = row % BLOCK_ROWS;
    if (row - place !== this.#block) this.#readBlock(this.#texts, row - place);
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
    if (this.#texts === undefined) into.fill(Number.NaN);
    else this.#texts.readBlock(first, into, this.#fromBytes);
    for (let at = 0; at < into.length; at++) if (Number.isNaN(into[at])) into[at] = this.#general.at(first + at);
  }

  #readBlock(texts: TextColumn, first: number): void {
    if (this.#block === -1) this.#numbers = new Float64Array(Math.min(texts.length, BLOCK_ROWS));
    this.#block = first;
    texts.readBlock(first, this.#numbers, this.#fromBytes);
  }
}
