import type { Interval, Print } from './audit.ts';

/** Digits with commas between thousands, the same on every machine. */
const withCommas = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Decimals beyond which a number is not written. */
const MOST_DECIMALS = 12;

/**
 * Writes an amount (base units) as another was printed: same unit, same decimals, or some more.
 *
 * @example printAs({ prefix: '$', suffix: 'k', factor: 1000, decimals: 0 }, 103_175) // $103k
 */
export function printAs({ prefix, suffix, factor, decimals }: Print, value: number, more = 0): string {
  if (!Number.isFinite(value)) return value > 0 ? 'any more' : 'any less';
  const [whole = '', fraction] = (value / factor).toFixed(Math.min(MOST_DECIMALS, decimals + more)).split('.');
  return `${prefix}${withCommas(whole)}${fraction === undefined ? '' : `.${fraction}`}${suffix}`;
}

/** So many decimals beyond the printed ones at most. */
const MOST_MORE = 2;
/** The same where two intervals must be told apart. */
const MOST_TO_TELL_APART = 6;

/** Writes an interval as its two ends, with the unit once and decimals that tell them apart, or as one number where it has no width to speak of. */
export function printSpan(print: Print, span: Interval): string {
  const wanted = Math.ceil(-Math.log10((span.high - span.low) / print.factor / 2)) - print.decimals;
  return printWith(print, span, Math.min(MOST_MORE, Math.max(0, wanted)));
}

/** Writes two intervals that are not the same so that a reader sees it. */
export function printApart(print: Print, one: Interval, other: Interval): readonly [string, string] {
  let texts: readonly [string, string] = [printSpan(print, one), printSpan(print, other)];
  for (let more = MOST_MORE; texts[0] === texts[1] && more <= MOST_TO_TELL_APART; more++) {
    texts = [printWith(print, one, more), printWith(print, other, more)];
  }
  return texts;
}

/** Whether an end lies in the middle of two printed numbers, as where rounding begins: 2.5 of "at least 3". */
const endsBetween = ({ factor, decimals }: Print, end: number): boolean =>
  Math.abs((((end / factor) * 10 ** decimals) % 1) - 0.5) < 1e-6;

function printWith(print: Print, { low, high }: Interval, more: number): string {
  if (high === Number.POSITIVE_INFINITY) return `${printAs(print, low, endsBetween(print, low) ? 1 : more)} or more`;
  const [from, to] = [printAs({ ...print, suffix: '' }, low, more), printAs({ ...print, prefix: '' }, high, more)];
  return printAs(print, low, more) === printAs(print, high, more) ? printAs(print, low, more) : `${from}–${to}`;
}

/** A bare number with commas: `4,789`, `50.1`. */
export const plainNumber = (value: number, decimals = 0): string =>
  printAs({ prefix: '', suffix: '', factor: 1, decimals }, value);
