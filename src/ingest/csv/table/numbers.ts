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

/** Counts what a column's numbers can be read as. */
export class NumberForm {
  #point = 0;
  #comma = 0;
  #either = 0;

  /** @param text of one cell, not empty */
  add(text: string): void {
    if (EITHER.test(text)) {
      if (text.includes(',')) this.#either++;
      return;
    }
    if (text.includes(',') && COMMA.test(text) && !POINT.test(text)) this.#comma++;
    else if (text.includes('.') && POINT.test(text) && !COMMA.test(text)) this.#point++;
  }

  /** Undefined where both readings fit all cells and differ: `1,234`. */
  get decimal(): Decimal | undefined {
    if (this.#comma > this.#point) return 'comma';
    return this.#point > 0 || this.#either === 0 ? 'point' : undefined;
  }
}

/** NaN for what is no number in this form. */
export function numberIn(text: string, decimal: Decimal): number {
  if (text === '') return Number.NaN;
  if (decimal === 'comma') return COMMA.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : Number.NaN;
  return POINT.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}
