import { ByteIndex } from '../../../model/byte-index.ts';
import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { ownText } from '../../../model/own-text.ts';
import { TextColumn } from '../../../model/text-column.ts';
import type { ByteRows } from '../byte-rows.ts';
import { fractionDigits } from './digits.ts';
import { isSurelyPlainAt, plain } from './numbers.ts';

/** A column with more distinct texts than this is one of ids, times or results: a code for each would be read as often as the text. */
const MOST_DISTINCT = 4096;
/** Tells something of a text from its bytes. */
type ByteTest = (bytes: Uint8Array, start: number, end: number) => boolean;
const never: ByteTest = () => false;

const WHOLE = /^\d+$/;
const TOO_MANY = -1;
const decoder = new TextDecoder();

/**
 * The cells of one column until all of them are there, plain. Most columns repeat few texts (states, users, hyperparameters): these are kept once, with a code a row, so that
 * whatever is asked of a text is asked once. The texts of the others are UTF-8 bytes.
 */
export class CellColumn {
  /** By the cell as it stands in the file. */
  readonly #codeOf = new Map<string, number>();
  readonly #codeOfBytes = new ByteIndex((cell) => this.#codeOfCell(cell));
  #coded: DictionaryColumn | undefined = new DictionaryColumn();
  #texts: TextColumn | undefined;
  #isWhole = true;

  /** @param cell as it stands in the file */
  push(cell: string): void {
    const code = this.#coded === undefined ? TOO_MANY : this.#codeOfCell(cell);
    if (code === TOO_MANY) this.#pushText(plain(cell));
    else this.#coded?.pushCode(code);
  }

  /** The same for one cell of each row from one up to another. */
  pushBytes(rows: ByteRows, from: number, to: number, cell: number): void {
    const { bytes } = rows;
    let row = from;
    for (const coded = this.#coded; coded !== undefined && row < to; row++) {
      const code = this.#codeOfBytes.get(bytes, rows.start(row, cell), rows.end(row, cell));
      if (code === TOO_MANY) break;
      coded.pushCode(code);
    }
    for (; row < to; row++) this.#pushTextBytes(bytes, rows.start(row, cell), rows.end(row, cell));
  }

  #pushTextBytes(bytes: Uint8Array, start: number, end: number): void {
    if (isSurelyPlainAt(bytes, start, end)) {
      this.#isWhole &&= fractionDigits(bytes, start, end) === 0;
      this.#texts?.pushBytes(bytes, start, end);
    } else this.#pushText(start === end ? '' : plain(decoder.decode(bytes.subarray(start, end))));
  }

  #pushText(text: string): void {
    this.#isWhole &&= WHOLE.test(text);
    this.#texts?.push(text);
  }

  /** Whether all of many distinct texts are digits alone, as ids and seconds are: then much of them need not be asked. */
  get areManyWhole(): boolean {
    return this.#texts !== undefined && this.#isWhole;
  }

  /** The texts with their codes; undefined for a column whose texts hardly repeat. */
  get coded(): DictionaryColumn | undefined {
    return this.#coded;
  }

  /** The texts of a column in which they hardly repeat; undefined for others. */
  get texts(): TextColumn | undefined {
    return this.#texts;
  }

  get column(): Texts {
    return this.#coded ?? (this.#texts as TextColumn);
  }

  get length(): number {
    return this.column.length;
  }

  /** Whether no cell is empty. */
  get isFull(): boolean {
    const texts = this.#texts;
    if (texts === undefined) return !this.some((text) => text === '');
    for (let row = 0; row < texts.length; row++) if (texts.size(row) === 0) return false;
    return true;
  }

  at(row: number): string {
    return this.column.at(row);
  }

  isEmpty(row: number): boolean {
    return this.#texts === undefined ? this.at(row) === '' : this.#texts.size(row) === 0;
  }

  /**
   * Every text with how many rows have it: of a column of codes each distinct text once.
   *
   * @param isLeftOut of which texts nothing is to be told, as far as their bytes show it
   */
  each(take: (text: string, times: number) => void, isLeftOut: ByteTest = never): void {
    if (this.#coded === undefined) {
      this.#some((text) => take(text, 1), isLeftOut);
      return;
    }
    const times = new Array<number>(this.#coded.values.length).fill(0);
    for (let row = 0; row < this.#coded.length; row++) (times[this.#coded.code(row)] as number)++;
    for (const [code, text] of this.#coded.values.entries()) take(text, times[code] as number);
  }

  /**
   * Whether any text is such.
   *
   * @param isNot of which texts the bytes show that they are not
   */
  some(test: (text: string) => boolean, isNot: ByteTest = never): boolean {
    return this.#coded === undefined ? this.#some(test, isNot) : this.#coded.values.some(test);
  }

  #some(test: (text: string) => unknown, isNot: ByteTest): boolean {
    const texts = this.#texts as TextColumn;
    for (let row = 0; row < texts.length; row++) {
      const start = texts.start(row);
      if (!isNot(texts.chunkOf(row), start, start + texts.size(row)) && test(texts.at(row)) === true) return true;
    }
    return false;
  }

  #codeOfCell(cell: string): number {
    return this.#codeOf.get(cell) ?? this.#add(cell, this.#coded as DictionaryColumn);
  }

  /** The code of a cell that is new; {@link TOO_MANY} where the texts have become so. */
  #add(cell: string, coded: DictionaryColumn): number {
    if (this.#codeOf.size === MOST_DISTINCT) {
      this.#texts = new TextColumn();
      for (let row = 0; row < coded.length; row++) this.#pushText(coded.at(row));
      this.#coded = undefined;
      this.#codeOf.clear();
      return TOO_MANY;
    }
    const code = coded.codeOf(plain(cell));
    this.#codeOf.set(ownText(cell), code);
    return code;
  }
}
