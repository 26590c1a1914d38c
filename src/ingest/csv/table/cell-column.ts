import { ByteIndex } from '../../../model/byte-index.ts';
import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { ownText } from '../../../model/own-text.ts';
import type { Spans } from '../../../model/spans.ts';
import { TextColumn } from '../../../model/text-column.ts';
import type { ByteRows } from '../byte-rows.ts';
import { fractionDigits } from './digits.ts';
import { isSurelyPlainAt, plain } from './numbers.ts';

/** A column with more distinct texts than this is one of ids, times or results: a code for each would be read as often as the text. */
const MOST_DISTINCT = 4096;
/** Tells something of a text from its bytes. */
type ByteTest = (bytes: Uint8Array, start: number, end: number) => boolean;
const never: ByteTest = () => false;

const textIn = ({ bytes, starts, ends }: Spans, at: number): string =>
  starts[at] === ends[at] ? '' : decoder.decode(bytes.subarray(starts[at], ends[at]));

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
  /** Of cells that are pushed together: until all of them have one. */
  #newCodes = new Uint32Array(0);

  /** @param cell as it stands in the file */
  push(cell: string): void {
    const code = this.#coded === undefined ? TOO_MANY : this.#codeOfCell(cell);
    if (code === TOO_MANY) this.#pushText(plain(cell));
    else this.#coded?.pushCode(code);
  }

  /** The same for one cell of each row from one up to another. */
  pushBytes(rows: ByteRows, from: number, to: number, cell: number): void {
    const spans = rows.spans(from, to, cell);
    const coded = this.#coded;
    const done = coded === undefined ? 0 : this.#pushCodes(spans, coded);
    if (done < spans.length) this.#pushTexts(spans, done);
  }

  /** @returns how many of the cells have a code */
  #pushCodes(spans: Spans, coded: DictionaryColumn): number {
    if (this.#newCodes.length < spans.length) this.#newCodes = new Uint32Array(spans.length);
    const done = this.#codeOfBytes.getAll(spans, this.#newCodes);
    const codes = this.#newCodes.subarray(0, done);
    if (this.#coded !== undefined) coded.pushCodes(codes);
    else for (const code of codes) this.#pushText(coded.values[code] as string);
    return done;
  }

  #pushTexts(spans: Spans, from: number): void {
    for (let at = from; at < spans.length; at++) {
      const plainUpTo = this.#plainUpTo(spans, at);
      this.#texts?.pushSpans(spans, at, plainUpTo);
      at = plainUpTo;
      if (at < spans.length) this.#pushText(plain(textIn(spans, at)));
    }
  }

  /** The first cell of those from one on that is not surely plain. */
  #plainUpTo({ bytes, starts, ends, length }: Spans, from: number): number {
    let at = from;
    for (; at < length; at++) {
      const [start, end] = [starts[at] as number, ends[at] as number];
      if (!isSurelyPlainAt(bytes, start, end)) break;
      this.#isWhole &&= fractionDigits(bytes, start, end) === 0;
    }
    return at;
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
    const times = this.#coded.counts();
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
    for (let row = texts.firstNot(0, isNot); row < texts.length; row = texts.firstNot(row + 1, isNot)) {
      if (test(texts.at(row)) === true) return true;
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
