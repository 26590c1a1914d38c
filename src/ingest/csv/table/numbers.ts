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
