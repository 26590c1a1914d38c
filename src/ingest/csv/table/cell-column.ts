import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { TextColumn } from '../../../model/text-column.ts';
import { plain } from './numbers.ts';

/** A column with more distinct texts than this is one of ids, times or results: a code for each would be read as often as the text. */
const MOST_DISTINCT = 4096;

/**
 * The cells of one column until all of them are there, plain. Most columns repeat few texts (states, users, hyperparameters): these are kept once, with a code a row, so that
 * whatever is asked of a text is asked once. The texts of the others are UTF-8 bytes.
 */
export class CellColumn {
  /** By the cell as it stands in the file. */
  readonly #codeOf = new Map<string, number>();
  #coded: DictionaryColumn | undefined = new DictionaryColumn();
  #texts: TextColumn | undefined;

  /** @param cell as it stands in the file */
  push(cell: string): void {
    const code = this.#coded === undefined ? undefined : (this.#codeOf.get(cell) ?? this.#add(cell, this.#coded));
    if (code === undefined) this.#texts?.push(plain(cell));
    else this.#coded?.pushCode(code);
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
    return !this.some((text) => text === '');
  }

  at(row: number): string {
    return this.column.at(row);
  }

  isEmpty(row: number): boolean {
    return this.#texts === undefined ? this.at(row) === '' : this.#texts.size(row) === 0;
  }

  /** Every text with how many rows have it: of a column of codes each distinct text once. */
  each(take: (text: string, times: number) => void): void {
    if (this.#coded === undefined) {
      for (let row = 0; row < this.length; row++) take(this.at(row), 1);
      return;
    }
    const times = new Array<number>(this.#coded.values.length).fill(0);
    for (let row = 0; row < this.#coded.length; row++) (times[this.#coded.code(row)] as number)++;
    for (const [code, text] of this.#coded.values.entries()) take(text, times[code] as number);
  }

  /** Whether any text is such. */
  some(test: (text: string) => boolean): boolean {
    if (this.#coded !== undefined) return this.#coded.values.some(test);
    for (let row = 0; row < this.length; row++) if (test(this.at(row))) return true;
    return false;
  }

  /** The code of a cell that is new; undefined where the texts have become too many. */
  #add(cell: string, coded: DictionaryColumn): number | undefined {
    if (this.#codeOf.size === MOST_DISTINCT) {
      this.#texts = new TextColumn();
      for (let row = 0; row < coded.length; row++) this.#texts.push(coded.at(row));
      this.#coded = undefined;
      this.#codeOf.clear();
      return undefined;
    }
    const code = coded.codeOf(plain(cell));
    // A cell cut from a block of text keeps the whole block alive: keep a copy of its own.
    this.#codeOf.set(structuredClone(cell), code);
    return code;
  }
}
