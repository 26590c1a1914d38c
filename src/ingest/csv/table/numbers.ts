/** How a column writes its numbers: the sign before the fraction. */
export type Decimal = 'point' | 'comma';

export const POINT = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;
export const COMMA = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)?(?:,\d*)?(?:e[-+]?\d+)?$/i;
/** A cell that says that there is nothing. */
const ABSENT = /^(?:|-|–|\?|n\/?a|nan|nat|none|null|unknown|unbekannt)$/i;

/** What a spreadsheet adds so that a text stays one: `'12`, `="12"`. */
const MADE_TEXT = /^(?:'|=")(.*?)"?$/;

const isAbsent = (cell: string): boolean => ABSENT.test(cell);

/** 1 for letters and signs of ASCII with which nothing begins that is to be taken away or says that there is nothing. */
const ORDINARY = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code > 0x20 && code < 0x7f && !"'=-?nNuU".includes(String.fromCharCode(code))),
);

/** Whether a cell is plain by its first and last letter, as most are: regular expressions take ten times as long. */
const isSurelyPlain = (cell: string): boolean =>
  ORDINARY[cell.charCodeAt(0)] === 1 &&
  cell.charCodeAt(cell.length - 1) > 0x20 &&
  cell.charCodeAt(cell.length - 1) < 0x7f;

const [LOWER, SMALL_N, SMALL_U] = [0x20, 0x6e, 0x75];
/** `unbekannt` is the longest cell that says that there is nothing. */
const LONGEST_ABSENT = 9;

/** Whether the cell between two offsets is plain and not empty, told from its first and last bytes; false where that takes more. */
export function isSurelyPlainAt(bytes: Uint8Array, start: number, end: number): boolean {
  const [first, last] = [bytes[start] as number, bytes[end - 1] as number];
  if (start >= end || last <= 0x20 || last >= 0x7f) return false;
  if (ORDINARY[first] === 1) return true;
  const letter = first | LOWER;
  // Of what begins with a `u` only `unknown` and `unbekannt` say nothing.
  if (letter === SMALL_U && ((bytes[start + 1] as number) | LOWER) !== SMALL_N) return true;
  return (letter === SMALL_N || letter === SMALL_U) && end - start > LONGEST_ABSENT;
}

/** A cell without what a spreadsheet put around it; empty for none. */
export function plain(cell: string): string {
  if (isSurelyPlain(cell)) return cell;
  const text = cell.trim();
  const inner = /^['=]/.test(text) ? (MADE_TEXT.exec(text)?.[1] ?? text) : text;
  return isAbsent(inner) ? '' : inner;
}

/** NaN for what is no number in this form. */
export function numberIn(text: string, decimal: Decimal): number {
  if (text === '') return Number.NaN;
  if (decimal === 'comma') return COMMA.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : Number.NaN;
  return POINT.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}
