import { ByteIndex } from '../../../model/byte-index.ts';
import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { ownText } from '../../../model/own-text.ts';
import type { Spans } from '../../../model/spans.ts';
import type { TextColumn } from '../../../model/text-column.ts';
import type { ByteRows } from '../byte-rows.ts';
import { type ByteTest, ManyCells } from './many-cells.ts';
import { formOf, type NumberCells } from './number-cells.ts';
import { plain } from './numbers.ts';

/** A column with more distinct texts than this is one of ids, times or results: a code for each would be read as often as the text. */
const MOST_DISTINCT = 4096;
const never: ByteTest = () => false;

const TOO_MANY = -1;

/**
 * The cells of one column until all of them are there, plain. Most columns repeat few texts (states, users, hyperparameters): these are kept once, with a code a row, so that
 * whatever is asked of a text is asked once.
 */
export class CellColumn {
  /** By the cell as it stands in the file. */
  readonly #codeOf = new Map<string, number>();
  readonly #codeOfBytes = new ByteIndex((cell) => this.#codeOfCell(cell));
  #coded: DictionaryColumn | undefined = new DictionaryColumn();
  #many: ManyCells | undefined;
  readonly #mayBeNumbers: boolean;
  /** Of cells that are pushed together: until all of them have one. */
  #newCodes = new Uint32Array(0);

  /** @param mayBeNumbers whether cells that are all numbers or times may be kept as such, since their texts are hardly asked for again */
  constructor(mayBeNumbers = false) {
    this.#mayBeNumbers = mayBeNumbers;
  }

  /** @param cell as it stands in the file */
  push(cell: string): void {
    const code = this.#coded === undefined ? TOO_MANY : this.#codeOfCell(cell);
    if (code === TOO_MANY) this.#many?.push(plain(cell));
    else this.#coded?.pushCode(code);
  }

  /** The same for one cell of each row from one up to another. */
  pushBytes(rows: ByteRows, from: number, to: number, cell: number): void {
    const spans = rows.spans(from, to, cell);
    const coded = this.#coded;
    const done = coded === undefined ? 0 : this.#pushCodes(spans, coded);
    if (done < spans.length) this.#many?.pushSpans(spans, done);
  }

  /** @returns how many of the cells have a code */
  #pushCodes(spans: Spans, coded: DictionaryColumn): number {
    if (this.#newCodes.length < spans.length) this.#newCodes = new Uint32Array(spans.length);
    const done = this.#codeOfBytes.getAll(spans, this.#newCodes);
    const codes = this.#newCodes.subarray(0, done);
    if (this.#coded !== undefined) coded.pushCodes(codes);
    else for (const code of codes) this.#many?.push(coded.values[code] as string);
    return done;
  }

  /** Whether all of many distinct texts are digits alone, as ids and seconds are: then much of them need not be asked. */
  get areManyWhole(): boolean {
    return this.#many?.areWhole === true;
  }

  /** The texts with their codes; undefined for a column whose texts hardly repeat. */
  get coded(): DictionaryColumn | undefined {
    return this.#coded;
  }

  /** The texts of a column in which they hardly repeat; undefined for others. */
  get texts(): TextColumn | undefined {
    return this.#many?.texts;
  }

  /** What stands for all cells of such a column where they are kept as numbers. */
  get numbers(): NumberCells | undefined {
    return this.#many?.numbers;
  }

  get column(): Texts {
    return this.#coded ?? (this.#many as ManyCells).texts;
  }

  get length(): number {
    return (this.#coded ?? (this.#many as ManyCells)).length;
  }

  /** Whether no cell is empty. */
  get isFull(): boolean {
    return this.#many?.isFull ?? !this.some((text) => text === '');
  }

  at(row: number): string {
    return (this.#coded ?? (this.#many as ManyCells)).at(row);
  }

  isEmpty(row: number): boolean {
    return this.#many?.isEmpty(row) ?? this.at(row) === '';
  }

  /**
   * Every text with how many rows have it: of a column of codes each distinct text once.
   *
   * @param isLeftOut of which texts nothing is to be told, as far as their bytes show it
   */
  each(take: (text: string, times: number) => void, isLeftOut: ByteTest = never): void {
    if (this.#coded === undefined) {
      this.#many?.some((text) => take(text, 1), isLeftOut);
      return;
    }
    const times = this.#coded.counts();
    for (const [code, text] of this.#coded.values.entries()) take(text, times[code] as number);
  }

  /**
   * Whether any text is such.
   *
   * @param isNot of which texts the bytes show that they are not
   */
  some(test: (text: string) => boolean, isNot: ByteTest = never): boolean {
    return this.#many?.some(test, isNot) ?? this.#coded?.values.some(test) === true;
  }

  #codeOfCell(cell: string): number {
    return this.#codeOf.get(cell) ?? this.#add(cell, this.#coded as DictionaryColumn);
  }

  /** The code of a cell that is new; {@link TOO_MANY} where the texts have become so. */
  #add(cell: string, coded: DictionaryColumn): number {
    if (this.#codeOf.size === MOST_DISTINCT) {
      const many = new ManyCells(this.#mayBeNumbers ? formOf(coded.values) : undefined);
      for (let row = 0; row < coded.length; row++) many.push(coded.at(row));
      this.#many = many;
      this.#coded = undefined;
      this.#codeOf.clear();
      return TOO_MANY;
    }
    const code = coded.codeOf(plain(cell));
    this.#codeOf.set(ownText(cell), code);
    return code;
  }
}
