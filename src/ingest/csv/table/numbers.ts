/** How a column writes its numbers: the sign before the fraction. */
export type Decimal = 'point' | 'comma';

const POINT = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;
const COMMA = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[-+]?\d+)?$/i;
/** Thousands in one reading, a fraction in the other. */
const EITHER = /^[-+]?\d{1,3}[.,]\d{3}$/;

/** A cell that says that there is nothing. */
const ABSENT = /^(?:|-|–|\?|n\/?a|nan|nat|none|null|unknown|unbekannt)$/i;

/** What a spreadsheet adds so that a text stays one: `'12`, `="12"`. */
const MADE_TEXT = /^(?:'|=")(.*?)"?$/;

const isAbsent = (cell: string): boolean => ABSENT.test(cell);

/** A cell without what a spreadsheet put around it; empty for none. */
export function plain(cell: string): string {
  const text = cell.trim();
  const inner = /^['=]/.test(text) ? (MADE_TEXT.exec(text)?.[1] ?? text) : text;
  return isAbsent(inner) ? '' : inner;
}

/** `0,125` is a fraction whoever wrote it: no one groups the digits of a number that begins with a zero. */
const FRACTION = /^[-+]?0[.,]\d{3}$/;

/** Counts what a column's numbers can be read as. */
export class NumberForm {
  #point = 0;
  #comma = 0;
  /** Numbers such as `1,234`, and such as `1.234`. */
  readonly #either = { comma: 0, point: 0 };

  /** @param text of one cell, not empty */
  add(text: string): void {
    if (FRACTION.test(text)) this.#take(text.includes(','));
    else if (EITHER.test(text)) this.#either[text.includes(',') ? 'comma' : 'point']++;
    else if (COMMA.test(text) !== POINT.test(text)) this.#take(COMMA.test(text));
  }

  #take(isComma: boolean): void {
    if (isComma) this.#comma++;
    else this.#point++;
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
}

/** NaN for what is no number in this form. */
export function numberIn(text: string, decimal: Decimal): number {
  if (text === '') return Number.NaN;
  if (decimal === 'comma') return COMMA.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : Number.NaN;
  return POINT.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}
