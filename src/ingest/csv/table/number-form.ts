import type { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';
import { fractionDigits } from './digits.ts';
import { isBareNumber } from './durations.ts';
import { COMMA, type Decimal, POINT } from './numbers.ts';

/** Thousands in one reading, a fraction in the other. */
const EITHER = /^[-+]?\d{1,3}[.,]\d{3}$/;
/** Digits of such a group of thousands, and at most so many before it. */
const THOUSANDS = 3;

/** Counts what the numbers of columns can be read as. */
export class NumberForm {
  #point = 0;
  #comma = 0;
  #either = 0;

  addColumn(column: CellColumn): void {
    if (column.texts !== undefined) this.#addTexts(column.texts);
    else column.each((text, times) => this.#add(text, times));
  }

  /** Undefined where both readings fit all cells and differ: `1,234`. */
  get decimal(): Decimal | undefined {
    if (this.#comma > this.#point) return 'comma';
    return this.#point > 0 || this.#either === 0 ? 'point' : undefined;
  }

  #add(text: string, times: number): void {
    if (!isBareNumber(text)) return;
    if (EITHER.test(text)) {
      if (text.includes(',')) this.#either += times;
      return;
    }
    if (text.includes(',') && COMMA.test(text) && !POINT.test(text)) this.#comma += times;
    else if (text.includes('.') && POINT.test(text) && !COMMA.test(text)) this.#point += times;
  }

  /** The same for a million texts that are mostly `12` or `0.355`. */
  #addTexts(texts: TextColumn): void {
    for (let row = 0; row < texts.length; row++) {
      const [start, size] = [texts.start(row), texts.size(row)];
      const fraction = fractionDigits(texts.chunkOf(row), start, start + size);
      if (fraction < 0) this.#add(texts.at(row), 1);
      else if (fraction > 0 && !(fraction === THOUSANDS && size - 1 - fraction <= THOUSANDS)) this.#point++;
    }
  }
}
