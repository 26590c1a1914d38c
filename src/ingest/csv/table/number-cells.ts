import { copyAscii } from '../../../model/ascii.ts';
import { BLOCK_ROWS, NumberColumn } from '../../../model/number-column.ts';
import type { Spans } from '../../../model/spans.ts';
import { parsePlain } from '../../timestamp.ts';

/** A form of texts of which each stands for one whole number below 2³², and each such number for one text at most. */
export interface CellForm {
  /** Digits behind the point of numbers; undefined for times. */
  readonly fraction: number | undefined;
  /** −1 for what is not of the form. */
  readonly read: (bytes: Uint8Array, start: number, end: number) => number;
  readonly write: (number: number) => string;
}

/** What is made of the cells of such a column, as numbers or as times (epoch seconds as if they were UTC): NaN where their text has to be asked. */
export interface NumberUse {
  readonly number: (number: number, fraction: number) => number;
  readonly time: (local: number) => number;
}

const [ZERO, TWO, FOUR, SIX, NINE, POINT, LETTER_T, BLANK] = [0x30, 0x32, 0x34, 0x36, 0x39, 0x2e, 0x54, 0x20];
const MOST = 2 ** 32 - 1;
/** Digits with which no number reaches more than 32 bits many times over. */
const MOST_DIGITS = 12;
const TIME_LENGTH = 19;
const [DATE_DIGITS, SEPARATOR_AT] = [10, 10];
const [FEBRUARY, DAYS] = [2, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]];
const encoder = new TextEncoder();

/** A number with further digits behind it; −1 where one of them is no digit. */
function digitsFrom(number: number, bytes: Uint8Array, start: number, end: number): number {
  let whole = number;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  return whole;
}

/** `12` or, with so many digits behind the point, `1.20`; neither `007` nor `.5`. */
function numberForm(fraction: number): CellForm {
  const behind = fraction === 0 ? 0 : fraction + 1;
  return {
    fraction,
    read: (bytes, start, end) => {
      const point = end - behind;
      if (point <= start || end - start > MOST_DIGITS || (bytes[start] === ZERO && point > start + 1)) return -1;
      if (behind > 0 && bytes[point] !== POINT) return -1;
      const whole = digitsFrom(0, bytes, start, point);
      const number = behind > 0 && whole >= 0 ? digitsFrom(whole, bytes, point + 1, end) : whole;
      return number <= MOST ? number : -1;
    },
    write: (number) => {
      const digits = String(number).padStart(fraction + 1, '0');
      const point = digits.length - fraction;
      return fraction === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    },
  };
}

/** `2024-03-01T12:00:00`, or with a blank, of days that there are. */
function timeForm(separator: number): CellForm {
  const write = (number: number): string => {
    const text = new Date(number * 1000).toISOString();
    return `${text.slice(0, DATE_DIGITS)}${String.fromCharCode(separator)}${text.slice(SEPARATOR_AT + 1, TIME_LENGTH)}`;
  };
  return {
    fraction: undefined,
    read: (bytes, start, end) => {
      if (bytes[start + SEPARATOR_AT] !== separator) return -1;
      const local = parsePlain(bytes, start, end) ?? -1;
      return local <= MOST && isCommonTime(bytes, start) ? local : -1;
    },
    write,
  };
}

/** Whether a time that was understood is neither 24:00 nor a leap second nor on a day that its month has not, so that it is written as it was read. */
function isCommonTime(bytes: Uint8Array, start: number): boolean {
  const isLeap = (bytes[start + 17] as number) >= SIX;
  const is24 = bytes[start + 11] === TWO && (bytes[start + 12] as number) >= FOUR;
  const isLate = (bytes[start + 8] as number) > TWO || (bytes[start + 8] === TWO && bytes[start + 9] === NINE);
  return !isLeap && !is24 && (!isLate || isDayOfMonth(bytes, start));
}

function isDayOfMonth(bytes: Uint8Array, start: number): boolean {
  const [year, month] = [digitsFrom(0, bytes, start, start + 4), digitsFrom(0, bytes, start + 5, start + 7)];
  const isLong = month === FEBRUARY && new Date(Date.UTC(year, FEBRUARY, 0)).getUTCDate() === 29;
  return digitsFrom(0, bytes, start + 8, start + 10) <= (DAYS[month - 1] as number) + Number(isLong);
}

/** The form of a text that all texts of a column may have; undefined where it is of none. */
function formLike(text: string): CellForm | undefined {
  const bytes = encoder.encode(text);
  const point = bytes.indexOf(POINT);
  const forms = [numberForm(point < 0 ? 0 : bytes.length - 1 - point), timeForm(LETTER_T), timeForm(BLANK)];
  return forms.find(({ read }) => read(bytes, 0, bytes.length) >= 0);
}

/** The form of all of some texts; undefined where they have none in common. */
export function formOf(texts: readonly string[]): CellForm | undefined {
  const form = formLike(texts[0] ?? '');
  return form !== undefined && texts.every((text) => readText(text, form) >= 0) ? form : undefined;
}

/** Room for the bytes of a text that may have a form. */
const short = new Uint8Array(TIME_LENGTH);

function readText(text: string, { read }: CellForm): number {
  return text.length <= TIME_LENGTH && copyAscii(text, short, 0) ? read(short, 0, text.length) : -1;
}

/** Cells of a column that all have one such form: 4 bytes a cell where their texts take 12 to 25, and read once. */
export class NumberCells {
  readonly form: CellForm;
  readonly #numbers = new NumberColumn(Uint32Array);
  /** Of cells that are pushed together. */
  #read = new Uint32Array(0);

  constructor(form: CellForm) {
    this.form = form;
  }

  get length(): number {
    return this.#numbers.length;
  }

  /** @returns whether the text has the form: else it is not appended */
  push(text: string): boolean {
    const number = readText(text, this.form);
    if (number >= 0) this.#numbers.push(number);
    return number >= 0;
  }

  /** Appends cells from one on. @returns the first that does not have the form; how many there are where all do */
  pushSpans({ bytes, starts, ends, length }: Spans, from: number): number {
    if (this.#read.length < length) this.#read = new Uint32Array(length);
    const [numbers, { read }] = [this.#read, this.form];
    let at = from;
    for (; at < length; at++) {
      const number = read(bytes, starts[at] as number, ends[at] as number);
      if (number < 0) break;
      numbers[at] = number;
    }
    this.#numbers.pushAll(numbers.subarray(from, at));
    return at;
  }

  at(row: number): string {
    return this.form.write(this.#numbers.at(row));
  }

  /**
   * What is made of a block of cells.
   *
   * @param first row, a multiple of `BLOCK_ROWS`
   * @param into takes a number for each row of the block, as many as there are
   */
  readBlock(first: number, into: Float64Array, use: NumberUse): void {
    const block = this.#numbers.blockAt(first);
    const rows = Math.min(into.length, this.length - first, BLOCK_ROWS);
    const { fraction } = this.form;
    const divisor = 10 ** (fraction ?? 0);
    for (let row = 0; row < rows; row++) {
      const number = block === undefined ? 0 : (block[row] as number);
      into[row] = fraction === undefined ? use.time(number) : use.number(number / divisor, fraction);
    }
  }
}
