import type { Spans } from '../../../model/spans.ts';
import { TextColumn } from '../../../model/text-column.ts';
import { fractionDigits, isOfDigits } from './digits.ts';
import { type CellForm, NumberCells } from './number-cells.ts';
import { isSurelyPlainAt, plain } from './numbers.ts';

/** Tells something of a text from its bytes. */
export type ByteTest = (bytes: Uint8Array, start: number, end: number) => boolean;

const WHOLE = /^\d+$/;
const decoder = new TextDecoder();
const textIn = ({ bytes, starts, ends }: Spans, at: number): string =>
  starts[at] === ends[at] ? '' : decoder.decode(bytes.subarray(starts[at], ends[at]));

/** The cells of a column in which they hardly repeat, plain: UTF-8 bytes, or numbers as long as all have one form that these are written in. */
export class ManyCells {
  #numbers: NumberCells | undefined;
  #texts: TextColumn | undefined;
  #isWhole: boolean;

  /** @param form that all have so far, and may go on to have; undefined where that is not asked */
  constructor(form: CellForm | undefined) {
    this.#numbers = form && new NumberCells(form);
    this.#texts = form === undefined ? new TextColumn() : undefined;
    this.#isWhole = form === undefined || form.fraction === 0;
  }

  /** The numbers that stand for all cells; undefined where they do not. */
  get numbers(): NumberCells | undefined {
    return this.#numbers;
  }

  /** The texts, which are written again where they were numbers: from then on they are kept. */
  get texts(): TextColumn {
    this.#texts ??= this.#written();
    this.#numbers = undefined;
    return this.#texts;
  }

  #written(): TextColumn {
    const texts = new TextColumn();
    for (let row = 0; row < this.length; row++) texts.push(this.at(row));
    return texts;
  }

  get length(): number {
    return this.#numbers?.length ?? (this.#texts as TextColumn).length;
  }

  at(row: number): string {
    return this.#numbers?.at(row) ?? (this.#texts as TextColumn).at(row);
  }

  /** @param text plain */
  push(text: string): void {
    if (this.#numbers?.push(text) === true) return;
    this.#isWhole &&= WHOLE.test(text);
    this.texts.push(text);
  }

  /** Appends cells as they stand in the file, from one on. */
  pushSpans(spans: Spans, from: number): void {
    const texted = this.#numbers?.pushSpans(spans, from) ?? from;
    for (let at = texted; at < spans.length; at++) {
      const plainUpTo = this.#plainUpTo(spans, at);
      this.texts.pushSpans(spans, at, plainUpTo);
      at = plainUpTo;
      if (at < spans.length) this.push(plain(textIn(spans, at)));
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

  /** Whether all are digits alone. */
  get areWhole(): boolean {
    return this.#isWhole;
  }

  /** Whether none is empty. */
  get isFull(): boolean {
    const texts = this.#texts;
    for (let row = 0; texts !== undefined && row < texts.length; row++) if (texts.size(row) === 0) return false;
    return true;
  }

  isEmpty(row: number): boolean {
    return this.#texts?.size(row) === 0;
  }

  /**
   * Whether any text is such.
   *
   * @param isNot of which texts the bytes show that they are not
   */
  some(test: (text: string) => unknown, isNot: ByteTest): boolean {
    const fraction = this.#numbers?.form.fraction;
    if (fraction !== undefined && isNot === isOfDigits) return false;
    if (this.#numbers !== undefined) return this.#someNumber(test, this.#numbers);
    const texts = this.texts;
    for (let row = texts.firstNot(0, isNot); row < texts.length; row = texts.firstNot(row + 1, isNot)) {
      if (test(texts.at(row)) === true) return true;
    }
    return false;
  }

  #someNumber(test: (text: string) => unknown, numbers: NumberCells): boolean {
    for (let row = 0; row < numbers.length; row++) if (test(numbers.at(row)) === true) return true;
    return false;
  }
}
