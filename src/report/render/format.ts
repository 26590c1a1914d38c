import type { Range } from '../../model/estimate.ts';

/** Stands for a figure that is not known. */
export const UNKNOWN = '–';

/** A share above this is the whole, summed in floating point. */
const WHOLE = 1 - 1e-9;
const CENTS_UNDER_USD = 4;
const THOUSANDS_FROM_USD = 100_000;
const MILLIONS_FROM_USD = 10_000_000;

/** A number with a fixed count of decimals and commas between thousands: the same text on every machine. */
export function grouped(amount: number, decimals = 0): string {
  if (!Number.isFinite(amount)) return UNKNOWN;
  const text = amount.toFixed(decimals);
  if (text.includes('e')) return text; // 1e21 and above
  const [whole = '', fraction] = (/^-0(\.0*)?$/.test(text) ? text.slice(1) : text).split('.');
  const commas = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

/** An amount of whatever size, to about three figures: `239,942`, `58.1`, `5.2`, `0.98`, `0.052`, `0`. */
export function amount(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const size = Math.abs(value);
  if (size >= 99.95) return grouped(value);
  if (size >= 0.995) return grouped(value, 1).replace(/\.0$/, '');
  return significant(value, 2);
}

/** A number to so many significant figures, without trailing zeros or exponent: `0.4327`, `1.58`, `217`. */
export function significant(value: number, figures: number): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.min(20, Math.max(0, figures - 1 - magnitude));
  const text = grouped(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A share of a whole: `72%`, `4.1%`, `<0.1%`; never 0% or 100% for what is not quite that. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return UNKNOWN;
  if (share > 0 && share < 0.001) return '<0.1%';
  if (share < WHOLE && share > 0.999) return '>99.9%';
  const hundredths = share * 100;
  const decimals = hundredths < 9.95 || (hundredths >= 99.5 && hundredths < 100) ? 1 : 0;
  return `${grouped(hundredths, decimals).replace(/\.0$/, '')}%`;
}

/** Dollars as the LISA study prints them: `$52`, `$9,870`, `$103k`. Cents only under $4, `M` from ten million. */
export function usd(value: number, withCents = Math.abs(value) < CENTS_UNDER_USD): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  if (value < 0) return `−${usd(-value, withCents)}`;
  if (value === 0) return '$0';
  if (withCents) return value < 0.005 ? '<$0.01' : `$${grouped(value, 2)}`;
  const whole = Math.round(value);
  if (whole >= MILLIONS_FROM_USD) return millions(value);
  return whole >= THOUSANDS_FROM_USD ? `$${grouped(value / 1000)}k` : `$${grouped(value)}`;
}

const millions = (value: number): string => `$${grouped(value / 1e6, 1)}M`;

/** Dollars of which no more than two figures can be borne: `$44,000`, `$390k`, `$1.5M`. */
export function usdRoughly(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const rounded = value === 0 ? 0 : Number(value.toPrecision(2));
  return rounded >= 1e6 ? millions(rounded) : usd(rounded);
}

/** The span of dollars: `$52–$175`, or one figure where both ends print alike. */
export function usdSpan(range: Range): string {
  const withCents = Math.abs(range.high) < CENTS_UNDER_USD;
  const inMillions = Math.round(range.high) >= MILLIONS_FROM_USD;
  const format = (value: number): string => {
    if (inMillions && value >= 1e6) return millions(value);
    return usd(value, withCents || (value > 0 && value < 1));
  };
  return span(range, format);
}

/** The two ends of a range: `7,100–9,870`, or one figure where both print alike. */
export function span(range: Pick<Range, 'low' | 'high'>, format: (value: number) => string): string {
  const [low, high] = [format(range.low), format(range.high)];
  return low === high ? low : `${low}–${high}`;
}

/** A middle figure and, where the ends print otherwise, its range: `$9,870 ($7,100–$12,300)`, `$5`. */
export const withRange = (range: Range, format: (value: number) => string): string =>
  printsAlike(range, format) ? format(range.value) : `${format(range.value)} (${span(range, format)})`;

/** Whether low, value and high of a range are one figure on the page. */
export const printsAlike = (range: Range, format: (value: number) => string): boolean =>
  format(range.low) === format(range.high) && format(range.value) === format(range.low);

/** How many times as much: `2,000 times`, `1.5 times`. */
export const times = (ratio: number): string => (Number.isFinite(ratio) ? `${amount(ratio)} times` : UNKNOWN);

/** A count with its noun: `1 sweep`, `4,789 attempts`. */
export const counted = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : nouns}`;

const BYTE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A file size in decimal units: `512 bytes`, `1.3 MB`. */
export function fileSize(bytes: number): string {
  if (!Number.isFinite(bytes)) return UNKNOWN;
  let [size, step] = [bytes, 0];
  for (; size >= 1000 && step < BYTE_UNITS.length - 1; step++) size /= 1000;
  return `${amount(size)} ${BYTE_UNITS[step]}`;
}
