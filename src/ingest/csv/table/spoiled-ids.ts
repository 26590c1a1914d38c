import type { CellColumn } from './cell-column.ts';
import { fractionDigits } from './digits.ts';
import { NumberReadout } from './readout.ts';

/** What a spreadsheet makes of `12345678901`: other ids become the same. A hexadecimal id such as `3e5` has no sign in it. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;
const MONTHS = 'jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez';
/** What it makes of `1-2` and `3/1997`: `2-Jan`, `02. Jan`, `Mar-97`. */
const DATE = new RegExp(`^(?:\\d{1,2}[-. ]+(?:${MONTHS})\\.?|(?:${MONTHS})[-. ]+\\d{2,4})$`, 'i');
/** Ids that such dates may have been: numbers, and numbers with signs between them. */
const NUMBERS = /^\d+(?:[-_./]\d+)*$/;
const [OTHER, NUMBER, ROUND, DATED] = [0, 1, 2, 3];

function kindOf(id: string): number {
  if (NUMBERS.test(id)) return NUMBER;
  if (ROUNDED.test(id)) return ROUND;
  return DATE.test(id) ? DATED : OTHER;
}

/** Ids that a spreadsheet turned into a rounded number, or, where most others are numbers, into a date: they say no longer which job it was. */
export class SpoiledIds {
  /** Whether there is any. */
  readonly any: boolean;
  readonly #kinds: NumberReadout;
  readonly #areDatesSpoiled: boolean;

  /** @param column of ids, if there is one */
  constructor(column: CellColumn | undefined) {
    const none = (): number => Number.NaN;
    const bytes = (text: Uint8Array, start: number, end: number): number =>
      fractionDigits(text, start, end) === 0 ? NUMBER : Number.NaN;
    this.#kinds = new NumberReadout(column, kindOf, { bytes, number: none, time: none });
    const counts = [0, 0, 0, 0];
    const rows = column === undefined || column.areManyWhole ? 0 : column.length;
    for (let row = 0; row < rows; row++) (counts[this.#kinds.at(row)] as number)++;
    const [others = 0, numbers = 0, rounded = 0, dated = 0] = counts;
    // Where names and dates are ids, `Jan-02` may be one of them.
    this.#areDatesSpoiled = dated > 0 && numbers + rounded > others;
    this.any = rounded > 0 || this.#areDatesSpoiled;
  }

  has(row: number): boolean {
    if (!this.any) return false;
    const kind = this.#kinds.at(row);
    return kind === ROUND || (kind === DATED && this.#areDatesSpoiled);
  }
}
