import type { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';
import { fractionDigits } from './digits.ts';
import { amountsIn, isBareNumber } from './durations.ts';
import { COMMA, type Decimal, POINT } from './numbers.ts';

/** Thousands in one reading, a fraction in the other. */
const EITHER = /^[-+]?\d{1,3}[.,]\d{3}$/;
/** Digits of such a group of thousands, and at most so many before it. */
const THOUSANDS = 3;

/** `0,125` is a fraction whoever wrote it: no one groups the digits of a number that begins with a zero. */
const FRACTION = /^[-+]?0[.,]\d{3}$/;
const ZERO = 0x30;

/** Counts what the numbers of columns can be read as. */
export class NumberForm {
  #point = 0;
  #comma = 0;
  /** Numbers such as `1,234`, and such as `1.234`. */
  readonly #either = { comma: 0, point: 0 };

  addColumn(column: CellColumn): void {
    if (column.areManyWhole) return; // neither sign is in them
    const fraction = column.numbers?.form.fraction;
    if (fraction !== undefined && fraction !== THOUSANDS) this.#point += column.length;
    else if (column.texts !== undefined) this.#addTexts(column.texts);
    else column.each((text, times) => this.#add(text, times));
  }

  /** Whether any number can be read in one way only. */
  get isDecided(): boolean {
    return this.#comma + this.#point > 0;
  }

  /** Whether numbers such as `1.234` are all that there is to go by. */
  get isPointOpen(): boolean {
    return !this.isDecided && this.#either.point > 0;
  }

  /** Undefined where both readings fit all cells and differ: `1,234`. */
  get decimal(): Decimal | undefined {
    if (this.#comma > this.#point) return 'comma';
    return this.#point > 0 || this.#either.comma === 0 ? 'point' : undefined;
  }

  /** `2,5`, or a duration in words: `2,5 h`. */
  #add(text: string, times: number): void {
    if (isBareNumber(text)) this.#addNumber(text, times);
    else for (const amount of amountsIn(text)) this.#addNumber(amount, times);
  }

  #addNumber(text: string, times: number): void {
    if (FRACTION.test(text)) this.#take(text.includes(','), times);
    else if (EITHER.test(text)) this.#either[text.includes(',') ? 'comma' : 'point'] += times;
    else if (COMMA.test(text) !== POINT.test(text)) this.#take(COMMA.test(text), times);
  }

  #take(isComma: boolean, times: number): void {
    if (isComma) this.#comma += times;
    else this.#point += times;
  }

  /** The same for a million texts that are mostly `12` or `0.355`. */
  #addTexts(texts: TextColumn): void {
    for (let row = 0; row < texts.length; row++) {
      const [start, size, bytes] = [texts.start(row), texts.size(row), texts.chunkOf(row)];
      const fraction = fractionDigits(bytes, start, start + size);
      const isEither = fraction === THOUSANDS && size - 1 - fraction <= THOUSANDS;
      if (fraction < 0) this.#add(texts.at(row), 1);
      else if (isEither && bytes[start] !== ZERO) this.#either.point++;
      else if (fraction > 0) this.#point++;
    }
  }
}
