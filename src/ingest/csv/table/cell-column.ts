import { NumberColumn } from '../../../model/number-column.ts';
import { TextColumn } from '../../../model/text-column.ts';
import { plain } from './numbers.ts';

/** A column with more distinct texts than this is one of ids, times or results: a code for each would be read as often as the text. */
export const MOST_DISTINCT = 4096;

/**
 * The cells of one column until all of them are there, plain. Most columns repeat few texts (states, users, hyperparameters): these are kept once, with a code a row, so that
 * whatever is asked of a text is asked once. The texts of the others are UTF-8 bytes.
 */
export class CellColumn {
  /** By the cell as it stands in the file; undefined once the texts are too many. */
  #codeOf: Map<string, number> | undefined = new Map();
  #codes = new NumberColumn(Uint16Array);
  #distinct: string[] = [];
  #texts = new TextColumn();

  /** @param cell as it stands in the file */
  push(cell: string): void {
    const code = this.#codeOf?.get(cell) ?? this.#add(cell);
    if (this.#codeOf === undefined) this.#texts.push(plain(cell));
    else this.#codes.push(code);
  }

  /** The distinct texts by their codes, the same one perhaps twice; undefined for a column of {@link texts}. */
  get distinct(): readonly string[] | undefined {
    return this.#codeOf === undefined ? undefined : this.#distinct;
  }

  /** The texts of a column whose texts hardly repeat; empty for others. */
  get texts(): TextColumn {
    return this.#texts;
  }

  get length(): number {
    return this.#codeOf === undefined ? this.#texts.length : this.#codes.length;
  }

  /** The code of a row in a column of {@link distinct} texts. */
  code(row: number): number {
    return this.#codes.at(row);
  }

  at(row: number): string {
    return this.#codeOf === undefined ? this.#texts.at(row) : (this.#distinct[this.#codes.at(row)] as string);
  }

  isEmpty(row: number): boolean {
    return this.#codeOf === undefined ? this.#texts.size(row) === 0 : this.at(row) === '';
  }

  /** Every text with how many rows have it: of a column of distinct texts each code once. */
  each(take: (text: string, times: number) => void): void {
    if (this.#codeOf === undefined) {
      for (let row = 0; row < this.#texts.length; row++) take(this.#texts.at(row), 1);
      return;
    }
    const times = new Array<number>(this.#distinct.length).fill(0);
    for (let row = 0; row < this.#codes.length; row++) (times[this.#codes.at(row)] as number)++;
    for (const [code, text] of this.#distinct.entries()) take(text, times[code] as number);
  }

  /** Whether any text is such. */
  some(test: (text: string) => boolean): boolean {
    if (this.#codeOf !== undefined) return this.#distinct.some(test);
    for (let row = 0; row < this.#texts.length; row++) if (test(this.#texts.at(row))) return true;
    return false;
  }

  /** The code of a cell that is new; of no meaning where it is one too many. */
  #add(cell: string): number {
    if (this.#codeOf === undefined) return 0;
    if (this.#distinct.length === MOST_DISTINCT) {
      this.#giveUpCodes();
      return 0;
    }
    // A cell cut from a block of text keeps the whole block alive: keep a copy of its own.
    const own = structuredClone(cell);
    this.#codeOf.set(own, this.#distinct.length);
    return this.#distinct.push(plain(own)) - 1;
  }

  #giveUpCodes(): void {
    for (let row = 0; row < this.#codes.length; row++) this.#texts.push(this.at(row));
    this.#codeOf = undefined;
    this.#codes = new NumberColumn(Uint16Array);
    this.#distinct = [];
  }
}
